"""The hits of a search, for other programs and for a reader."""

from typing import Any

from summittui.exchange.plain import to_plain
from summittui.library import Library
from summittui.library.answers.naming import NamesIn
from summittui.library.answers.search import Group, Hit, matches
from summittui.model import SEARCHED_TABLES
from summittui.present.record import record_label
from summittui.present.table import Table
from summittui.queries.language import Query
from summittui.queries.language.describing import describe_query


def plain_search(library: Library, query: Query, groups: tuple[Group, ...]) -> dict[str, Any]:
    """Return what a query found: how it was understood, and for every table how many of how many, with the hits."""
    by_table = {group.table: group for group in groups}
    tables = []
    for table in SEARCHED_TABLES:
        group = by_table.get(table)
        counts = {"found": group.total if group else 0, "of": library.size(table)}
        hits = [_plain_hit(library, query, hit) for hit in group.hits] if group else []
        tables.append({"table": table, **counts, "hits": hits})
    return {"query": {"text": str(query), "keeps": describe_query(NamesIn(library), query)}, "tables": tables}


def hits_table(library: Library, groups: tuple[Group, ...]) -> Table:
    """Return a row for each hit."""
    hits = (hit for group in groups for hit in group.hits)
    rows = tuple((hit.table, hit.id, record_label(library, library.get(hit.id)), hit.excerpt) for hit in hits)
    return Table(("table", "id", "label", "excerpt"), rows)


def _plain_hit(library: Library, query: Query, hit: Hit) -> dict[str, Any]:
    found = to_plain(matches(library, library.get(hit.id), query))
    return {"id": hit.id, "label": record_label(library, library.get(hit.id)), "excerpt": hit.excerpt, "matches": found}
