"""The snapshot's file that a process has read, held open so that its inode is not given to another file."""

import os
from pathlib import Path

from summittui.store.disk import open_store, read_from
from summittui.store.snapshot import Meta, head_of

Seen = tuple[int, int, int, int]
"""Device, inode, size and time of change of the snapshot's file as it was read."""
_HEAD = 100_000
"""Bytes within which the first line ends."""


class OpenSnapshot:
    """The file at the place of a snapshot as it was last opened."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seen: Seen | None = None
        """None where none is open."""
        self.size = 0
        """Bytes of the file that was opened last."""
        self._descriptor = -1

    def open(self) -> None:
        """Open the file that is at the place now, in place of the one before.

        Raises:
            StoreMissing: There is none.
        """
        descriptor = open_store(self.path)
        try:
            status = os.fstat(descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        before, self._descriptor = self._descriptor, descriptor
        self.seen, self.size = _seen(status), status.st_size
        if before >= 0:
            os.close(before)

    def content(self) -> bytes:
        """Return the whole file."""
        return read_from(self._descriptor, 0, self.size)

    def head(self) -> Meta | None:
        """Return what the file says about itself, or None where it is no snapshot of this program."""
        return head_of(read_from(self._descriptor, 0, _HEAD))

    def is_unchanged(self) -> bool:
        """Tell whether the file at the place is still the one that was opened.

        Raises:
            OSError: There is none, or it cannot be looked at.
        """
        return _seen(self.path.stat()) == self.seen

    def head_of_another(self) -> Meta | None:
        """Return what another file that is at the place now says about itself; None where it is the same file.

        Raises:
            StoreMissing: There is none.
        """
        descriptor = open_store(self.path)
        try:
            is_another = os.fstat(descriptor).st_ino != os.fstat(self._descriptor).st_ino
            return head_of(read_from(descriptor, 0, _HEAD)) if is_another else None
        finally:
            os.close(descriptor)

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._descriptor, self.seen = -1, None


def _seen(status: os.stat_result) -> Seen:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
