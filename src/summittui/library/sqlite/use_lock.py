"""The lock on the use of a file: shared by all who have it open, exclusive for whoever deletes or replaces it.

SQLite allows nobody to delete or replace a file, or what it has beside it, while another process has it open
(https://www.sqlite.org/howtocorrupt.html, sections 2.4 and 2.5). Its own locks do not tell: they are those of
transactions. The lock is `flock` on a file beside it that stays; the kernel drops it when its holder ends.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path


def use(path: Path) -> int:
    """Return a descriptor that says, until it is closed, that the file at `path` is in use.

    Raises:
        OSError: There is no such file, or no lock can be made beside it.
    """
    path.stat()
    descriptor = _opened(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH)  # whoever deletes or replaces a file takes milliseconds
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


@contextlib.contextmanager
def unused(path: Path) -> Iterator[bool]:
    """Tell whether nobody uses the file at `path`; if so, nobody begins to while the context lasts.

    Raises:
        OSError: No lock can be made beside it.
    """
    descriptor = _opened(path)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)


def _opened(path: Path) -> int:
    lock = path.with_name(f"{path.name}.lock")
    return os.open(lock, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
