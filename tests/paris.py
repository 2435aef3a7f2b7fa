"""The shipped collection, loaded once, and its records by id."""

from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from summittui.model import Act, Actor, Claim, Declaration, Disagreement, Quote, Record, Source
from summittui.store.collection import Collection, load_collection, shipped_collections

R = TypeVar("R", bound=Record)


@cache
def paris() -> Collection:
    return load_collection(shipped_collections() / "paris-2025")


@cache
def _by_id() -> dict[str, Record]:
    return {record.id: record for record in paris().records}


def actor(id_: str) -> Actor:
    return _get(Actor, id_)


def claim(id_: str) -> Claim:
    return _get(Claim, id_)


def declaration(id_: str) -> Declaration:
    return _get(Declaration, id_)


def disagreement(id_: str) -> Disagreement:
    return _get(Disagreement, id_)


def quote(id_: str) -> Quote:
    return _get(Quote, id_)


def source(id_: str) -> Source:
    return _get(Source, id_)


def acts_of(actor_id: str) -> list[tuple[str, Act]]:
    return [(text.id, act) for text in paris().records.declarations for act in text.acts if act.actor == actor_id]


def speakers() -> set[str | None]:
    return {record.speaker for record in paris().records.quotes}


def mentioned_at(source_id: str, start: int, end: int) -> set[str]:
    records: list[Actor | Declaration] = [*paris().records.actors, *paris().records.declarations]
    return {r.id for r in records for m in r.mentions if (m.source, m.start, m.end) == (source_id, start, end)}


def groups_of(claims: Iterable[str]) -> set[str]:
    """Return the claims that are left when every claim gives way to the first that it repeats."""
    return {claim(id_).repeats[0] if claim(id_).repeats else id_ for id_ in claims}


def _get(type_: type[R], id_: str) -> R:
    record = _by_id()[id_]
    assert isinstance(record, type_)
    return record
