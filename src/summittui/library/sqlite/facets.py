"""The number of records for each value of each facet."""

from array import array

from summittui.library.facet_counts import FacetCounts
from summittui.library.memory.couples import couples_at
from summittui.library.sqlite.connections import json_of
from summittui.library.sqlite.lists import Lists
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.schema import range_of
from summittui.library.sqlite.selecting import couples_shown, sides
from summittui.library.sqlite.statements import Statement
from summittui.model.cancelling import IsCancelled
from summittui.queries.language.facets import FACETS, asks_for
from summittui.queries.language.parts import Query
from summittui.queries.listing import ListQuery

FEW = 10_000
"""Of up to so many records the values are looked up record by record, of more by going through all values."""

_BY_ROWS = (
    "select k.value, count(*) from json_each(?) j cross join posting p on p.row = j.value "
    "cross join key k on k.key = p.key where k.field = ? group by k.key"
)
"""Counts the values that few records have in a field, record by record."""


def facet_counts(
    library: RowsLibrary, lists: Lists, query: ListQuery, first: int | None, is_cancelled: IsCancelled
) -> dict[str, FacetCounts]:
    """Return, for each facet of a table, how many records would be kept if each value were asked for.

    What the query asks of a facet itself is left out for that facet. See `Library.facets`.
    """
    kept: dict[Query, array[int] | None] = {}
    counts = {}
    for facet, field in FACETS.get(query.table, {}).items():
        rest = Query(tuple(part for part in query.query.parts if not asks_for(part, field)))
        asked = ListQuery(table=query.table, query=rest, lead=query.lead, among=query.among)
        if rest not in kept:
            enough = None if first is None else first + 1
            kept[rest] = lists.first_rows(asked, enough, is_cancelled) if asked.is_narrowed else None
            if is_cancelled():
                break
        rows = kept[rest]
        counted = rows if rows is None else rows[:first]
        statement = _counting(library, query.table, rest, field, counted)
        numbers = library.rows.readers.rows_unless(is_cancelled, statement.sql, *statement.values)
        if numbers is None:
            break
        counts[facet] = FacetCounts(dict(numbers), rows is None or len(counted or ()) == len(rows))
    return counts


def _counting(library: RowsLibrary, table: str, rest: Query, field: str, kept: "array[int] | None") -> Statement:
    """Return what counts the kept records by the values that they have in a field and for which could be asked."""
    couples = couples_at(table, field)
    is_few = kept is not None and len(kept) <= FEW
    among = Statement("row between ? and ?", range_of(table))
    if kept is not None:
        at = "row" if is_few else "+row"  # by the index of rows only where they are few
        among = Statement(f"{among.sql} and {at} in (select value from json_each(?))", (*among.values, json_of(kept)))
    if couples is None and kept is not None and is_few:
        return Statement(_BY_ROWS, (json_of(kept), field))
    if couples is None:
        keys = "key in (select key from key where field = ?)"
        counted = f"select key, count(*) as number from posting where {keys} and {among.sql} group by key"
        return Statement(f"select value, number from ({counted}) join key using(key)", (field, *among.values))
    side = 0 if field in couples.sides[0] else 1
    own, its = ("one", "other") if side == 0 else ("other", "one")
    shown = f"from ({couples_shown(table, couples, by_key=not is_few)}) where {own} <> '' and {among.sql}"
    tests = [wanted for wanted in sides(library, table, rest.parts, couples)[1 - side] if wanted is not None]
    if not tests:
        return Statement(f"select {own}, count(distinct row) {shown} group by {own}", among.values)
    each = f"select distinct row, {own} as value {shown} and {its} in (select value from json_each(?))"
    sql = f"select value, count(*) from ({' intersect '.join([each] * len(tests))}) group by value"
    return Statement(sql, tuple(value for wanted in tests for value in (*among.values, json_of(wanted))))
