"""Statements in SQL that select rows, put together of others."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from summittui.library.sqlite.connections import json_of
from summittui.library.sqlite.schema import range_of


class Statement(NamedTuple):
    """A statement that selects one column of rows, and its values. None of the rows is NULL."""

    sql: str
    values: tuple[Any, ...] = ()


NO_ROWS = Statement("select row from fact where 0")
"""Selects nothing."""


def all_rows(table: str) -> Statement:
    """Select every record of a table."""
    return Statement("select row from fact where row between ? and ?", range_of(table))


def these_rows(rows: Iterable[int]) -> Statement:
    """Select some rows."""
    return Statement("select value from json_each(?)", (json_of(rows),))


def rows_of_ids(table: str, ids: Iterable[str]) -> Statement:
    """Select the records of a table that have one of some ids."""
    sql = "select row from document where id in (select value from json_each(?)) and row between ? and ?"
    return Statement(sql, (json_of(ids), *range_of(table)))


def rows_with(table: str, field: str, values: Iterable[str]) -> Statement:
    """Select the records of a table that have one of some values in a field."""
    sql = (
        "select p.row from key k join posting p using(key) "
        "where k.field = ? and k.value in (select value from json_each(?)) and p.row between ? and ?"
    )
    return Statement(sql, (field, json_of(values), *range_of(table)))


def union(statements: Iterable[Statement]) -> Statement:
    """Select what any of some statements selects."""
    found = list(statements)
    if not found:
        return NO_ROWS
    values = tuple(value for each in found for value in each.values)
    return Statement(" union all ".join(f"select * from ({each.sql})" for each in found), values)


def meeting(table: str, wanted: Iterable[Statement], unwanted: Iterable[Statement] = ()) -> Statement:
    """Select the records of a table that all of some statements select and none of others."""
    sql, values = "select row from fact where row between ? and ?", [*range_of(table)]
    for negation, statements in (("", wanted), ("not ", unwanted)):
        for each in statements:
            sql += f" and row {negation}in ({each.sql})"
            values += each.values
    return Statement(sql, tuple(values))
