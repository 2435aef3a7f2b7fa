"""Looks: what a cell looks like, as the parameters of the control sequence SGR that make it so from nothing."""

from functools import lru_cache
from typing import NamedTuple

from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

PLAIN = ""
"""The look of a terminal that was told nothing."""
_ENDED_BY = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29"}
_ERASABLE = frozenset("123")
"""What may be set while cells are erased: it does not show on a blank."""


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
    return Strip.render_ansi(style, system)


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
    return parts.attributes <= _ERASABLE and (by_colour or parts.ground in {"", "49"})


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
