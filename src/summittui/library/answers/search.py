"""Search everything: the records of all tables that a query keeps."""

from collections.abc import Iterator, Sequence
from typing import overload

from msgspec import Struct

from summittui.library.answers.words import plain_words, worded_fields
from summittui.library.protocol import Library, ListResult
from summittui.model import SEARCHED_TABLES, Record
from summittui.model.caching import BoundedCache
from summittui.model.cancelling import IsCancelled
from summittui.model.display_names import display_name
from summittui.model.text import safe
from summittui.queries.language import Query
from summittui.queries.language.highlighting import Range, matched_ranges
from summittui.queries.listing import ListQuery

AROUND = 40
"""The number of code points that an excerpt shows before the first match."""
LENGTH = 160
"""The largest number of code points of an excerpt, ellipses aside."""
ENOUGH = 10_000
"""So many records of each table are found before the others of any table are."""
_CACHED = 1_000
"""The words of so many records are cached."""


class Hit(Struct, frozen=True, kw_only=True):
    """One record that a query keeps."""

    table: str
    id: str
    label: str
    excerpt: str
    """The words around the first match, on one line; the beginning of the record's words where only fields matched."""
    matches: tuple[Range, ...] = ()
    """The ranges of the query's words in the excerpt; code points, half-open."""


class Hits(Sequence[Hit]):
    """Hits of one table, each made when it is first looked at."""

    def __init__(self, found: ListResult, most: int | None = None) -> None:
        """Show the first records of a list, `most` at most."""
        self._found = found
        self._length = len(found) if most is None else min(len(found), most)
        self._made: dict[int, Hit] = {}

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> Hit: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Hit]: ...

    def __getitem__(self, at: int | slice) -> Hit | Sequence[Hit]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(self._length))]
        at = range(self._length)[at]
        if at not in self._made:
            query = self._found.query
            self._made[at] = _hit(self._found.library, query.table, self._found[at], query.query)
        return self._made[at]

    def id(self, at: int) -> str:
        """Return the id of the record of a hit."""
        return self._found[at].id


class Group(Struct, frozen=True):
    """The records of one table that a query keeps."""

    found: ListResult
    """All of them, or their beginning while the table is still searched."""
    hits: Hits
    """The first of them, as hits."""

    @property
    def table(self) -> str:
        """The table."""
        return self.found.query.table

    @property
    def total(self) -> int:
        """The number of records."""
        return len(self.found)

    def find(self, id_: str) -> int:
        """Return the index of a record among the hits, from 0; -1 if it is not among them."""
        at = self.found.find(id_)
        return at if at < len(self.hits) else -1


class Match(Struct, frozen=True, kw_only=True):
    """The matches of a query in one field of a record."""

    field: str
    """The path of the field, such as `exact` or `aliases[0]`."""
    text: str
    """The text of the field; of a field that names another record, the name of that record."""
    ranges: tuple[Range, ...]
    """In the text; code points, half-open."""


def matches(library: Library, record: Record, query: Query) -> tuple[Match, ...]:
    """Return where the words of a query stand in a record, field by field; none where only fields were asked for."""
    found = ((field, text, matched_ranges(query, text)) for field, text in worded_fields(library, record))
    return tuple(Match(field=field, text=text, ranges=ranges) for field, text, ranges in found if ranges)


class SearchResult(Struct, frozen=True):
    """The results of a search so far."""

    query: Query
    groups: tuple[Group, ...]
    """The groups of the tables in the order in which they were searched; those without a hit are left out."""
    awaited: tuple[str, ...] = ()
    """The tables that are still searched."""


def search(library: Library, query: Query, *, most: int | None = None) -> tuple[Group, ...]:
    """Return the records that a query keeps, table by table; tables without any are left out, as is all for no query.

    Args:
        library: The records.
        query: What to look for.
        most: How many hits each group shows; all where it is None.

    Raises:
        QueryError: A value of the query means nothing in the library.
    """
    library.check_query(query)
    found = (library.select(ListQuery(table=table, query=query)) for table in (SEARCHED_TABLES if query else ()))
    return tuple(_group(each, most) for each in found if each)


def search_stepwise(
    library: Library, query: Query, is_cancelled: IsCancelled, *, most: int | None = None
) -> Iterator[SearchResult]:
    """Yield what a query has found, once for all small tables, then the beginning of each large one, at last all of it.

    It may be called in any thread.

    Raises:
        QueryError: A value of the query means nothing in the library.
    """
    library.check_query(query)
    searching = _Searching(library, query, is_cancelled, most)
    yield from searching.until(ENOUGH)
    if searching.awaited:
        yield from searching.until(None)


class _Searching:
    """A search of all tables, each of which can be searched to its beginning first and to its end later."""

    def __init__(self, library: Library, query: Query, is_cancelled: IsCancelled, most: int | None) -> None:
        self._library, self._query, self._most = library, query, most
        self._searched: dict[str, Group] = {}
        self.awaited = {
            table: library.select_stepwise(ListQuery(table=table, query=query), is_cancelled)
            for table in (searching_order(library) if query else ())
        }
        """The tables that are not searched to their end, with what is still to come of each."""

    def until(self, enough: int | None) -> Iterator[SearchResult]:
        """Yield what is found until each table has so many records, or all where `enough` is None.

        It ends without the last of it once it was cancelled.
        """
        for table in tuple(self.awaited):
            while table in self.awaited and not self._has(table, enough):
                found = next(self.awaited[table], None)
                if found is None:
                    return
                self._searched[table] = _group(found, self._most)
                if found.is_whole:
                    del self.awaited[table]
                if not found.is_whole or self._is_next_slow(enough):
                    yield self._result()
        yield self._result()

    def _has(self, table: str, enough: int | None) -> bool:
        return enough is not None and table in self._searched and self._searched[table].total >= enough

    def _is_next_slow(self, enough: int | None) -> bool:
        return bool(self.awaited) and (enough is None or _is_large(self._library, next(iter(self.awaited))))

    def _result(self) -> SearchResult:
        groups = tuple(group for group in self._searched.values() if group.total)
        return SearchResult(self._query, groups, tuple(self.awaited))


def index_all_words(library: Library, is_cancelled: IsCancelled) -> Iterator[str]:
    """Yield the tables in the order in which they are searched, each once its words are indexed; in any thread."""
    for table in searching_order(library):
        if is_cancelled():
            return
        library.index_words(table)
        yield table


def searching_order(library: Library) -> tuple[str, ...]:
    """Return the tables that hold anything, the small ones as they stand, then the large ones by their size."""
    held = [table for table in SEARCHED_TABLES if library.size(table)]
    return tuple(sorted(held, key=lambda table: library.size(table) * _is_large(library, table)))


def _is_large(library: Library, table: str) -> bool:
    return not library.is_prompt(ListQuery(table=table))


def _group(found: ListResult, most: int | None) -> Group:
    return Group(found, Hits(found, most))


def _hit(library: Library, table: str, record: Record, query: Query) -> Hit:
    label, *parts = library.derived(_harmless_words).get(record.id, lambda: _harmless(library, record))
    excerpt, matches = _excerpt(parts or [record.id], query)
    return Hit(table=table, id=record.id, label=label, excerpt=excerpt, matches=matches)


def _harmless_words(_library: Library) -> BoundedCache[str, tuple[str, ...]]:
    """Return the cache of the names and words of records: most stay on the screen while somebody types."""
    return BoundedCache(_CACHED)


def _harmless(library: Library, record: Record) -> tuple[str, ...]:
    """Return what a record is called, and its words, part by part."""
    words = (harmless for part in plain_words(library, record) if (harmless := safe(part)))
    return (safe(display_name(record)), *words)


def _excerpt(parts: Sequence[str], query: Query) -> tuple[str, tuple[Range, ...]]:
    matched = ((part, ranges) for part in parts if (ranges := matched_ranges(query, part)))
    part, ranges = next(matched, (parts[0], ()))
    start = max(0, ranges[0][0] - AROUND) if ranges else 0
    end = start + LENGTH
    before, after = "…" if start else "", "…" if end < len(part) else ""
    shift = len(before) - start
    shown = tuple((first + shift, min(last, end) + shift) for first, last in ranges if first < end)
    return before + part[start:end] + after, shown
