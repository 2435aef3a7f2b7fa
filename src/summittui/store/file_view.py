"""The records of a store whose documents are in a file, each decoded when it is looked at."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from summittui.model import TABLES, Record, Records, SourceId
from summittui.store.document_file import DocumentFile
from summittui.store.held_tables import HeldTables
from summittui.store.pending_changes import PendingChanges
from summittui.store.tables import TEXTS, TYPES, AttachedText, Notes, notes_of

_DECODERS: Mapping[str, msgspec.json.Decoder[Any]] = {
    name: msgspec.json.Decoder(type_) for name, type_ in TYPES.items()
}


class FileView:
    """The decoded documents of a file, as `DecodedTables` has those of a store; only recent changes are in memory."""

    def __init__(self, file: DocumentFile, pending: PendingChanges) -> None:
        """Look at a file.

        Args:
            file: The file.
            pending: Is told of each change.
        """
        self._file = file
        self.pending = pending
        """The changes that the session has not seen yet."""
        self.home: Mapping[str, str] = _Home(file)
        """The table of each record, by its id."""

    def renew(self, held: HeldTables, *, is_own: bool = False) -> bool:
        """Take over what has been read from the store; tell whether each change since the last call was noted.

        Args:
            held: Where the transactions are.
            is_own: Whether what is new is this session's own edit.
        """
        transactions = held.take_transactions()
        for transaction in transactions or ():
            self.pending.note_transaction(transaction, is_own=is_own)
        return transactions is not None

    def records(self) -> Records:
        """Return all records, decoded into memory."""
        tables: dict[str, Any] = {name: tuple(self.rows(name).values()) for name in TABLES}
        return Records(**tables)

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
