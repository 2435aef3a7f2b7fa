"""Which fields of a record name other records; read from the types of the ids."""

import re
import types
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import replace

from summittui.model.ids import ActorId, ClaimId, DeclarationId, EventId, IssueId, PartyId, QuoteId, RecordId, SourceId
from summittui.model.quote import Quote
from summittui.model.record import Record
from summittui.model.records import TABLES

REFERS_TO: dict[Any, tuple[str, ...]] = {
    SourceId: ("sources",),
    ActorId: ("actors",),
    EventId: ("events",),
    IssueId: ("issues",),
    DeclarationId: ("declarations",),
    QuoteId: ("quotes",),
    ClaimId: ("claims",),
    PartyId: ("actors", "declarations"),
    RecordId: tuple(name for name in TABLES if name not in {"notes", "proposals"}),
}
"""The tables in which a record named by an id of each type may stand."""


S = TypeVar("S", bound=Struct)


class Reference(Struct, frozen=True):
    """One place where a record names another."""

    field: str
    """Path of the field, such as `acts[2].actor`."""
    id: str
    tables: tuple[str, ...]
    """The tables in which the named record may stand."""


def references(record: Record) -> Iterator[Reference]:
    """Yield every reference of a record, in the order of its fields."""
    return _walk(record, "")


def named_ids(record: Record) -> frozenset[str]:
    """Return the ids that a record names, wherever in it."""
    found: set[str] = set()
    _add_ids(record, found)
    return frozenset(found)


def _add_ids(struct: Struct, found: set[str]) -> None:
    for name, _, nested in _fields(type(struct)):
        value = getattr(struct, name)
        if not value:
            continue
        if not isinstance(value, tuple):
            value = (value,)
        if nested:
            for item in value:
                _add_ids(item, found)
        else:
            found.update(value)


def rewritten(struct: S, old: str, new: str) -> S:
    """Return a record, or a part of one, in which every reference to `old` names `new`."""
    changes: dict[str, Any] = {}
    for name, _, nested in _fields(type(struct)):
        value = getattr(struct, name)
        if isinstance(value, tuple):
            items = [rewritten(item, old, new) if nested else _named(item, old, new) for item in value]
            changes[name] = tuple(items) if nested else tuple(dict.fromkeys(items))
        elif value is not None:
            changes[name] = rewritten(value, old, new) if nested else _named(value, old, new)
    return _each_speaker_once(replace(struct, **changes)) if changes else struct


def _each_speaker_once(struct: S) -> S:
    """Return a quote whose joint speakers are others than its speaker; anything else as it is."""
    if not isinstance(struct, Quote) or struct.speaker not in struct.joint_speakers:
        return struct
    return replace(struct, joint_speakers=tuple(id_ for id_ in struct.joint_speakers if id_ != struct.speaker))


def _named(id_: str, old: str, new: str) -> str:
    return new if id_ == old else id_


def type_at(type_: type[Struct], path: str) -> Any:
    """Return the type of the values at a path of fields, such as `acts[2].actor`, inside Optional and tuple.

    Raises:
        KeyError: The path names a field that its struct does not have.
    """
    found: Any = type_
    for name in re.sub(r"\[[^]]*\]", "", path).split("."):
        found = _core(get_type_hints(found)[name])
    return found


def _walk(struct: Struct, path: str) -> Iterator[Reference]:
    for name, tables, nested in _fields(type(struct)):
        value = getattr(struct, name)
        if value is None or value == ():
            continue
        many = isinstance(value, tuple)
        for index, item in enumerate(value if many else (value,)):
            place = f"{path}{name}[{index}]" if many else f"{path}{name}"
            if nested:
                yield from _walk(item, f"{place}.")
            else:
                yield Reference(place, item, tables)


@cache
def _fields(type_: type[Struct]) -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    """Return (name, tables referred to, whether its values are structs) of the fields in which ids can stand."""
    found = []
    for name, hint in get_type_hints(type_).items():
        core = _core(hint)
        if core in REFERS_TO:
            found.append((name, REFERS_TO[core], False))
        elif isinstance(core, type) and issubclass(core, Struct) and _fields(core):
            found.append((name, (), True))
    return tuple(found)


def _core(hint: Any) -> Any:
    """Return the type inside Optional and tuple."""
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is tuple:
        return _core(get_args(hint)[0])
    return hint
