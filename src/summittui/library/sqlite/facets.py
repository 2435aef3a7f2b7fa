"""The number of records for each value of each facet."""

from msgspec.structs import replace

from summittui.library.memory.couples import couples_at
from summittui.library.sqlite.connections import json_of
from summittui.library.sqlite.lists import Lists
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.schema import every_row, range_of
from summittui.library.sqlite.selecting import couples_shown, sides
from summittui.library.sqlite.statements import Statement
from summittui.queries.language.facets import FACETS, asks_for
from summittui.queries.language.parts import Query
from summittui.queries.listing import ListQuery

FEW = 5_000
"""Of up to so many records the values are looked up record by record, of more by going through all values."""


def facet_counts(library: RowsLibrary, lists: Lists, query: ListQuery) -> dict[str, dict[str, int]]:
    """Return, for each facet of a table, how many records would be kept if each value were asked for.

    What the query asks of a facet itself is left out for that facet.
    """
    kept: dict[Query, Statement | None] = {}
    counts = {}
    for facet, field in FACETS.get(query.table, {}).items():
        rest = Query(tuple(part for part in query.query.parts if not asks_for(part, field)))
        if rest not in kept:
            kept[rest] = _kept(library, lists, replace(query, query=rest))
        statement = _counting(library, query.table, rest, field, kept[rest])
        counts[facet] = dict(library.rows.readers.rows(statement.sql, *statement.values))
    return counts


def _kept(library: RowsLibrary, lists: Lists, query: ListQuery) -> Statement | None:
    """Select the records that a query keeps, by their rows where these are few; None for all of the table."""
    if not query.is_narrowed:
        return None
    statement = lists.rows_kept(query, every_row(query.table))
    limited = f"select distinct row from ({statement.sql}) limit {FEW + 1}"
    first = library.rows.readers.column(limited, *statement.values)
    return statement if len(first) > FEW else Statement("select value from json_each(?)", (json_of(first),))


def _counting(library: RowsLibrary, table: str, rest: Query, field: str, kept: Statement | None) -> Statement:
    """Return what counts the kept records by the values that they have in a field and for which could be asked."""
    couples = couples_at(table, field)
    among = Statement("row between ? and ?", range_of(table))
    if kept is not None:
        among = Statement(f"{among.sql} and row in ({kept.sql})", (*among.values, *kept.values))
    if couples is None:
        keys = "key in (select key from key where field = ?)"
        counted = f"select key, count(*) as number from posting where {keys} and {among.sql} group by key"
        return Statement(f"select value, number from ({counted}) join key using(key)", (field, *among.values))
    side = 0 if field in couples.sides[0] else 1
    own, its = ("one", "other") if side == 0 else ("other", "one")
    selected = f"select distinct row, {own} as value from ({couples_shown(table, couples)})"
    each = f"{selected} where {own} <> '' and {among.sql}"
    tests = [wanted for wanted in sides(library, table, rest.parts, couples)[1 - side] if wanted is not None]
    narrowed = f"{each} and {its} in (select value from json_each(?))" if tests else each
    values = [(*among.values, json_of(wanted)) for wanted in tests] or [among.values]
    shown = " intersect ".join([narrowed] * len(values))
    return Statement(
        f"select value, count(*) from ({shown}) group by value", tuple(value for one in values for value in one)
    )
