"""Handing over from a screen: to the clipboard, to a file, to a pager."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from rich.text import Text

from summittui.library import Library
from summittui.model.joiners import as_written
from summittui.model.text import safe, safe_lines

if TYPE_CHECKING:
    from summittui.exchange.citing import Citable, Style
    from summittui.exchange.exports import Export


class ToCopy(Struct, frozen=True):
    """The records that are copied from a screen."""

    things: "tuple[Citable, ...]" = ()
    heading: str = ""
    """The heading over the records; with one they are copied as Markdown unless another style is asked for."""


class Page(Struct, frozen=True):
    """A text for a pager."""

    name: str
    """Of its file, without an ending."""
    text: Callable[[], str]


class Handover(Protocol):
    """The part of a screen that knows what is copied, exported and paged from it."""

    def to_copy(self) -> ToCopy:
        """Return what is copied: what is under the cursor, or marked."""

    def to_export(self) -> "Export | None":
        """Return what is shown, as what can be written into a file; None where nothing is."""

    def to_page(self) -> Page | None:
        """Return the text that a pager shows; None where there is none."""


def page_of(name: str, lines: Callable[[], Sequence[Text]]) -> Page:
    """Return a page of the lines that a screen shows."""
    return Page(name, lambda: "".join(f"{as_written(each.plain).rstrip()}\n" for each in lines()))


def copied(library: Library, what: ToCopy, style: "Style | None" = None) -> str:
    """Return what is copied: in a style with the full citation, else in short.

    Raises:
        UnknownId: It is no longer in the store.
    """
    from summittui.exchange.as_markdown import escaped
    from summittui.exchange.citing import Style, citations, cite, short

    if style is None and not what.heading:
        return "\n".join(short(cite(library, each)) for each in what.things)
    style = style or Style.MARKDOWN
    text = citations(library, what.things, style)
    heading = safe(what.heading)
    if not heading or style is Style.CSL:
        return text
    return f"## {escaped(heading)}\n\n{text}" if style is Style.MARKDOWN else f"{heading}\n{text}"


def clean_page(page: Page) -> str:
    """Return the text of a page without what could drive a terminal."""
    return safe_lines(page.text())
