"""What a terminal can do that not every terminal can."""

import os
from functools import cache
from typing import NamedTuple


class Abilities(NamedTuple):
    """What may be used to send less."""

    erases_in_colour: bool = False
    """Erased cells take the colour that is set."""
    erases_inside: bool = False
    """Some cells inside a line can be erased."""


@cache
def abilities() -> Abilities:
    """Return what the description of the terminal says of it; nothing of one that is not described."""
    try:
        import _curses
    except ImportError:  # a Python built without it
        return Abilities()
    try:
        _curses.setupterm(os.environ.get("TERM", ""), 1)
    except _curses.error:
        return Abilities()
    return Abilities(_curses.tigetflag("bce") > 0, bool(_curses.tigetstr("ech")))
