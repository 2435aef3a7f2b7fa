"""The rank of each record in each order of its table."""

from collections.abc import Callable, Mapping
from typing import Any

from summittui.library.answers.perspective import perspective
from summittui.library.memory.indexes import QUOTES_BY_SPEAKER
from summittui.library.memory.records_library import RecordsLibrary
from summittui.model import Actor, Quote, QuoteKind
from summittui.model.text import fold
from summittui.queries.orders import Order

_KINDS = tuple(QuoteKind)
Key = Callable[[Any], Any]


def _as_it_is(_library: RecordsLibrary) -> Key:
    return lambda _record: 0


def _place(library: RecordsLibrary) -> Key:
    ranks = {source.id: rank for rank, source in enumerate(library.records.sources)}

    def key(quote: Quote) -> tuple[int, int]:
        return ranks[quote.source], quote.spans[0].start if quote.spans else 0

    return key


def _published(library: RecordsLibrary) -> Key:
    dates = {source.id: source.published for source in library.records.sources}
    return lambda quote: quote.date or dates[quote.source]


def _speaker(library: RecordsLibrary) -> Key:
    return lambda quote: fold(library.name(quote.speaker)) if quote.speaker else None


def _quotes(library: RecordsLibrary) -> Key:
    said = {id_: len(quotes) for id_, quotes in library.derived(QUOTES_BY_SPEAKER).items()}

    def key(actor: Actor) -> int:
        return -sum(said.get(member, 0) for member in perspective(library, actor.id).members)

    return key


SORT_KEYS: Mapping[str, Mapping[str, Callable[[RecordsLibrary], Key]]] = {
    "actors": {
        "": _as_it_is,
        "name": lambda _library: lambda actor: fold(actor.name),
        "quotes": _quotes,
        "acts": lambda library: lambda actor: -len(library.deeds_of(actor.id)),
    },
    "quotes": {
        "": _as_it_is,
        "place": _place,
        "date": _published,
        "speaker": _speaker,
        "kind": lambda _library: lambda quote: _KINDS.index(quote.kind),
    },
    "declarations": {
        "": _as_it_is,
        "date": lambda _library: lambda declaration: declaration.date,
        "title": lambda _library: lambda declaration: fold(declaration.label),
        "acts": lambda _library: lambda declaration: -len(declaration.acts),
    },
}
"""The sort key of each order of each table: None where a record has nothing to sort by; those come last."""


def ranks(library: RecordsLibrary, table: str, order: Order) -> tuple[int, ...]:
    """Return the rank of each record of a table in an order, from 0.

    Those that are equal in it stay as they stand in the table; those that have nothing to sort by come last.
    """
    key = SORT_KEYS[table][order.field](library)
    keys = [key(record) for record in library.records.table(table)]
    known = sorted((at for at, each in enumerate(keys) if each is not None), key=keys.__getitem__)
    if order.reversed:
        known.reverse() if not order.field else known.sort(key=keys.__getitem__, reverse=True)
    found = [0] * len(keys)
    for rank, at in enumerate((*known, *(at for at, each in enumerate(keys) if each is None))):
        found[at] = rank
    return tuple(found)
