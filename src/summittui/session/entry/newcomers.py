"""Entries that name somebody, or something, that is known, or behind a plus somebody new."""

import re

from summittui.library import Library
from summittui.model import Actor, ActorKind, Declaration, InputError, Record
from summittui.session.entry.records import new_record
from summittui.session.naming import with_free_id
from summittui.session.proposed_records import new_declaration

NEW = "+"
"""Begins the entry of somebody, or of something, new; the name follows, the kind of an actor in brackets behind it."""
_NEWCOMER = re.compile(rf"\{NEW}\s*(?P<name>.+?)\s*(?:\((?P<kind>[a-z]+)\))?", re.DOTALL)


def entered_party(library: Library, entry: str, tables: tuple[str, ...], made: dict[str, Record | None]) -> str:
    """Return the id of somebody known, or of a new actor, who is put among what is made.

    Raises:
        UnknownId: The name means nobody, or more than one.
        InputError: Somebody new has no name, or is of a kind that there is not.
    """
    if not entry.strip().startswith(NEW):
        return library.resolve(entry, tables)
    found = _NEWCOMER.fullmatch(entry.strip())
    if found is None:
        raise InputError(f"a new actor needs a name behind the {NEW}")
    kind = found["kind"] or ActorKind.PERSON
    if kind not in set(ActorKind):
        raise InputError(f"{kind!r} is no kind of actor; write one of {', '.join(ActorKind)} in the brackets")
    actor = with_free_id(library, new_record(library, Actor, {"name": found["name"], "kind": kind}), made)
    made[actor.id] = actor
    return actor.id


def entered_declaration(library: Library, entry: str, made: dict[str, Record | None]) -> Declaration:
    """Return a declaration that is known, or a new one, which is not put among what is made."""
    if not entry.strip().startswith(NEW):
        return library.get_as(Declaration, library.resolve(entry, ("declarations",)))
    title = entry.strip().removeprefix(NEW).strip()
    if not title:
        raise InputError(f"a new declaration needs a title behind the {NEW}")
    return with_free_id(library, new_declaration(title), made)
