"""Perspectives: the columns of a comparison."""

from msgspec import Struct

from summittui.library.called import name_of
from summittui.library.camps import members_of, rule_of
from summittui.library.library import Library
from summittui.model import Actor, ActorId, Camp, Declaration, Source, UnknownId
from summittui.model.text import safe


class Perspective(Struct, frozen=True, kw_only=True):
    """Whose words, deeds and descriptions stand in one column."""

    id: str
    label: str
    members: tuple[str, ...]
    """An actor, a camp's actors, a declaration or a source's author; then those folded into them."""
    folded: bool
    """Whether those who speak for the members are in it."""
    own: int = 1
    """How many of the members are not folded in."""
    rule: str | None = None
    """For a camp, what makes an actor a member."""

    @property
    def speakers(self) -> tuple[str, ...]:
        """The members that are folded in."""
        return self.members[self.own :]


def perspective(library: Library, id_: str, *, folded: bool = True, apart: tuple[str, ...] = ()) -> Perspective:
    """Return the perspective of an actor, a camp, a declaration (its own words) or a source (its author).

    Args:
        library: The records.
        id_: Id of the actor, camp, declaration or source.
        folded: Whether to take in those who speak for it.
        apart: Ids that have a perspective of their own beside it and are left out of it.

    Raises:
        UnknownId: The id names nothing that can be a perspective.
    """
    record = library.get(id_)
    rule = None
    match record:
        case Actor() | Declaration():
            own: tuple[str, ...] = (id_,)
        case Source():
            own = (record.author,) if record.author else ()
        case Camp():
            own, rule = members_of(library, record), rule_of(library, record)
        case _:
            raise UnknownId(f"{safe(id_)!r} is no actor, camp, declaration or source; only these stand side by side")
    own = tuple(member for member in own if member == id_ or member not in apart)
    speakers = (speaker for member in own for speaker in library.speakers_for.get(ActorId(member), ()))
    members = dict.fromkeys((*own, *(each for each in speakers if each not in apart))) if folded else own
    return Perspective(id=id_, label=name_of(record), members=tuple(members), folded=folded, own=len(own), rule=rule)
