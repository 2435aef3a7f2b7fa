"""Lines as cells: what stands in each, and how it looks."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.segment import Segment

from summittui.ui.lean.looks import PLAIN, blank_look, look_of
from summittui.ui.paint import gate

UNKNOWN = "\0"
"""Stands where it is not known what the terminal shows; never sent."""
TAIL = ""
"""Stands in the second cell of what is two cells wide."""
_NARROW = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0386\u0388-\u0482\u2010-\u2027\u2190-\u2199\u2500-\u25fc]*"
)
"""Letters of one cell each, whatever comes before."""
_ALWAYS_JOINED = re.compile(".[\u0300-\u036f]*")
"""One letter and accents, which every terminal puts into one place."""
_FIRST_PICTOGRAPH = 0x1F000
_LAST_PICTOGRAPH = 0x1FFFF
_REGIONAL = range(0x1F1E6, 0x1F200)


class Cells(NamedTuple):
    """The cells of a line, from left to right."""

    texts: list[str]
    """What stands in each; TAIL or UNKNOWN among them."""
    looks: list[str]
    """How each looks."""


def unknown_cells(width: int) -> Cells:
    """Return a line of which nothing is known."""
    return Cells([UNKNOWN] * width, [PLAIN] * width)


def cells_of(segments: Iterable[Segment], system: ColorSystem | None) -> Cells:
    """Return segments as cells; no code point passes that could drive a terminal or reorder a line."""
    texts: list[str] = []
    looks: list[str] = []
    for text, style, control in segments:
        if control:
            continue
        look = look_of(style, system)
        if _NARROW.fullmatch(text):
            texts += text
        else:
            for start, end, width in split_graphemes(text)[0]:
                _put(texts, text[start:end], width)
        blank = blank_look(look)
        looks += [blank if each == " " else look for each in texts[len(looks) :]]
    return Cells(texts, looks)


def _put(texts: list[str], cluster: str, width: int) -> None:
    """Add a cluster; what has no width joins what stands before, and so does the second half of a flag."""
    if not width:
        at = _last_filled(texts)
        if at is not None:
            texts[at] += _harmless(cluster)
    elif texts and _is_half_flag(texts[-1]) and _is_half_flag(cluster):
        texts[-1:] = [texts[-1] + cluster, TAIL]
    else:
        texts.append(gate(cluster[0]) + _harmless(cluster[1:]))
        texts += [TAIL] * (width - 1)


def _last_filled(texts: list[str]) -> int | None:
    return next((at for at in reversed(range(len(texts))) if texts[at] != TAIL), None)


def _harmless(joined: str) -> str:
    return "".join(each for each in joined if gate(each) == each)


def _is_half_flag(text: str) -> bool:
    return len(text) == 1 and ord(text) in _REGIONAL


@lru_cache(4096)
def is_disputed(text: str) -> bool:
    """Return whether terminals differ on how many cells a cluster takes: pictographs, flags, keycaps, selectors."""
    if not text:
        return False
    return _FIRST_PICTOGRAPH <= ord(text[0]) <= _LAST_PICTOGRAPH or not _ALWAYS_JOINED.fullmatch(text)


def reach(text: str) -> int:
    """Return how many cells a disputed cluster may be drawn over at most."""
    return 2 * len(text)
