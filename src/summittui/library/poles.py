"""Poles: the sides of an issue that nobody takes."""

from summittui.library.kept import whole
from summittui.library.library import Library
from summittui.model import StanceValue


def unspoken_poles(library: Library, issue: str) -> tuple[StanceValue, ...]:
    """Return the poles of an issue that no evidence of anybody shows, for before against."""
    taken = library.once(_stances_taken).get(issue, frozenset())
    return tuple(pole for pole in (StanceValue.FOR, StanceValue.AGAINST) if pole not in taken)


@whole(lambda: ("quotes", "claims", "declarations"))
def _stances_taken(library: Library) -> dict[str, frozenset[StanceValue]]:
    """Return the stances that evidence shows, by issue."""
    found: dict[str, set[StanceValue]] = {}
    for every in library.stated.values():
        for stated in every:
            found.setdefault(stated.stance.issue, set()).add(stated.stance.stance)
    return {issue: frozenset(values) for issue, values in found.items()}
