"""Which file systems a store may be written on: not those that cache attributes or cannot append atomically."""

import re
from pathlib import Path

from summittui.model import StoreReadOnly
from summittui.store.disk import shown

MOUNTS = Path("/proc/self/mounts")
"""The system's list of mounted file systems; elsewhere than on Linux there is none, and every file system passes."""

REMOTE = ("nfs", "cifs", "smb", "fuse")
"""The beginnings of the names of file systems that are refused."""

_ESCAPE = re.compile(r"\\([0-7]{3})")


def file_system_of(path: Path) -> str:
    """Return the type of the file system that holds an absolute `path`, empty where it is not known."""
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    found, depth = "", -1
    for line in lines:
        _, place, kind, *_ = line.split(" ")
        mounted = Path(_ESCAPE.sub(lambda match: chr(int(match[1], 8)), place))
        if path.is_relative_to(mounted) and len(mounted.parts) >= depth:
            found, depth = kind, len(mounted.parts)
    return found


def refuse_remote(path: Path) -> None:
    """Refuse to write a store where neither locks nor appends can be relied upon.

    Raises:
        StoreReadOnly: The store is on such a file system.
    """
    kind = file_system_of(path)
    if kind.startswith(REMOTE):
        raise StoreReadOnly(
            f"No store can be written at {shown(path)}: it is on {kind}, which can lose edits; use a local disk."
        )
