"""The opening of a store for a session: the user's own, one that is named, a new one, or the shipped collection."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from summittui.model import StoreReadOnly
from summittui.model.location import Address, Location
from summittui.model.text import safe
from summittui.session.opened import FOR_READING, Opened
from summittui.session.replica import Wish, follower_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summittui.model import SourceId
    from summittui.store.collection import Collection

SHIPPED = "paris-2025"
"""The collection that a new store begins with."""

OFFERED = "ai-declarations"
"""The collection that is offered beside it."""


def open_store(location: Location | None, *, read_only: bool, collection: str | None, replica: Wish = "auto") -> Opened:
    """Open the store at a path or an address, or the user's own; one that is not there is created from a collection.

    Where no store of the user's own can be created, the shipped collection is opened for reading.

    Raises:
        StoreMissing: The store that was named is not there and `read_only` forbids to create it.
        StoreError: It is damaged, too new, busy, cannot be reached, or one that was named cannot be written.
    """
    from summittui.store.paths import STORE_VARIABLE, default_location, is_set

    is_named = location is not None or is_set(STORE_VARIABLE)
    location = location or default_location()
    if isinstance(location, Address):
        from summittui.session.database import open_database

        first = partial(shipped_collection, collection)
        return open_database(location, first, read_only=read_only, replica=replica)
    return _open_file(location, is_named=is_named, read_only=read_only, collection=collection, replica=replica)


def _open_file(path: Path, *, is_named: bool, read_only: bool, collection: str | None, replica: Wish) -> Opened:
    from summittui.store.disk import StoreExists, StoreMissing
    from summittui.store.store import Store

    try:
        store = Store.open(path, read_only=read_only, follower=follower_of(path, replica, read_only=read_only))
        return Opened(store, why_read_only=FOR_READING if read_only else why_read_only(path))
    except StoreMissing:
        if read_only and is_named:
            raise
    if read_only:
        why = "There is no store yet, and --read-only creates none: the shipped collection is open for reading."
        return _shipped(path, why)
    try:
        return Opened(Store.create(path, shipped_collection(collection)), seeded=True)
    except StoreExists:  # another process was faster
        return Opened(Store.open(path), why_read_only=why_read_only(path))
    except StoreReadOnly as error:
        if is_named:
            raise
        why = str(error).rstrip(".")
        how = "the shipped collection is open for reading; to edit, name a store on a local disk with --store PATH"
        return _shipped(path, f"{why}; {how}.")


def _shipped(path: Path, why: str) -> Opened:
    """Open the shipped collection for reading, in place of the store at `path`."""
    from summittui.store.shipped import ShippedStore

    return Opened(ShippedStore(shipped_collection(), path, why), why_read_only=why)


def new_store(
    location: Location, collection: "Collection | None", texts: "Mapping[SourceId, str] | None" = None
) -> Opened:
    """Create a store with the records of a collection, None for none, and texts of sources.

    Raises:
        StoreExists: There is one already.
        StoreError: It could not be written.
    """
    if isinstance(location, Address):
        from summittui.session.database import new_database_store

        return Opened(new_database_store(location, collection, texts), seeded=True)
    from summittui.store.store import Store

    return Opened(Store.create(location, collection, texts), seeded=True)


def synthetic_store(location: Location | None, quotes: int) -> Opened:
    """Create a store of made-up records, so many quotes, to try the program on a large library.

    Raises:
        StoreExists: There is one already.
        StoreError: It could not be written.
    """
    from summittui.store.paths import default_location
    from summittui.store.synthetic import synthetic_collection, synthetic_texts

    return new_store(location or default_location(), synthetic_collection(quotes), synthetic_texts(quotes))


def bytes_to_read(location: Location | None = None) -> int:
    """Return the number of bytes that opening a store, or the user's own, reads; 0 if that is not known."""
    from summittui.store.paths import default_location

    location = location or default_location()
    try:
        return location.stat().st_size if isinstance(location, Path) else 0
    except OSError:
        return 0


def named_location(location: Location | None) -> Location:
    """Return where a store is looked for, or the user's own; a path with links not followed."""
    from summittui.store.paths import default_location

    location = location or default_location()
    return Path(os.path.abspath(location)) if isinstance(location, Path) else location  # noqa: PTH100  # resolve() follows links


def why_read_only(path: Path) -> str | None:
    """Return why the store at `path` cannot be edited, as a sentence; None where it can."""
    path = path.expanduser().resolve()
    denied = next((each for each in (path, path.parent) if not os.access(each, os.W_OK)), None)
    if denied is None:
        return None
    return f"The store is read-only: you may not write to {safe(str(denied))}; ask its owner for the permission."


def shipped_collection(name: str | None = None) -> "Collection":
    """Return a collection: a shipped one by its name or the one in a folder, else the first shipped one."""
    from summittui.store.collection import named_collection

    return named_collection(name or SHIPPED)
