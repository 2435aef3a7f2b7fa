"""One file as this process has it open: connections that write, that read what stands there now, and idle readers."""

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from summittui.library.sqlite.use_lock import use

WAIT = 10.0
"""Seconds that a writer waits for another."""
LOG = 16_000_000
"""The bytes of the write-ahead log from which on it is copied into the file beside the edits, and begun anew."""
CHECKPOINT = 16_000
"""The number of pages in the write-ahead log from which on each commit copies them into the file."""
READ_TABLES = (
    *("size", "document", "attached", "fact", "words", "trigrams"),
    *("called", "called_trigrams", "name", "key", "posting", "stated"),
)
"""The tables of which something is read when the file is opened, so that one with a hole is noticed."""

Identity = tuple[int, int]
"""The device and the inode of a file."""


def identity_of(path: Path) -> Identity:
    """Return which file stands at a path.

    Raises:
        OSError: None does.
    """
    status = path.stat()
    return status.st_dev, status.st_ino


class ReaderPool:
    """Connections that read a file, each lent to one library at a time; opened anew where none is idle.

    Nobody deletes or replaces the file before the pool is closed and all that was lent is given back.
    """

    def __init__(self, path: Path) -> None:
        """Use the file at a path.

        Raises:
            OSError: There is none.
        """
        self.path = path
        self.is_written = False
        """Whether this process writes the file as well."""
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        self._mutex = threading.RLock()  # connections are given back by the garbage collector, at any moment
        self._lent = 0
        self._use: int | None = use(path)
        self._is_closed = False

    def take(self) -> sqlite3.Connection:
        """Return a connection in a read transaction, which begins with the first thing read.

        Raises:
            sqlite3.Error: The file cannot be read.
        """
        try:
            connection = self._idle.get_nowait()
        except Empty:
            connection = _reading(self.path)
        connection.execute("begin")
        with self._mutex:
            self._lent += 1
        return connection

    def give_back(self, connection: sqlite3.Connection) -> None:
        """End the transaction of a connection and keep it for the next library; in any thread, at any moment."""
        try:
            connection.rollback()
        except sqlite3.Error:
            connection.close()
        else:
            self._idle.put(connection)
        with self._mutex:
            self._lent -= 1
            if self._is_closed:
                self.close()

    def has_long_log(self) -> bool:
        """Tell whether the write-ahead log has grown so far that it should begin anew."""
        try:
            return self.path.with_name(f"{self.path.name}-wal").stat().st_size >= LOG
        except OSError:
            return False

    def copy_log(self) -> None:
        """Copy the write-ahead log into the file as far as nobody reads an older state; nobody waits for it.

        A writer begins the log anew once all of it is copied and nobody reads from it; see
        https://www.sqlite.org/wal.html#avoiding_excessively_large_wal_files.
        """
        if self.is_written:
            with contextlib.suppress(sqlite3.Error), contextlib.closing(writing(self.path)) as connection:
                connection.execute("pragma wal_checkpoint(passive)")

    def close(self) -> None:
        """Close the idle connections, and let go of the file once all that is lent is given back."""
        with self._mutex:
            self._is_closed = True
            with contextlib.suppress(Empty):
                while True:
                    self._idle.get_nowait().close()
            if not self._lent and self._use is not None:
                os.close(self._use)
                self._use = None

    def __del__(self) -> None:
        with contextlib.suppress(AttributeError):
            self.close()


class OpenFile:
    """A file with the connections of this process; one that is put into its place is another."""

    def __init__(self, path: Path) -> None:
        """Open the file at a path.

        Raises:
            OSError: There is none.
        """
        self.pool = ReaderPool(path)
        self.identity = identity_of(path)
        self._path = path
        self._mutex = threading.Lock()
        self._reader: sqlite3.Connection | None = None
        self._writer: sqlite3.Connection | None = None

    def rows(self, sql: str, *values: Any) -> list[Any]:
        """Return the rows that a statement selects of what stands in the file now.

        Raises:
            sqlite3.Error: It cannot be read.
        """
        with self._mutex:
            if self._reader is None:
                self._reader = opened(self._path)
            return self._reader.execute(sql, values).fetchall()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write inside a transaction, which ends with the block; an error inside takes it back.

        Raises:
            sqlite3.Error: It cannot be written.
        """
        with self._mutex:
            if self._writer is None:
                self._writer = writing(self._path)
                self.pool.is_written = True
        with transaction(self._writer) as connection:
            yield connection

    def close(self) -> None:
        """Let go of the file; libraries that read it go on."""
        for connection in (self._reader, self._writer):
            if connection is not None:
                connection.close()
        self._reader = self._writer = None
        self.pool.close()


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Hold the write lock of a connection for the block; an error inside takes back what was written."""
    connection.execute("begin immediate")
    try:
        yield connection
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")


def opened(path: Path) -> sqlite3.Connection:
    """Return a connection that reads a file, which must be there; in any thread."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)


def writing(path: Path) -> sqlite3.Connection:
    """Return a connection that writes a file, which must be there; in any thread."""
    uri = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)
    connection.executescript(
        f"pragma synchronous=normal; pragma cache_size=-20000; pragma wal_autocheckpoint={CHECKPOINT}; "
        "pragma journal_size_limit=0"
    )
    return connection


def _reading(path: Path) -> sqlite3.Connection:
    """Return a connection to a file every table of which can be read."""
    connection = opened(path)
    connection.executescript("pragma cache_size=-8000; pragma temp_store=memory")
    for table in READ_TABLES:
        connection.execute(f"select 1 from {table} limit 1").fetchone()
    return connection
