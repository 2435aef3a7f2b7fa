"""The access of one session to the files of a store, by which errors of the system become errors of the store."""

import contextlib
from collections.abc import Callable, Iterator
from typing import TypeVar

from summittui.model import StoreError, StoreReadOnly
from summittui.store.disk import cannot, not_written, shown
from summittui.store.lock import Lock, held
from summittui.store.store_paths import StorePaths
from summittui.store.store_reader import StoreReader

T = TypeVar("T")


class WriteAccess:
    """The lock of the files, and the reading and writing under it.

    Where anything fails, the reader forgets what it has read, so that memory and disk are the same at the next look.
    """

    def __init__(self, paths: StorePaths, reader: StoreReader, *, read_only: bool, time_out: float) -> None:
        """Lock nothing yet.

        Args:
            paths: The files.
            reader: The reader of the session.
            read_only: Refuse every writing.
            time_out: Seconds to wait for another process.
        """
        self._paths = paths
        self._reader = reader
        self._read_only = read_only
        self._time_out = time_out
        self._is_local = False

    @contextlib.contextmanager
    def locked(self) -> Iterator[Lock]:
        """Hold the lock.

        Raises:
            StoreReadOnly: The store was opened for reading, or may not be written.
            StoreBusy: Another process is writing for too long.
        """
        from summittui.store.filesystem import refuse_remote

        if self._read_only:
            name = shown(self._paths.snapshot)
            raise StoreReadOnly(f"The store {name} was opened for reading; open it for writing.")
        if not self._is_local:
            refuse_remote(self._paths.snapshot)
            self._is_local = True
        with held(self._paths, self._time_out, creating=self._reader.journals.current is None) as lock:
            yield lock

    def refresh(self) -> None:
        """Read what other processes wrote.

        Raises:
            StoreMissing: There is no store.
            StoreError: It is damaged, too new, or cannot be read.
        """
        try:
            self._reader.refresh()
        except OSError as error:
            self._reader.forget()
            raise StoreError(cannot("be read", self._paths.snapshot, error)) from None

    def attempt(self, write: Callable[[], T]) -> T:
        """Call a function that writes files, and return its result; errors of the system become errors of the store.

        Raises:
            StoreReadOnly: A file may not be written.
            StoreError: It could not be written.
        """
        try:
            return write()
        except PermissionError as error:
            self._reader.forget()
            raise StoreReadOnly(cannot("be written", self._paths.snapshot, error)) from None
        except OSError as error:
            self._reader.forget()
            raise not_written(self._paths.snapshot, error) from None

    def prepare(self) -> None:
        """Begin the journal of a store that has none; needs the lock.

        Raises:
            StoreError: It could not be begun.
        """
        if self._reader.is_outdated or self._reader.journals.current is None:
            from summittui.store.compaction import prepare

            self.attempt(lambda: prepare(self._paths, self._reader))
