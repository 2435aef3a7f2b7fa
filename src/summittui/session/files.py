"""Files that a user asked for: written whole or not at all, and over nothing without leave."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from summittui.model import InputError
from summittui.model.text import safe

OURS_ALONE = 0o600
"""The mode of a file that nobody else may read."""
ANYBODY = 0o666
"""The mode of a file that the user's own mask decides on."""


class FileThere(InputError):
    """A file stands where one was to be written."""


def write_file(
    path: Path, content: str | bytes | Iterable[bytes], *, overwrite: bool = False, mode: int = ANYBODY
) -> None:
    """Write a text, as UTF-8, or bytes, so that the file holds all of it or what it held before.

    Args:
        path: Where; its folder must be there.
        content: The text, the bytes, or the bytes piece by piece; not a character is altered.
        overwrite: Whether a file that stands there gives way.
        mode: The rights of a new file.

    Raises:
        FileThere: A file stands there and may not be overwritten.
        InputError: It cannot be written; what stood there is still there.
    """
    target = _target(path)
    if target.exists() and not target.is_file():
        raise InputError(f"{safe(str(path))} is no ordinary file; give another path")
    if target.exists() and not overwrite:
        raise FileThere(f"{safe(str(path))} is there already; give another path or overwrite it")
    fresh = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        encoded = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        _write_synced(fresh, (encoded,) if isinstance(encoded, bytes) else encoded, mode)
        _put(fresh, target, overwrite=overwrite)
    except FileExistsError:
        raise FileThere(f"{safe(str(path))} is there already; give another path or overwrite it") from None
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise InputError(f"{safe(str(path))} cannot be written ({why}); give another path") from None
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink()


def typed_path(words: str) -> Path:
    """Return the path that a user typed, `~` as the folder that it stands for.

    Raises:
        InputError: It stands for nobody's folder.
    """
    try:
        return Path(words.strip()).expanduser()
    except RuntimeError:
        raise InputError(f"{safe(words.strip())}: there is no such user here; give another path") from None


def _target(path: Path) -> Path:
    """Return where a path leads to, links followed."""
    try:
        target = path.resolve()
        target.exists()
    except (OSError, RuntimeError, ValueError) as error:  # a name that is too long, links in a circle, a NUL
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise InputError(f"{safe(str(path))} cannot be written ({why}); give another path") from None
    return target


def _write_synced(path: Path, parts: Iterable[bytes], mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.writelines(parts)
        file.flush()
        os.fsync(descriptor)


def _put(fresh: Path, target: Path, *, overwrite: bool) -> None:
    """Rename the file into place; without leave to overwrite only where nobody has taken the name meanwhile."""
    if overwrite:
        fresh.replace(target)
        return
    try:
        os.link(fresh, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        fresh.replace(target)
