"""The copying of a store from one place to another: between files and databases, either way."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from summittui.model.location import Address, Location
from summittui.session.replica import follower_of
from summittui.store.copying import OnCopied, Original, original_of
from summittui.store.disk import real_path
from summittui.store.storage import JournalStorage


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
    with _original(source) as original:
        if isinstance(target, Address):
            from summittui.store.postgres.connection import Server
            from summittui.store.postgres.copying import UNREAD_SECONDS, copy_to_database

            with closing(Server(target, unread=UNREAD_SECONDS)) as server:
                copy_to_database(original, server, on_copied)
        else:
            from summittui.store.copying_to_file import copy_to_file

            copy_to_file(original, real_path(target), on_copied)
        return original.edits


@contextmanager
def _original(source: Location) -> Iterator[Original]:
    """Yield the store at a place for reading alone."""
    if isinstance(source, Address):
        from summittui.store.postgres.connection import Server
        from summittui.store.postgres.copying import original_in

        with closing(Server(source, read_only=True)) as server, original_in(server) as original:
            yield original
        return
    follower = follower_of(source, "auto", read_only=True)
    with closing(JournalStorage(real_path(source), read_only=True, follower=follower)) as storage:
        yield original_of(storage)
