"""Sources: the documents in which things are said."""

from enum import StrEnum

from summittui.model.ids import ActorId
from summittui.model.record import Record
from summittui.model.selector import Selector


class SourceKind(StrEnum):
    """What kind of document a source is."""

    ARTICLE = "article"
    DIGEST = "digest"
    TRANSCRIPT = "transcript"
    DECLARATION = "declaration"
    OTHER = "other"


class Paragraph(Selector, frozen=True, kw_only=True):
    """One paragraph of a source's outline."""

    gist: str = ""
    """What it says, in our own words; empty where nobody has summed it up."""


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
    outline: tuple[Paragraph, ...] = ()
    described_from: str | None = None
    """Where outlet, title, date and address are known from, where the text itself does not state them."""
    note: str | None = None

    def paragraph_at(self, offset: int) -> int | None:
        """Return the number of the outline's paragraph that holds `offset`, counted from 1, or None."""
        for number, paragraph in enumerate(self.outline, 1):
            if paragraph.start <= offset < paragraph.end:
                return number
        return None
