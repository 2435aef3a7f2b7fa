"""What can keep a store, a file or a database, and the sessions of a test on one store there."""

from collections.abc import Mapping
from functools import cache
from itertools import count
from pathlib import Path
from typing import NamedTuple, Protocol

from summittui.library.sqlite.replica_file import ReplicaFile
from summittui.model import SourceId
from summittui.model.location import Address, location_of
from summittui.store.collection import Collection
from summittui.store.compactor import COMPACT_AT
from summittui.store.file_following import FileFollower
from summittui.store.store import Store
from summittui.store.tables import collections_in
from tests.postgres.servers import Server
from tests.store.samples import collection_of

COLLEAGUE = "colleague"
"""The name of another user, under which a session can be opened."""
_PASSWORD = "not secret"
_numbers = count()


class Backend(Protocol):
    """What keeps one store; it can be handed to another process."""

    def create(self, collection: Collection | None, texts: Mapping[SourceId, str] | None = None) -> Store:
        """Make the store."""

    def open(
        self,
        *,
        read_only: bool = False,
        replica: Path | None = None,
        compact_at: int = COMPACT_AT,
        is_colleague: bool = False,
    ) -> Store:
        """Open a session.

        Args:
            read_only: Whether it may not edit.
            replica: The file that keeps its documents; None for memory.
            compact_at: Bytes of journals at which a file is compacted.
            is_colleague: Whether it is that of another user.
        """


class FileBackend(NamedTuple):
    """A file."""

    path: Path

    def create(self, collection: Collection | None, texts: Mapping[SourceId, str] | None = None) -> Store:
        """Make the store."""
        return Store.create(self.path, collection, texts)

    def open(
        self,
        *,
        read_only: bool = False,
        replica: Path | None = None,
        compact_at: int = COMPACT_AT,
        is_colleague: bool = False,
    ) -> Store:
        """Open a session."""
        store = Store.open(self.path, read_only=read_only, compact_at=compact_at, follower=_follower(replica))
        if is_colleague:
            vars(store._storage)["who"] = f"{COLLEAGUE}@host"
        return store


class PostgresBackend(NamedTuple):
    """A schema of its own in a database, which is made in a tenth of the time of a database."""

    address: Address
    colleague: Address

    def create(self, collection: Collection | None, texts: Mapping[SourceId, str] | None = None) -> Store:
        """Make the store."""
        from summittui.store.postgres.opening import new_storage

        return Store(new_storage(self.address)).fill(collection, texts)

    def open(
        self,
        *,
        read_only: bool = False,
        replica: Path | None = None,
        compact_at: int = COMPACT_AT,  # noqa: ARG002  # a database has no journals
        is_colleague: bool = False,
    ) -> Store:
        """Open a session."""
        from summittui.store.postgres.opening import open_storage

        address = self.colleague if is_colleague else self.address
        storage = open_storage(address, read_only=read_only, time_out=10, follower_of=lambda _: _follower(replica))
        return Store(storage).begin()


class Sessions:
    """The sessions of a test on one store, all of which are closed at its end."""

    def __init__(self, backend: Backend) -> None:
        """Open none yet.

        Args:
            backend: What keeps the store.
        """
        self.backend = backend
        self._opened: list[Store] = []

    def create(self, collection: Collection | None = None, texts: Mapping[SourceId, str] | None = None) -> Store:
        """Make the store, of the sample unless a collection is given."""
        return self._kept(self.backend.create(collection or collection_of(), texts))

    def open(self, *, read_only: bool = False, replica: Path | None = None, is_colleague: bool = False) -> Store:
        """Open a session, as `Backend.open`."""
        return self._kept(self.backend.open(read_only=read_only, replica=replica, is_colleague=is_colleague))

    def close(self) -> None:
        """Close them."""
        for store in self._opened:
            store.close()

    def _kept(self, store: Store) -> Store:
        self._opened.append(store)
        return store


def new_schema(server: Server) -> PostgresBackend:
    """Return a schema that no other test of this process uses."""
    _make_colleague(server)
    query = f"?schema=store{next(_numbers)}"
    mine, theirs = server.address(), server.address(user=COLLEAGUE, password=_PASSWORD)
    return PostgresBackend(*(_address(f"{each}{query}") for each in (mine, theirs)))


def _address(text: str) -> Address:
    location = location_of(text)
    assert isinstance(location, Address)
    return location


@cache
def _make_colleague(server: Server) -> None:
    server.run(f"create role {COLLEAGUE} superuser login password '{_PASSWORD}'")


def _follower(replica: Path | None) -> FileFollower | None:
    return FileFollower(ReplicaFile(replica, collections_in), 0) if replica else None
