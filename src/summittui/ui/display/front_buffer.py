"""The front buffer: the cells that the terminal shows, as far as they were sent from here."""

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import ne

from summittui.ui.display.capabilities import TermCapabilities
from summittui.ui.display.cells import Cells, unknown_cells
from summittui.ui.display.pen import Pen
from summittui.ui.display.scrolling import Move, likely_move
from summittui.ui.display.sgr import PLAIN, is_erasable


class FrontBuffer:
    """The lines that a terminal of one size shows, as a back buffer is compared with them."""

    def __init__(self, width: int, height: int, capabilities: TermCapabilities) -> None:
        self.size = (width, height)
        self._capabilities = capabilities
        self._lines = [unknown_cells(width) for _ in range(height)]
        self._is_new = True
        self._sgr = PLAIN
        """SGR parameters set on the terminal; they stay set, since most updates begin as the one before ended."""

    def line(self, y: int) -> Cells:
        """Return line `y`."""
        return self._lines[y]

    @property
    def lines(self) -> tuple[Cells, ...]:
        """All lines, from the top."""
        return tuple(self._lines)

    def show(self, lines: Mapping[int, Cells]) -> str:
        """Return the bytes after which the terminal shows these lines, and take them as shown from then on."""
        pen = Pen(self._capabilities, self._sgr)
        if self._is_new:
            self._clear(lines, pen)
        move = likely_move(self._lines, lines)
        moved = self._moved(move, lines) if move else None
        if moved and len(moved.text()) <= self._differing(lines):
            pen = moved  # the cells that differ take more, however they are written
        else:
            _write(pen, self._lines, lines)
            pen = min(pen, moved or pen, key=lambda each: len(each.text()))
        for y, cells in lines.items():
            self._lines[y] = cells
        self._sgr = pen.sgr
        return pen.text()

    def _differing(self, lines: Mapping[int, Cells]) -> int:
        """Return how many cells hold another text."""
        return sum(sum(map(ne, self._lines[y].texts, new.texts)) for y, new in lines.items())

    def _moved(self, move: Move, lines: Mapping[int, Cells]) -> Pen:
        """Return the pen that lets the terminal move a block of its lines first."""
        pen = Pen(self._capabilities, self._sgr)
        pen.say(move.sequence)
        block = move.of(self._lines)
        shown = {y: self._lines[y] for y in {*block, *lines}}
        _write(pen, shown | block, shown | dict(lines))
        return pen

    def _clear(self, lines: Mapping[int, Cells], pen: Pen) -> None:
        """Erase everything under the commonest parameters of the blanks, where the whole screen is known."""
        self._is_new = False
        width, height = self.size
        blanks = Counter(
            sgr
            for cells in lines.values()
            for text, sgr in zip(*cells, strict=True)
            if text == " " and is_erasable(sgr, by_colour=self._capabilities.erases_in_colour)
        )
        if len(lines) < height or not blanks:
            pen.plain()
            return
        sgr = blanks.most_common(1)[0][0]
        pen.clear(sgr)
        self._lines = [Cells([" "] * width, [sgr] * width) for _ in range(height)]


def _write(pen: Pen, old: Mapping[int, Cells] | Sequence[Cells], new: Mapping[int, Cells]) -> None:
    """Write the cells that differ between two frames."""
    for y in sorted(new):
        if old[y] != new[y]:
            pen.line(y, old[y], new[y])
