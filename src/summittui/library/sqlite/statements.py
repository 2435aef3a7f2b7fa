"""Statements in SQL that select rows, put together of others."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from summittui.library.sqlite.connections import json_of
from summittui.library.sqlite.schema import RowRange


class Statement(NamedTuple):
    """A statement that selects one column of rows, and its values. None of the rows is NULL."""

    sql: str
    values: tuple[Any, ...] = ()


NO_ROWS = Statement("select row from fact where 0")
"""Selects nothing."""


def all_rows(among: RowRange) -> Statement:
    """Select every record of a range."""
    return Statement("select row from fact where row between ? and ?", among.ends)


def rows_of_ids(among: RowRange, ids: Iterable[str]) -> Statement:
    """Select the records of a range that have one of some ids."""
    sql = "select row from document where id in (select value from json_each(?)) and row between ? and ?"
    return Statement(sql, (json_of(ids), *among.ends))


def rows_with(among: RowRange, field: str, values: Iterable[str]) -> Statement:
    """Select the records of a range that have one of some values in a field."""
    sql = (
        "select p.row from json_each(?) j cross join key k on k.field = ? and k.value = j.value "
        "cross join posting p on p.key = k.key "
        "where p.row between ? and ?"
    )
    return Statement(sql, (json_of(values), field, *among.ends))


def union(statements: Iterable[Statement]) -> Statement:
    """Select what any of some statements selects."""
    found = list(statements)
    if not found:
        return NO_ROWS
    values = tuple(value for each in found for value in each.values)
    return Statement(" union all ".join(f"select * from ({each.sql})" for each in found), values)


def meeting(among: RowRange, wanted: Iterable[Statement], unwanted: Iterable[Statement] = ()) -> Statement:
    """Select the records of a range that all of some statements select and none of others.

    Joins inside statements that say `cross` are made in the order in which they are written: SQLite cannot know that
    few rows are called or named so.
    """
    wanted, unwanted = tuple(wanted), tuple(unwanted)
    if len(wanted) == 1 and not unwanted:
        return wanted[0]
    sql, values = "select row from fact where row between ? and ?", [*among.ends]
    for negation, statements in (("", wanted), ("not ", unwanted)):
        for each in statements:
            sql += f" and row {negation}in ({each.sql})"
            values += each.values
    return Statement(sql, tuple(values))
