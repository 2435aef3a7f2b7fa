"""How a collection comes into a store that people may have edited."""

from typing import TYPE_CHECKING

from msgspec import Struct

from summittui.model import Record
from summittui.store.editing import replacing, write_record
from summittui.store.reports import SeedReport
from summittui.store.tables import COLLECTIONS, DELETED, Notes, Seeded, fingerprint, plain_of
from summittui.store.view import View

if TYPE_CHECKING:
    from summittui.store.collection import Collection
    from summittui.store.storage import JournalStorage


class Merge(Struct):
    """What is to be written, and the report on it."""

    written: list[tuple[Record, Notes]]
    """Records to add, or to put in the place of the one with their id."""
    is_known: bool
    """Whether the store has been seeded with this version before."""
    report: SeedReport

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be written."""
        return not self.written and self.is_known


def plan_merge(view: View, collection: "Collection") -> Merge:
    """Decide, for each record of the collection, whether it is new, newer, the same, or a user's by now."""
    return _Planner(view, collection).plan()


def seeding(collection: "Collection") -> str:
    """Return what bringing in a collection is called in the history."""
    return f"seed {collection.id} {collection.version}"


def write_merge(storage: "JournalStorage", view: View, merge: Merge, collection: "Collection") -> None:
    """Write what was decided, and which version of the collection the store holds; inside a transaction."""
    for record, notes in merge.written:
        write_record(storage, view, record, notes)
    seeded = plain_of(Seeded(collection.id, collection.version))
    number = view.numbered(COLLECTIONS, collection.id)
    if number:
        storage.table(COLLECTIONS).update(replacing(seeded), doc_ids=[int(number)])
    else:
        storage.table(COLLECTIONS).insert(seeded)


class _Planner:
    """Goes through a collection once."""

    def __init__(self, view: View, collection: "Collection") -> None:
        self._view = view
        self._collection = collection
        self._deleted: dict[str, Notes] = {row.id: row.notes for row in view.rows(DELETED).values()}
        self._written: list[tuple[Record, Notes]] = []
        self._outcomes: dict[str, list[str]] = {"added": [], "updated": [], "kept": [], "conflicts": []}
        self._unchanged = 0

    def plan(self) -> Merge:
        for record in self._collection.records:
            self._place(record)
        report = SeedReport(
            collection=self._collection.id,
            version=self._collection.version,
            withdrawn=self._withdrawn(),
            unchanged=self._unchanged,
            **{name: tuple(ids) for name, ids in self._outcomes.items()},
        )
        known = Seeded(self._collection.id, self._collection.version) in self._view.rows(COLLECTIONS).values()
        return Merge(self._written, known, report)

    def _place(self, record: Record) -> None:
        digest = fingerprint(record)
        stored = self._view.find(record.id)
        if stored is None:
            self._add(record, digest)
            return
        notes = self._view.notes(record.id)
        if notes.collection != self._collection.id or type(stored) is not type(record):
            self._keep(record, changed=True)
        elif stored == record:
            self._unchanged += 1
        elif fingerprint(stored) != notes.seeded:
            self._keep(record, changed=notes.seeded != digest)
        else:
            self._written.append((record, Notes(notes.rev + 1, self._collection.id, digest)))
            self._outcomes["updated"].append(record.id)

    def _add(self, record: Record, digest: str) -> None:
        if record.id in self._deleted:
            self._keep(record, changed=self._deleted[record.id].seeded != digest)
            return
        self._written.append((record, Notes(1, self._collection.id, digest)))
        self._outcomes["added"].append(record.id)

    def _keep(self, record: Record, *, changed: bool) -> None:
        self._outcomes["kept"].append(record.id)
        if changed:
            self._outcomes["conflicts"].append(record.id)

    def _withdrawn(self) -> tuple[str, ...]:
        brought = {record.id for record in self._collection.records}
        return tuple(id_ for id_ in self._view.home if id_ not in brought and self._is_own(id_))

    def _is_own(self, id_: str) -> bool:
        return self._view.notes(id_).collection == self._collection.id
