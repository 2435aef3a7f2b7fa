"""Files that are read whole and replaced whole, so that no reader and no crash meets half a file."""

import contextlib
import os
import stat
from pathlib import Path

from summittui.model import InputError, StoreDamaged, StoreError
from summittui.model.text import safe


class StoreMissing(InputError):
    """No file stands at the store's path."""


class StoreExists(InputError):
    """A file stands where a store was to be created."""


def shown(path: Path) -> str:
    """Return `path` as it may be shown: harmless, and in quotation marks where it holds a space."""
    text = safe(str(path))
    return f"'{text}'" if " " in text else text


def cannot(what: str, path: Path, error: OSError) -> str:
    """Return the sentence that the store at `path` cannot `what`, and why."""
    reason = error.strerror or type(error).__name__
    return f"The store {shown(path)} cannot {what} ({reason}); give another with --store or correct its permissions."


def backup_of(path: Path) -> Path:
    """Return where the state before the last edit is kept."""
    return path.with_name(path.name + ".bak")


def damaged(path: Path, why: str) -> StoreDamaged:
    """Return the error that says why the file at `path` is no store, and where the last good one stands."""
    backup = backup_of(path)
    way_out = f"copy {shown(backup)} over it or give" if backup.is_file() else "give"
    return StoreDamaged(f"The store {shown(path)} cannot be used: {why}; {way_out} another with --store.")


def open_shared(path: Path, flags: int) -> int:
    """Return a descriptor; a file that is made here may be used by whoever may use its folder, whatever our umask."""
    descriptor = os.open(path, flags | os.O_CLOEXEC, 0o600)
    with contextlib.suppress(PermissionError):
        if flags & os.O_CREAT:
            os.fchmod(descriptor, 0o600 | path.parent.stat().st_mode & 0o666)
    return descriptor


def open_store(path: Path) -> int:
    """Return a descriptor of the store's file, for reading.

    Raises:
        StoreMissing: There is no such file.
        StoreDamaged: It is no regular file or may not be read.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except (FileNotFoundError, NotADirectoryError):
        raise StoreMissing(f"There is no store at {shown(path)}; create it with `summittui seed`.") from None
    except OSError as error:
        raise damaged(path, f"it may not be read ({error.strerror})") from None
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    raise damaged(path, "it is a directory" if stat.S_ISDIR(mode) else "it is no ordinary file")


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step, durably; what stood there is kept as its backup.

    Raises:
        StoreError: It could not be written; what stands at `path` is whole, old or new.
    """
    fresh = path.with_name(path.name + ".tmp")
    try:
        _write_durably(fresh, content)
        _keep_backup(path)
        fresh.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink()
        reason = error.strerror or type(error).__name__
        message = (
            f"The store {shown(path)} could not be written ({reason}); the edit was not kept, make room and repeat it."
        )
        raise StoreError(message) from None


def _write_durably(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    descriptor = open_shared(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(descriptor)


def _keep_backup(path: Path) -> None:
    """Hard-link the file as its backup; a file system without links goes without."""
    link = path.with_name(path.name + ".bak.tmp")
    with contextlib.suppress(OSError):
        link.unlink(missing_ok=True)
        os.link(path, link, follow_symlinks=False)
        link.replace(backup_of(path))


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
