"""The cells that each character takes, as the program counts them (by Rich), for the terminal widget."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import TypedDict

from rich.cells import cell_len

_DIFFERING = (range(0x20, 0x7F), range(0xA0, 0x20000), range(0xE0000, 0xE1000))
"""The code points among which widths differ from one to the next."""
_IDEOGRAPHS = ((0x20000, 0x2FFFD), (0x30000, 0x3FFFD))
"""Planes of wide characters only, those that are not assigned yet among them (UAX #11)."""
_SELECTABLE = (range(0x20, 0x3300), range(0x1F000, 0x1FB00))
"""The code points among which a variation selector can make one wide."""
_EMOJI = "\ufe0f"
"""The selector that does."""


class CellWidths(TypedDict):
    """The characters that do not take one cell."""

    zero: list[tuple[int, int]]
    """The first and last code points of ranges that take no cell, in order."""
    wide: list[tuple[int, int]]
    """The first and last code points of ranges that take two cells, in order."""
    widened: list[int]
    """Code points that take two with the emoji selector behind them, and else one."""


@cache
def cell_widths() -> CellWidths:
    """Return what differs from one cell a character."""
    cells = {code: cell_len(chr(code)) for code in chain(*_DIFFERING)}
    return {
        "zero": list(_ranges(code for code, width in cells.items() if not width)),
        "wide": [*_ranges(code for code, width in cells.items() if width == 2), *_IDEOGRAPHS],
        "widened": [code for code in chain(*_SELECTABLE) if cell_len(chr(code) + _EMOJI) > cells.get(code, 2)],
    }


def _ranges(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each row of codes that follow each other."""
    first = last = -2
    for code in codes:
        if code != last + 1:
            if last >= 0:
                yield first, last
            first = code
        last = code
    if last >= 0:
        yield first, last
