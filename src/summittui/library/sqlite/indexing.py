"""The index of the records in the file: the rows that are derived from each, written so far as they differ."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from summittui.library.sqlite.derivation import CollectionsIn, Derivation, Row
from summittui.library.sqlite.schema import END, NAMED, table_at

_KEYS = {
    "words": ("row",),
    "fact": ("row",),
    "called": ("key",),
    "name": ("row", "at"),
    "stated": ("holder", "issue", "stance", "own", "row"),
    "posting": ("key", "row"),
}
"""The columns that tell apart the rows of each derived table; they are its first ones."""
_WRITTEN = {
    **{table: f"select * from {table} where row = ?" for table in _KEYS},
    "called": "select c.* from name n join called c on c.id = n.name where n.row = ? and n.at = 0",
}
"""The statements that select what is derived from the record at a row and stands in the file."""
_WITH_NOTES = f"select d.row, d.raw, n.raw from document d left join document n on n.row = d.row + {END}"
_PIECE = 1_000
_FULL_TEXT = {"words": ("trigrams", "words", 1), "called": ("called_trigrams", "folded", 2)}
"""The full-text index of a derived table, with the name and the place of the column that it indexes."""
_NEVER_AUTOMATICALLY = 0
"""The setting by which a full-text index merges only what has piled up 16 times (https://sqlite.org/fts5.html#automerge).

By itself it merges some hundred pages with every twentieth edit, which takes longer than all else of the edit.
"""


class Index:
    """The index of the records in a file; written inside a transaction of its connection."""

    def __init__(self, connection: sqlite3.Connection, collections_in: CollectionsIn) -> None:
        """Write by a connection.

        Args:
            connection: The connection.
            collections_in: Gives the collections that notes on a record name.
        """
        self._connection = connection
        self._derivation = Derivation(connection, collections_in)
        self._grown: Counter[str] = Counter()
        """By how many records each table has grown."""

    def add_all(self) -> None:
        """Index every record of a file that has no index yet; postings are sorted before they are written."""
        execute = self._connection.execute
        execute("create temp table unsorted(key integer, row integer)")
        sql = f"{_WITH_NOTES} where d.row < {END} order by d.row"
        queued: dict[str, list[Row]] = defaultdict(list)
        for at, (row, raw, notes) in enumerate(execute(sql)):
            self._grown[table_at(row)] += 1
            for table, derived in self._derivation.rows(row, raw, notes):
                queued["temp.unsorted" if table == "posting" else table].append(derived)
            if at % _PIECE == 0:
                self._write(queued)
        self._write(queued)
        execute("insert into posting select distinct key, row from temp.unsorted order by key, row")
        execute("drop table temp.unsorted")
        for index, *_ in _FULL_TEXT.values():
            execute(f"insert into {index}({index}) values('rebuild')")
            execute(f"insert into {index}({index}, rank) values('automerge', ?)", (_NEVER_AUTOMATICALLY,))
        self._write_sizes()

    def renew(self, rows: Iterable[int]) -> None:
        """Index the records at rows anew; a row without a record is in no index any more.

        What is derived as before is not written: most edits change some words and no key.
        """
        self._derivation.forget()
        gone: dict[str, list[Row]] = defaultdict(list)
        come: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            before, after = self._written(row), self._derived(row)
            self._grown[table_at(row)] += bool(after) - bool(before)
            for each in before - after:
                gone[each[0]].append(each[1])
            for each in after - before:
                come[each[0]].append(each[1])
        self._delete(gone)
        self._insert(come)
        self._write_sizes()

    def rows_naming(self, fields: Iterable[str], ids: Iterable[str]) -> Iterator[int]:
        """Yield the rows of the records that have one of some ids in one of some fields."""
        sql = "select row from posting where key in (select key from key where field = ? and value = ?)"
        wanted = tuple(fields)
        for id_ in ids:
            for field in wanted:
                yield from (row for (row,) in self._connection.execute(sql, (field, id_)).fetchall())

    def _written(self, row: int) -> set[tuple[str, Row]]:
        """Return what is derived from the record at a row as it stands in the file, each with its table."""
        tables = (table for table in _KEYS if table != "called" or table_at(row) in NAMED)
        return {(table, each) for table in tables for each in self._connection.execute(_WRITTEN[table], (row,))}

    def _derived(self, row: int) -> set[tuple[str, Row]]:
        """Return what is derived from the document at a row, each with its table; nothing where there is none."""
        documents = self._connection.execute(f"{_WITH_NOTES} where d.row = ?", (row,)).fetchall()
        return {each for document in documents for each in self._derivation.rows(*document)}

    def _delete(self, rows_by_table: dict[str, list[Row]]) -> None:
        """Delete rows of derived tables, and what stands of them in a full-text index."""
        for table, rows in rows_by_table.items():
            if table in _FULL_TEXT:
                index, column, at = _FULL_TEXT[table]
                sql = f"insert into {index}({index}, rowid, {column}) values('delete', ?, ?)"
                self._connection.executemany(sql, [(row[0], row[at]) for row in rows])
            keys = _KEYS[table]
            sql = f"delete from {table} where {' and '.join(f'{key} = ?' for key in keys)}"
            self._connection.executemany(sql, [row[: len(keys)] for row in rows])

    def _insert(self, rows_by_table: dict[str, list[Row]]) -> None:
        """Insert rows into derived tables, and their words into a full-text index."""
        for table, rows in rows_by_table.items():
            if table in _FULL_TEXT:
                index, column, at = _FULL_TEXT[table]
                sql = f"insert into {index}(rowid, {column}) values(?, ?)"
                self._connection.executemany(sql, [(row[0], row[at]) for row in rows])
        self._write(rows_by_table)

    def _write(self, queued: dict[str, list[Row]]) -> None:
        """Insert what was queued for each table."""
        for table, rows in queued.items():
            if rows:
                places = ", ".join("?" * len(rows[0]))
                self._connection.executemany(f"insert or replace into {table} values({places})", rows)
                rows.clear()

    def _write_sizes(self) -> None:
        sql = "insert into size values(?, ?) on conflict do update set number = number + excluded.number"
        self._connection.executemany(sql, [each for each in self._grown.items() if each[1]])
        self._grown.clear()
