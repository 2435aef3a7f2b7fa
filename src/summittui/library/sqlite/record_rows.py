"""The records in the rows of a file; those that were read lately are cached."""

from array import array
from collections.abc import Iterable

from summittui.library.sqlite.connections import Readers, is_writable, json_of
from summittui.library.sqlite.documents import record_at
from summittui.library.sqlite.schema import END, range_of
from summittui.library.sqlite.statements import Statement
from summittui.model import TABLES, Record
from summittui.model.caching import BoundedCache

_CACHED = 5_000
"""The number of records in the cache."""
_FEW = 500
"""Up to so many records that are selected together are cached."""


class RecordRows:
    """The rows of one state of a file."""

    def __init__(self, readers: Readers) -> None:
        self.readers = readers
        self._records: BoundedCache[int, Record] = BoundedCache(_CACHED)
        self._rows: BoundedCache[str, tuple[int | None]] = BoundedCache(_CACHED)
        self._notes: BoundedCache[int, tuple[bytes | None]] = BoundedCache(_CACHED)
        self._extents: BoundedCache[str, tuple[int, int, int]] = BoundedCache(len(TABLES))
        self._scattered: BoundedCache[str, array[int]] = BoundedCache(len(TABLES))

    def record(self, row: int) -> Record:
        """Return the record at a row."""
        sql = "select raw from document where row = ?"
        return self._records.get(row, lambda: record_at(row, self.readers.first(sql, row)))

    def records(self, rows: Iterable[int]) -> tuple[Record, ...]:
        """Return the records at some rows, in their order."""
        wanted = list(rows)
        sql = "select row, raw from document where row in (select value from json_each(?))"
        found = {row: record_at(row, raw) for row, raw in self.readers.rows(sql, json_of(wanted))}
        return tuple([found[row] for row in wanted])

    def notes(self, row: int) -> bytes | None:
        """Return the document of the notes on the record at a row, or None."""
        sql = "select raw from document where row = ?"
        return self._notes.get(row, lambda: (self.readers.first(sql, row + END),))[0]

    def notes_by_id(self, ids: Iterable[str]) -> dict[str, bytes]:
        """Return the documents of the notes on those of some records that have any, by the id of the record."""
        sql = (
            "select d.id, n.raw from json_each(?) j cross join document d on d.id = j.value and d.row < ? "
            f"join document n on n.row = d.row + {END}"
        )
        return dict(self.readers.rows(sql, json_of(ids), END))

    def selected(self, statement: Statement) -> tuple[Record, ...]:
        """Return the records that a statement selects, in the order of the tables."""
        sql = f"select row, raw from document where row in ({statement.sql}) order by row"
        found = self.readers.rows(sql, *statement.values)
        if len(found) > _FEW:
            return tuple([record_at(row, raw) for row, raw in found])
        return tuple([self._kept(row, record_at(row, raw)) for row, raw in found])

    def _kept(self, row: int, record: Record) -> Record:
        """Cache a record with its row, and return it: what belongs to a record is asked for one by one soon."""
        self._rows.get(record.id, lambda: (row,))
        return self._records.get(row, lambda: record)

    def row_of(self, id_: str) -> int | None:
        """Return the row of the record with this id, or None."""
        if not is_writable(id_):
            return None
        sql = "select max(row) from document where id = ? and row < ?"
        return self._rows.get(id_, lambda: (self.readers.first(sql, id_, END),))[0]

    def number(self, table: str) -> int:
        """Return the number of records of a table."""
        return self.extent(table)[2]

    def of_table(self, table: str) -> "array[int] | range":
        """Return the rows of all records of a table; where no number is missing they take no room."""
        first, last, number = self.extent(table)
        if not number:
            return range(0)
        if last - first + 1 == number:
            return range(first, last + 1)
        sql = "select row from fact where row between ? and ? order by row"
        return self._scattered.get(table, lambda: self.readers.column(sql, *range_of(table)))

    def extent(self, table: str) -> tuple[int, int, int]:
        """Return the first and the last row of a table that hold records, and their number."""
        return self._extents.get(table, lambda: self._extent(table))

    def _extent(self, table: str) -> tuple[int, int, int]:
        first, last = (f"select {end}(row) from fact where row between ? and ?" for end in ("min", "max"))
        ends = [self.readers.first(sql, *range_of(table)) or 0 for sql in (first, last)]
        return ends[0], ends[1], self.readers.first("select number from size where name = ?", table) or 0
