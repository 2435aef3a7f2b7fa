"""Sources: the documents in which things are said."""

from enum import StrEnum

from summittui.model.ids import ActorId
from summittui.model.record import Record
from summittui.model.selector import Selector


class SourceKind(StrEnum):
    """The kind of a document."""

    ARTICLE = "article"
    DIGEST = "digest"
    TRANSCRIPT = "transcript"
    DECLARATION = "declaration"
    DATASET = "dataset"
    OTHER = "other"


class SeenAs(StrEnum):
    """The part of a page that was seen by whoever took the page into the record."""

    ORIGINAL = "original"
    """The page itself, at its address."""
    COPY = "full copy"
    """A full copy of the official text."""
    REPOSITORY = "repository file"
    """A file of a public repository, which copies or counts what the official page has."""
    EXCERPT = "excerpt"
    """A part of a stored copy, often only its beginning."""
    NOT_SEEN = "not seen"
    """Nothing; another page names its address."""


class Paragraph(Selector, frozen=True, kw_only=True):
    """One paragraph of a source's outline."""

    gist: str = ""
    """The content of the paragraph, in our own words; empty where nobody has summed the paragraph up."""


class Source(Record, frozen=True):
    """A document; its text stands in the store only where a user attached it."""

    kind: SourceKind
    outlet: str
    title: str | None = None
    published: str | None = None
    """Partial date: YYYY, YYYY-MM or YYYY-MM-DD."""
    published_note: str | None = None
    url: str | None = None
    language: str | None = None
    """BCP 47 tag."""
    author: ActorId | None = None
    digest_of: str | None = None
    """The document or outlet that this one condenses; the two are not two witnesses."""
    length: int | None = None
    """Length of the text in code points."""
    sha256: str | None = None
    """SHA-256 of the text in UTF-8, hexadecimal."""
    file_sha256: str | None = None
    """SHA-256 of the file that the text was read from, where that is more than the text; it tells the file again."""
    outline: tuple[Paragraph, ...] = ()
    seen_as: SeenAs | None = None
    """The part that was seen of a page of the public record; None for any other source."""
    licence: str | None = None
    """Terms under which the document may be passed on, as far as known."""
    described_from: str | None = None
    """The origin of outlet, title, date and address, where the text itself does not state them."""
    note: str | None = None

    @property
    def is_of_record(self) -> bool:
        """Whether it is a page of the public record, against which other sources are held."""
        return self.seen_as is not None

    def paragraph_at(self, offset: int) -> int | None:
        """Return the number of the outline's paragraph that holds `offset`, counted from 1, or None."""
        for number, paragraph in enumerate(self.outline, 1):
            if paragraph.start <= offset < paragraph.end:
                return number
        return None
