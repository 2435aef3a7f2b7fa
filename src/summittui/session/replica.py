"""The replica of a large store: which store has one, and the library that stands on it."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from summittui.library import Library

if TYPE_CHECKING:
    from summittui.library.sqlite.replica_file import ReplicaFile
    from summittui.store.file_following import FileFollower
    from summittui.store.shipped import ShippedStore
    from summittui.store.store import Store

Wish = Literal["auto", "on", "off"]
"""Whether a store has a replica; `auto` gives one to a large store."""
MANY = 20_000
"""The number of quotes and proposals from which on a store has a replica by itself."""
LARGE = 4_000_000
"""The bytes from which on a store may hold so many quotes; of a smaller one nobody need count them."""


def follower_of(path: Path, wish: Wish, *, read_only: bool = False) -> "FileFollower | None":
    """Return what lets the store at a path have a replica; None where all of it is to be in memory.

    A small store is asked nothing but its size: it opens as if there were no replicas. A session that only reads makes
    none, and uses one that others keep up to date.
    """
    from summittui.store.store import real_path
    from summittui.store.store_paths import StorePaths

    snapshot = real_path(path)
    replica = StorePaths(snapshot).replica
    if wish == "off" or (wish == "auto" and not _is_there(replica) and _size(snapshot) < LARGE):
        return None
    from summittui.library.sqlite.schema import why_unusable

    if why_unusable():
        return None
    from summittui.library.sqlite.replica_file import ReplicaFile
    from summittui.store.file_following import FileFollower
    from summittui.store.tables import collections_in

    return FileFollower(ReplicaFile(replica, collections_in), 0 if wish == "on" else MANY, read_only=read_only)


def is_large(path: Path) -> bool:
    """Tell whether the store at a path may have a replica by itself, so that the setting matters."""
    from summittui.store.store_paths import StorePaths

    return _size(path) >= LARGE or _is_there(StorePaths(path).replica)


def library_of(store: "Store | ShippedStore") -> Library:
    """Return the library of a store: over its replica where it has one that can be read, else in memory."""
    if store.file is not None:
        try:
            return cast("ReplicaFile", store.file).library()
        except OSError:
            store.leave_file()
    from summittui.library.memory.library import MemoryLibrary

    seen = store.see()
    return MemoryLibrary(seen.records, seen.texts, store.collections_of)


def replica_words(store: "Store | ShippedStore") -> str:
    """Return whether a store has a replica, and why none where none could be had, as a clause."""
    from summittui.library.sqlite.schema import why_unusable

    if store.file is not None:
        return "in use"
    why = why_unusable()
    return f"none, for {why}" if why else "none, all records are held in memory"


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long for the file system
        return False


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
