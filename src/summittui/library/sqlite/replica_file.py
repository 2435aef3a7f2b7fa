"""The file of a library as what keeps the documents of a store, so that neither holds them in memory."""

import contextlib
import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from summittui.library.sqlite import file
from summittui.library.sqlite.connections import Unreadable, is_writable
from summittui.library.sqlite.derivation import CollectionsIn
from summittui.library.sqlite.library import SqliteLibrary
from summittui.library.sqlite.open_file import OpenFile, identity_of
from summittui.library.sqlite.schema import END, number_at, range_of, row_of, table_at

_PIECE = 1_000


class ReplicaFile:
    """The documents of a store in a file, read as they stand in it now; a `DocumentFile` of the store."""

    def __init__(self, path: Path, collections_in: CollectionsIn) -> None:
        """Name the file; it need not be there.

        Args:
            path: The file.
            collections_in: Gives the collections that the notes on a record name.
        """
        self.path = path
        self._collections_in = collections_in
        self._opened: OpenFile | None = None
        self._library: Callable[[], SqliteLibrary | None] = _none

    def library(self) -> SqliteLibrary:
        """Return the library of what the file holds now.

        Raises:
            OSError: It cannot be read.
        """
        with _as_os_errors():
            library = SqliteLibrary(self.path, self._collections_in, self._present().pool)
        self._library = weakref.ref(library)
        return library

    def state(self) -> Mapping[str, str]:
        """Return what was said of the file when it was written last."""
        with _as_os_errors():
            self._present()
            return file.state_of(self.path)

    def make(self, documents: Iterable[file.Document], state: Mapping[str, str]) -> None:
        """Write the file anew."""
        self._let_go()
        with _as_os_errors():
            file.make(self.path, documents, state, self._collections_in)

    def follow(self, before: str, changes: file.Changes, state: Mapping[str, str]) -> bool:
        """Take over changes where the file stands at the position `before`, and say `state` of it; else tell so."""
        last = self._library()
        if last is not None:
            last.index()
        with _as_os_errors(), self._present().transaction() as connection:
            return file.follow(connection, {file.POSITION: before}, changes, state, self._collections_in)

    def frozen(self) -> "ReplicaFile":
        """Return the file as it stands now, to be read whatever is written into it later."""
        found = ReplicaFile(self.path, self._collections_in)
        found._rows("begin")
        found._rows("select 1 from state limit 1")  # the state that is read from now on is that of the first read
        return found

    def discard(self) -> None:
        """Delete the file."""
        self._let_go()
        file.discard(self.path)

    def raw(self, table: str, number: str) -> bytes | None:
        """Return a document by its number, or None."""
        rows = self._rows("select raw from document where row = ?", row_of(table, number))
        return rows[0][0] if rows else None

    def numbered(self, table: str, id_: str) -> tuple[str, bytes] | None:
        """Return the number and the document of a table that has an id, or None."""
        sql = "select row, raw from document where id = ? and row between ? and ? order by row limit 1"
        rows = self._rows(sql, id_, *range_of(table)) if is_writable(id_) else []
        return (number_at(rows[0][0]), rows[0][1]) if rows else None

    def located(self, id_: str) -> tuple[str, str, bytes] | None:
        """Return the table, the number and the document of the record with an id, or None."""
        sql = "select row, raw from document where id = ? and row < ? order by row desc limit 1"
        rows = self._rows(sql, id_, END) if is_writable(id_) else []
        return _placed(*rows[0]) if rows else None

    def naming(self, id_: str) -> Iterator[tuple[str, str, bytes]]:
        """Yield the table, the number and the document of each record that names an id."""
        sql = (
            "select d.row, raw from key k cross join posting p on p.key = k.key cross join document d on d.row = p.row "
            "where k.field = 'ref' and k.value = ? order by d.row"
        )
        return (_placed(*row) for row in (self._rows(sql, id_) if is_writable(id_) else []))

    def documents(self, table: str) -> Iterator[tuple[str, bytes]]:
        """Yield the number and the document of all documents of a table, in the order of the numbers."""
        first, last = range_of(table)
        sql = f"select row, raw from document where row between ? and ? order by row limit {_PIECE}"
        while rows := self._rows(sql, first, last):
            yield from ((number_at(row), raw) for row, raw in rows)
            first = rows[-1][0] + 1

    def ids(self, table: str) -> Iterator[str]:
        """Yield the ids of the documents of a table, in the order of the numbers."""
        sql = "select id from document where row between ? and ? and id is not null order by row"
        return (id_ for (id_,) in self._rows(sql, *range_of(table)))

    def count(self, table: str) -> int:
        """Return the number of documents of a table."""
        sql = "select count(*) from document where row between ? and ?"
        return int(self._rows(sql, *range_of(table))[0][0])

    def __del__(self) -> None:
        self._let_go()

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        with _as_os_errors():
            return (self._opened or self._present()).rows(sql, *values)

    def _present(self) -> OpenFile:
        """Return the file that is there now; what is read from then on stands in it."""
        if self._opened is None or self._opened.identity != identity_of(self.path):
            self._let_go()
            self._opened = OpenFile(self.path)
        return self._opened

    def _let_go(self) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()


def _none() -> None:
    return None


def _placed(row: int, raw: bytes) -> tuple[str, str, bytes]:
    return table_at(row), number_at(row), raw


@contextlib.contextmanager
def _as_os_errors() -> Iterator[None]:
    """Raise an OSError, which who keeps documents here expects, for all that can be wrong with the file."""
    try:
        yield
    except (sqlite3.Error, Unreadable, ValueError, KeyError) as error:
        raise OSError(f"the replica is of no use: {error}") from error
