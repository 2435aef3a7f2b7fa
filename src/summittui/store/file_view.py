"""The records of a store whose documents are in a file, each decoded when it is looked at."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Raw

from summittui.model import TABLES, Record, Records, SourceId
from summittui.store.document_file import DocumentFile
from summittui.store.held_tables import HeldTables
from summittui.store.journal import NOTHING, Transaction
from summittui.store.reports import Changes
from summittui.store.tables import TEXTS, TYPES, AttachedText, Notes, notes_of

_DECODERS: Mapping[str, msgspec.json.Decoder[Any]] = {
    name: msgspec.json.Decoder(type_) for name, type_ in TYPES.items()
}


class FileView:
    """The decoded documents of a file, as `DecodedTables` has those of a store; only recent changes are in memory."""

    def __init__(self, file: DocumentFile) -> None:
        self._file = file
        self.home: Mapping[str, str] = _Home(file)
        """The table of each record, by its id."""
        self.unseen: Mapping[str, Record | None] = {}
        """The records that others changed since `see`, by id, as they were then."""
        self._changed: dict[str, Record | None] = {}
        self._texts_changed: set[str] = set()
        self._is_all_changed = False

    def renew(self, held: HeldTables, *, is_own: bool = False) -> None:
        """Take over what has been read from the store.

        Args:
            held: Where the transactions are.
            is_own: Whether what is new is this session's own edit.
        """
        transactions = held.take_transactions()
        if transactions is None:
            self.forget_seen()
            return
        for transaction in transactions:
            self._note_transaction(transaction, is_own=is_own)

    def note_seen(self) -> None:
        """Let nothing count as unseen from now on."""
        self.unseen = {}

    def forget_seen(self) -> None:
        """Let everything count as changed and unseen."""
        self.unseen, self._is_all_changed = _Everything(self.home), True

    def forget_changes(self) -> None:
        """Let nothing count as changed from now on."""
        self._changed, self._texts_changed, self._is_all_changed = {}, set(), False

    def see(self) -> Records:
        """Return all records, which takes their memory; from now on nothing counts as unseen."""
        self.note_seen()
        tables: dict[str, Any] = {name: tuple(self.rows(name).values()) for name in TABLES}
        return Records(**tables)

    def take_changes(self) -> Changes:
        """Return what has changed since this was last asked; everything where that is not known."""
        if self._is_all_changed:
            ids = frozenset(self.home)
            texts = frozenset(self.texts())
            found = Changes(changed=ids, texts=texts)
        else:
            found = Changes(
                changed=frozenset(id_ for id_ in self._changed if id_ in self.home),
                removed=frozenset(id_ for id_, old in self._changed.items() if old and id_ not in self.home),
                texts=frozenset(SourceId(id_) for id_ in self._texts_changed),
            )
        self.forget_changes()
        return found

    def find(self, id_: str) -> Record | None:
        """Return the record with this id, or None."""
        located = self._file.located(id_)
        if located is None:
            return None
        record: Record = _DECODERS[located[0]].decode(located[2])
        return record

    def number(self, id_: str) -> str:
        """Return the number of the document that keeps a record."""
        located = self._file.located(id_)
        if located is None:
            raise KeyError(id_)
        return located[1]

    def notes(self, id_: str) -> Notes:
        """Return what the store notes about a record; one without notes counts as first written."""
        raw = self._file.raw(notes_of(self.home[id_]), self.number(id_))
        return msgspec.json.decode(raw, type=Notes) if raw else Notes(rev=1)

    def rows(self, table: str) -> Mapping[str, Any]:
        """Return what the documents of a table hold, by number."""
        return _Rows(self._file, table)

    def numbered(self, table: str, id_: str) -> str | None:
        """Return the number of the document of a table that has this id, or None."""
        found = self._file.numbered(table, id_)
        return found[0] if found else None

    def texts(self) -> Mapping[SourceId, str]:
        """Return the attached texts by source."""
        return _Texts(self._file)

    def naming(self, id_: str) -> Iterator[Record]:
        """Yield the other records that name an id."""
        for table, _, raw in self._file.naming(id_):
            record: Record = _DECODERS[table].decode(raw)
            if record.id != id_:
                yield record

    def _note_transaction(self, transaction: Transaction, *, is_own: bool) -> None:
        for name, documents in transaction.changes.items():
            for before, after in documents.values():
                if name in TABLES:
                    self._note(_record(name, before), _record(name, after), is_own=is_own)
                elif name == TEXTS:
                    texts = (_DECODERS[TEXTS].decode(raw) for raw in (before, after) if raw != NOTHING)
                    self._texts_changed.update(text.id for text in texts)

    def _note(self, old: Record | None, new: Record | None, *, is_own: bool) -> None:
        if old == new:
            return
        for record in filter(None, (old, new)):
            before = old if old is not None and old.id == record.id else None
            self._changed.setdefault(record.id, before)
            if isinstance(self.unseen, dict):
                if is_own:
                    self.unseen.pop(record.id, None)
                else:
                    self.unseen.setdefault(record.id, before)


def _record(name: str, raw: Raw) -> Record | None:
    record: Record | None = None if raw == NOTHING else _DECODERS[name].decode(raw)
    return record


class _Home(Mapping[str, str]):
    """The table of each record, by its id."""

    def __init__(self, file: DocumentFile) -> None:
        self._file = file

    def __getitem__(self, id_: str) -> str:
        located = self._file.located(id_)
        if located is None:
            raise KeyError(id_)
        return located[0]

    def __iter__(self) -> Iterator[str]:
        for table in TABLES:
            yield from self._file.ids(table)

    def __len__(self) -> int:
        return sum(map(self._file.count, TABLES))


class _Everything(Mapping[str, Record | None]):
    """Every record as unseen, where nobody knows the changes."""

    def __init__(self, home: Mapping[str, str]) -> None:
        self._home = home

    def __getitem__(self, id_: str) -> None:
        if id_ not in self._home:
            raise KeyError(id_)

    def __iter__(self) -> Iterator[str]:
        return iter(self._home)

    def __len__(self) -> int:
        return len(self._home)


class _Rows(Mapping[str, Any]):
    """The documents of a table, by number."""

    def __init__(self, file: DocumentFile, table: str) -> None:
        self._file = file
        self._table = table

    def __getitem__(self, number: str) -> Any:
        raw = self._file.raw(self._table, number)
        if raw is None:
            raise KeyError(number)
        return _DECODERS[self._table].decode(raw)

    def __iter__(self) -> Iterator[str]:
        return (number for number, _ in self._file.documents(self._table))

    def __len__(self) -> int:
        return self._file.count(self._table)


class _Texts(Mapping[SourceId, str]):
    """The attached texts by source."""

    def __init__(self, file: DocumentFile) -> None:
        self._file = file

    def __getitem__(self, source: SourceId) -> str:
        found = self._file.numbered(TEXTS, source)
        if found is None:
            raise KeyError(source)
        text: AttachedText = _DECODERS[TEXTS].decode(found[1])
        return text.text

    def __iter__(self) -> Iterator[SourceId]:
        return map(SourceId, self._file.ids(TEXTS))

    def __len__(self) -> int:
        return self._file.count(TEXTS)
