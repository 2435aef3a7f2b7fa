"""Perspectives: the columns of a comparison."""

from msgspec import Struct

from summittui.library.library import Library, name_of
from summittui.model import Actor, Declaration, UnknownId
from summittui.model.text import safe


class Perspective(Struct, frozen=True, kw_only=True):
    """An actor, with those who speak for it where they are folded in, or a declaration with its own words."""

    id: str
    label: str
    members: tuple[str, ...]
    """Whose words, deeds and descriptions it holds, itself first."""
    folded: bool
    """Whether those who speak for it are in it."""

    @property
    def speakers(self) -> tuple[str, ...]:
        """The members other than itself."""
        return self.members[1:]


def perspective(library: Library, id_: str, *, folded: bool = True, apart: tuple[str, ...] = ()) -> Perspective:
    """Return the perspective of an actor or a declaration.

    Args:
        library: The records.
        id_: Id of the actor or declaration.
        folded: Whether to take in those who speak for it.
        apart: Ids that have a perspective of their own beside it and are left out of it.

    Raises:
        UnknownId: The id names nothing that can be a perspective.
    """
    record = library.get(id_)
    if not isinstance(record, Actor | Declaration):
        raise UnknownId(f"{safe(id_)!r} is no actor and no declaration; only these can be put side by side")
    speakers = library.speakers_for.get(id_, ()) if folded else ()  # type: ignore[call-overload]  # an id of a table
    members = (id_, *(speaker for speaker in speakers if speaker not in apart))
    return Perspective(id=id_, label=name_of(record), members=members, folded=folded)
