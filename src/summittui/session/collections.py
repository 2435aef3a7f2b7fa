"""The collections of a library: those that it holds, and those that come with the program."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from summittui.model import Record

if TYPE_CHECKING:
    from summittui.store.reports import RemovalReport, SeedReport
    from summittui.store.shipped import ShippedStore
    from summittui.store.store import Store


class ListedCollection(Struct, frozen=True, kw_only=True):
    """A collection that comes with the program, that the library holds, or both."""

    id: str
    title: str
    """Empty for one that does not come with the program."""
    licence: str
    version: str
    """The version that comes with the program; empty where none does."""
    held: str
    """The version that the library holds; empty where it holds none."""
    records: Mapping[str, int]
    """The number of records by table that come with the program."""
    shared: int = 0
    """The number of its records that are joined with records of other collections."""


class Collections:
    """The collections of one store."""

    def __init__(self, store: "Store | ShippedStore", renew: Callable[[], object]) -> None:
        """Work on a store.

        Args:
            store: The store.
            renew: Takes over into the library what was changed.
        """
        self._store = store
        self._renew = renew

    def listed(self) -> tuple[ListedCollection, ...]:
        """Return every collection, those that come with the program first, by their ids.

        Raises:
            InputError: A shipped collection is damaged.
        """
        from summittui.model import COLLECTION_TABLES
        from summittui.store.collection import named_collection, shipped_names

        held = dict(self._store.info().collections)
        found = []
        for name in shipped_names():
            one = named_collection(name)
            counts = {table: len(one.records.table(table)) for table in COLLECTION_TABLES}
            found.append(
                ListedCollection(
                    id=one.id,
                    title=one.title,
                    licence=one.licence,
                    version=one.version,
                    held=held.pop(one.id, ""),
                    records={table: count for table, count in counts.items() if count},
                    shared=len(one.joins),
                )
            )
        others = (
            ListedCollection(id=id_, title="", licence="", version="", held=version, records={})
            for id_, version in held.items()
        )
        return (*found, *others)

    def add(self, name: str) -> "SeedReport":
        """Bring in a collection, or what is newer in it; what a user edited or deleted stays.

        Args:
            name: Of a shipped collection, or the folder of one.

        Raises:
            InputError: There is none, or a record of it is not sound.
            StoreError: The store may not be written or is busy.
        """
        from summittui.store.collection import named_collection

        report = self._store.collections.merge(named_collection(name), united)
        self._renew()
        return report

    def remove(self, name: str) -> "RemovalReport":
        """Take a collection out; what a user edited stays, and what a record that stays names.

        Raises:
            UnknownId: The library does not hold it.
            StoreError: The store may not be written or is busy.
        """
        report = self._store.collections.remove(name, united)
        self._renew()
        return report


def united(first: Record, second: Record) -> Record:
    """Return the union of two collections' versions of one record; where they differ, the first one's value stays."""
    from summittui.library.changes.uniting import Union

    return Union(first.id).of(first, second)
