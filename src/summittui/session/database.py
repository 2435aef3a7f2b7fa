"""The opening of a store in a PostgreSQL database for a session; imported only where an address is given."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from summittui.model import SourceId
from summittui.model.location import Address
from summittui.session.opened import FOR_READING, Opened
from summittui.session.replica import Wish, follower_in_cache
from summittui.store.disk import StoreExists, StoreMissing
from summittui.store.postgres.opening import new_storage, open_storage, why_read_only
from summittui.store.store import Store

if TYPE_CHECKING:
    from summittui.store.collection import Collection


def open_database(address: Address, first: "Callable[[], Collection]", *, read_only: bool, replica: Wish) -> Opened:
    """Open the store in a database; one that is not there is created.

    Args:
        address: The database.
        first: Returns the collection that a new store begins with.
        read_only: Whether nothing is edited, nor created.
        replica: Whether the store has a replica on this machine.

    Raises:
        StoreMissing: It is not there and `read_only` forbids to create it.
        StoreReadOnly: It is not there and the role may not create it.
        StoreError: It cannot be reached, or is damaged or too new.
    """
    try:
        return _opened(address, read_only=read_only, replica=replica)
    except StoreMissing:
        if read_only:
            raise
    try:
        return Opened(new_database_store(address, first()), seeded=True)
    except StoreExists:  # another session was faster
        return _opened(address, read_only=read_only, replica=replica)


def new_database_store(
    address: Address, collection: "Collection | None", texts: Mapping[SourceId, str] | None = None
) -> Store:
    """Create a store in a database with the records of a collection, None for none, and texts of sources.

    Raises:
        StoreExists: There is one already.
        StoreError: It could not be written.
    """
    return Store(new_storage(address)).fill(collection, texts)


def _opened(address: Address, *, read_only: bool, replica: Wish) -> Opened:
    storage = open_storage(address, read_only=read_only, follower_of=partial(follower_in_cache, wish=replica))
    store = Store(storage).begin()
    return Opened(store, why_read_only=FOR_READING if read_only else why_read_only(storage.server))
