"""The pen: it writes cells to the terminal in few bytes, knowing where it stands and what look is set."""

from operator import ne, or_

from summittui.ui.lean.abilities import Abilities
from summittui.ui.lean.cells import TAIL, UNKNOWN, Cells, is_disputed, reach
from summittui.ui.lean.looks import PLAIN, blank_look, change, grounded, is_erasable

_SKIPPED = 4
"""Up to so many cells that are right already are written again rather than jumped over."""
_BLANKS = 9
"""From so many blanks on they are erased rather than written."""
_GAP = [" "] * _BLANKS
_LETTERS = frozenset(map(chr, range(0x21, 0x7F)))
"""What is written as it is."""


class Pen:
    """Collects what is to be sent."""

    def __init__(self, abilities: Abilities, look: str = PLAIN) -> None:
        """Take it up.

        Args:
            abilities: Of the terminal.
            look: What is set there.
        """
        self._abilities = abilities
        self._sent: list[str] = []
        self.look = look
        """What is set at the end of what is to be sent."""
        self._at: tuple[int, int] | None = None
        self._again = 0
        """Cells of the line left of this may have been drawn over."""

    def text(self) -> str:
        """Return what is to be sent."""
        return "".join(self._sent)

    def say(self, sequence: str) -> None:
        """Send a control sequence that may move the cursor anywhere."""
        self._sent.append(sequence)
        self._at = None

    def clear(self, look: str) -> None:
        """Erase the whole screen in one look, from whatever look was set before."""
        self.plain()
        self._take(look)
        self._sent.append("\x1b[2J")

    def plain(self) -> None:
        """Set the plain look, whatever was set before."""
        self._sent.append("\x1b[m")
        self.look = PLAIN

    def line(self, y: int, old: Cells, new: Cells) -> None:
        """Write what differs between two states of line `y`."""
        differs = bytes(map(or_, map(ne, old.texts, new.texts), map(ne, old.looks, new.looks)))
        at, self._again = differs.find(1), 0
        while at >= 0:
            if new.texts[at] == UNKNOWN:
                at += 1
            else:
                at = self._write(new, at - (new.texts[at] == TAIL), y, differs)
            if at >= min(self._again, len(differs)):
                at = differs.find(1, at)

    def _write(self, cells: Cells, x: int, y: int, differs: bytes) -> int:
        """Write the cell at `x`, and as many after it as are like it and differ; returns the cell to go on at."""
        self._go(cells, x, y)
        is_blank = cells.texts[x] == " "
        self._take(cells.looks[x], is_blank=is_blank)
        if is_blank and is_erasable(cells.looks[x], by_colour=self._abilities.erases_in_colour):
            end = _blanks_end(cells, x)
            if end - x >= _BLANKS and (end == len(cells.texts) or self._abilities.erases_inside):
                self._sent.append("\x1b[K" if end == len(cells.texts) else f"\x1b[{end - x}X")
                return end
        end = self._run_end(cells, x, differs)
        if end > x:
            self._sent += cells.texts[x:end]
            self._at = (end, y)
            return end
        return self._put(cells, x, y)

    def _run_end(self, cells: Cells, x: int, differs: bytes) -> int:
        """Return up to where all cells from `x` on differ and are ASCII letters, and few blanks, in the look set."""
        texts, looks = cells
        look, blank = self.look, blank_look(self.look)
        alike = differs.find(0, x)
        stop = len(differs) if alike < 0 else alike
        end = x
        for end in range(x, stop):
            if texts[end] == " ":
                if looks[end] != blank or (end > x and _is_gap(cells, end)):
                    break
            elif looks[end] != look or texts[end] not in _LETTERS:
                break
        else:
            end = stop
        return end if end == len(texts) or texts[end] != TAIL else max(x, end - 1)

    def _put(self, cells: Cells, x: int, y: int) -> int:
        text = cells.texts[x]
        end = x + _width(cells, x)
        if not is_disputed(text):
            self._sent.append(text)
            self._at = (end, y)
            return end
        self._sent.append(" " * (end - x) + _to(x, y) + text)
        self._at = None
        self._again = max(self._again, x + reach(text))
        return end

    def _go(self, cells: Cells, x: int, y: int) -> None:
        """Bring the cursor to a cell, by a jump or over cells that are right already."""
        if self._at == (x, y):
            return
        if self._at is None or self._at[1] != y or self._at[0] > x or x >= len(cells.texts):
            self._sent.append(_to(x, y))
        else:
            start = self._at[0]
            between = cells.texts[start:x]
            if x - start <= _SKIPPED and all(map(str.isascii, between)) and self._is_written_alike(cells, start, x):
                self._sent += between
            else:
                self._sent.append(f"\x1b[{x - start}C" if x - start > 1 else "\x1b[C")
        self._at = (x, y)

    def _is_written_alike(self, cells: Cells, start: int, end: int) -> bool:
        known = all(text not in {TAIL, UNKNOWN} for text in cells.texts[start:end])
        blank = blank_look(self.look)
        alike = (
            look == (blank if text == " " else self.look)
            for text, look in zip(cells.texts[start:end], cells.looks[start:end], strict=True)
        )
        return known and all(alike)

    def _take(self, look: str, *, is_blank: bool = False) -> None:
        if is_blank:
            look = grounded(self.look, look)
        if look != self.look:
            self._sent.append(change(self.look, look))
            self.look = look


def _to(x: int, y: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"


def _width(cells: Cells, x: int) -> int:
    return 2 if x + 1 < len(cells.texts) and cells.texts[x + 1] == TAIL else 1


def _is_gap(cells: Cells, x: int) -> bool:
    return cells.texts[x : x + _BLANKS] == _GAP and _blanks_end(cells, x) - x >= _BLANKS


def _blanks_end(cells: Cells, x: int) -> int:
    texts, looks = cells
    look = looks[x]
    while x < len(texts) and texts[x] == " " and looks[x] == look:
        x += 1
    return x
