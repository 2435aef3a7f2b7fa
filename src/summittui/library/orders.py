"""The orders in which a list can stand."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from summittui.library.library import Library
from summittui.library.perspective import perspective
from summittui.model import Actor, Quote, QuoteKind
from summittui.model.text import fold

_KINDS = tuple(QuoteKind)
Key = Callable[[Any], Any]

REVERSED = ",reversed"
ITSELF = "itself"
"""The order of a list that is sorted by nothing."""


class Order(Struct, frozen=True):
    """What a list is sorted by."""

    field: str = ""
    """One of the table's `ORDERS`; '' for the order in which the list stands by itself."""
    reversed: bool = False

    @property
    def word(self) -> str:
        """The order as one word, such as `date,reversed`; '' for that of the list by itself."""
        if not self.field and not self.reversed:
            return ""
        return (self.field or ITSELF) + (REVERSED if self.reversed else "")


def order_of(word: str) -> Order:
    """Return the order that a word means; `ORDERS` says which fields a table has."""
    field = word.removesuffix(REVERSED)
    return Order("" if field == ITSELF else field, word.endswith(REVERSED))


class OrderField(Struct, frozen=True):
    """A way to sort a table."""

    words: str
    """How it is called, such as `by date`."""
    key: Callable[[Library], Key]
    """Gives the sort key of a record, None where the record has nothing to sort by; those come last."""


def _as_it_is(_library: Library) -> Key:
    return lambda _record: 0


def _place(library: Library) -> Key:
    ranks = {source.id: rank for rank, source in enumerate(library.records.sources)}

    def key(quote: Quote) -> tuple[int, int]:
        return ranks[quote.source], quote.spans[0].start if quote.spans else 0

    return key


def _published(library: Library) -> Key:
    dates = {source.id: source.published for source in library.records.sources}
    return lambda quote: quote.date or dates[quote.source]


def _speaker(library: Library) -> Key:
    return lambda quote: fold(library.name(quote.speaker)) if quote.speaker else None


def _quotes(library: Library) -> Key:
    said = {id_: len(quotes) for id_, quotes in library.quotes_by_speaker.items()}

    def key(actor: Actor) -> int:
        return -sum(said.get(member, 0) for member in perspective(library, actor.id).members)

    return key


ORDERS: Mapping[str, Mapping[str, OrderField]] = {
    "actors": {
        "": OrderField("by group", _as_it_is),
        "name": OrderField("by name", lambda _library: lambda actor: fold(actor.name)),
        "quotes": OrderField("by number of quotes", _quotes),
        "acts": OrderField("by number of acts", lambda library: lambda actor: -len(library.deeds_of.get(actor.id, ()))),
    },
    "quotes": {
        "": OrderField("as they were entered", _as_it_is),
        "place": OrderField("as in the documents", _place),
        "date": OrderField("by date", _published),
        "speaker": OrderField("by speaker", _speaker),
        "kind": OrderField("by kind", lambda _library: lambda quote: _KINDS.index(quote.kind)),
    },
    "declarations": {
        "": OrderField("as they were entered", _as_it_is),
        "date": OrderField("by date", lambda _library: lambda declaration: declaration.date),
        "title": OrderField("by title", lambda _library: lambda declaration: fold(declaration.label)),
        "acts": OrderField("by number of acts", lambda _library: lambda declaration: -len(declaration.acts)),
    },
}
"""The ways to sort each table; the first one is that of the list by itself."""


def ranks(library: Library, table: str, order: Order) -> tuple[int, ...]:
    """Return the rank of each record of a table in an order, from 0.

    Those that are equal in it stay as they stand in the table; those that have nothing to sort by come last.
    """
    key = ORDERS[table][order.field].key(library)
    keys = [key(record) for record in library.records.table(table)]
    known = sorted((at for at, each in enumerate(keys) if each is not None), key=keys.__getitem__)
    if order.reversed:
        known.reverse() if not order.field else known.sort(key=keys.__getitem__, reverse=True)
    found = [0] * len(keys)
    for rank, at in enumerate((*known, *(at for at, each in enumerate(keys) if each is None))):
        found[at] = rank
    return tuple(found)


def order_words(table: str, order: Order) -> str:
    """Return an order in words, such as `by date, reversed`; empty for that of the list by itself."""
    if order == Order():
        return ""
    return ORDERS[table][order.field].words + (", reversed" if order.reversed else "")
