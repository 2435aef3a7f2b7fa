"""Blocks of whole lines that moved: the terminal moves them by itself."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summittui.ui.display.cells import UNKNOWN, Cells, unknown_cells

_LEAST_LINES = 3
"""Fewer lines that moved are written anew without counting the bytes that moving them would save."""


class Move(NamedTuple):
    """A block of lines that moved."""

    top: int
    bottom: int
    """The last line of the region."""
    by: int
    """The number of lines by which the region scrolls up; negative: down."""

    @property
    def sequence(self) -> str:
        """Control sequence that moves the block: lines deleted or inserted in margins, as every terminal can."""
        lines, letter = abs(self.by), "M" if self.by > 0 else "L"
        return f"\x1b[{self.top + 1};{self.bottom + 1}r\x1b[{self.top + 1}H\x1b[{lines}{letter}\x1b[r"

    def of(self, lines: Sequence[Cells]) -> dict[int, Cells]:
        """Return the lines of the block as they are once it has moved; nothing is known of those that come in."""
        width = len(lines[self.top].texts)
        block = range(self.top, self.bottom + 1)
        return {y: lines[y + self.by] if y + self.by in block else unknown_cells(width) for y in block}


def likely_move(old: Sequence[Cells], new: Mapping[int, Cells]) -> Move | None:
    """Return the move after which most lines of `new` say what they should; None where hardly any would."""
    changed = [y for y in sorted(new) if new[y].texts != old[y].texts]
    if len(changed) < _LEAST_LINES:
        return None
    places: dict[str, list[int]] = {}
    for y in range(changed[0], changed[-1] + 1):
        places.setdefault("".join(old[y].texts), []).append(y)
    moves: dict[int, list[int]] = {}
    for y in changed:
        for at in places.get("".join(new[y].texts), ()):
            moves.setdefault(at - y, []).append(y)
    by, lines = max(moves.items(), key=lambda move: len(move[1]), default=(0, []))
    if len(lines) < _LEAST_LINES:
        return None
    move = Move(lines[0] + min(by, 0), lines[-1] + max(by, 0), by)
    is_known = all(UNKNOWN not in old[y].texts for y in range(move.top, move.bottom + 1))
    return move if is_known else None
