"""Perspectives: the columns of a comparison."""

from collections.abc import Iterator

from msgspec import Struct

from summittui.library.answers.camps import members_of, rule_of
from summittui.library.protocol import Library
from summittui.model import Actor, ActorKind, Camp, Declaration, Record, Source, UnknownId
from summittui.model.display_names import display_name
from summittui.model.text import safe


class Perspective(Struct, frozen=True, kw_only=True):
    """The parties whose words, deeds and descriptions stand in one column."""

    id: str
    label: str
    members: tuple[str, ...]
    """An actor, a camp's actors, a declaration or the authors of a source; then those folded into them."""
    folded: bool
    """Whether those who speak for the members are in it."""
    own: int = 1
    """The number of members that are not folded in."""
    rule: str | None = None
    """For a camp, what makes an actor a member."""
    see_also: tuple[str, ...] = ()
    """States and bodies that are close to the perspective but recorded apart."""
    merged: bool = False
    """Whether those of `see_also` are among the members, because a reader asked for it."""

    @property
    def speakers(self) -> tuple[str, ...]:
        """The members that are folded in as those who speak for it."""
        return tuple(member for member in self.members[self.own :] if member not in self.see_also)


_BODIES = frozenset({ActorKind.STATE, ActorKind.BLOC, ActorKind.ORGANISATION, ActorKind.GOVERNMENT})
"""The kinds of actors that can be recorded apart though they are one polity."""


def perspective(
    library: Library, id_: str, *, folded: bool = True, apart: tuple[str, ...] = (), merged: bool = False
) -> Perspective:
    """Return the perspective of an actor, a camp, a declaration (its own words) or a source (its author).

    Args:
        library: The records.
        id_: Id of the actor, camp, declaration or source.
        folded: Whether to take in those who speak for it.
        apart: Ids that have a perspective of their own beside it and are not folded into it; a camp keeps its members.
        merged: Whether to take in the states and bodies that are close to it but recorded apart.

    Raises:
        UnknownId: The id names nothing that can be a perspective.
    """
    record = library.get(id_)
    rule = None
    match record:
        case Actor() | Declaration():
            own: tuple[str, ...] = (id_,)
        case Source():
            own = _authors(library, record)
        case Camp():
            own, rule = members_of(library, record), rule_of(library, record)
        case _:
            raise UnknownId(f"{safe(id_)!r} is no actor, camp, declaration or source; only these stand side by side")
    speakers = (speaker for member in own for speaker in library.speakers_for(member))
    members = dict.fromkeys((*own, *(each for each in speakers if each not in apart))) if folded else dict.fromkeys(own)
    close = tuple(each for each in _bodies_near(library, record) if each not in members and each not in apart)
    if merged:
        near = (each for body in close for each in (body, *library.speakers_for(body)))
        members |= dict.fromkeys(each for each in near if each not in apart)
    return Perspective(
        id=id_,
        label=display_name(record),
        members=tuple(members),
        folded=folded,
        own=len(own),
        rule=rule,
        see_also=close,
        merged=merged and bool(close),
    )


def _authors(library: Library, source: Source) -> tuple[str, ...]:
    """Return the author of a source; where it names none, those who assert the claims that are coded in it."""
    if source.author:
        return (source.author,)
    return tuple(dict.fromkeys(claim.author for claim in library.claims_in(source.id)))


def _bodies_near(library: Library, record: Record) -> Iterator[str]:
    """Yield the states and bodies that a state or body is kept apart from."""
    if isinstance(record, Actor) and record.kind in _BODIES:
        for id_ in record.related:
            other = library.find(id_)
            if isinstance(other, Actor) and other.kind in _BODIES:
                yield other.id
