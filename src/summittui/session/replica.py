"""The replica of a large store: which store has one, and the library that stands on it."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from summittui.library import Library
from summittui.model import InputError

if TYPE_CHECKING:
    from summittui.library.sqlite.replica_file import ReplicaFile
    from summittui.model.location import Location
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
    from summittui.store.disk import real_path
    from summittui.store.store_paths import StorePaths

    snapshot = real_path(path)
    replica = StorePaths(snapshot).replica
    if wish == "auto" and not _is_there(replica) and _size(snapshot) < LARGE:
        return None
    return _follower(replica, wish, read_only=read_only)


def follower_in_cache(store: str, wish: Wish) -> "FileFollower | None":
    """Return what lets a store in a database have a replica on this machine; None where all is to be in memory.

    Args:
        store: The id of the store.
        wish: Whether it is to have one.
    """
    from summittui.store.paths import cache_folder

    if wish == "off":
        return None
    try:
        folder = cache_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (InputError, OSError):
        return None
    return _follower(folder / f"{store}.replica", wish, read_only=False)


def _follower(path: Path, wish: Wish, *, read_only: bool) -> "FileFollower | None":
    from summittui.library.sqlite.schema import why_unusable

    if wish == "off" or why_unusable():
        return None
    from summittui.library.sqlite.replica_file import ReplicaFile
    from summittui.store.file_following import FileFollower
    from summittui.store.tables import collections_in

    return FileFollower(ReplicaFile(path, collections_in), 0 if wish == "on" else MANY, read_only=read_only)


def is_large(location: "Location") -> bool:
    """Tell whether a store may have a replica by itself, so that the setting matters; one in a database may."""
    from summittui.store.store_paths import StorePaths

    if not isinstance(location, Path):
        return True
    return _size(location) >= LARGE or _is_there(StorePaths(location).replica)


def library_of(store: "Store | ShippedStore") -> Library:
    """Return the library of a store: over its replica where it has one that can be read, else in memory."""
    if store.file is not None:
        try:
            return cast("ReplicaFile", store.file).library()
        except OSError:
            store.leave_file()
    from summittui.library.memory.library import MemoryLibrary

    seen = store.see()
    return MemoryLibrary(seen.records, seen.texts, store.collections.of)


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
