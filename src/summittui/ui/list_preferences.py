"""Choices of a reader for the lists of Browse, kept from one run to the next: columns of rows, and order."""

from typing import TypeVar

from msgspec.structs import replace

from summittui.queries.orders import ORDERS, Order, order_of
from summittui.session.remembered import Remembered
from summittui.ui.row_columns import SHOWN, RowColumns

V = TypeVar("V")


def columns_of(remembered: Remembered) -> dict[str, RowColumns]:
    """Return the columns of the rows of each table, without those that no row can have."""
    parts = {table: remembered.columns.get(table, ()) for table in SHOWN}
    found = {table: RowColumns(frozenset(parts[table]).intersection(SHOWN[table])) for table in SHOWN}
    return {table: columns for table, columns in found.items() if columns != RowColumns()}


def orders_of(remembered: Remembered) -> dict[str, Order]:
    """Return the order of each table, without orders that the table cannot have."""
    orders = {table: order_of(remembered.orders.get(table, "")) for table in ORDERS}
    return {table: order for table, order in orders.items() if order != Order() and order.field in ORDERS[table]}


def with_columns(remembered: Remembered, table: str, columns: RowColumns) -> Remembered:
    """Return the remembered state with other columns for a table."""
    return replace(remembered, columns=_with(remembered.columns, table, tuple(sorted(columns.changed))))


def with_order(remembered: Remembered, table: str, order: Order) -> Remembered:
    """Return the remembered state with another order for a table."""
    return replace(remembered, orders=_with(remembered.orders, table, order.word))


def _with(old: dict[str, V], table: str, value: V) -> dict[str, V]:
    """Return a copy with the value of one table; without it where it is the usual."""
    others = {name: each for name, each in old.items() if name != table}
    return {**others, table: value} if value else others
