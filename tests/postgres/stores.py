"""Stores in the databases of a throw-away server."""

from pathlib import Path

from summittui.library.sqlite.replica_file import ReplicaFile
from summittui.model.location import Address, location_of
from summittui.store.file_following import FileFollower
from summittui.store.postgres.opening import new_storage, open_storage
from summittui.store.postgres.storage import PostgresStorage
from summittui.store.store import Store
from summittui.store.tables import collections_in
from tests.postgres.servers import Server
from tests.store.samples import collection_of


def address_of(server: Server, database: str) -> Address:
    """Return the address of a database as a location of a store."""
    location = location_of(server.address(database))
    assert isinstance(location, Address)
    return location


def create_store(address: Address) -> Store:
    """Make a store of the sample in a database."""
    return Store(new_storage(address)).fill(collection_of())


def storage_of(address: Address, replica: Path | None = None, *, read_only: bool = False) -> PostgresStorage:
    """Open the storage in a database, its documents in a file at `replica` where one is given."""
    follower = FileFollower(ReplicaFile(replica, collections_in), 0) if replica else None
    return open_storage(address, read_only=read_only, time_out=2, follower_of=lambda _: follower)


def open_store(address: Address, replica: Path | None = None, *, read_only: bool = False) -> Store:
    """Open the store in a database."""
    return Store(storage_of(address, replica, read_only=read_only)).begin()
