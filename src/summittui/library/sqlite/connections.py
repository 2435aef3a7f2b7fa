"""Connections to the file of one state of a library: several, so that no thread waits for a long answer of another."""

import contextlib
import json
import queue
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from summittui.model import StoreError
from summittui.model.text import safe

READERS = 3
"""The number of threads that read at once: the screens', one that answers late, one that builds."""
TRIES = 20
"""The number of attempts to begin all connections on the same state of the file while somebody writes."""
STEPS = 20_000
"""The number of steps of SQLite between two checks for cancellation."""


READ_TABLES = ("document", "attached", "fact", "words", "trigrams", "called", "name", "key", "posting", "stated")
"""The tables of which something is read when the file is opened, so that one with a hole is noticed."""


class Unreadable(Exception):
    """The file is none of this program, is damaged, or changes too fast to be read."""


class Readers:
    """Connections that all see the same state of a file, whatever is written into it afterwards."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            Unreadable: It cannot be read.
        """
        self._path = path
        for _ in range(TRIES):
            try:
                connections = [_reading(path) for _ in range(READERS)]
                states = [_state(each) for each in connections]
            except sqlite3.Error as error:
                raise Unreadable(str(error)) from None
            if all(state == states[0] for state in states):
                break
        else:
            raise Unreadable("it is written all the time")
        self.state: dict[str, str] = states[0]
        """The file's description of itself, by name."""
        self._idle: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue()
        for each in connections:
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
        """Return the first column of the rows that a statement selects, which are integers."""
        with self._one() as connection:
            return array("q", (row[0] for row in connection.execute(sql, values)))

    def column_unless(self, is_cancelled: Callable[[], bool], sql: str, *values: Any) -> "array[int] | None":
        """Return the first column as `column` does; None where it was cancelled meanwhile."""
        with self._one() as connection:
            connection.set_progress_handler(is_cancelled, STEPS)
            try:
                return array("q", (row[0] for row in connection.execute(sql, values)))
            except sqlite3.OperationalError:
                if is_cancelled():
                    return None
                raise
            finally:
                connection.set_progress_handler(None, 0)

    def __del__(self) -> None:
        with contextlib.suppress(queue.Empty, AttributeError):
            while True:
                self._idle.get_nowait().close()

    @contextlib.contextmanager
    def _one(self) -> Iterator[sqlite3.Connection]:
        connection = self._idle.get()
        try:
            yield connection
        except sqlite3.DatabaseError as error:
            self._path.unlink(missing_ok=True)
            raise StoreError(
                f"The replica {safe(str(self._path))} of the store is damaged ({error}) and was deleted; "
                "nothing is lost, for it is made anew when you open the store again."
            ) from None
        finally:
            self._idle.put(connection)


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


def _reading(path: Path) -> sqlite3.Connection:
    """Return a connection with the read transaction in which it stays."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None, cached_statements=100)
    connection.executescript("pragma mmap_size=4000000000; pragma cache_size=-2000; pragma temp_store=memory; begin")
    return connection


def _state(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what the file says about itself; every table of it can be read."""
    for table in READ_TABLES:
        connection.execute(f"select 1 from {table} limit 1").fetchone()
    return dict(connection.execute("select name, value from state").fetchall())
