"""Rich segments as cells: styles become SGR parameters, and the gate is kept."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from summittui.model.joiners import COUNTED, as_written
from summittui.ui.display.cells import TAIL, Cells
from summittui.ui.display.gate import REPLACEMENT, gate
from summittui.ui.display.sgr import PLAIN, blank_sgr

_NARROW = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0386\u0388-\u0482\u2010-\u2027\u2190-\u2199\u2500-\u25fc]*"
)
"""Letters of one cell each, whatever comes before."""
_JOINER = "\u200d"
_REGIONAL = range(0x1F1E6, 0x1F200)
_ATTRIBUTES = (
    ("bold", "1"),
    ("dim", "2"),
    ("italic", "3"),
    ("underline", "4"),
    ("blink", "5"),
    ("blink2", "6"),
    ("reverse", "7"),
    ("conceal", "8"),
    ("strike", "9"),
    ("underline2", "21"),
    ("frame", "51"),
    ("encircle", "52"),
    ("overline", "53"),
)
"""Attributes of a Rich style and the SGR parameter that sets each."""
_TRUE = re.compile(r"\b([34])8;2;(\d+);(\d+);(\d+)")
_STEPS = (0, 95, 135, 175, 215, 255)
_PALETTE: dict[tuple[int, ...], int] = {
    **{rgb: 16 + at for at, rgb in enumerate(product(_STEPS, repeat=3))},
    **{(grey, grey, grey): 232 + at for at, grey in enumerate(range(8, 239, 10))},
}
"""Numbers of the colours that every terminal of 256 colours has at the same place."""


@lru_cache(4096)
def sgr_of(style: Style | None, system: ColorSystem | None) -> str:
    """Return the SGR parameters of a style in the colours of a terminal; links are left out."""
    if style is None:
        return PLAIN
    codes = [code for name, code in _ATTRIBUTES if getattr(style, name)]
    if system is not None:
        codes += style.color.downgrade(system).get_ansi_codes() if style.color else ()
        codes += style.bgcolor.downgrade(system).get_ansi_codes(foreground=False) if style.bgcolor else ()
    sgr = ";".join(codes)
    return _TRUE.sub(_numbered, sgr) if system is ColorSystem.TRUECOLOR else sgr


def _numbered(found: re.Match[str]) -> str:
    """Return a true colour as a number of the 256-colour palette, if it is one of them."""
    number = _PALETTE.get((int(found[2]), int(found[3]), int(found[4])))
    return found[0] if number is None else f"{found[1]}8;5;{number}"


def cells_of(segments: Iterable[Segment], system: ColorSystem | None) -> Cells:
    """Return segments as cells; no code point passes that could drive a terminal or reorder a line."""
    texts: list[str] = []
    sgrs: list[str] = []
    parts = [(text, style) for text, style, control in segments if not control]
    gated = gate("".join(text for text, _ in parts))
    at = 0
    for text, style in parts:
        sgr = sgr_of(style, system)
        if _NARROW.fullmatch(text):
            texts += text
        else:
            for start, end, width in split_graphemes(text)[0]:
                _put(texts, gated[at + start : at + end], width)
        at += len(text)
        blank = blank_sgr(sgr)
        sgrs += [blank if each == " " else sgr for each in texts[len(sgrs) :]]
    if COUNTED in gated:
        _join_letters(texts)
    return Cells(texts, sgrs)


def _put(texts: list[str], cluster: str, width: int) -> None:
    """Add a cluster; one without width joins the letter before it, and so does the second half of a flag."""
    if not width:
        at = _last_filled(texts)
        if at is not None:
            texts[at] += _joined(cluster)
    elif texts and _is_half_flag(texts[-1]) and _is_half_flag(cluster):
        texts[-1:] = [texts[-1] + cluster, TAIL]
    else:
        texts.append(cluster[0] + _joined(cluster[1:]))
        texts += [TAIL] * (width - 1)


def _join_letters(texts: list[str]) -> None:
    """Make one cluster of the letters on both sides of a joiner, since tmux puts what follows one into the same cell.

    Behind the last letter of a word there is nothing to join, and tmux would take the blank.
    """
    head = 0
    for at in range(1, len(texts)):
        if texts[head].endswith(_JOINER) and texts[at] not in {TAIL, " "}:
            texts[head] += texts[at]
            texts[at] = TAIL
        elif texts[at] != TAIL:
            texts[head] = texts[head].removesuffix(_JOINER)
            head = at
    if texts:
        texts[head] = texts[head].removesuffix(_JOINER)


def _last_filled(texts: list[str]) -> int | None:
    return next((at for at in reversed(range(len(texts))) if texts[at] != TAIL), None)


def _joined(signs: str) -> str:
    """Return what joins the sign before it as it is sent: without what did not pass, with joiners for stand-ins."""
    return as_written(signs.replace(REPLACEMENT, ""))


def _is_half_flag(text: str) -> bool:
    return len(text) == 1 and ord(text) in _REGIONAL
