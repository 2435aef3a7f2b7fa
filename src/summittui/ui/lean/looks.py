"""Looks: what a cell looks like, as the parameters of the control sequence SGR that make it so from nothing."""

import re
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

PLAIN = ""
"""The look of a terminal that was told nothing."""
_ENDED_BY = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29"}
_UNSEEN = frozenset("123")
"""Attributes that do not show on a blank."""
_TRUE = re.compile(r"\b([34])8;2;(\d+);(\d+);(\d+)")
_STEPS = (0, 95, 135, 175, 215, 255)
_PALETTE: dict[tuple[int, ...], int] = {
    **{rgb: 16 + at for at, rgb in enumerate(product(_STEPS, repeat=3))},
    **{(grey, grey, grey): 232 + at for at, grey in enumerate(range(8, 239, 10))},
}
"""The colours that every terminal of 256 colours has at the same place."""


class _Parts(NamedTuple):
    attributes: frozenset[str]
    colour: str
    ground: str


def look_of(style: Style | None, system: ColorSystem | None) -> str:
    """Return the look of a style in the colours a terminal has; links are left out."""
    if style is None:
        return PLAIN
    if system is None:
        return Strip.render_ansi(style.without_color, ColorSystem.STANDARD)
    look = Strip.render_ansi(style, system)
    return _shortened(look) if system is ColorSystem.TRUECOLOR else look


@lru_cache(4096)
def _shortened(look: str) -> str:
    """Return a look with the colours of the 256-colour palette by their numbers."""
    return _TRUE.sub(_numbered, look)


def _numbered(found: re.Match[str]) -> str:
    number = _PALETTE.get((int(found[2]), int(found[3]), int(found[4])))
    return found[0] if number is None else f"{found[1]}8;5;{number}"


@lru_cache(1024)
def blank_look(look: str) -> str:
    """Return the look of a blank: what does not show on it is left out."""
    parts = _parts(look)
    return parts.ground if parts.attributes <= _UNSEEN else look


@lru_cache(4096)
def grounded(look: str, blank: str) -> str:
    """Return a look in which a blank is as it should be, as near to `look` as can be."""
    parts = _parts(look)
    if not parts.attributes <= _UNSEEN or blank_look(blank) != _parts(blank).ground:
        return blank
    return ";".join([*sorted(parts.attributes), *filter(None, (parts.colour, blank))])


@lru_cache(4096)
def change(before: str, after: str) -> str:
    """Return the shortest sequence that turns one look into another."""
    anew = f"\x1b[0;{after}m" if after else "\x1b[m"
    old, new = _parts(before), _parts(after)
    gone = old.attributes - new.attributes
    if before == after or not gone <= _ENDED_BY.keys():
        return "" if before == after else anew
    ends = {_ENDED_BY[each] for each in gone}
    codes = sorted(ends)
    codes += sorted(each for each in new.attributes if each not in old.attributes or _ENDED_BY.get(each) in ends)
    if old.colour != new.colour:
        codes.append(new.colour or "39")
    if old.ground != new.ground:
        codes.append(new.ground or "49")
    step = f"\x1b[{';'.join(codes)}m"
    return step if len(step) < len(anew) else anew


@lru_cache(1024)
def is_erasable(look: str, *, by_colour: bool) -> bool:
    """Return whether erasing gives what a blank of this look is.

    Args:
        look: Of the blank.
        by_colour: Whether the terminal erases in the colour that is set.
    """
    parts = _parts(look)
    return parts.attributes <= _UNSEEN and (by_colour or parts.ground in {"", "49"})


@lru_cache(1024)
def _parts(look: str) -> _Parts:
    codes = look.split(";") if look else []
    attributes, colour, ground = set(), "", ""
    while codes:
        code = codes.pop(0)
        if code in {"38", "48"}:
            taken = 2 if codes[0] == "5" else 4
            code = ";".join([code, *codes[:taken]])
            del codes[:taken]
        if _is_colour(code, "3", "9"):
            colour = code
        elif _is_colour(code, "4", "10"):
            ground = code
        else:
            attributes.add(code)
    return _Parts(frozenset(attributes), colour, ground)


def _is_colour(code: str, dark: str, bright: str) -> bool:
    number = code.partition(";")[0]
    return number[:-1] in {dark, bright}
