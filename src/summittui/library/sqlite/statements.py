"""Statements in SQL that select rows, put together of others."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from summittui.library.sqlite.connections import json_of
from summittui.library.sqlite.schema import RowRange

_FEW = 50
"""Up to so many values are looked for in each row that is tested."""


class Statement(NamedTuple):
    """A statement that selects one column, `row`, and its values. No row is selected twice, and none is NULL."""

    sql: str
    values: tuple[Any, ...] = ()
    test: str = ""
    """A condition of a row of `fact` that says the same, never NULL; empty where there is none."""
    tested: tuple[Any, ...] = ()
    """The values of the condition."""
    is_slow: bool = False
    """Whether no index finds the rows, so that they are better tested where others leave few."""


NO_ROWS = Statement("select row from fact where 0", (), "false")
"""Selects nothing."""


def all_rows(among: RowRange) -> Statement:
    """Select every record of a range."""
    return Statement("select row from fact where row between ? and ?", among.ends, "true", is_slow=True)


def rows_of_ids(among: RowRange, ids: Iterable[str]) -> Statement:
    """Select the records of a range that have one of some ids."""
    sql = "select row from document where id in (select value from json_each(?)) and row between ? and ?"
    return Statement(sql, (json_of(ids), *among.ends))


def rows_with(among: RowRange, field: str, values: Iterable[str]) -> Statement:
    """Select the records of a range that have one of some values in a field."""
    wanted = list(values)
    keys = "json_each(?) j cross join key k on k.field = ? and k.value = j.value cross join posting p on p.key = k.key"
    sql, asked = f"select distinct p.row from {keys} where p.row between ? and ?", (json_of(wanted), field)
    test = f"exists (select 1 from {keys} where p.row = fact.row)" if len(wanted) <= _FEW else ""
    return Statement(sql, (*asked, *among.ends), test, asked if test else ())


def union(statements: Iterable[Statement]) -> Statement:
    """Select what any of some statements selects."""
    found = list(statements)
    if not found:
        return NO_ROWS
    if len(found) == 1:
        return found[0]
    sql = " union ".join(f"select row from ({each.sql})" for each in found)
    is_slow = any(each.is_slow for each in found)
    return _tested(
        Statement(sql, tuple(value for each in found for value in each.values), is_slow=is_slow), found, " or "
    )


def meeting(
    among: RowRange, wanted: Iterable[Statement], unwanted: Iterable[Statement] = (), few: Statement | None = None
) -> Statement:
    """Select the records of a range that all of some statements select and none of others.

    Joins inside statements that say `cross` are made in the order in which they are written: SQLite cannot know that
    few rows are called or named so. What no index finds is tested on the rows that the others leave.

    Args:
        among: The range.
        wanted: Statements that select all of them.
        unwanted: Statements that select none of them.
        few: Selects few rows of the range, among them all that are kept; the others are tested on each of these.
    """
    wanted, unwanted = list(wanted), [_negated(each) for each in unwanted]
    if few is None and len(wanted) == 1 and not unwanted:
        return wanted[0]
    sql, values = "select row from fact where row between ? and ?", [*among.ends]
    if few is not None:
        sql, values = f"select row from fact where row in ({few.sql})", [*few.values]
    conditions = [*((each, "") for each in wanted), *((each, "not ") for each in unwanted)]
    for each, negation in sorted(conditions, key=lambda condition: condition[0].is_slow):
        is_tested = each.is_slow or (few is not None and each.test)
        sql += f" and ({each.test})" if is_tested else f" and row {negation}in ({each.sql})"
        values += each.tested if is_tested else each.values
    is_slow = few is None and all(each.is_slow for each in wanted)
    parts = [*wanted, *unwanted] if few is None else [few, *wanted, *unwanted]
    return _tested(Statement(sql, tuple(values), is_slow=is_slow), parts, " and ")


def _negated(statement: Statement) -> Statement:
    """Return a statement with the opposite condition; what it selects stays as it is."""
    return statement._replace(test=f"not ({statement.test})") if statement.test else statement


def _tested(statement: Statement, parts: Sequence[Statement], word: str) -> Statement:
    """Return a statement with the conditions of its parts as its condition; with none where a part has none."""
    if not all(each.test for each in parts):
        return statement._replace(is_slow=False)
    test = word.join(f"({each.test})" for each in parts)
    return statement._replace(test=test, tested=tuple(value for each in parts for value in each.tested))
