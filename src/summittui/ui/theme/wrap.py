"""Line breaks of a text on a screen of so many cells."""

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, split_graphemes

_SINGLE = re.compile(
    r"[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u2500-\u25fc]*"
)
_SIMPLE = (
    r"[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u2500-\u25fc"
    r"\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]*"
)
"""Code points that never join with others: of one cell, from U+3000 on of two; compiled where it is needed."""
_FIRST_WIDE = "\u3000"
_LONGEST_INDENT = 3
"""A hanging indent takes at most the third part of the width."""


def line_offsets(plain: str, width: int) -> list[tuple[int, int]]:
    """Return the (start, end) offsets in code points of the lines of `plain` in `width` cells.

    White space at a break belongs to no line. A text without words has one empty line.
    """
    width = max(1, width)
    lines: list[tuple[int, int]] = []
    start = 0
    while True:
        stop = plain.find("\n", start)
        stop = len(plain) if stop < 0 else stop
        lines += _break(plain, start, stop, width)
        if stop == len(plain):
            return lines
        start = stop + 1


def indent_at(plain: str, start: int, width: int) -> int:
    """Return how far the continuation lines of the line that begins at `start` are indented, in cells."""
    at = start
    while at < len(plain) and plain[at] == " ":
        at += 1
    return min(at - start, width // _LONGEST_INDENT)


def cut_offset(plain: str, width: int) -> int:
    """Return how many code points of `plain` fit in `width` cells, no cluster split."""
    if _SINGLE.fullmatch(plain, 0, min(len(plain), width + 1)):
        return min(len(plain), width)
    cells = 0
    for start, _, size in split_graphemes(plain[: 4 * width + 16])[0]:
        cells += size
        if cells > width:
            return start
    return len(plain)


def _break(plain: str, start: int, stop: int, width: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of one line of the text."""
    indent = indent_at(plain, start, width)
    room, at = width, start
    single = _SINGLE.fullmatch(plain, start, stop) is not None
    while True:
        end = _line_end_single(plain, at, stop, room) if single else _line_end(plain, at, stop, room)
        kept = end
        while kept > at and plain[kept - 1] == " ":
            kept -= 1
        yield at, kept
        at = end
        while at < stop and plain[at] == " ":
            at += 1
        if at >= stop:
            return
        room = width - indent


def _line_end_single(plain: str, at: int, stop: int, width: int) -> int:
    """Return where the line that begins at `at` ends, where every code point takes one cell."""
    if stop - at <= width:
        return stop
    first = at
    while first < stop and plain[first] == " ":
        first += 1
    space = plain.rfind(" ", first, at + width + 1)
    return space if space > 0 else at + width


def _clusters(part: str) -> Iterable[tuple[int, int, int]]:
    """Return the (start, end, cells) of the clusters of `part`."""
    if max(part) >= _FIRST_WIDE and re.fullmatch(_SIMPLE, part):
        return ((at, at + 1, 1 + (letter >= _FIRST_WIDE)) for at, letter in enumerate(part))
    return split_graphemes(part)[0]


def _line_end(plain: str, at: int, stop: int, width: int) -> int:
    """Return where the line that begins at `at` ends, cluster by cluster; wide ones may part from their neighbours."""
    part = plain[at : min(stop, at + 4 * width + 16)]
    if at + len(part) == stop and cell_len(part) <= width:
        return stop
    cells, chance, seen_word, before_wide = 0, 0, False, False
    for start, end, size in _clusters(part):
        blank = part[start:end] == " "
        if seen_word and (blank or before_wide or size > 1):
            chance = start
        if cells + size > width and not blank:
            return at + (chance or max(start, 1))
        cells += size
        seen_word, before_wide = seen_word or not blank, size > 1
    return at + len(part)
