"""A gutter: short notes beside the lines of a text that they belong to."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from rich.text import Text

from summittui.ui.theme.paint import fit

_WIDE, _NARROW = 18, 12
_WIDE_FROM, _NARROW_FROM = 90, 56


@runtime_checkable
class Annotated(Protocol):
    """Paragraphs that know what the gutter says."""

    def beside(self, index: int, start: int, end: int) -> Text:
        """The note beside the line of paragraph `index` that holds its code points from `start` to `end`."""


class Gutter:
    """The gutter of a text view: as wide as there is room for, where the paragraphs are `Annotated`."""

    def width(self, paragraphs: Sequence[Text], room: int) -> int:
        """Return the cells that the gutter takes from a line of `room` cells."""
        if room < _NARROW_FROM or not isinstance(paragraphs, Annotated):
            return 0
        return _WIDE if room >= _WIDE_FROM else _NARROW

    def note(self, paragraphs: Sequence[Text], index: int, offsets: tuple[int, int], width: int) -> Text:
        """Return what stands beside a line, given by its offsets in paragraph `index`, `width` cells wide."""
        note = paragraphs.beside(index, *offsets) if isinstance(paragraphs, Annotated) else Text()
        return Text(" ") + fit(note, width - 2)
