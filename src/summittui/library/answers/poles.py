"""Poles: the sides of an issue that nobody takes."""

from summittui.library.protocol import Library
from summittui.model import StanceValue


def unspoken_poles(library: Library, issue: str) -> tuple[StanceValue, ...]:
    """Return the poles of an issue that no evidence of anybody shows, for before against."""
    taken = library.stances_on(issue)
    return tuple(pole for pole in (StanceValue.FOR, StanceValue.AGAINST) if pole not in taken)
