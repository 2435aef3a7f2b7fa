"""The shadow: what the terminal shows, as far as it was sent from here."""

from collections import Counter
from collections.abc import Mapping

from summittui.ui.lean.abilities import Abilities
from summittui.ui.lean.cells import Cells, unknown_cells
from summittui.ui.lean.looks import is_erasable
from summittui.ui.lean.pen import Pen
from summittui.ui.lean.scrolling import moved_block


class Shadow:
    """The lines that a terminal of one size shows."""

    def __init__(self, width: int, height: int, abilities: Abilities) -> None:
        self.size = (width, height)
        self._abilities = abilities
        self._lines = [unknown_cells(width) for _ in range(height)]
        self._is_new = True

    def line(self, y: int) -> Cells:
        """Return a copy of line `y`, to be changed and given to `show`."""
        return Cells([*self._lines[y].texts], [*self._lines[y].looks])

    def show(self, lines: Mapping[int, Cells]) -> str:
        """Return what must be sent so that the terminal shows these lines; from then on they are what it shows."""
        pen = Pen(self._abilities)
        if self._is_new:
            self._clear(lines, pen)
        elif move := moved_block(self._lines, lines):
            pen.say(move.sequence)
            block = self._lines[move.top : move.bottom + 1]
            blank = [unknown_cells(self.size[0]) for _ in range(abs(move.by))]
            self._lines[move.top : move.bottom + 1] = (
                block[move.by :] + blank if move.by > 0 else blank + block[: move.by]
            )
        for y in sorted(lines):
            old, new = self._lines[y], lines[y]
            if old != new:
                pen.line(y, old, new)
                self._lines[y] = new
        return pen.text()

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
            pen.say("\x1b[m")
            return
        look = blanks.most_common(1)[0][0]
        pen.clear(look)
        self._lines = [Cells([" "] * width, [look] * width) for _ in range(height)]
