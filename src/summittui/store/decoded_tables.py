"""The records of the store, decoded once and renewed where something was changed."""

from collections.abc import Callable, Iterable, Mapping
from types import GenericAlias
from typing import Any, TypeVar

import msgspec
from msgspec import Raw, Struct

from summittui.model import TABLES, Record, Records, SourceId, StoreDamaged
from summittui.model.codec import InvalidRecord, record_from_plain
from summittui.store.held_tables import HeldTables
from summittui.store.pending_changes import PendingChanges
from summittui.store.tables import TEXTS, TYPES, Notes, Tables, garbage_collection_paused, notes_of

S = TypeVar("S", bound=Struct)
Damaged = Callable[[str], StoreDamaged]


class DecodedTables:
    """The decoded documents of held tables, as of the last look."""

    def __init__(self, damaged: Damaged, pending: PendingChanges) -> None:
        """Hold nothing yet.

        Args:
            damaged: Makes the error that says why the store is damaged.
            pending: Is told of each change.
        """
        self._damaged = damaged
        self.pending = pending
        """The changes that the session has not seen yet."""
        self._raw: Tables = {}
        self._rows: dict[str, dict[str, Any]] = {name: {} for name in TYPES}
        self._tuples: dict[str, tuple[Any, ...]] = {}
        self._records: Records | None = None
        self._texts: dict[SourceId, str] | None = None
        self._is_stale = True
        self.home: dict[str, str] = {}
        """The table of each record, by its id."""
        self._numbers: dict[str, str] = {}

    def renew(self, held: HeldTables, *, is_own: bool = False) -> bool:
        """Take over what has been read from the store; tell whether each change since the last call was noted.

        Args:
            held: Where the documents are.
            is_own: Whether what is new is this session's own edit.

        Raises:
            StoreDamaged: A document is not what its table holds; everything stays as it was.
        """
        touched, is_first = held.take_touched(), not self._raw
        if touched is None or self._is_stale:
            self._is_stale = True
            before = self._rows
            self._read_all(held.tables)
            self._is_stale = False
            if not is_first:
                self._note_all(before, is_own=is_own)
        else:
            self._is_stale = True
            for name in TYPES:
                if touched.get(name):
                    self._read_some(name, touched[name], held.tables[name], is_own=is_own)
            self._is_stale = False
        self._raw = held.tables
        return not is_first

    def records(self) -> Records:
        """Return all records."""
        if self._records is None:
            for name in TABLES:
                self._tuples.setdefault(name, tuple(self._rows[name].values()))
            self._records = Records(**{name: self._tuples[name] for name in TABLES})
        return self._records

    def find(self, id_: str) -> Record | None:
        """Return the record with this id, or None."""
        return self._rows[self.home[id_]][self._numbers[id_]] if id_ in self.home else None

    def number(self, id_: str) -> str:
        """Return the number of the document that keeps a record."""
        return self._numbers[id_]

    def notes(self, id_: str) -> Notes:
        """Return what the store notes about a record; one without notes counts as first written."""
        raw = self._raw[notes_of(self.home[id_])].get(self._numbers[id_])
        return msgspec.json.decode(raw, type=Notes) if raw else Notes(rev=1)

    def rows(self, table: str) -> Mapping[str, Any]:
        """Return what the documents of a table hold, by number."""
        return self._rows[table]

    def numbered(self, table: str, id_: str) -> str | None:
        """Return the number of the document in a small table that has this id, or None."""
        return next((number for number, row in self._rows[table].items() if row.id == id_), None)

    def texts(self) -> Mapping[SourceId, str]:
        """Return the attached texts by source, as they are now; made once until one changes."""
        if self._texts is None:
            self._texts = {SourceId(text.id): text.text for text in self._rows[TEXTS].values()}
        return self._texts

    def naming(self, id_: str) -> Iterable[Record]:
        """Yield the other records in whose document the id occurs as a word of its own, a reference perhaps."""
        word = b'"%b"' % id_.encode()
        for name in TABLES:
            rows, documents = self._rows[name], self._raw[name]
            own = self._numbers[id_] if self.home.get(id_) == name else ""
            # one search of them all takes less than half the time of one in each
            if b"\n".join(documents.values()).count(word) > bytes(documents.get(own, b"")).count(word):
                found = (number for number, raw in documents.items() if word in bytes(raw))
                yield from (rows[number] for number in found if number != own)

    def _read_all(self, tables: Tables) -> None:
        with garbage_collection_paused():
            rows = {name: _decoded(self._damaged, name, tables.get(name, {})) for name in TYPES}
        self._rows, self._tuples, self._records, self._texts = rows, {}, None, None
        self.home = {row.id: name for name in TABLES for row in rows[name].values()}
        self._numbers = {row.id: number for name in TABLES for number, row in rows[name].items()}

    def _note_all(self, before: dict[str, dict[str, Any]], *, is_own: bool) -> None:
        for name in TABLES:
            old, new = before[name], self._rows[name]
            for number in {**old, **new} if old != new else ():
                self.pending.note(old.get(number), new.get(number), is_own=is_own)
        if before[TEXTS] != self._rows[TEXTS]:
            self.pending.note_texts(text.id for rows in (before, self._rows) for text in rows[TEXTS].values())

    def _read_some(self, name: str, numbers: Iterable[str], table: Mapping[str, Raw], *, is_own: bool) -> None:
        fresh = _decoded(self._damaged, name, {number: table[number] for number in numbers if number in table})
        rows = self._rows[name]
        last = int(next(reversed(rows), 0))
        returns = any(number not in rows and int(number) < last for number in fresh)
        for number in sorted(numbers, key=int):
            old, new = rows.pop(number, None) if number not in fresh else rows.get(number), fresh.get(number)
            if new is not None:
                rows[number] = new
            self._note_row(name, number, old, new, is_own=is_own)
        if returns:
            self._rows[name] = {number: rows[number] for number in table}
        self._tuples.pop(name, None)
        self._records = None

    def _note_row(self, name: str, number: str, old: Any, new: Any, *, is_own: bool) -> None:
        if name in TABLES:
            self._index(name, number, old, new)
            self.pending.note(old, new, is_own=is_own)
        elif name == TEXTS:
            self._texts = None
            self.pending.note_texts(text.id for text in (old, new) if text is not None)

    def _index(self, name: str, number: str, old: Record | None, new: Record | None) -> None:
        if old is not None and self._numbers.get(old.id) == number and self.home.get(old.id) == name:
            del self.home[old.id], self._numbers[old.id]
        if new is not None:
            self.home[new.id], self._numbers[new.id] = name, number


def _decoded(damaged: Damaged, name: str, table: Mapping[str, Raw]) -> dict[str, Any]:
    """Return what each document of a table holds.

    Raises:
        StoreDamaged: One of them is not what the table holds.
    """
    type_ = GenericAlias(list, (TYPES[name],))
    try:
        rows: list[Any] = msgspec.json.decode(msgspec.json.encode(list(table.values())), type=type_)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise _complaint(damaged, name, table) from None
    return dict(zip(table, rows, strict=True))  # the numbers are kept once


def _complaint(damaged: Damaged, name: str, table: Mapping[str, Raw]) -> StoreDamaged:
    for raw in table.values() if name in TABLES else ():
        try:
            record_from_plain(TABLES[name], msgspec.json.decode(raw))
        except InvalidRecord as error:
            return damaged(f"it holds an invalid record ({error})")
        except (msgspec.DecodeError, UnicodeDecodeError):
            break
    return damaged(f"a document in {name} is not readable")
