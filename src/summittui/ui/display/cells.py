"""A line of a terminal as cells: the text of each and its SGR parameters."""

import re
from functools import lru_cache
from typing import NamedTuple

from summittui.ui.display.sgr import PLAIN

UNKNOWN = "\0"
"""Text of a cell of which it is not known what the terminal shows; never sent."""
TAIL = ""
"""Text of the further cells of a cluster that is several cells wide."""
_ALWAYS_JOINED = re.compile(".[\u0300-\u036f]*")
"""One letter and accents, which every terminal puts into one cell."""
_FIRST_PICTOGRAPH = 0x1F000
_LAST_PICTOGRAPH = 0x1FFFF


class Cells(NamedTuple):
    """The cells of a line, from left to right."""

    texts: list[str]
    """The text of each; TAIL or UNKNOWN among them."""
    sgrs: list[str]
    """The SGR parameters of each."""


def unknown_cells(width: int) -> Cells:
    """Return a line of which nothing is known."""
    return Cells([UNKNOWN] * width, [PLAIN] * width)


def spliced(line: Cells, x: int, part: Cells) -> Cells:
    """Return a line with other cells from cell `x` on; halves of wide letters that are left over become blanks."""
    width, end = len(line.texts), x + len(part.texts)
    if not x and end == width:
        return part
    texts, sgrs = ([*cells[:x], *new, *cells[end:]][:width] for cells, new in zip(line, part, strict=True))
    if x and part.texts and line.texts[x] == TAIL:
        head = head_of(line.texts, x)
        texts[head:x] = [" "] * (x - head)
    while end < width and line.texts[end] == TAIL:
        texts[end] = " "
        end += 1
    return Cells(texts, sgrs)


def head_of(texts: list[str], at: int) -> int:
    """Return the first cell of the cluster that cell `at` belongs to."""
    while at and texts[at] == TAIL:
        at -= 1
    return at


@lru_cache(4096)
def is_disputed(text: str) -> bool:
    """Return whether terminals differ on how many cells a cluster takes: pictographs, flags, keycaps, selectors."""
    if not text:
        return False
    return _FIRST_PICTOGRAPH <= ord(text[0]) <= _LAST_PICTOGRAPH or not _ALWAYS_JOINED.fullmatch(text)


def reach(text: str) -> int:
    """Return how many cells a disputed cluster may be drawn over at most."""
    return 2 * len(text)
