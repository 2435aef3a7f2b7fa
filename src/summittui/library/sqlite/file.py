"""The file in which a library stands: made whole or not at all, brought up to date in one transaction, disposable."""

import glob
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from summittui.library.sqlite.connections import Unreadable
from summittui.library.sqlite.derivation import CollectionsIn
from summittui.library.sqlite.documents import WrittenDocuments
from summittui.library.sqlite.indexing import Index
from summittui.library.sqlite.open_file import identity_of, opened
from summittui.library.sqlite.schema import (
    END,
    INDEXES_SQL,
    TABLES_SQL,
    TEXTS,
    VERSION,
    range_of,
    row_of,
    table_at,
)
from summittui.library.sqlite.terms import CALLED_BY
from summittui.library.sqlite.use_lock import unused
from summittui.model import TABLES

APPLICATION = 0x53554D54
"""Stands in the head of the file and says whose it is."""
POSITION = "position"
"""The name under which a store keeps in the file how far it has followed."""
Document = tuple[str, str, str | None, bytes]
"""A document with its table, its number and its id, None for one without."""
Documents = Iterable[Document]
Changes = Mapping[str, Mapping[str, tuple[str | None, bytes | None]]]
"""The id of each document and what it is from now on, None where there is none, by number, by table."""
State = Mapping[str, str]
"""The file's description of itself, by name: the store that the file was made of, and how far it has followed."""


class InUse(OSError):
    """The file is open in a process, so that it can be neither deleted nor replaced."""

    def __init__(self) -> None:
        super().__init__("it is in use")


def make(path: Path, documents: Documents, state: State, collections_in: CollectionsIn) -> None:
    """Make the file anew at `path`, in place of one that nobody uses, unless another process has made it meanwhile.

    Args:
        path: The file.
        documents: What it is to hold, each table's in the order of its numbers.
        state: What it says about itself.
        collections_in: Gives the collections that the notes on a record name.

    Raises:
        InUse: Somebody uses the file that is there.
        OSError: It could not be written.
        sqlite3.Error: It could not be written.
        ValueError: A document has a number for which there is no room.
    """
    with unused(path) as is_free:
        if not is_free:
            raise InUse
    fresh = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    _discard_unfinished(path)
    before = _identity(path)
    try:
        fresh.touch(mode=0o600)
        with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            connection.executescript("pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-100000")
            connection.execute("begin")
            _fill(connection, documents, collections_in)
            connection.executemany("insert into state values(?, ?)", state.items())
            connection.execute("commit")
            connection.executescript(f"pragma application_id={APPLICATION}; pragma user_version={VERSION}")
            connection.execute("analyze")
            connection.executescript("pragma synchronous=normal; pragma journal_mode=wal")
        with unused(path) as is_free:
            if is_free and _identity(path) == before:
                _delete(path)
                fresh.replace(path)
    finally:
        _delete(fresh)


def _discard_unfinished(path: Path) -> None:
    """Delete what was begun for `path` by processes that were killed, and by an earlier one with the id of this one."""
    for fresh in path.parent.glob(f"{glob.escape(path.name)}.*.tmp"):
        process = fresh.name.removeprefix(f"{path.name}.").removesuffix(".tmp")
        if process.isdecimal() and (int(process) == os.getpid() or not _is_running(int(process))):
            _delete(fresh)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        return identity_of(path)
    except FileNotFoundError:
        return None


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def discard(path: Path) -> None:
    """Delete a file with what SQLite has beside it, unless somebody uses it; nothing where it is not there."""
    with unused(path) as is_free:
        if is_free:
            _delete(path)


def _delete(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def state_of(path: Path) -> dict[str, str]:
    """Return what a file says about itself.

    Raises:
        Unreadable: There is none, or it is none of this program and of this version.
    """
    try:
        with closing(opened(path)) as connection:
            marks = [connection.execute(f"pragma {name}").fetchone()[0] for name in ("application_id", "user_version")]
            if marks != [APPLICATION, VERSION]:
                raise Unreadable("it is none of this program, or of another version")
            return dict(connection.execute("select name, value from state").fetchall())
    except sqlite3.Error as error:
        raise Unreadable(str(error)) from None


def follow(
    connection: sqlite3.Connection, before: State, changes: Changes, state: State, collections_in: CollectionsIn
) -> bool:
    """Take over what was changed, inside a transaction of a connection; tell whether the file was as `before` says.

    Args:
        connection: Writes the file.
        before: Some of what the file must say about itself; where another process has brought it further, it stays so.
        changes: What was changed since.
        state: What it says from now on.
        collections_in: Gives the collections that the notes on a record name.

    Raises:
        sqlite3.Error: It could not be written.
        ValueError: A document has a number for which there is no room.
    """
    known = dict(connection.execute("select name, value from state").fetchall())
    if any(known.get(name) != value for name, value in before.items()):
        return False
    Follower(connection, collections_in).take(changes)
    connection.executemany("insert or replace into state values(?, ?)", state.items())
    return True


class Follower:
    """The taking over of changes into the documents, and the indexing of all that they touch."""

    def __init__(self, connection: sqlite3.Connection, collections_in: CollectionsIn) -> None:
        self._connection = connection
        self._index = Index(connection, collections_in)
        self._before = WrittenDocuments(connection)
        self._touched: set[int] = set()

    def take(self, changes: Changes) -> None:
        """Put and remove documents, then index the records whose own or whose names, dates and texts have changed."""
        renamed = {id_ for table in TABLES for id_ in self._ids(changes, table)}
        sources = self._ids(changes, "sources")
        was, published = {id_: self._known(id_) for id_ in renamed}, [self._before.published(id_) for id_ in sources]
        texts = self._ids(changes, TEXTS)
        for table, documents in changes.items():
            for number, (id_, raw) in documents.items():
                self._put(row_of(table, number), id_, raw)
        self._before.forget()
        others = [id_ for id_ in renamed if self._known(id_) != was[id_]]
        fields = {field for fields in CALLED_BY.values() for field in fields}
        self._touched.update(self._index.rows_naming(fields, others))
        dated = [id_ for id_, old in zip(sources, published, strict=True) if self._before.published(id_) != old]
        self._touched.update(self._index.rows_naming(("source",), (*dated, *texts)))
        self._index.renew(sorted(row for row in self._touched if row < END))

    def _known(self, id_: str) -> tuple[bool, str]:
        """Return whether the name of an id stands in a row of its own, and else what it is called."""
        return self._before.is_called(id_), self._before.name(id_)

    def _ids(self, changes: Changes, table: str) -> list[str]:
        """Return the ids of the documents of a table that were there before or are there after changes."""
        found = [id_ for id_, _ in changes.get(table, {}).values() if id_ is not None]
        rows = [row_of(table, number) for number in changes.get(table, {})]
        sql = "select id from document where row = ?"
        olds = [old for row in rows for old in self._connection.execute(sql, (row,)).fetchall()]
        return list(dict.fromkeys((*found, *(id_ for (id_,) in olds if id_ is not None))))

    def _put(self, row: int, id_: str | None, raw: bytes | None) -> None:
        execute = self._connection.execute
        if table_at(row) == TEXTS:
            execute("delete from attached where row = ?", (row,))
        if raw is None:
            execute("delete from document where row = ?", (row,))
        else:
            execute("insert or replace into document values(?, ?, ?)", (row, id_, raw))
            if table_at(row) == TEXTS:
                execute("insert or replace into attached values(?, ?)", (id_, row))
        self._touched.add(row - END if END <= row < 2 * END else row)


def _fill(connection: sqlite3.Connection, documents: Documents, collections_in: CollectionsIn) -> None:
    for statement in filter(str.strip, TABLES_SQL.split(";\n")):
        connection.execute(statement)
    rows = ((row_of(table, number), id_, raw) for table, number, id_, raw in documents)
    connection.executemany("insert into document values(?, ?, ?)", rows)
    connection.execute("create index document_id on document(id, row)")
    texts = "insert or replace into attached select id, row from document where row between ? and ? order by row"
    connection.execute(texts, range_of(TEXTS))
    Index(connection, collections_in).add_all()
    for statement in filter(str.strip, INDEXES_SQL.split(";\n")):
        connection.execute(statement)
