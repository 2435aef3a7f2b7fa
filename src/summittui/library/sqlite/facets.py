"""The number of records for each value of each facet."""

from msgspec.structs import replace

from summittui.library.memory.couples import couples_at
from summittui.library.sqlite.connections import json_of
from summittui.library.sqlite.lists import Lists
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.selecting import couples_shown, sides
from summittui.library.sqlite.statements import Statement
from summittui.queries.language.facets import FACETS, asks_for
from summittui.queries.language.parts import Query
from summittui.queries.listing import ListQuery


def facet_counts(library: RowsLibrary, lists: Lists, query: ListQuery) -> dict[str, dict[str, int]]:
    """Return, for each facet of a table, how many records would be kept if each value were asked for.

    What the query asks of a facet itself is left out for that facet.
    """
    counts = {}
    for facet, field in FACETS.get(query.table, {}).items():
        rest = Query(tuple(part for part in query.query.parts if not asks_for(part, field)))
        kept = lists.rows_kept(replace(query, query=rest))
        shown = _shown(library, query.table, rest, field)
        sql = f"select value, count(*) from ({shown.sql}) where row in ({kept.sql}) group by value"
        counts[facet] = dict(library.rows.readers.rows(sql, *shown.values, *kept.values))
    return counts


def _shown(library: RowsLibrary, table: str, rest: Query, field: str) -> Statement:
    """Select the rows and the values that they have in a field and for which the rest of the query could ask."""
    couples = couples_at(table, field)
    if couples is None:
        sql = "select p.row as row, k.value as value from key k join posting p using(key) where k.field = ?"
        return Statement(sql, (field,))
    side = 0 if field in couples.sides[0] else 1
    own, its = ("one", "other") if side == 0 else ("other", "one")
    each = f"select distinct row, {own} as value from ({couples_shown(table, couples)}) where {own} <> ''"
    tests = [wanted for wanted in sides(library, table, rest.parts, couples)[1 - side] if wanted is not None]
    if not tests:
        return Statement(each)
    narrowed = f"{each} and {its} in (select value from json_each(?))"
    return Statement(" intersect ".join([narrowed] * len(tests)), tuple(map(json_of, tests)))
