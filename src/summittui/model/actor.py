"""Actors: who speaks, signs, or is spoken about."""

from enum import StrEnum

from msgspec import Struct

from summittui.model.ids import ActorId, EventId
from summittui.model.record import Record
from summittui.model.selector import Mention, Passage


class ActorKind(StrEnum):
    """The kind of an actor."""

    PERSON = "person"
    STATE = "state"
    BLOC = "bloc"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    COMPANY = "company"
    OUTLET = "outlet"
    COLLECTIVE = "collective"
    AUTHOR = "author"


class Role(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A role or title as one source states it."""

    title: str
    at: Passage


class Actor(Record, frozen=True):
    """Somebody or something that can speak, act or be spoken about."""

    name: str
    kind: ActorKind
    iso: str | None = None
    """Code of a state by ISO 3166-1 alpha-3, or XKX, the user-assigned code of Kosovo."""
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    affiliation: ActorId | None = None
    speaks_for: ActorId | None = None
    """The state or body whose perspective this actor's words can be folded into."""
    related: tuple[ActorId, ...] = ()
    """Actors that are kept apart from this one, though they are close."""
    members: tuple[ActorId, ...] = ()
    """For a collective, those who are known to belong to it."""
    mentions: tuple[Mention, ...] = ()
    optional: bool = False
    """A defensible extra that a strict coder may leave out."""
    note: str | None = None


class Event(Record, frozen=True):
    """A meeting or occasion."""

    name: str
    aliases: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    """Partial date of the event's end."""
    date_note: str | None = None
    part_of: EventId | None = None
    mentions: tuple[Mention, ...] = ()
    note: str | None = None
