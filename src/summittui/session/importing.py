"""The import of documents: each becomes a source with its text, is attached to the source that it is, or is refused."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from summittui.intake.gathering import Gathered
from summittui.intake.paragraphs import paragraphs
from summittui.library import Library
from summittui.library.answers.likeness import TextVersions
from summittui.model import InputError, Record, SourceId, SourceKind
from summittui.model.selector import digest_of
from summittui.model.source import Paragraph, Source
from summittui.model.text import safe
from summittui.session.documents import known_text
from summittui.session.naming import NO_ID, with_free_id

if TYPE_CHECKING:
    from summittui.intake.readers import ReadDocument

NAMED = 3
"""Files that a refusal names."""


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


def plan_import(
    library: Library,
    gathered: Iterable[Gathered],
    details: Details,
    *,
    into: SourceId | None = None,
    even_so: bool = False,
) -> ImportPlan:
    """Return what the import of documents writes; nothing is written here.

    Args:
        library: The library that they come into.
        gathered: The documents.
        details: Metadata that goes before that of the files.
        into: The source whose text the one document is, where the user says so.
        even_so: Add a document that is nearly the text of another source, too.

    Raises:
        InputError: A document has no outlet and none is given, or `into` cannot take the text.
    """
    planning = _Planning(library, details, even_so=even_so)
    for each in gathered:
        planning.take(each, into)
    planning.require_outlets()
    return ImportPlan(records=planning.records, texts=planning.texts, imported=tuple(planning.imported))


class _Planning:
    """A plan in the making; documents of one import are compared with each other as with the library."""

    def __init__(self, library: Library, details: Details, *, even_so: bool) -> None:
        self._library = library
        self._details = details
        self._even_so = even_so
        self._versions = TextVersions(_attached_texts(library))
        self._without_outlet: list[str] = []
        self.records: dict[str, Record | None] = {}
        self.texts: dict[SourceId, str] = {}
        self.imported: list[Imported] = []

    def take(self, gathered: Gathered, into: SourceId | None) -> None:
        """Add one document to the plan."""
        document = gathered.document
        if document is None:
            self._say(gathered, Outcome.UNREAD, note=gathered.problem)
        elif into is not None:
            self._attach(gathered, document, into)
        elif (known := known_text(self._library, document.text)) is not None:
            self._recognise(gathered, *known)
        elif (alike := self._versions.most_alike(document.text)) and (alike[1] == 1 or not self._even_so):
            source, share = alike
            outcome = Outcome.KNOWN if share == 1 else Outcome.VARIANT
            note = "the text is there already" if share == 1 else f"{share:.0%} the text of {source}; --even-so adds it"
            self._say(gathered, outcome, SourceId(source), note)
        else:
            self._add(gathered, document)

    def require_outlets(self) -> None:
        """Refuse the import where a source would have no outlet.

        Raises:
            InputError: Names the first files.
        """
        names = self._without_outlet
        if names:
            more = f" and {len(names) - NAMED} more" if names[NAMED:] else ""
            named = ", ".join(map(safe, names[:NAMED]))
            raise InputError(
                f"Nothing was imported: {named}{more} state no outlet; say who publishes them with --outlet."
            )

    def _attach(self, gathered: Gathered, document: "ReadDocument", into: SourceId) -> None:
        source = self._library.source(into)
        if self._library.has_text(into) or into in self.texts:
            replaces = f"`summittui import FILE --replaces {into}`"
            raise InputError(f"Nothing was imported: {into} has a text already; {replaces} brings a new version.")
        if source.sha256 is not None:
            known = known_text(self._library, document.text)
            if known is None or known[0] != into:
                why = f"{safe(gathered.name)} is not the text of {into}, whose checksum is recorded"
                raise InputError(
                    f"Nothing was imported: {why}; its spans would not fit. Add it as a source of its own."
                )
            self._recognise(gathered, *known)
            return
        self.records[into] = with_text(source, document.text)
        self.texts[into] = document.text
        self._say(gathered, Outcome.ATTACHED, into, _told(document), document.left_out)

    def _recognise(self, gathered: Gathered, source: SourceId, text: str, note: str | None) -> None:
        if self._library.has_text(source) or source in self.texts:
            self._say(gathered, Outcome.KNOWN, source, "the text is there already")
            return
        self.texts[source] = text
        self._say(gathered, Outcome.ATTACHED, source, note)

    def _add(self, gathered: Gathered, document: "ReadDocument") -> None:
        details = self._details
        outlet = details.outlet or document.outlet
        if not outlet:
            self._without_outlet.append(gathered.name)
            return
        fresh = Source(
            id=NO_ID,
            kind=details.kind,
            outlet=outlet,
            title=details.title or document.title,
            published=details.published or document.published,
            language=details.language or document.language,
            url=details.url or document.url,
        )
        source = with_free_id(self._library, with_text(fresh, document.text), self.records)
        self.records[source.id] = source
        self.texts[SourceId(source.id)] = document.text
        self._versions.add(source.id, document.text)
        self._say(gathered, Outcome.ADDED, SourceId(source.id), _told(document), document.left_out)

    def _say(
        self,
        gathered: Gathered,
        outcome: Outcome,
        source: SourceId | None = None,
        note: str | None = None,
        left_out: tuple[str, ...] = (),
    ) -> None:
        told = Imported(name=gathered.name, outcome=outcome, source=source, note=note, left_out=left_out)
        self.imported.append(told)


def with_text(source: Source, text: str) -> Source:
    """Return a source with what is known of its text: length, checksum and paragraphs, without gists."""
    import hashlib

    outline = tuple(_outline(text))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(source, length=len(text), sha256=digest, outline=source.outline or outline)


def _outline(text: str) -> Iterator[Paragraph]:
    for start, end in paragraphs(text):
        yield Paragraph(start=start, end=end, digest=digest_of(text[start:end]))


def _told(document: "ReadDocument") -> str | None:
    """Return what a reader should know of how a document was read."""
    guessed = document.guessed_encoding
    parts = [f"read as {guessed}, which was guessed" if guessed else "", _stated(document)]
    return "; ".join(filter(None, parts)) or None


def _stated(document: "ReadDocument") -> str:
    author = document.author
    return f"written by {safe(author)}, as the file states" if author else ""


def _attached_texts(library: Library) -> dict[str, str]:
    return {source.id: text for source in library.every(Source) if (text := library.text(source.id)) is not None}
