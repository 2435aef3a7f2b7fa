"""The values of an import of documents: what the user states, what is written, and the fate of each document."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from summittui.intake.paragraphs import paragraphs
from summittui.model import InputError, Record, SourceId, SourceKind
from summittui.model.selector import digest_of
from summittui.model.source import Paragraph, Source


class Outcome(StrEnum):
    """The fate of one document."""

    ADDED = "added"
    """A new source with its text."""
    ATTACHED = "attached"
    """The text of a source that had none."""
    KNOWN = "known"
    """The text is in the library already; nothing was done."""
    VARIANT = "variant"
    """Nearly the text of another source; nothing was done."""
    UNREAD = "not read"
    """No reader could make a text of it; nothing was done."""
    WITHOUT_OUTLET = "without outlet"
    """The file states no outlet and none was given; nothing was done."""
    REFUSED = "refused"
    """The source would break a rule, or the proposer failed; nothing was done."""


IN = frozenset({Outcome.ADDED, Outcome.ATTACHED})
"""The fates of a document whose text is stored because of the import."""


class Details(Struct, frozen=True, kw_only=True):
    """Metadata that the user states of every document of one import; it goes before that of the files."""

    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    """Partial date: YYYY, YYYY-MM or YYYY-MM-DD."""
    language: str | None = None
    url: str | None = None
    kind: SourceKind = SourceKind.ARTICLE


class Imported(Struct, frozen=True, kw_only=True):
    """One document and its fate."""

    name: str
    """The path or address."""
    outcome: Outcome
    source: SourceId | None = None
    note: str | None = None
    """Why it was not added, or what a reader should know of it."""
    left_out: tuple[str, ...] = ()
    """Parts of the file that the text does not hold."""
    proposals: int = 0
    """The number of proposals that wait for the source because of the import."""
    inventions: tuple[str, ...] = ()
    """Claims of a proposer that the text does not bear out."""


class ImportPlan(Struct, frozen=True, kw_only=True):
    """Everything that one import would write, and what is said of each document."""

    records: dict[str, Record | None]
    texts: dict[SourceId, str]
    imported: tuple[Imported, ...]


def check_details(details: Details) -> None:
    """Refuse metadata that no source may have.

    Raises:
        InputError: Names the first value, and why.
    """
    from summittui.model.rules import problems_of

    source = Source(
        id="import",
        kind=details.kind,
        outlet=details.outlet or "unknown",
        title=details.title,
        published=details.published,
        language=details.language,
        url=details.url,
    )
    for problem in problems_of(source, {}, {}, lambda _: None):
        raise InputError(f"Nothing was imported: {problem.field}: {problem.message}.")


def with_text(source: Source, text: str, file_digest: str | None = None) -> Source:
    """Return a source with what is known of its text: length, checksums and paragraphs, without gists."""
    import hashlib

    outline = tuple(_outline(text))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    outline = source.outline or outline
    return replace(source, length=len(text), sha256=digest, file_sha256=file_digest, outline=outline)


def _outline(text: str) -> Iterator[Paragraph]:
    for start, end in paragraphs(text):
        yield Paragraph(start=start, end=end, digest=digest_of(text[start:end]))
