"""Sets: which perspectives are one and its own part, so that neither stands with or against the other."""

from summittui.library.answers.perspective import Perspective
from summittui.library.protocol import Library
from summittui.model import Actor, ActorKind

VOICES = frozenset({ActorKind.AUTHOR, ActorKind.OUTLET})
"""The kinds of actors whose positions are the layer of newspapers' and authors' own voice."""


def is_voice(library: Library, whose: Perspective) -> bool:
    """Tell whether a perspective is the own voice of newspapers and authors alone."""
    found = [library.find(member) for member in whose.members]
    return bool(found) and all(isinstance(each, Actor) and each.kind in VOICES for each in found)


def belong_together(library: Library, one: Perspective, other: Perspective) -> bool:
    """Tell whether two perspectives share somebody, or one is a set that somebody of the other belongs to."""
    ones, others = set(one.members), set(other.members)
    return not (
        ones.isdisjoint(others)
        and _reach(library, ones).isdisjoint(others)
        and _reach(library, others).isdisjoint(ones)
    )


def _reach(library: Library, ids: set[str]) -> set[str]:
    """Return everybody recorded as belonging to one of these, directly or through others, and who speaks for them."""
    found: set[str] = set()
    queue = list(ids)
    while queue:
        actor = library.find(queue.pop())
        inside = set(map(str, actor.members)) - found if isinstance(actor, Actor) else set()
        queue += inside
        found |= inside
    return found | {str(each) for id_ in found for each in library.speakers_for(id_)}
