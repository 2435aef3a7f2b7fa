"""Blocks of whole lines that moved: the terminal moves them by itself."""

from collections.abc import Mapping, Sequence
from operator import eq
from typing import NamedTuple

from summittui.ui.lean.cells import Cells

_LEAST_LINES = 4
_LEAST_GAIN = 40
"""Cells that a move must save."""
_SHIFTS = (1, -1, 2, -2, 3, -3)


class Move(NamedTuple):
    """A block of lines that moved."""

    top: int
    bottom: int
    """Its last line."""
    by: int
    """Lines it moved up; negative: down."""

    @property
    def sequence(self) -> str:
        """What makes the terminal move it: deleted or inserted lines between margins, which every terminal has."""
        lines, letter = abs(self.by), "M" if self.by > 0 else "L"
        return f"\x1b[m\x1b[{self.top + 1};{self.bottom + 1}r\x1b[{self.top + 1}H\x1b[{lines}{letter}\x1b[r"


def moved_block(old: Sequence[Cells], new: Mapping[int, Cells]) -> Move | None:
    """Return the move after which most cells of `old` are right, if one saves enough."""
    changed = [y for y in sorted(new) if new[y] != old[y]]
    if len(changed) < _LEAST_LINES:
        return None
    top, bottom = changed[0], changed[-1]
    kept = _alike(old, new, changed, 0, (top, bottom))
    best = max(_SHIFTS, key=lambda by: _alike(old, new, changed, by, (top, bottom)))
    gain = _alike(old, new, changed, best, (top, bottom)) - kept
    untouched = bottom - top + 1 - len(changed)
    if gain <= _LEAST_GAIN + untouched * len(old[top].texts):
        return None
    return Move(top, bottom, best)


def _alike(
    old: Sequence[Cells], new: Mapping[int, Cells], lines: Sequence[int], by: int, within: tuple[int, int]
) -> int:
    """Return how many cells of some lines stand `by` lines lower in the old state."""
    top, bottom = within
    return sum(sum(map(eq, new[y].texts, old[y + by].texts)) for y in lines if top <= y + by <= bottom)
