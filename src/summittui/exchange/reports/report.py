"""The document model of a report: headings, paragraphs, lists, tables and numbered notes, before any file format.

A text is made of the tokens of `present.line`, whose roles the writers mark up, and of references to notes.
"""

from collections.abc import Iterator

from msgspec import Struct

from summittui.present.line import Token


class NoteRef(Struct, frozen=True):
    """A reference to a note of the report."""

    number: int
    """Counted from 1."""


class Link(Struct, frozen=True):
    """An address, shown as it is and followed where it is one of the web."""

    address: str


Inline = Token | NoteRef | Link
Text = tuple[Inline, ...]
"""A text of tokens, references and links; not one character of it is altered by a writer."""
Cell = tuple[Text, ...]
"""The lines of one cell of a table."""


def text(*parts: str | Inline) -> Text:
    """Return a text of tokens, references and links; a string is a plain token, an empty one is left out."""
    return tuple(Token(part) if isinstance(part, str) else part for part in parts if part != "")


def strong(words: str) -> Token:
    """Return a token that stands out."""
    return Token(words, "heading")


class Heading(Struct, frozen=True):
    """A heading of a section."""

    level: int
    """2 for a section, 3 for a section within one."""
    text: Text


class Paragraph(Struct, frozen=True):
    """A paragraph."""

    text: Text


class Bullets(Struct, frozen=True):
    """A list of items."""

    items: tuple[Text, ...]


class Grid(Struct, frozen=True):
    """A table; the first cell of each row is the heading of the row."""

    caption: str
    headings: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Quotation(Struct, frozen=True):
    """Quoted words, with speaker and place below."""

    words: Text
    attribution: Text


Block = Heading | Paragraph | Bullets | Grid | Quotation


class Report(Struct, frozen=True, kw_only=True):
    """A document for a reader."""

    title: str
    blocks: tuple[Block, ...]
    notes: tuple[Text, ...] = ()
    """The notes that `NoteRef` refers to, in the order of their numbers."""

    @property
    def columns(self) -> int:
        """The number of columns of the widest table; 0 without one."""
        return max((len(block.headings) for block in self.blocks if isinstance(block, Grid)), default=0)


def bullets(items: Iterator[Text] | tuple[Text, ...]) -> tuple[Block, ...]:
    """Return a list of items; no block where there are none."""
    found = tuple(items)
    return (Bullets(found),) if found else ()
