"""SGR parameters: the attributes and colours of a cell, as the control sequence "select graphic rendition" sets them.

A cell's parameters are written as from a reset terminal, such as `1;38;5;252` (ECMA-48, 8.3.117; colours as xterm).
"""

from functools import lru_cache
from typing import NamedTuple

PLAIN = ""
"""The parameters of a terminal that was reset."""
RESET = "\x1b[m"
"""Resets a terminal to PLAIN."""
_ENDED_BY = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29"}
_UNSEEN = frozenset("123")
"""Attributes that do not show on a blank."""


class _Parts(NamedTuple):
    attributes: frozenset[str]
    foreground: str
    background: str


@lru_cache(1024)
def blank_sgr(sgr: str) -> str:
    """Return the parameters of a blank: those that do not show on it are left out."""
    parts = _parts(sgr)
    return parts.background if parts.attributes <= _UNSEEN else sgr


@lru_cache(4096)
def blank_after(sgr: str, blank: str) -> str:
    """Return the parameters nearest to `sgr` under which a blank shows as under `blank`."""
    parts = _parts(sgr)
    if not parts.attributes <= _UNSEEN or blank_sgr(blank) != _parts(blank).background:
        return blank
    return ";".join([*sorted(parts.attributes), *filter(None, (parts.foreground, blank))])


@lru_cache(4096)
def change(before: str, after: str) -> str:
    """Return the shortest control sequence from one set of parameters to another."""
    anew = f"\x1b[0;{after}m" if after else RESET
    old, new = _parts(before), _parts(after)
    gone = old.attributes - new.attributes
    if before == after or not gone <= _ENDED_BY.keys():
        return "" if before == after else anew
    ends = {_ENDED_BY[each] for each in gone}
    codes = sorted(ends)
    codes += sorted(each for each in new.attributes if each not in old.attributes or _ENDED_BY.get(each) in ends)
    if old.foreground != new.foreground:
        codes.append(new.foreground or "39")
    if old.background != new.background:
        codes.append(new.background or "49")
    step = f"\x1b[{';'.join(codes)}m"
    return step if len(step) < len(anew) else anew


@lru_cache(1024)
def is_erasable(sgr: str, *, by_colour: bool) -> bool:
    """Return whether erasing a cell leaves the blank that `sgr` draws.

    Args:
        sgr: Parameters of the blank.
        by_colour: Whether the terminal erases in the background that is set.
    """
    parts = _parts(sgr)
    return parts.attributes <= _UNSEEN and (by_colour or parts.background in {"", "49"})


@lru_cache(1024)
def _parts(sgr: str) -> _Parts:
    codes = sgr.split(";") if sgr else []
    attributes, foreground, background = set(), "", ""
    while codes:
        code = codes.pop(0)
        if code in {"38", "48"}:
            taken = 2 if codes[0] == "5" else 4
            code = ";".join([code, *codes[:taken]])
            del codes[:taken]
        if _is_colour(code, "3", "9"):
            foreground = code
        elif _is_colour(code, "4", "10"):
            background = code
        else:
            attributes.add(code)
    return _Parts(frozenset(attributes), foreground, background)


def _is_colour(code: str, dark: str, bright: str) -> bool:
    number = code.partition(";")[0]
    return number[:-1] in {dark, bright}
