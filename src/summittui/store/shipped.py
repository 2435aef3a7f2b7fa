"""The shipped collection for reading alone, where no store can be kept."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from summittui.model import TABLES, Record, Records, SourceId, StoreReadOnly
from summittui.store.disk import no_queue
from summittui.store.reports import (
    Changes,
    LogEntry,
    OnStep,
    RemovalReport,
    SeedReport,
    Seen,
    StoreInfo,
)
from summittui.store.snapshot import SCHEMA

if TYPE_CHECKING:
    from summittui.store.collection import Collection
    from summittui.store.merging import Unite


class ShippedStore:
    """The records of a collection, answered as a `Store` answers; every edit is refused with a sentence."""

    def __init__(self, collection: "Collection", path: Path, why: str) -> None:
        """Make a store that is not kept.

        Args:
            collection: The records.
            path: Where the store would stand.
            why: The sentence with which edits are refused.
        """
        self._collection = collection
        self._path = path
        self._why = why
        self.history = ShippedHistory(why)
        """The history: none."""
        self.collections = ShippedCollections(collection.id, why)
        """The collection."""
        self.file = None
        """The file that keeps the documents: none, they are in memory."""

    def leave_file(self) -> None:
        """Do nothing: there is no file."""

    def look(self) -> Changes:
        """Return no changes: nobody can edit a collection."""
        return Changes()

    def see(self) -> Seen:
        """Return all records; they never change."""
        return Seen(records=self.records(), texts={}, changes=Changes())

    def records(self) -> Records:
        """Return the records of the collection."""
        return self._collection.records

    def changed(self) -> bool:
        """Return False: nobody can edit a collection."""
        return False

    def info(self) -> StoreInfo:
        """Return the collection at a glance, with the path at which a store would stand."""
        return StoreInfo(
            path=self._path,
            bytes=0,
            schema=SCHEMA,
            generation=0,
            edits=0,
            collections={self._collection.id: self._collection.version},
            counts={name: len(self.records().table(name)) for name in TABLES},
            attached=(),
        )

    def close(self) -> None:
        """Do nothing: no file is open."""

    def edit(
        self,
        edits: Mapping[str, Record | None],
        *,
        label: str,
        texts: Mapping[SourceId, str] | None = None,
        successors: Mapping[str, str] | None = None,
        on_step: OnStep = lambda _, __: None,
        watched: Sequence[str] = (),
        is_known: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """Refuse; as all methods below.

        Raises:
            StoreReadOnly: Always.
        """
        del edits, label, texts, successors, on_step, watched, is_known
        raise StoreReadOnly(self._why)

    def backup(self, folder: Path | None = None) -> Path:
        """Refuse."""
        del folder
        raise StoreReadOnly(self._why)

    def import_queue(self) -> NoReturn:
        """Refuse: the queue is kept by a database.

        Raises:
            InputError: Always.
        """
        raise no_queue(self._path)

    def compact(self) -> bool:
        """Refuse."""
        raise StoreReadOnly(self._why)


class ShippedHistory:
    """The history of a collection, which has none, answered as a `StoreHistory` answers."""

    def __init__(self, why: str) -> None:
        self._why = why

    def log(self, id_: str | None = None, *, last: int | None = None) -> tuple[LogEntry, ...]:  # noqa: ARG002
        """Return nothing: nobody edits a collection."""
        return ()

    def successors(self) -> Mapping[str, str]:
        """Return nothing: no record was renamed."""
        return {}

    def undo(self, *, of_anybody: bool = False) -> LogEntry:
        """Refuse."""
        del of_anybody
        raise StoreReadOnly(self._why)

    def redo(self, *, of_anybody: bool = False) -> LogEntry:
        """Refuse."""
        del of_anybody
        raise StoreReadOnly(self._why)


class ShippedCollections:
    """The one collection that there is, answered as `StoreCollections` answer."""

    def __init__(self, collection: str, why: str) -> None:
        self._collection = collection
        self._why = why

    def of(self, id_: str) -> tuple[str, ...]:
        """Return the collection, of which every record is."""
        return (self._collection,) if id_ else ()

    def merge(self, collection: "Collection", unite: "Unite | None" = None) -> SeedReport:
        """Refuse."""
        del collection, unite
        raise StoreReadOnly(self._why)

    def remove(self, collection: str, unite: "Unite") -> RemovalReport:
        """Refuse."""
        del collection, unite
        raise StoreReadOnly(self._why)
