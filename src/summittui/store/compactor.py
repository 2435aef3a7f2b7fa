"""The compactor of one session, which folds the journals of a store into its next snapshot where they are large."""

from summittui.model import StoreError
from summittui.store.store_paths import StorePaths
from summittui.store.store_reader import StoreReader
from summittui.store.write_access import WriteAccess

COMPACT_AT = 4_000_000
"""Bytes of journals at which they are folded into the next snapshot, or a quarter of the snapshot if that is more."""


class Compactor:
    """Compacts the files of a store; whoever asks for it holds the mutex of the storage."""

    def __init__(self, paths: StorePaths, reader: StoreReader, access: WriteAccess, compact_at: int) -> None:
        """Compact nothing yet.

        Args:
            paths: The files.
            reader: The reader of the session.
            access: The session's access to the files.
            compact_at: Bytes of journals from which on `compact_when_due` compacts.
        """
        self._paths = paths
        self._reader = reader
        self._access = access
        self.compact_at = compact_at
        self._put_off = 0

    def compact(self) -> bool:
        """Fold the journals into the next snapshot; tell whether there was anything to fold.

        The snapshot is written without the lock, so that others can go on writing.

        Raises:
            StoreError: It could not be written; nothing is lost.
        """
        from summittui.store.compaction import publish, rotate, write_fresh

        paths, reader, access = self._paths, self._reader, self._access
        with access.locked():
            access.refresh()
            access.prepare()
            if reader.is_compact:
                return False
            snapshot = access.attempt(lambda: rotate(paths, reader))
        access.attempt(lambda: write_fresh(paths, snapshot))
        with access.locked():
            access.refresh()
            return access.attempt(lambda: publish(paths, snapshot, reader))

    def compact_when_due(self) -> None:
        """Fold the journals into the next snapshot where they are large; what others wrote meanwhile is read."""
        due = max(self.compact_at, self._reader.size // 4) + self._put_off
        if self._reader.journaled <= due:
            return
        try:
            self.compact()
            self._put_off = 0
        except StoreError:  # the edit stands; try again when as much has been written once more
            self._put_off += self.compact_at
