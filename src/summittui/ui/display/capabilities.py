"""Capabilities that not every terminal has, from its terminfo entry."""

import os
from functools import cache
from typing import NamedTuple


class TermCapabilities(NamedTuple):
    """Capabilities of a terminal that let an update take fewer bytes."""

    erases_in_colour: bool = False
    """Whether erased cells take the background that is set (terminfo `bce`)."""
    erases_inside: bool = False
    """Whether some cells inside a line can be erased (terminfo `ech`)."""


@cache
def term_capabilities() -> TermCapabilities:
    """Return the capabilities that terminfo names for TERM; none for a terminal without an entry."""
    try:
        import _curses
    except ImportError:  # a Python built without it
        return TermCapabilities()
    try:
        _curses.setupterm(os.environ.get("TERM", ""), 1)
    except _curses.error:
        return TermCapabilities()
    return TermCapabilities(_curses.tigetflag("bce") > 0, bool(_curses.tigetstr("ech")))
