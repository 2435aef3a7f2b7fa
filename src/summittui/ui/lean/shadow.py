"""The shadow: what the terminal shows, as far as it was sent from here."""

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import ne

from summittui.ui.lean.abilities import Abilities
from summittui.ui.lean.cells import Cells, unknown_cells
from summittui.ui.lean.looks import PLAIN, is_erasable
from summittui.ui.lean.pen import Pen
from summittui.ui.lean.scrolling import Move, likely_move


class Shadow:
    """The lines that a terminal of one size shows."""

    def __init__(self, width: int, height: int, abilities: Abilities) -> None:
        self.size = (width, height)
        self._abilities = abilities
        self._lines = [unknown_cells(width) for _ in range(height)]
        self._is_new = True
        self._look = PLAIN
        """What is set on the terminal: it stays so between updates, since most begin in the look in which one ended."""

    def line(self, y: int) -> Cells:
        """Return line `y`."""
        return self._lines[y]

    def show(self, lines: Mapping[int, Cells]) -> str:
        """Return what must be sent so that the terminal shows these lines; from then on they are what it shows."""
        pen = Pen(self._abilities, self._look)
        if self._is_new:
            self._clear(lines, pen)
        move = likely_move(self._lines, lines)
        moved = self._moved(move, lines) if move else None
        if moved and len(moved.text()) <= self._differing(lines):
            pen = moved  # what differs takes more, however it is written
        else:
            _write(pen, self._lines, lines)
            pen = min(pen, moved or pen, key=lambda each: len(each.text()))
        for y, cells in lines.items():
            self._lines[y] = cells
        self._look = pen.look
        return pen.text()

    def _differing(self, lines: Mapping[int, Cells]) -> int:
        """Return how many cells say something else."""
        return sum(sum(map(ne, self._lines[y].texts, new.texts)) for y, new in lines.items())

    def _moved(self, move: Move, lines: Mapping[int, Cells]) -> Pen:
        """Return the pen that lets the terminal move a block of its lines first."""
        pen = Pen(self._abilities, self._look)
        pen.say(move.sequence)
        block = move.of(self._lines)
        shown = {y: self._lines[y] for y in {*block, *lines}}
        _write(pen, shown | block, shown | dict(lines))
        return pen

    def _clear(self, lines: Mapping[int, Cells], pen: Pen) -> None:
        """Erase everything in the commonest look of the blanks, where the whole screen is known."""
        self._is_new = False
        width, height = self.size
        blanks = Counter(
            look
            for cells in lines.values()
            for text, look in zip(*cells, strict=True)
            if text == " " and is_erasable(look, by_colour=self._abilities.erases_in_colour)
        )
        if len(lines) < height or not blanks:
            pen.plain()
            return
        look = blanks.most_common(1)[0][0]
        pen.clear(look)
        self._lines = [Cells([" "] * width, [look] * width) for _ in range(height)]


def _write(pen: Pen, old: Mapping[int, Cells] | Sequence[Cells], new: Mapping[int, Cells]) -> None:
    """Make the old lines the new ones."""
    for y in sorted(new):
        if old[y] != new[y]:
            pen.line(y, old[y], new[y])
