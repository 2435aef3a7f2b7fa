"""The merge of a collection into a store that people may have edited."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from summittui.model import Record
from summittui.model.codec import record_from_plain, record_to_plain
from summittui.store.editing import replacing, write_record
from summittui.store.reports import SeedReport
from summittui.store.tables import COLLECTIONS, DELETED, Notes, Plain, Seeded, fingerprint, plain_of
from summittui.store.views import AnyView

if TYPE_CHECKING:
    from summittui.store.collection import Collection
    from summittui.store.drafting import DraftStorage

Unite = Callable[[Record, Record], Record]
"""A function that returns the union of two versions of one record; where the two differ, the first one's value
stays."""


class Merge(Struct):
    """The documents to write and the report on a merge."""

    written: list[tuple[Record, Notes]]
    """Records to add, or to put in the place of the one with their id."""
    is_known: bool
    """Whether the store has been seeded with this version before."""
    report: SeedReport

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be written."""
        return not self.written and self.is_known


def plan_merge(view: AnyView, collection: "Collection", unite: Unite) -> Merge:
    """Decide, for each record of the collection, whether it is new, newer, the same, shared, or a user's by now."""
    return _Planner(view, collection, unite).plan()


def keep_first(first: Record, _: Record) -> Record:
    """Return the first version, where a store holds nothing that could be united."""
    return first


def seeding(collection: "Collection") -> str:
    """Return what bringing in a collection is called in the history."""
    return f"seed {collection.id} {collection.version}"


def write_merge(storage: "DraftStorage", view: AnyView, merge: Merge, collection: "Collection") -> None:
    """Write what was decided, and which version of the collection the store holds; inside a transaction."""
    for record, notes in merge.written:
        write_record(storage, view, record, notes)
    seeded = plain_of(_seeded(collection))
    number = view.numbered(COLLECTIONS, collection.id)
    if number:
        storage.table(COLLECTIONS).update(replacing(seeded), doc_ids=[int(number)])
    else:
        storage.table(COLLECTIONS).insert(seeded)


def united_parts(type_: type[Record], parts: Iterable[Plain], unite: Unite) -> Record:
    """Return the record that several collections make together, the value of an earlier part before a later one."""
    first, *others = (record_from_plain(type_, part) for part in parts)
    for other in others:
        first = unite(first, other)
    return first


def parts_in_order(view: AnyView, id_: str, parts: dict[str, Plain], joins: Iterable[str] = ()) -> dict[str, Plain]:
    """Return what collections brought of a record, those that joined it to another one before that other one.

    Who joins a record to another knows both; and the order of seeding makes no difference.

    Args:
        view: The store.
        id_: The record.
        parts: What each collection brought.
        joins: Collections that join it, besides those that the store knows.
    """
    joining = {row.id for row in view.rows(COLLECTIONS).values() if id_ in row.joins} | set(joins)
    return dict(sorted(parts.items(), key=lambda part: (part[0] not in joining, part[0])))


def _seeded(collection: "Collection") -> Seeded:
    return Seeded(collection.id, collection.version, {join.id: join.collection for join in collection.joins})


class _Planner:
    """Goes through a collection once."""

    def __init__(self, view: AnyView, collection: "Collection", unite: Unite) -> None:
        self._view = view
        self._collection = collection
        self._unite = unite
        self._joins = {(join.id, join.collection) for join in collection.joins}
        self._joins |= {
            (id_, row.id)
            for row in view.rows(COLLECTIONS).values()
            for id_, other in row.joins.items()
            if other == collection.id
        }
        self._deleted: dict[str, Notes] = {row.id: row.notes for row in view.rows(DELETED).values()}
        self._written: list[tuple[Record, Notes]] = []
        self._outcomes: dict[str, list[str]] = {"added": [], "updated": [], "kept": [], "conflicts": [], "joined": []}
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
        known = _seeded(self._collection) in self._view.rows(COLLECTIONS).values()
        return Merge(self._written, known, report)

    def _place(self, record: Record) -> None:
        digest = fingerprint(record)
        stored = self._view.find(record.id)
        if stored is None:
            self._add(record, digest)
            return
        notes = self._view.notes(record.id)
        if type(stored) is type(record) and self._is_shared(record.id, notes):
            self._join(record, stored, notes)
        elif notes.collection != self._collection.id or type(stored) is not type(record):
            self._keep(record, changed=True)
        elif stored == record:
            self._unchanged += 1
        elif fingerprint(stored) != notes.seeded:
            self._keep(record, changed=notes.seeded != digest)
        else:
            self._written.append((record, Notes(notes.rev + 1, self._collection.id, digest)))
            self._outcomes["updated"].append(record.id)

    def _is_shared(self, id_: str, notes: Notes) -> bool:
        others = [each for each in notes.collections if each != self._collection.id]
        return any((id_, other) in self._joins for other in others)

    def _join(self, record: Record, stored: Record, notes: Notes) -> None:
        mine, own = self._collection.id, record_to_plain(record)
        part = notes.parts.get(mine)
        if part is not None and record_from_plain(type(record), part) == record:
            self._unchanged += 1
            return
        is_edited = fingerprint(stored) != notes.seeded
        if is_edited and mine in notes.collections:
            self._keep(record, changed=True)
            return
        parts = notes.parts or ({} if is_edited else {str(notes.collection): record_to_plain(stored)})
        joining = [mine] if any(join.id == record.id for join in self._collection.joins) else []
        parts = parts_in_order(self._view, record.id, {**parts, mine: own}, joining)
        if is_edited:
            united, seeded = self._unite(stored, record), notes.seeded
        else:
            united = united_parts(type(record), parts.values(), self._unite)
            seeded = fingerprint(united)
        self._written.append((united, Notes(notes.rev + 1, notes.collection, seeded, parts)))
        self._outcomes["joined"].append(record.id)

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
