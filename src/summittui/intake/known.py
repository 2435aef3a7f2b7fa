"""The records that a text may name, as a proposer wants them."""

from summittui.model import Actor, ActorKind, Known, KnownActor, KnownRecord, Records

_PEOPLE = {ActorKind.PERSON, ActorKind.AUTHOR}


def known_records(records: Records) -> Known:
    """Return the names and aliases of all actors, issues and declarations."""
    return Known(
        actors=tuple(_known_actor(actor) for actor in records.actors),
        issues=tuple(KnownRecord(id=issue.id, names=(issue.label,)) for issue in records.issues),
        declarations=tuple(KnownRecord(id=each.id, names=(each.title, *each.aliases)) for each in records.declarations),
    )


def _known_actor(actor: Actor) -> KnownActor:
    return KnownActor(id=actor.id, names=(actor.name, *actor.aliases), is_body=actor.kind not in _PEOPLE)
