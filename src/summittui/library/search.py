"""Search everything: the records of all tables that a query keeps."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from summittui.library.called import name_of
from summittui.library.library import Library
from summittui.library.query.highlighting import Range, matched_ranges
from summittui.library.query.matching import places
from summittui.library.query.parts import Query
from summittui.library.query.values import check_query
from summittui.library.words import plain_words, worded_fields
from summittui.model import TABLES, Record
from summittui.model.text import safe

AROUND = 40
"""How many code points an excerpt shows before the first match."""
LENGTH = 160
"""How many code points an excerpt has at most, ellipses aside."""
SLICE = 10_000
"""How many records are looked at before somebody may cancel."""


class Hit(Struct, frozen=True, kw_only=True):
    """One record that a query keeps."""

    table: str
    id: str
    label: str
    excerpt: str
    """The words around the first match, on one line; the beginning of the record's words where only fields matched."""
    matches: tuple[Range, ...] = ()
    """Where in the excerpt the words of the query stand; code points, half-open."""


class Group(Struct, frozen=True, kw_only=True):
    """What a query keeps of one table."""

    table: str
    total: int
    """How many records."""
    hits: tuple[Hit, ...]
    """The first of them."""


class Match(Struct, frozen=True, kw_only=True):
    """Where the words of a query stand in one field of a record."""

    field: str
    """Its path, such as `exact` or `aliases[0]`."""
    text: str
    """What it says; of a field that names another record, what that one is called."""
    ranges: tuple[Range, ...]
    """In the text; code points, half-open."""


def matches(library: Library, record: Record, query: Query) -> tuple[Match, ...]:
    """Return where the words of a query stand in a record, field by field; none where only fields were asked for."""
    found = ((field, text, matched_ranges(query, text)) for field, text in worded_fields(library, record))
    return tuple(Match(field=field, text=text, ranges=ranges) for field, text, ranges in found if ranges)


def never() -> bool:
    """Tell that nobody cancels."""
    return False


def search(
    library: Library, query: Query, *, most: int | None = None, cancelled: Callable[[], bool] = never
) -> tuple[Group, ...]:
    """Return the records that a query keeps, table by table; tables without any are left out, as is all for no query.

    Args:
        library: The records.
        query: What to look for.
        most: How many hits each group shows; all where it is None.
        cancelled: Asked every few thousand records; where it says so, the answer is empty.

    Raises:
        QueryError: A value of the query means nothing in the library.
    """
    check_query(library, query)
    groups: list[Group] = []
    for table in TABLES if query else ():
        group = search_in(library, table, query, most=most, cancelled=cancelled)
        if group is None:
            return ()
        if group.total:
            groups.append(group)
    return tuple(groups)


def search_in(
    library: Library, table: str, query: Query, *, most: int | None = None, cancelled: Callable[[], bool] = never
) -> Group | None:
    """Return what a query that means something keeps of one table, None where that was cancelled; as `search`."""
    found = _found(library, table, query, cancelled)
    if found is None:
        return None
    records = library.records.table(table)
    hits = tuple(_hit(library, table, records[place], query) for place in found[:most])
    return Group(table=table, total=len(found), hits=hits)


def _found(library: Library, table: str, query: Query, cancelled: Callable[[], bool]) -> Sequence[int] | None:
    """Return the places of the hits in a table, or None where the search was cancelled."""
    found: list[int] = []
    size = len(library.records.table(table))
    for start in range(0, size, SLICE):
        if cancelled():
            return None
        found += places(library, table, query, range(start, min(size, start + SLICE)))
    return found


def _hit(library: Library, table: str, record: Record, query: Query) -> Hit:
    excerpt, matches = _excerpt(library, record, query)
    return Hit(table=table, id=record.id, label=safe(name_of(record)), excerpt=excerpt, matches=matches)


def _excerpt(library: Library, record: Record, query: Query) -> tuple[str, tuple[Range, ...]]:
    parts = [harmless for part in plain_words(library, record) if (harmless := safe(part))]
    matched = ((part, ranges) for part in parts if (ranges := matched_ranges(query, part)))
    part, ranges = next(matched, (parts[0] if parts else record.id, ()))
    start = max(0, ranges[0][0] - AROUND) if ranges else 0
    end = start + LENGTH
    before, after = "…" if start else "", "…" if end < len(part) else ""
    shift = len(before) - start
    shown = tuple((first + shift, min(last, end) + shift) for first, last in ranges if first < end)
    return before + part[start:end] + after, shown
