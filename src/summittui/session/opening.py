"""The opening of a store for a session: the user's own, one that is named, a new one, or the shipped collection."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from summittui.model import StoreReadOnly
from summittui.model.text import safe
from summittui.session.replica import Wish, follower_of

if TYPE_CHECKING:
    from summittui.store.collection import Collection
    from summittui.store.shipped import ShippedStore
    from summittui.store.store import Store

SHIPPED = "paris-2025"
"""The collection that a new store begins with."""

OFFERED = "ai-declarations"
"""The collection that is offered beside it."""


class Opened(NamedTuple):
    """A store that was opened."""

    store: "Store | ShippedStore"
    seeded: bool = False
    """Whether the store was created for this session."""
    why_read_only: str | None = None
    """A sentence on why nothing can be edited; None where it can."""


def open_store(path: Path | None, *, read_only: bool, collection: str | None, replica: Wish = "auto") -> Opened:
    """Open the store at `path`, or the user's own; one that is not there is created from a shipped collection.

    Where no store of the user's own can be created, the shipped collection is opened for reading.

    Raises:
        StoreMissing: The store at a path that was named is not there and `read_only` forbids to create it.
        StoreError: It is damaged, too new, busy, or one at a path that was named cannot be written.
    """
    from summittui.store.disk import StoreExists, StoreMissing
    from summittui.store.paths import STORE_VARIABLE, default_store_path, is_set
    from summittui.store.store import Store

    is_named = path is not None or is_set(STORE_VARIABLE)
    path = path or default_store_path()
    try:
        store = Store.open(path, read_only=read_only, follower=follower_of(path, replica, read_only=read_only))
        return Opened(store, why_read_only=why_read_only(path, asked=read_only))
    except StoreMissing:
        if read_only and is_named:
            raise
    if read_only:
        why = "There is no store yet, and --read-only creates none: the shipped collection is open for reading."
        return _shipped(path, why)
    try:
        return Opened(Store.create(path, shipped_collection(collection)), seeded=True)
    except StoreExists:  # another process was faster
        return Opened(Store.open(path), why_read_only=why_read_only(path, asked=False))
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


def synthetic_store(path: Path | None, quotes: int) -> Opened:
    """Create a store of made-up records, so many quotes, to try the program on a large library.

    Raises:
        StoreExists: There is a file already.
        StoreError: It could not be written.
    """
    from summittui.store.paths import default_store_path
    from summittui.store.store import Store
    from summittui.store.synthetic import synthetic_collection, synthetic_texts

    collection, texts = synthetic_collection(quotes), synthetic_texts(quotes)
    return Opened(Store.create(path or default_store_path(), collection, texts), seeded=True)


def bytes_to_read(path: Path | None = None) -> int:
    """Return the number of bytes that opening the store at `path`, or the user's own, reads; 0 if it is not there."""
    from summittui.store.paths import default_store_path

    try:
        return (path or default_store_path()).stat().st_size
    except OSError:
        return 0


def named_path(path: Path | None) -> Path:
    """Return the path at which a store is looked for, `path` or that of the user's own, links not followed."""
    from summittui.store.paths import default_store_path

    return Path(os.path.abspath(path or default_store_path()))  # noqa: PTH100  # resolve() follows links


def why_read_only(path: Path, *, asked: bool) -> str | None:
    """Return why the store at `path` cannot be edited, as a sentence; None where it can."""
    if asked:
        return "The store is read-only: it was opened with --read-only."
    path = path.expanduser().resolve()
    denied = next((each for each in (path, path.parent) if not os.access(each, os.W_OK)), None)
    if denied is None:
        return None
    return f"The store is read-only: you may not write to {safe(str(denied))}; ask its owner for the permission."


def shipped_collection(name: str | None = None) -> "Collection":
    """Return a collection: a shipped one by its name or the one in a folder, else the first shipped one."""
    from summittui.store.collection import named_collection

    return named_collection(name or SHIPPED)
