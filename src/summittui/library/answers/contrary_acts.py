"""Contrary acts: what one source says an actor did and did not do with one declaration, at one time."""

from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from summittui.library.protocol import Library
from summittui.model import Act, ActKind, Declaration

_TAKING_PART = frozenset({ActKind.SIGNED, ActKind.JOINED, ActKind.ADOPTED, ActKind.RATIFIED})
_KEEPING_OUT = frozenset({ActKind.DECLINED, ActKind.STAYED_OUT})


class ContraryActs(Struct, frozen=True):
    """Two acts of an actor on a declaration, as one source tells them, of which only one can be so."""

    declaration: str
    actor: str
    source: str
    acts: tuple[ActKind, ActKind]
    """In the order of the declaration."""


def contrary_acts(library: Library) -> tuple[ContraryActs, ...]:
    """Return the contrary acts of all declarations."""
    return tuple(found for each in library.every(Declaration) for found in contrary_acts_on(each))


def contrary_acts_on(declaration: Declaration) -> tuple[ContraryActs, ...]:
    """Return the contrary acts on one declaration; those that are dated apart, or marked as doubtful, are none."""
    return tuple(dict.fromkeys(_contrary(declaration)))


def _contrary(declaration: Declaration) -> Iterator[ContraryActs]:
    by_actor: dict[str, list[Act]] = {}
    for act in declaration.acts:
        if not act.doubt and act.act in _TAKING_PART | _KEEPING_OUT:
            by_actor.setdefault(str(act.actor), []).append(act)
    for actor, acts in by_actor.items():
        for one, other in combinations(acts, 2):
            if (one.act in _TAKING_PART) is not (other.act in _TAKING_PART) and not _dated_apart(one, other):
                for source in (each for each in one.sources if each in other.sources):
                    yield ContraryActs(declaration.id, actor, str(source), (one.act, other.act))


def _dated_apart(one: Act, other: Act) -> bool:
    """Tell whether two acts have dates, neither of which lies within the other."""
    dates = sorted(act.date or act.as_of or act.not_after or "" for act in (one, other))
    return all(dates) and not dates[1].startswith(dates[0])
