"""One writer at a time: an advisory lock on a file that stays where it is."""

import contextlib
import fcntl
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

from summittui.model import StoreBusy, StoreReadOnly
from summittui.model.text import clip, safe
from summittui.store.disk import cannot, open_shared, shown

TIME_OUT = 10.0
"""Seconds to wait for another process."""

_HOLDER_LENGTH = 200


@contextlib.contextmanager
def held(path: Path, time_out: float = TIME_OUT) -> Iterator[None]:
    """Hold the lock on the store at `path` while the context lasts.

    The lock is `flock` on `<path>.lock`, a file that is never renamed nor deleted; the kernel drops it when
    its holder ends, however it ends.

    Raises:
        StoreBusy: Another process holds it for longer than `time_out` seconds.
        StoreReadOnly: The lock file cannot be opened for writing.
    """
    lock_path = path.with_name(path.name + ".lock")
    try:
        descriptor = open_shared(lock_path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW)
    except OSError as error:
        raise StoreReadOnly(cannot("be locked for writing", path, error)) from None
    try:
        _acquire(descriptor, path, time_out)
        _sign(descriptor)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, path: Path, time_out: float) -> None:
    end = time.monotonic() + time_out
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                message = f"The store {shown(path)} is busy, held by {_holder(descriptor)}; try again in a moment."
                raise StoreBusy(message) from None
        except OSError as error:
            raise StoreReadOnly(cannot("be locked for writing", path, error)) from None
        time.sleep(random.uniform(0.001, 0.005))


def _sign(descriptor: int) -> None:
    """Write who holds the lock into it; a full disk must not keep anybody from the lock itself."""
    with contextlib.suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"process {os.getpid()} of user {os.getuid()} on {os.uname().nodename}".encode(), 0)


def _holder(descriptor: int) -> str:
    return clip(safe(os.pread(descriptor, _HOLDER_LENGTH, 0).decode("utf-8", "replace")), 120) or "another process"
