"""How a collection comes into a store that people may have edited: decided here, written elsewhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from summittui.model import TABLE_OF, TABLES, Record
from summittui.model.codec import record_to_plain
from summittui.store.documents import (
    META,
    Document,
    Notes,
    Tables,
    document_of,
    fingerprint,
    meta_of,
    notes_of,
    plain_of,
)
from summittui.store.reports import SeedReport

if TYPE_CHECKING:
    from summittui.store.collection import Collection


class Stored(Struct, frozen=True):
    """A record as it stands in the store."""

    table: str
    document: Document
    notes: Notes

    @property
    def is_edited(self) -> bool:
        """Whether it differs from what its collection brought."""
        return fingerprint(plain_of(self.document)) != self.notes.seeded


class Merge(Struct):
    """What is to be written, and the report on it."""

    inserted: dict[str, list[Document]]
    """Documents to add, by table."""
    replaced: dict[str, dict[str, Document]]
    """Documents to put in the place of others, by table and id."""
    report: SeedReport

    @property
    def is_empty(self) -> bool:
        """Whether no record is to be written."""
        return not self.inserted and not self.replaced


def stored_records(tables: Tables) -> Iterator[tuple[str, Stored]]:
    """Yield every record of the tables with its id."""
    for name in TABLES:
        documents = tables.get(name, {}).values()
        for document, notes in zip(documents, notes_of(documents), strict=True):
            yield document["id"], Stored(name, document, notes)


def plan_merge(tables: Tables, collection: "Collection") -> Merge:
    """Decide, for each record of the collection, whether it is new, newer, the same, or a user's by now."""
    return _Planner(tables, collection).plan()


class _Planner:
    """Goes through a collection once."""

    def __init__(self, tables: Tables, collection: "Collection") -> None:
        self._collection = collection
        self._stored = dict(stored_records(tables))
        self._deleted = meta_of(tables).deleted
        self._inserted: dict[str, list[Document]] = {}
        self._replaced: dict[str, dict[str, Document]] = {}
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
        return Merge(self._inserted, self._replaced, report)

    def _place(self, record: Record) -> None:
        digest = fingerprint(record_to_plain(record))
        stored = self._stored.get(record.id)
        if stored is None:
            self._add(record, digest)
        elif stored.notes.collection != self._collection.id or stored.table != TABLE_OF[type(record)]:
            self._keep(record, changed=True)
        elif fingerprint(plain_of(stored.document)) == digest:
            self._unchanged += 1
        elif stored.is_edited:
            self._keep(record, changed=stored.notes.seeded != digest)
        else:
            notes = Notes(stored.notes.rev + 1, self._collection.id, digest)
            self._replaced.setdefault(stored.table, {})[record.id] = document_of(record, notes)
            self._outcomes["updated"].append(record.id)

    def _add(self, record: Record, digest: str) -> None:
        if record.id in self._deleted:
            self._keep(record, changed=self._deleted[record.id] != digest)
            return
        document = document_of(record, Notes(1, self._collection.id, digest))
        self._inserted.setdefault(TABLE_OF[type(record)], []).append(document)
        self._outcomes["added"].append(record.id)

    def _keep(self, record: Record, *, changed: bool) -> None:
        self._outcomes["kept"].append(record.id)
        if changed:
            self._outcomes["conflicts"].append(record.id)

    def _withdrawn(self) -> tuple[str, ...]:
        brought = {record.id for record in self._collection.records}
        own = (id_ for id_, stored in self._stored.items() if stored.notes.collection == self._collection.id)
        return tuple(id_ for id_ in own if id_ not in brought)


def note_collection(tables: Tables, collection: "Collection") -> None:
    """Note in the store's tables which version of the collection it holds."""
    meta = meta_of(tables)
    meta.collections[collection.id] = collection.version
    tables[META]["1"].update(msgspec.to_builtins(meta))
