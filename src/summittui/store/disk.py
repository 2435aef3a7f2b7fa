"""Files that are made durable: written whole, synced with their folder, usable by whoever may use the folder."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from summittui.model import InputError, StoreDamaged, StoreError, StoreReadOnly
from summittui.model.text import safe
from summittui.store.store_paths import StorePaths


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
    return f"The store {shown(path)} cannot {what} ({reason(error)}); give another with --store or correct its rights."


def real_path(path: Path) -> Path:
    """Return the path of the file itself, links followed.

    Raises:
        InputError: It leads nowhere.
    """
    try:
        return path.expanduser().resolve()
    except (OSError, RuntimeError):
        raise InputError(f"The path {shown(path)} leads nowhere; give another with --store.") from None


def refuse_long_name(path: Path) -> None:
    """Refuse the path of a new store beside which its other files would have names too long for the file system.

    Raises:
        StoreReadOnly: The name is too long; nothing has been made.
    """
    with contextlib.suppress(OSError, ValueError):
        most = os.pathconf(path.parent, "PC_NAME_MAX")
        spare = len(StorePaths(Path("s")).fresh(0).name) - 1
        if len(os.fsencode(path.name)) + spare > most:
            raise StoreReadOnly(
                f"The store {shown(path)} cannot be created: its name may have {most - spare} bytes at most; "
                "give a shorter one with --store."
            )


def reason(error: OSError) -> str:
    """Return the system's own reason for an error."""
    return error.strerror or type(error).__name__


def no_queue(path: Path) -> InputError:
    """Return the error that says that a store in a file has no import queue."""
    return InputError(
        f"The store {shown(path)} is a file, and only one in a database has an import queue; import a PLACE "
        "without --queue, or copy the store to a database with `summittui copy`."
    )


def not_written(path: Path, error: OSError) -> StoreError:
    """Return the error that says why the store at `path` was not written."""
    return StoreError(
        f"The store {shown(path)} could not be written ({reason(error)}); "
        "the edit was not kept, make room and repeat it."
    )


def damaged(path: Path, what: str) -> StoreDamaged:
    """Return the error that says what is wrong with the store at `path`, its last backup, and the way out."""
    paths = StorePaths(path)
    if not (paths.journals() or paths.backups()):
        return StoreDamaged(f"The store {shown(path)} cannot be used: {what}; give another with --store.")
    backups = paths.backups()
    backup = f" its last backup is {shown(paths.kept(backups[-1]))};" if backups else ""
    return StoreDamaged(
        f"The store {shown(path)} cannot be used: {what};{backup} run `summittui recover --store {shown(path)}`."
    )


def open_shared(path: Path, flags: int) -> int:
    """Return a descriptor of a file that is made where it is missing.

    What is made here may be used by whoever may use its folder, whatever our umask; its group is the folder's
    where the folder says so (setgid).
    """
    with contextlib.suppress(FileNotFoundError):
        if not flags & os.O_EXCL:
            return os.open(path, flags & ~os.O_CREAT | os.O_CLOEXEC)
    descriptor = os.open(path, flags | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with contextlib.suppress(PermissionError):
        os.fchmod(descriptor, 0o600 | path.parent.stat().st_mode & 0o666)
    return descriptor


def make_folder(path: Path) -> None:
    """Make a folder that may be used by whoever may use the one that it stands in; one that is there stays."""
    with contextlib.suppress(FileExistsError):
        path.mkdir(mode=0o700)
        with contextlib.suppress(PermissionError):
            path.chmod(0o700 | stat.S_IMODE(path.parent.stat().st_mode) & 0o2777)
        sync_folder(path.parent)


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
        raise damaged(path, f"it may not be read ({reason(error)})") from None
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISREG(mode):
            return descriptor
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    raise damaged(path, "it is a directory" if stat.S_ISDIR(mode) else "it is no ordinary file")


def read_from(descriptor: int, offset: int, end: int) -> bytes:
    """Return the bytes from `offset` to `end`, fewer where the file has become shorter."""
    parts = []
    while offset < end and (part := os.pread(descriptor, end - offset, offset)):
        parts.append(part)
        offset += len(part)
    return b"".join(parts)


def write_all(descriptor: int, content: bytes) -> None:
    """Write every byte, in as few calls as the system allows."""
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]


def write_new(path: Path, parts: Iterable[bytes]) -> None:
    """Write a new file and sync it; one that could not be written whole is removed."""
    descriptor = open_shared(path, os.O_WRONLY | os.O_EXCL)
    try:
        for part in parts:
            write_all(descriptor, part)
        os.fsync(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    finally:
        os.close(descriptor)


def link(path: Path, target: Path) -> None:
    """Link a file under a second name; on a file system without links, copy the file."""
    try:
        os.link(path, target, follow_symlinks=False)
    except FileExistsError:
        pass
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK):
            raise
        write_new(target, [path.read_bytes()])


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
