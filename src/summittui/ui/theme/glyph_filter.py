"""The one point where signs and letters that the terminal does not have are replaced, cell for cell."""

from functools import cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from summittui.ui.theme.glyphs import Alphabet


class GlyphFilter(LineFilter):
    """A line filter that replaces what the terminal cannot show, in Textual's own widgets too."""

    def __init__(self, alphabet: Alphabet) -> None:
        super().__init__(enabled=not alphabet.is_full)
        self._alphabet = alphabet
        self._shown = cache(self._letter)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's shape
        """Return the segments with other letters of the same width."""
        return [
            each if each.text.isascii() else Segment("".join(map(self._shown, each.text)), each.style, each.control)
            for each in segments
        ]

    def _letter(self, letter: str) -> str:
        return letter if letter.isascii() else self._alphabet.shown(letter, cell_len(letter))
