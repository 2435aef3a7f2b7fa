"""A TinyDB storage that loses nothing: one JSON file, kept in memory, replaced whole under a lock."""

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage
from tinydb.table import Table

from summittui.model import InputError, StoreReadOnly
from summittui.store.disk import StoreExists, open_store, replace_file, shown
from summittui.store.documents import META, Tables, empty_tables, parse
from summittui.store.lock import TIME_OUT, held

Seen = tuple[int, int, int, int]
"""Device, inode, size and time of change of the file as it was read."""


class StoreTable(Table):
    """A TinyDB table whose queries are never answered from a cache, which other processes' edits would outdate."""

    default_query_cache_capacity = 0


class AtomicStorage(Storage):
    """The tables of one file.

    Reading takes no lock. Writing happens inside `transaction` alone: the file as it is by then, the edits
    in memory, one replacement at the end.
    """

    def __init__(self, path: Path, *, read_only: bool = False, time_out: float = TIME_OUT) -> None:
        self.path = path
        self.read_only = read_only
        self._time_out = time_out
        self.loads = 0
        """How often the file was read."""
        self._tables: Tables | None = None
        self._descriptor = -1  # the file last read, held open so that its inode is not given to another
        self._seen: Seen | None = None
        self._thread = threading.RLock()
        self._writing = False

    @property
    def size(self) -> int:
        """Length in bytes of the file last read or written."""
        return self._seen[2] if self._seen else 0

    def changed(self) -> bool:
        """Tell whether the file is another than the one last read (one or two stat calls)."""
        if self._seen is None:
            return True
        try:
            return _seen(self.path.stat()) != self._seen
        except OSError:
            return True

    def read(self) -> Tables:
        """Return the tables, from memory unless the file has changed. They belong to the storage.

        Raises:
            StoreMissing: There is no file.
            StoreDamaged: The file is not what this program wrote.
            StoreTooNew: A newer program wrote it.
        """
        with self._thread:
            if self._tables is None or (not self._writing and self.changed()):
                self._load()
            return self._tables or {}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Keep the tables for the end of the running transaction."""
        if not self._writing:
            raise StoreReadOnly(f"The store {shown(self.path)} is written inside a transaction only.")
        self._tables = data

    def table(self, name: str) -> Table:
        """Return a fresh TinyDB table, so that its numbers continue those in the file."""
        return StoreTable(self, name, cache_size=0)

    @contextlib.contextmanager
    def transaction(self, *, create: bool = False) -> Iterator[Tables]:
        """Hold the lock, give the tables as they are in the file now, and write them at the end.

        An error inside leaves file and memory as they were.

        Args:
            create: Begin with empty tables; a file must not be there yet.

        Raises:
            StoreReadOnly: The store was opened for reading, or its folder may not be written.
            StoreBusy: Another process is writing for too long.
            StoreError: The file could not be written.
            StoreExists: The file is already there.
            InputError: Text cannot be kept as UTF-8.
        """
        if self.read_only:
            raise StoreReadOnly(f"The store {shown(self.path)} was opened for reading; open it for writing.")
        with self._thread, held(self.path, self._time_out):
            tables = self._begin(create=create)
            self._writing = True
            try:
                yield tables
                self._commit()
            except BaseException:
                self.forget()
                raise
            finally:
                self._writing = False

    def forget(self) -> None:
        """Drop what is in memory; the next reading loads the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._tables, self._descriptor, self._seen = None, -1, None

    def close(self) -> None:
        """Let go of the file."""
        self.forget()

    def _begin(self, *, create: bool) -> Tables:
        if not create:
            return self.read()
        if os.path.lexists(self.path):
            raise StoreExists(f"There is a file at {shown(self.path)} already; open it or choose another path.")
        self._tables = empty_tables()
        return self._tables

    def _commit(self) -> None:
        tables = self._tables or {}
        tables[META]["1"]["generation"] += 1
        try:
            content = msgspec.json.encode(tables)
        except UnicodeEncodeError:
            message = (
                f"The edit holds characters that are no text, so {shown(self.path)} was left as it is; remove them."
            )
            raise InputError(message) from None
        replace_file(self.path, content)
        self._hold(open_store(self.path))

    def _load(self) -> None:
        self.forget()
        descriptor = open_store(self.path)
        try:
            with open(descriptor, "rb", closefd=False) as file:
                self._tables = parse(self.path, file.read())
        except BaseException:
            os.close(descriptor)
            raise
        self.loads += 1
        self._hold(descriptor)

    def _hold(self, descriptor: int) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._descriptor, self._seen = descriptor, _seen(os.fstat(descriptor))


def _seen(status: os.stat_result) -> Seen:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
