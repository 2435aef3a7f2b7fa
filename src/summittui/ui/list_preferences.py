"""Choices of a reader for the lists of Browse, kept from one run to the next: columns of rows, and order."""

from typing import TypeVar

from msgspec.structs import replace

from summittui.queries.orders import ORDERS, Order, order_of
from summittui.session.remembered import Remembered
from summittui.ui.row_columns import SHOWN, RowColumns

V = TypeVar("V")


def columns_of(remembered: Remembered) -> dict[str, RowColumns]:
    """Return what the rows of each table show; what no row can show is left out."""
    parts = {table: remembered.columns.get(table, ()) for table in SHOWN}
    looks = {table: RowColumns(frozenset(parts[table]).intersection(SHOWN[table])) for table in SHOWN}
    return {table: look for table, look in looks.items() if look != RowColumns()}


def orders_of(remembered: Remembered) -> dict[str, Order]:
    """Return what each table is sorted by; what none can be sorted by is left out."""
    orders = {table: order_of(remembered.orders.get(table, "")) for table in ORDERS}
    return {table: order for table, order in orders.items() if order != Order() and order.field in ORDERS[table]}


def with_columns(remembered: Remembered, table: str, look: RowColumns) -> Remembered:
    """Return what is remembered once the rows of a table show other things."""
    return replace(remembered, columns=_with(remembered.columns, table, tuple(sorted(look.changed))))


def with_order(remembered: Remembered, table: str, order: Order) -> Remembered:
    """Return what is remembered once a table is sorted otherwise."""
    return replace(remembered, orders=_with(remembered.orders, table, order.word))


def _with(old: dict[str, V], table: str, value: V) -> dict[str, V]:
    """Return a copy with the value of one table; without it where it is the usual."""
    others = {name: each for name, each in old.items() if name != table}
    return {**others, table: value} if value else others
