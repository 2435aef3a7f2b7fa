"""A citation before any style: the words, who, whose wording, where, via whom, when, doubt, proof."""

from msgspec import Struct

from summittui.model import Declaration, Source


class Piece(Struct, frozen=True):
    """A part of what is cited."""

    text: str
    is_exact: bool = False
    """Whether these are the very words, so that they stand in quotation marks."""


class Locator(Struct, frozen=True):
    """A source with the paragraph and the offsets of what is cited in it."""

    source: Source
    paragraph: int | None = None
    """The number of the paragraph, from 1; None where there is none."""
    offsets: str = ""
    """Start and end of the spans, in code points; empty where none is marked."""


class Citation(Struct, frozen=True, kw_only=True):
    """The material of a citation, with all that must stand beside it, before any style; no character is altered."""

    id: str
    pieces: tuple[Piece, ...]
    who: str = ""
    """The speaker, actor or author, with the role as worded; empty where there is nobody."""
    speaker: str = ""
    """The name of who is quoted; empty for what is no quote, and where nobody is named."""
    manner: str
    """The kind of what is cited and whose wording it is, in words."""
    locators: tuple[Locator, ...] = ()
    via: str = ""
    """The outlet or person that the source has the words from; empty where there is no other."""
    said: str = ""
    """The date of the words or the act, where one is stated."""
    remarks: tuple[str, ...] = ()
    """Remarks that must not be left out beside the words."""
    doubt: str = ""
    proof: str = ""
    document: Declaration | None = None
    """The declaration, where that is what is cited."""
