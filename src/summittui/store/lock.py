"""One writer at a time: an advisory lock on a file that stays where it is."""

import contextlib
import fcntl
import os
import random
import time
from collections.abc import Iterator

from summittui.model import StoreBusy, StoreReadOnly
from summittui.model.text import clip, safe
from summittui.store.disk import cannot, open_shared, shown
from summittui.store.store_paths import StorePaths

TIME_OUT = 10.0
"""Seconds to wait for another process."""

_CREATING = "creating the store, "
_LENGTH = 200
"""Bytes of the signature; always the same, so that signing needs no room on a full disk."""


class Lock:
    """A lock that is held."""

    leaves_unfinished = False
    """Whether a creation that fails now leaves files; the lock goes on saying so then."""


@contextlib.contextmanager
def held(paths: StorePaths, time_out: float = TIME_OUT, *, creating: bool = False) -> Iterator[Lock]:
    """Hold the lock on a store while the context lasts.

    The lock is `flock` on a file that is never renamed nor deleted; the kernel drops it when its holder
    ends, however it ends. Its content says who holds it, or held it last.

    Raises:
        StoreBusy: Another process holds it for longer than `time_out` seconds.
        StoreReadOnly: The lock file cannot be opened for writing.
    """
    try:
        descriptor = open_shared(paths.lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW)
    except OSError as error:
        raise StoreReadOnly(cannot("be locked for writing", paths.snapshot, error)) from None
    try:
        _acquire(descriptor, paths, time_out)
        before = _signed_in(descriptor)
        _sign(descriptor, f"{_CREATING if creating else ''}{_signature()}".encode(), durably=creating)
        lock = Lock()
        try:
            yield lock
        except BaseException:
            if not lock.leaves_unfinished:
                _sign(descriptor, before)
            raise
        if creating:
            _sign(descriptor, _signature().encode())
    finally:
        os.close(descriptor)


def is_kept(paths: StorePaths) -> bool:
    """Tell whether the lock shows that a store was once made here."""
    signature = _signed(paths)
    return bool(signature) and not signature.startswith(_CREATING.encode())


def says_creating(paths: StorePaths) -> bool:
    """Tell whether the lock shows that a store is being made here, or that its maker was killed."""
    return _signed(paths).startswith(_CREATING.encode())


def _signed(paths: StorePaths) -> bytes:
    try:
        return paths.lock.read_bytes().strip(b" \n\0")  # NUL: as a loss of power may leave it
    except OSError:
        return b""


def _acquire(descriptor: int, paths: StorePaths, time_out: float) -> None:
    end = time.monotonic() + time_out
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                name = shown(paths.snapshot)
                message = f"The store {name} is busy, held by {_holder(descriptor)}; try again in a moment."
                raise StoreBusy(message) from None
        except OSError as error:
            raise StoreReadOnly(cannot("be locked for writing", paths.snapshot, error)) from None
        time.sleep(random.uniform(0.0005, 0.004))


def _signature() -> str:
    return f"process {os.getpid()} of user {os.getuid()} on {os.uname().nodename}"


def _sign(descriptor: int, signature: bytes, *, durably: bool = False) -> None:
    """Write who holds the lock into it; a failure must not keep anybody from the lock itself."""
    with contextlib.suppress(OSError):
        os.pwrite(descriptor, signature[:_LENGTH].ljust(_LENGTH), 0)
        if durably:
            os.fsync(descriptor)


def _signed_in(descriptor: int) -> bytes:
    try:
        return os.pread(descriptor, _LENGTH, 0)
    except OSError:
        return b""


def _holder(descriptor: int) -> str:
    text = _signed_in(descriptor).decode("utf-8", "replace")
    return clip(safe(text).removeprefix(_CREATING).strip(), 120) or "another process"
