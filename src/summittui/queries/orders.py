"""The orders in which a list can stand."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from summittui.queries.language.names import Names
from summittui.queries.spelling import Spelling

REVERSED = ",reversed"
ITSELF = "itself"
"""The order of a list that is sorted by nothing."""


class Order(Struct, frozen=True):
    """The order of a list."""

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


ORDERS: Mapping[str, Mapping[str, str]] = {
    "actors": {"": "by group", "name": "by name", "quotes": "by number of quotes", "acts": "by number of acts"},
    "quotes": {
        "": "as they were entered",
        "place": "as in the documents",
        "date": "by date",
        "speaker": "by speaker",
        "kind": "by kind",
    },
    "declarations": {
        "": "as they were entered",
        "date": "by date",
        "title": "by title",
        "acts": "by number of acts",
    },
}
"""The fields by which each table can be sorted, with what each is called; the first is the list by itself."""


def order_words(table: str, order: Order) -> str:
    """Return an order in words, such as `by date, reversed`; empty for that of the list by itself."""
    if order == Order():
        return ""
    return ORDERS[table][order.field] + (", reversed" if order.reversed else "")


class OrderSpelling(Spelling, frozen=True, kw_only=True):
    """The spelling of the order of a list: one word in a line, two options on the command line."""

    table: str = ""
    """The table whose orders it takes; empty where any is taken."""

    @property
    def allowed(self) -> tuple[str, ...]:
        """The orders of the table, each also reversed; that of the list by itself alone only reversed."""
        names = [name or ITSELF for name in ORDERS[self.table]]
        return tuple(word for name in names for word in (name, name + REVERSED))[1:]

    def to_line(self, value: Order) -> str:
        """Return the order as one word."""
        return value.word

    def from_line(self, word: str) -> Order:
        """Return the order that a word means."""
        return order_of(word)

    def to_arguments(self, value: Order) -> tuple[str, ...]:
        """Return `--order` and `--reverse`."""
        field = value.field or (ITSELF if value.reversed else "")
        return (*((f"--order={field}",) if field else ()), *(("--reverse",) if value.reversed else ()))

    def in_words(self, names: Names, value: Any) -> str:  # noqa: ARG002 - as the base class declares it
        """Return the order in words, with the table whose list it is."""
        words = order_words(self.table, value)
        return f"{self.table} {words}" if words else ""
