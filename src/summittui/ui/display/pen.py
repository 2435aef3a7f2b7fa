"""The pen: it writes cells in few bytes, by the position of the cursor and the SGR parameters that are set."""

from operator import ne, or_

from summittui.ui.display.capabilities import TermCapabilities
from summittui.ui.display.cells import TAIL, UNKNOWN, Cells, head_of, is_disputed, reach
from summittui.ui.display.sgr import PLAIN, RESET, blank_after, blank_sgr, change, is_erasable

_SKIPPED = 4
"""Up to so many cells that are right already are written again rather than jumped over."""
_BLANKS = 9
"""The number of blanks from which erasing is shorter than writing."""
_GAP = [" "] * _BLANKS
_LETTERS = frozenset(map(chr, range(0x21, 0x7F)))
"""The characters that are written as they are."""


class Pen:
    """Output of one update: control sequences and letters in the order in which the terminal takes them."""

    def __init__(self, capabilities: TermCapabilities, sgr: str = PLAIN) -> None:
        """Start an output.

        Args:
            capabilities: Capabilities of the terminal.
            sgr: SGR parameters that are set on the terminal.
        """
        self._capabilities = capabilities
        self._sent: list[str] = []
        self.sgr = sgr
        """SGR parameters that are set at the end of the output."""
        self._at: tuple[int, int] | None = None
        self._again = 0
        """Cells of the line left of this column may have been drawn over."""

    def text(self) -> str:
        """Return the output."""
        return "".join(self._sent)

    def say(self, sequence: str) -> None:
        """Add a control sequence that may move the cursor anywhere."""
        self._sent.append(sequence)
        self._at = None

    def clear(self, sgr: str) -> None:
        """Erase the whole screen under some SGR parameters, whichever were set before."""
        self.plain()
        self._take(sgr)
        self._sent.append("\x1b[2J")

    def plain(self) -> None:
        """Reset the SGR parameters, whichever were set before."""
        self._sent.append(RESET)
        self.sgr = PLAIN

    def line(self, y: int, old: Cells, new: Cells) -> None:
        """Write the cells that differ between two states of line `y`."""
        differs = bytes(map(or_, map(ne, old.texts, new.texts), map(ne, old.sgrs, new.sgrs)))
        at, self._again = differs.find(1), 0
        while at >= 0:
            if new.texts[at] == UNKNOWN:
                at += 1
            else:
                at = self._write(new, head_of(new.texts, at), y, differs)
            if at >= min(self._again, len(differs)):
                at = differs.find(1, at)

    def _write(self, cells: Cells, x: int, y: int, differs: bytes) -> int:
        """Write the cell at `x`, and as many after it as are like it and differ; returns the cell to go on at."""
        self._go(cells, x, y)
        is_blank = cells.texts[x] == " "
        self._take(cells.sgrs[x], is_blank=is_blank)
        if is_blank and is_erasable(cells.sgrs[x], by_colour=self._capabilities.erases_in_colour):
            end = _blanks_end(cells, x)
            if end - x >= _BLANKS and (end == len(cells.texts) or self._capabilities.erases_inside):
                self._sent.append("\x1b[K" if end == len(cells.texts) else f"\x1b[{end - x}X")
                return end
        end = self._run_end(cells, x, differs)
        if end > x:
            self._sent += cells.texts[x:end]
            self._at = (end, y)
            return end
        return self._put(cells, x, y)

    def _run_end(self, cells: Cells, x: int, differs: bytes) -> int:
        """Return up to where all cells from `x` on differ and are ASCII letters and few blanks, as the pen is set."""
        texts, sgrs = cells
        sgr, blank = self.sgr, blank_sgr(self.sgr)
        alike = differs.find(0, x)
        stop = len(differs) if alike < 0 else alike
        end = x
        for end in range(x, stop):
            if texts[end] == " ":
                if sgrs[end] != blank or (end > x and _is_gap(cells, end)):
                    break
            elif sgrs[end] != sgr or texts[end] not in _LETTERS:
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
        blank = blank_sgr(self.sgr)
        alike = (
            sgr == (blank if text == " " else self.sgr)
            for text, sgr in zip(cells.texts[start:end], cells.sgrs[start:end], strict=True)
        )
        return known and all(alike)

    def _take(self, sgr: str, *, is_blank: bool = False) -> None:
        if is_blank:
            sgr = blank_after(self.sgr, sgr)
        if sgr != self.sgr:
            self._sent.append(change(self.sgr, sgr))
            self.sgr = sgr


def _to(x: int, y: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"


def _width(cells: Cells, x: int) -> int:
    end = x + 1
    while end < len(cells.texts) and cells.texts[end] == TAIL:
        end += 1
    return end - x


def _is_gap(cells: Cells, x: int) -> bool:
    return cells.texts[x : x + _BLANKS] == _GAP and _blanks_end(cells, x) - x >= _BLANKS


def _blanks_end(cells: Cells, x: int) -> int:
    texts, sgrs = cells
    sgr = sgrs[x]
    while x < len(texts) and texts[x] == " " and sgrs[x] == sgr:
        x += 1
    return x
