"""Connections to the file of one state of a library: several, so that no thread waits for a long answer of another."""

import contextlib
import json
import queue
import sqlite3
import threading
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from summittui.library.sqlite.open_file import ReaderPool
from summittui.model import StoreError
from summittui.model.text import safe

READERS = 3
"""The number of threads that read at once: the screens', one that answers late, one that builds."""
TRIES = 20
"""The number of attempts to begin all connections on the same state of the file while somebody writes."""
STEPS = 20_000
"""The number of steps of SQLite between two checks for cancellation."""
T = TypeVar("T")
_ROWS = msgspec.json.Decoder(list[int])


class Unreadable(Exception):
    """The file is none of this program, is damaged, or changes too fast to be read."""


class Readers:
    """Connections that all see the same state of a file, whatever is written into it afterwards."""

    def __init__(self, pool: ReaderPool) -> None:
        """Take connections to a file.

        Raises:
            Unreadable: It cannot be read.
        """
        self._pool = pool
        self._idle: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue()
        self._connections = self._begin()
        self._stale: set[sqlite3.Connection] = set()
        self._fresh: list[sqlite3.Connection] = []
        """The connections that take the places of stale ones."""
        self._mutex = threading.Lock()
        self.state = _state(self._connections[0])
        """The file's description of itself, by name."""
        for each in self._connections:
            self._idle.put(each)

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return the rows that a statement selects."""
        with self._one() as connection:
            return connection.execute(sql, values).fetchall()

    def first(self, sql: str, *values: Any) -> Any:
        """Return the first column of the first row that a statement selects; None where it selects none."""
        with self._one() as connection:
            row = connection.execute(sql, values).fetchone()
        return None if row is None else row[0]

    def column(self, sql: str, *values: Any) -> "array[int]":
        """Return the rows of the file that a statement selects as `row`, in its order."""
        with self._one() as connection:
            return _column(connection, sql, values)

    def column_unless(self, is_cancelled: Callable[[], bool], sql: str, *values: Any) -> "array[int] | None":
        """Return the rows as `column` does; None where it was cancelled meanwhile."""
        return self._unless(is_cancelled, lambda connection: _column(connection, sql, values))

    def rows_unless(self, is_cancelled: Callable[[], bool], sql: str, *values: Any) -> list[tuple[Any, ...]] | None:
        """Return the rows that a statement selects; None where it was cancelled meanwhile."""
        return self._unless(is_cancelled, lambda connection: connection.execute(sql, values).fetchall())

    def _unless(self, is_cancelled: Callable[[], bool], ask: Callable[[sqlite3.Connection], T]) -> T | None:
        """Return what is asked of a connection; None where it was cancelled meanwhile."""
        with self._one() as connection:
            connection.set_progress_handler(is_cancelled, STEPS)
            try:
                return ask(connection)
            except sqlite3.OperationalError:
                if is_cancelled():
                    return None
                raise
            finally:
                connection.set_progress_handler(None, 0)

    def leave_log(self) -> None:
        """Read the same state from the file, where a long write-ahead log can be copied into it; in any thread.

        Who reads from the log keeps writers from beginning it anew, so that it would grow with each edit.
        """
        with self._mutex:
            if self._stale or not self._pool.has_long_log():
                return
            self._pool.copy_log()
            try:
                connections = self._begin()
            except Unreadable:
                return
            if _state(connections[0]) != self.state:
                self._give_back(connections)
                return
            self._fresh, self._stale, self._connections = [*connections], {*self._connections}, connections
        idle = []
        with contextlib.suppress(queue.Empty):
            while True:
                idle.append(self._idle.get_nowait())
        for each in idle:
            self._put(each)

    def _begin(self) -> list[sqlite3.Connection]:
        """Return connections that all began on the same state of the file.

        Raises:
            Unreadable: There are none.
        """
        for _ in range(TRIES):
            connections: list[sqlite3.Connection] = []
            try:
                connections.extend(self._pool.take() for _ in range(READERS))
                states = [_state(each) for each in connections]
            except sqlite3.Error as error:
                self._give_back(connections)
                raise Unreadable(str(error)) from None
            if all(state == states[0] for state in states):
                return connections
            self._give_back(connections)
        raise Unreadable("it is written all the time")

    def _give_back(self, connections: Iterable[sqlite3.Connection]) -> None:
        for each in connections:
            self._pool.give_back(each)

    def __del__(self) -> None:
        with contextlib.suppress(queue.Empty, AttributeError):
            while True:
                self._pool.give_back(self._idle.get_nowait())

    @contextlib.contextmanager
    def _one(self) -> Iterator[sqlite3.Connection]:
        connection = self._idle.get()
        try:
            yield connection
        except sqlite3.DatabaseError as error:
            path = self._pool.path
            path.unlink(missing_ok=True)
            raise StoreError(
                f"The replica {safe(str(path))} of the store is damaged ({error}) and was deleted; "
                "nothing is lost, for it is made anew when you open the store again."
            ) from None
        finally:
            self._put(connection)

    def _put(self, connection: sqlite3.Connection) -> None:
        """Put a connection back for the next question, or a fresh one in place of a stale one."""
        if connection in self._stale:
            self._pool.give_back(connection)
            self._stale.remove(connection)
            connection = self._fresh.pop()
        self._idle.put(connection)


def _column(connection: sqlite3.Connection, sql: str, values: Sequence[Any]) -> "array[int]":
    """Return the rows that a statement selects; SQLite puts them together, so that other threads go on meanwhile."""
    (rows,) = connection.execute(f"select json_group_array(row) from ({sql})", values).fetchone()
    return array("q", _ROWS.decode(rows))


def json_of(values: Iterable[str | int]) -> str:
    """Return values as a list for `json_each`, texts that no file can hold left out."""
    return json.dumps([value for value in values if isinstance(value, int) or is_writable(value)], ensure_ascii=False)


def is_writable(text: str) -> bool:
    """Tell whether a text can stand in a file: one with half a character (a lone surrogate) cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _state(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what the file says about itself."""
    return dict(connection.execute("select name, value from state").fetchall())
