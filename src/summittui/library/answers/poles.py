"""Poles: the sides of an issue that nobody takes."""

from summittui.library.memory.derived import table_derived
from summittui.library.memory.library import Library
from summittui.model import StanceValue


def unspoken_poles(library: Library, issue: str) -> tuple[StanceValue, ...]:
    """Return the poles of an issue that no evidence of anybody shows, for before against."""
    taken = library.derived(_stances_taken).get(issue, frozenset())
    return tuple(pole for pole in (StanceValue.FOR, StanceValue.AGAINST) if pole not in taken)


@table_derived(lambda: ("quotes", "claims", "declarations"))
def _stances_taken(library: Library) -> dict[str, frozenset[StanceValue]]:
    """Return the stances that evidence shows, by issue."""
    found: dict[str, set[StanceValue]] = {}
    for every in library.stated.values():
        for stated in every:
            found.setdefault(stated.stance.issue, set()).add(stated.stance.stance)
    return {issue: frozenset(values) for issue, values in found.items()}
