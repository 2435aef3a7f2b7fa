"""The copying of a store from one place to another: between files and databases, either way."""

from functools import partial

from summittui.model.location import Address, Location
from summittui.session.replica import follower_in_cache, follower_of
from summittui.store.copying import OnCopied, original_of
from summittui.store.protocol import Storage
from summittui.store.storage import JournalStorage
from summittui.store.store import real_path


def copy_store(source: Location, target: Location, on_copied: OnCopied) -> int:
    """Copy a store with its whole history to a place where there is none; return the number of its edits.

    Args:
        source: The store, which is only read.
        target: The place; the copy is there whole, or not at all.
        on_copied: Told how far it is.

    Raises:
        StoreMissing: There is no store to copy.
        StoreExists: There is a store at the target.
        StoreError: The store cannot be read, or the copy not written.
    """
    storage = _storage(source)
    try:
        original = original_of(storage)
        if isinstance(target, Address):
            from summittui.store.postgres.connection import Server
            from summittui.store.postgres.copying import UNREAD_SECONDS, copy_to_database

            server = Server(target, unread=UNREAD_SECONDS)
            try:
                copy_to_database(original, server, on_copied)
            finally:
                server.close()
        else:
            from summittui.store.copying_to_file import copy_to_file

            copy_to_file(original, real_path(target), on_copied)
        return original.edits
    finally:
        storage.close()


def _storage(source: Location) -> Storage:
    """Return the storage of a store for reading alone."""
    if isinstance(source, Address):
        from summittui.store.postgres.opening import open_storage

        return open_storage(source, read_only=True, follower_of=partial(follower_in_cache, wish="auto"))
    return JournalStorage(real_path(source), read_only=True, follower=follower_of(source, "auto", read_only=True))
