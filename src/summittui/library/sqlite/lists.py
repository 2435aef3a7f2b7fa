"""Lists: the rows of the records that a list query asks for, in its order."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import overload

from summittui.library.answers.perspective import perspective
from summittui.library.answers.related import related
from summittui.library.protocol import IsCancelled, ListResult, never_cancelled
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.schema import range_of
from summittui.library.sqlite.selecting import rows_of
from summittui.library.sqlite.statements import Statement, all_rows, meeting, rows_of_ids, rows_with, union
from summittui.model import Actor, Declaration, Record
from summittui.queries.listing import ListQuery
from summittui.queries.orders import Order

PROMPT = 2_000
"""Lists out of up to so many records are made while a key is pressed."""
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

    def __init__(self, library: RowsLibrary, query: ListQuery, rows: "array[int] | range") -> None:
        super().__init__(library, query)
        self.rows = rows

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
        row = self.library.rows.row_of(id_)
        try:
            return -1 if row is None else self.rows.index(row)
        except ValueError:
            return -1


class Lists:
    """The maker of lists of one library; the last list of each table is cached."""

    def __init__(self, library: RowsLibrary) -> None:
        self._library = library
        self._last: dict[str, RowResult] = {}

    def find(self, query: ListQuery, is_cancelled: IsCancelled = never_cancelled) -> RowResult | None:
        """Return the records that a query asks for; None where that was cancelled.

        Raises:
            QueryError: A value of the query means nothing in the library.
        """
        library = self._library
        library.check_query(query.query)
        if not query.is_narrowed and query.order == Order():
            return RowResult(library, query, library.rows.of_table(query.table))
        last = self._last.get(query.table)
        if last is not None and last.query == query:
            return last
        rows = self._rows(query, is_cancelled)
        if rows is None:
            return None
        self._last[query.table] = found = RowResult(library, query, rows)
        return found

    def rows_kept(self, query: ListQuery) -> Statement:
        """Select the records that a query keeps, in no order."""
        wanted = [] if query.lead is None else [self._belonging(query.table, query.lead)]
        if query.among is not None:
            wanted.append(rows_of_ids(query.table, query.among))
        if query.query:
            wanted.append(rows_of(self._library, query.table, query.query))
        return meeting(query.table, wanted) if wanted else all_rows(query.table)

    def count_belonging(self, query: ListQuery) -> int:
        """Return the number of records that belong to the lead of a query, at most a few more than are prompt."""
        statement = self._belonging(query.table, query.lead or "")
        limited = f"select count(*) from (select 1 from ({statement.sql}) limit {PROMPT + 1})"
        return int(self._library.rows.readers.first(limited, *statement.values))

    def _belonging(self, table: str, lead: str) -> Statement:
        """Select the records of a table that belong to one record; see `related`."""
        library = self._library
        if not isinstance(library.find(lead), Actor):
            return rows_of_ids(table, related(library, lead))
        members = perspective(library, lead).members
        own = (rows_with(table, field, members) for of, field in _BELONGING if of == table)
        return union((rows_of_ids(table, members), *own))

    def _rows(self, query: ListQuery, is_cancelled: IsCancelled) -> "array[int] | None":
        kept, order, readers = self.rows_kept(query), query.order, self._library.rows.readers
        key = _COUNTED.get((query.table, order.field))
        columns = _SORTED_BY.get((query.table, order.field), ())
        down = " desc" if order.reversed else ""
        sorting = [f"{column} is null, {column}{down}" for column in columns]
        sorting.append("f.row desc" if order.reversed and not order.field else "f.row")
        sql = f"select f.row from fact f where f.row in ({kept.sql}) order by {', '.join(sorting)}"
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
    "select value, count(*) from key join posting using(key) where field = 'by' and row between ? and ? group by key"
)
_COUNTED: Mapping[tuple[str, str], Callable[[RowsLibrary], dict[int, int]]] = {
    ("actors", "quotes"): _quotes,
    ("actors", "acts"): _acts_of_actors,
    ("declarations", "acts"): _acts_of_declarations,
}
"""The counts by which a table is sorted, of things in other records; the highest number comes first."""
