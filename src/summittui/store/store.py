"""The store: records and attached texts that outlive the program, shared between processes."""

import contextlib
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tinydb import where

from summittui.model import TABLE_OF, TABLES, InputError, Record, Records, SourceId, StoreReadOnly, UnknownId
from summittui.model.codec import InvalidRecord, record_from_plain, record_to_plain
from summittui.model.references import references
from summittui.model.rules import problems_of
from summittui.store.disk import cannot, shown
from summittui.store.documents import (
    META,
    TEXTS,
    Document,
    Notes,
    Tables,
    document_of,
    document_of_text,
    meta_of,
    records_in,
    revs_in,
    texts_in,
)
from summittui.store.lock import TIME_OUT
from summittui.store.merging import Merge, note_collection, plan_merge, stored_records
from summittui.store.reports import SeedReport, StoreInfo
from summittui.store.storage import AtomicStorage

if TYPE_CHECKING:
    from summittui.store.collection import Collection


class Store:
    """The records of one file.

    Every edit is whole and durable when its method returns, and refused where another session has changed
    the same record since `records` was last asked.
    """

    def __init__(self, storage: AtomicStorage) -> None:
        self._storage = storage
        self._revs: dict[str, int] = {}
        self._loads = 0
        self._records: Records | None = None

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, time_out: float = TIME_OUT) -> Self:
        """Open the store at `path`; its file is read and checked, not changed.

        Args:
            path: The file; a link is followed.
            read_only: Refuse every edit.
            time_out: Seconds that an edit waits for another process.

        Raises:
            StoreMissing: There is no file.
            StoreDamaged: The file is not what this program wrote.
            StoreTooNew: A newer program wrote it.
        """
        store = cls(AtomicStorage(_real(path), read_only=read_only, time_out=time_out))
        store.records()
        store.texts()
        return store

    @classmethod
    def create(cls, path: Path, collection: "Collection", *, time_out: float = TIME_OUT) -> Self:
        """Create the store at `path` with the records of `collection`.

        Raises:
            StoreExists: There is a file already.
            StoreError: It could not be written.
        """
        path = _real(path)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreReadOnly(cannot("be created", path, error)) from None
        store = cls(AtomicStorage(path, time_out=time_out))
        with store._storage.transaction(create=True) as tables:
            store._apply(tables, plan_merge(tables, collection), collection)
        store.records()
        return store

    def records(self) -> Records:
        """Return all records as they stand in the file now.

        Raises:
            StoreError: The file has been damaged or removed meanwhile.
        """
        tables = self._storage.read()
        if self._records is None or self._loads != self._storage.loads:
            self._records = records_in(self._storage.path, tables)
            self._revs = revs_in(tables)
            self._loads = self._storage.loads
        return self._records

    def texts(self) -> Mapping[SourceId, str]:
        """Return the attached texts by source."""
        return {SourceId(id_): text for id_, text in texts_in(self._storage.path, self._storage.read()).items()}

    def changed(self) -> bool:
        """Tell whether another process has changed the file since `records` was last asked."""
        return self._loads != self._storage.loads or self._storage.changed()

    def merge(self, collection: "Collection") -> SeedReport:
        """Bring in a collection, or a newer version of it; what a user edited or deleted stays as it is.

        Raises:
            StoreError: The store may not be written or is busy.
        """
        tables = self._storage.read()
        merge = plan_merge(tables, collection)
        if merge.is_empty and meta_of(tables).collections.get(collection.id) == collection.version:
            return merge.report
        with self._editing() as tables:
            merge = plan_merge(tables, collection)
            self._apply(tables, merge, collection)
        self.records()
        return merge.report

    def attach(self, source: SourceId, text: str) -> None:
        """Keep the text of a source, in place of one attached before.

        Raises:
            UnknownId: There is no such source.
            StoreError: The store may not be written or is busy.
        """
        with self._editing() as tables:
            if source not in {document["id"] for document in tables["sources"].values()}:
                raise UnknownId(f"No source has the id {source!r}; add the source first.")
            self._storage.table(TEXTS).upsert(document_of_text(source, text), where("id") == source)

    def put(self, record: Record) -> None:
        """Add a record, or put it in the place of the one with its id.

        Raises:
            InputError: The record breaks a rule, or another session has changed it meanwhile.
            StoreError: The store may not be written or is busy.
        """
        with self._editing() as tables:
            stored = dict(stored_records(tables))
            before = stored.get(record.id)
            self._refuse_overtaken(record.id, before.notes.rev if before else None)
            self._refuse_unsound(record, {id_: one.table for id_, one in stored.items()}, tables)
            notes = before.notes if before else Notes(rev=0)
            document = document_of(record, Notes(notes.rev + 1, notes.collection, notes.seeded))
            table = self._storage.table(TABLE_OF[type(record)])
            if before:
                table.update(_replacing({record.id: document}), where("id") == record.id)
            else:
                table.insert(document)
        self._revs[record.id] = notes.rev + 1

    def delete(self, id_: str) -> None:
        """Delete a record that no other refers to.

        Raises:
            UnknownId: No record has the id.
            InputError: Other records refer to it, or another session has changed it meanwhile.
            StoreError: The store may not be written or is busy.
        """
        with self._editing() as tables:
            before = dict(stored_records(tables)).get(id_)
            if before is None:
                raise UnknownId(f"No record has the id {id_!r}; nothing was deleted.")
            self._refuse_overtaken(id_, before.notes.rev)
            self._refuse_referred_to(id_, tables)
            if before.notes.seeded:
                tables[META]["1"].setdefault("deleted", {})[id_] = before.notes.seeded
            self._storage.table(before.table).remove(where("id") == id_)
            self._storage.table(TEXTS).remove(where("id") == id_)
        self._revs.pop(id_, None)

    def info(self) -> StoreInfo:
        """Return the store's figures."""
        tables = self._storage.read()
        meta = meta_of(tables)
        return StoreInfo(
            path=self._storage.path,
            bytes=self._storage.size,
            schema=meta.schema,
            generation=meta.generation,
            collections=meta.collections,
            counts={name: len(tables.get(name, {})) for name in TABLES},
            attached=tuple(self.texts()),
        )

    def close(self) -> None:
        """Let go of the file."""
        self._storage.close()

    @contextlib.contextmanager
    def _editing(self) -> Iterator[Tables]:
        """Open a transaction on the file as it is now; what others wrote there must be sound before any edit."""
        with self._storage.transaction() as tables:
            if self._loads != self._storage.loads:
                records_in(self._storage.path, tables)
            yield tables
        self._records = None

    def _apply(self, tables: Tables, merge: Merge, collection: "Collection") -> None:
        note_collection(tables, collection)
        for name, replacements in merge.replaced.items():
            self._storage.table(name).update(_replacing(replacements), where("id").test(replacements.__contains__))
        for name, documents in merge.inserted.items():
            self._storage.table(name).insert_multiple(documents)

    def _refuse_overtaken(self, id_: str, rev: int | None) -> None:
        if rev != self._revs.get(id_):
            raise InputError(f"Another session has changed {id_!r} since it was loaded; reload and edit it again.")

    def _refuse_unsound(self, record: Record, home: dict[str, str], tables: Tables) -> None:
        table = TABLE_OF[type(record)]
        if home.setdefault(record.id, table) != table:
            raise InputError(f"The id {record.id!r} is taken by a record in {home[record.id]}; choose another.")
        try:
            record_from_plain(type(record), record_to_plain(record))
        except InvalidRecord as error:
            raise InputError(f"Nothing was changed: {error}.") from None
        lengths = {source["id"]: source.get("length") for source in tables["sources"].values()}
        for problem in problems_of(record, home, lengths):
            raise InputError(f"Nothing was changed: {problem}.")

    def _refuse_referred_to(self, id_: str, tables: Tables) -> None:
        for record in records_in(self._storage.path, tables):
            if record.id != id_ and any(reference.id == id_ for reference in references(record)):
                table = TABLE_OF[type(record)]
                raise InputError(f"{id_!r} is named by {record.id!r} in {table}; change that one first.")


def _real(path: Path) -> Path:
    try:
        return path.expanduser().resolve()
    except (OSError, RuntimeError):
        raise InputError(f"The path {shown(path)} leads nowhere; give another with --store.") from None


def _replacing(replacements: Mapping[str, Document]) -> Callable[[MutableMapping[Any, Any]], None]:
    """Return what TinyDB's `update` applies to a document to put another in its place."""

    def replace(fields: MutableMapping[Any, Any]) -> None:
        replacement = replacements[fields["id"]]
        fields.clear()
        fields.update(replacement)

    return replace
