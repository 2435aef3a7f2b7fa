"""Lists: the rows of the records that a list query asks for, in its order."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import neg
from typing import overload

from summittui.library.answers.perspective import perspective
from summittui.library.answers.related import related
from summittui.library.protocol import ListResult
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.schema import RowRange, every_row, range_of, table_at
from summittui.library.sqlite.selecting import rows_of
from summittui.library.sqlite.statements import Statement, all_rows, meeting, rows_of_ids, rows_with, union
from summittui.model import Actor, Declaration, Record
from summittui.model.cancelling import IsCancelled, never_cancelled
from summittui.queries.listing import ListQuery
from summittui.queries.orders import Order

PROMPT = 2_000
"""Lists out of up to so many records are made while a key is pressed."""
PAGE = 50
"""The fewest records that the first beginning of a list has."""
COUNTED = 10_000
"""The fewest records that the last beginning of a list has; all of them are counted only while nobody asks anew."""
_FIRST, _GROWTH = 2_000, 8
"""The number of rows that are searched before the others, and how many times as many the next range has."""
_PIECE = 500
"""The number of records that are read at a time."""
_BELONGING = (("quotes", "by"), ("quotes", "about"), ("declarations", "acts"), ("claims", "about"))
"""The tables of what belongs to an actor, with the field that names it."""
_SORTED_BY: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("actors", "name"): ("sort",),
    ("quotes", "place"): ("source", "start"),
    ("quotes", "date"): ("dated",),
    ("quotes", "speaker"): ("coalesce((select sort from called where id = f.speaker), f.sort)",),
    ("quotes", "kind"): ("kind",),
    ("declarations", "date"): ("dated",),
    ("declarations", "title"): ("sort",),
}
"""The columns by which each table is sorted."""


class RowResult(ListResult):
    """The records at some rows of the file."""

    library: RowsLibrary

    def __init__(
        self, library: RowsLibrary, query: ListQuery, rows: "array[int] | range", *, is_whole: bool = True
    ) -> None:
        super().__init__(library, query)
        self.rows = rows
        self.is_whole = is_whole

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Record: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...

    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        if isinstance(at, slice):
            return self.library.rows.records(self.rows[at])
        return self.library.rows.record(self.rows[at])

    def __iter__(self) -> Iterator[Record]:
        for start in range(0, len(self.rows), _PIECE):
            yield from self.library.rows.records(self.rows[start : start + _PIECE])

    def find(self, id_: str) -> int:
        """Return the index of a record in the list, from 0; -1 if the list does not have it."""
        row, order = self.library.rows.row_of(id_), self.query.order
        if row is None:
            return -1
        if not order.field:  # the rows are in their own order
            at = bisect_left(self.rows, -row if order.reversed else row, key=neg if order.reversed else None)
            return at if at < len(self.rows) and self.rows[at] == row else -1
        try:
            return self.rows.index(row)
        except ValueError:
            return -1


class Lists:
    """The maker of lists of one library; the last list of each table is cached."""

    def __init__(self, library: RowsLibrary, last: dict[str, RowResult]) -> None:
        self._library = library
        self._last = last

    def find(self, query: ListQuery, is_cancelled: IsCancelled = never_cancelled) -> RowResult | None:
        """Return the records that a query asks for; None where that was cancelled.

        Raises:
            QueryError: A value of the query means nothing in the library.
        """
        return next((found for found in self.find_stepwise(query, is_cancelled) if found.is_whole), None)

    def find_stepwise(self, query: ListQuery, is_cancelled: IsCancelled) -> Iterator[RowResult]:
        """Yield the beginning of a list as soon as it has a page, then all of it; nothing more where it was cancelled.

        Raises:
            QueryError: A value of the query means nothing in the library.
        """
        library = self._library
        library.check_query(query.query)
        last = self._last.get(query.table)
        if not query.is_narrowed and query.order == Order():
            yield RowResult(library, query, library.rows.of_table(query.table))
        elif last is not None and last.query == query:
            yield last
        else:
            yield from self._search(query, is_cancelled)

    def _search(self, query: ListQuery, is_cancelled: IsCancelled) -> Iterator[RowResult]:
        rows, steps = array("q"), [COUNTED, PAGE]
        ranges = self._ranges(query)
        for among in ranges:
            found = self._rows(query, among, is_cancelled)
            if found is None:
                return
            rows += found
            if steps and len(rows) >= steps[-1] and among is not ranges[-1]:
                steps = [step for step in steps if step > len(rows)]
                yield RowResult(self._library, query, rows[:], is_whole=False)
        self._last[query.table] = whole = RowResult(self._library, query, rows)
        yield whole

    def first_rows(self, query: ListQuery, number: int | None, is_cancelled: IsCancelled) -> "array[int] | None":
        """Return the rows of the records that a query keeps, in the order of the table; None where it was cancelled.

        Args:
            query: The query, in that order.
            number: The number of rows that are enough, the first ones; all where it is None.
            is_cancelled: Asked from time to time.

        Raises:
            QueryError: A value of the query means nothing in the library.
        """
        rows = array("q")
        for among in self._ranges(query):
            found = self._rows(query, among, is_cancelled)
            if found is None:
                return None
            rows += found
            if number is not None and len(rows) >= number:
                break
        return rows[:number]

    def _ranges(self, query: ListQuery) -> Sequence[RowRange]:
        """Return the ranges of rows to search one after the other; all at once where the order is not theirs."""
        if query.order.field or not query.query:
            return [every_row(query.table)]
        first, last = self._library.rows.extent(query.table)[:2]
        ends, size = [first - 1], _FIRST
        while ends[-1] < last:
            ends.append(min(ends[-1] + size, last))
            size *= _GROWTH
        if query.order.reversed:
            ends = [first + last - 1 - end for end in ends]
        return [RowRange(query.table, min(pair) + 1, max(pair)) for pair in pairwise(ends)] or [every_row(query.table)]

    def rows_kept(self, query: ListQuery, among: RowRange) -> Statement:
        """Select the records of a range that a query keeps, in no order."""
        asked = rows_of(self._library, among, query.query) if query.query else None
        given = [] if query.lead is None else [self._belonging(among, query.lead)]
        if query.among is not None:
            given.append(rows_of_ids(among, query.among))
        if not given:
            return asked or all_rows(among)
        few = meeting(among, given)
        if asked is None:
            return few
        return meeting(among, (asked,), few=few) if self._is_given_few(query) else meeting(among, (few, asked))

    def _is_given_few(self, query: ListQuery) -> bool:
        """Tell whether a query asks among few records, so that its words are looked for in each of these."""
        if query.among is not None and len(query.among) <= PROMPT:
            return True
        return query.lead is not None and self._count_belonging(query) <= PROMPT

    def holds(self, query: ListQuery, row: int) -> bool:
        """Tell whether a list has the record at a row.

        Raises:
            QueryError: A value of the query means nothing in the library.
        """
        if table_at(row) != query.table:
            return False
        self._library.check_query(query.query)
        kept = self.rows_kept(query, RowRange(query.table, row, row))
        return bool(self._library.rows.readers.first(f"select ? in ({kept.sql})", row, *kept.values))

    def is_prompt(self, query: ListQuery) -> bool:
        """Tell whether a list is made while a key is pressed."""
        if self._library.size(query.table) <= PROMPT or not (query.is_narrowed or query.order.word):
            return True
        return query.lead is not None and self._count_belonging(query) <= PROMPT

    def _count_belonging(self, query: ListQuery) -> int:
        """Return the number of records that belong to the lead of a query, at most a few more than are prompt."""
        statement = self._belonging(every_row(query.table), query.lead or "")
        limited = f"select count(*) from (select 1 from ({statement.sql}) limit {PROMPT + 1})"
        return int(self._library.rows.readers.first(limited, *statement.values))

    def _belonging(self, among: RowRange, lead: str) -> Statement:
        """Select the records of a range that belong to one record; see `related`."""
        library = self._library
        if not isinstance(library.find(lead), Actor):
            return rows_of_ids(among, related(library, lead))
        members = perspective(library, lead).members
        own = (rows_with(among, field, members) for of, field in _BELONGING if of == among.table)
        return union((rows_of_ids(among, members), *own))

    def _rows(self, query: ListQuery, among: RowRange, is_cancelled: IsCancelled) -> "array[int] | None":
        kept, order, readers = self.rows_kept(query, among), query.order, self._library.rows.readers
        key = _COUNTED.get((query.table, order.field))
        columns = _SORTED_BY.get((query.table, order.field), ())
        down = " desc" if order.reversed else ""
        sorting = [f"{column} is null, {column}{down}" for column in columns]
        if sorting:
            sql = f"select f.row from fact f where f.row in ({kept.sql}) order by {', '.join(sorting)}, f.row"
        else:
            sql = f"{kept.sql} order by 1{down if not order.field else ''}"
        rows = readers.column_unless(is_cancelled, sql, *kept.values)
        if rows is None or key is None:
            return rows
        counts = key(self._library)
        return array("q", sorted(rows, key=lambda row: -counts.get(row, 0), reverse=order.reversed))


def _quotes(library: RowsLibrary) -> dict[int, int]:
    """Return how many quotes each actor has with those who speak for it, by its row."""
    said = dict(library.rows.readers.rows(_COUNT_BY, *range_of("quotes")))
    found = {}
    for actor in library.every(Actor):
        row = library.rows.row_of(actor.id)
        if row is not None:
            found[row] = sum(said.get(member, 0) for member in perspective(library, actor.id).members)
    return found


def _acts_of_actors(library: RowsLibrary) -> dict[int, int]:
    """Return how often each actor acted on a declaration, by its row."""
    counts = Counter(act.actor for declaration in library.every(Declaration) for act in declaration.acts)
    rows = ((library.rows.row_of(actor), count) for actor, count in counts.items())
    return {row: count for row, count in rows if row is not None}


def _acts_of_declarations(library: RowsLibrary) -> dict[int, int]:
    """Return how many acts each declaration has, by its row."""
    declarations = library.every(Declaration)
    rows = library.rows.of_table("declarations")
    return {row: len(declaration.acts) for row, declaration in zip(rows, declarations, strict=True)}


_COUNT_BY = (
    "select value, count(*) from key indexed by key_of join posting using(key) "
    "where field = 'by' and row between ? and ? group by key"
)
_COUNTED: Mapping[tuple[str, str], Callable[[RowsLibrary], dict[int, int]]] = {
    ("actors", "quotes"): _quotes,
    ("actors", "acts"): _acts_of_actors,
    ("declarations", "acts"): _acts_of_declarations,
}
"""The counts by which a table is sorted, of things in other records; the highest number comes first."""
