"""The records that name another one in a field, cached by library: linked lists ask for the same again and again."""

from typing import Any

from summittui.library.sqlite.record_rows import RecordRows
from summittui.library.sqlite.schema import every_row
from summittui.library.sqlite.statements import rows_with
from summittui.model import TABLES, Record
from summittui.model.caching import BoundedCache

_CACHED = 200
"""The number of records and fields in the cache."""
_COUNTED = 2_000
"""The same of numbers."""


class Belongings:
    """The records of one state of a file by what they name."""

    def __init__(self, rows: RecordRows) -> None:
        self._rows = rows
        self._counts: BoundedCache[tuple[str, str, str], tuple[int]] = BoundedCache(_COUNTED)
        self._found: BoundedCache[tuple[str, str, str], tuple[Any, ...]] = BoundedCache(_CACHED)

    def of(self, table: str, field: str, value: str) -> tuple[Any, ...]:
        """Return the records of a table that have a value in a field, in the order of the table."""
        statement = rows_with(every_row(table), field, (value,))
        return self._found.get((table, field, value), lambda: self._rows.selected(statement))

    def count(self, table: str, field: str, value: str) -> int:
        """Return the number of records of a table that have a value in a field."""
        statement = rows_with(every_row(table), field, (value,))
        sql = f"select count(*) from ({statement.sql})"
        return self._counts.get((table, field, value), lambda: (self._rows.readers.first(sql, *statement.values),))[0]

    def referrers(self, id_: str) -> tuple[Record, ...]:
        """Return the records that name a record, wherever in them, table by table."""
        naming = (rows_with(every_row(table), "ref", (id_,)) for table in TABLES)
        return tuple(record for statement in naming for record in self._rows.selected(statement))
