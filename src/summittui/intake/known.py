"""The names of the records that a text may name, as a proposer takes them."""

from summittui.library import Library
from summittui.model import Actor, ActorKind, Declaration, Known, KnownActor, KnownRecord

_PEOPLE = {ActorKind.PERSON, ActorKind.AUTHOR}


def known_records(library: Library) -> Known:
    """Return the names and aliases of all actors, issues and declarations."""
    return Known(
        actors=tuple(_known_actor(actor) for actor in library.every(Actor)),
        issues=tuple(KnownRecord(id=issue.id, names=(issue.label,)) for issue in library.issues()),
        declarations=tuple(
            KnownRecord(id=each.id, names=(each.title, *each.aliases)) for each in library.every(Declaration)
        ),
    )


def _known_actor(actor: Actor) -> KnownActor:
    return KnownActor(id=actor.id, names=(actor.name, *actor.aliases), is_body=actor.kind not in _PEOPLE)
