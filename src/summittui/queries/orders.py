"""The orders in which a list can stand."""

from collections.abc import Mapping

from msgspec import Struct

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
