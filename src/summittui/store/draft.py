"""An edit while it is made: documents are copied when they are touched, and only those are written."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec import Raw

from summittui.store.journal import NOTHING, Change, Changes, Transaction
from summittui.store.tables import Plain, Tables, raw_of


class Draft:
    """The changes of one transaction so far, over tables that stay as they are."""

    def __init__(self, tables: Tables, last_ids: Mapping[str, int]) -> None:
        self._tables = tables
        self._last_ids = dict(last_ids)
        self.changes: Changes = {}
        self.successors: dict[str, str] = {}
        """The new ids of records that are renamed or merged, by the ids they had."""

    def next_number(self, table: str) -> int:
        """Return a number that no document of the table has or ever had."""
        self._last_ids[table] = self._last_ids.get(table, 0) + 1
        return self._last_ids[table]

    def raw(self, table: str, number: str) -> Raw:
        """Return a document as JSON with the changes so far, `NOTHING` where there is none."""
        changed = self._changes_of(table).get(number)
        return changed[1] if changed else self._tables.get(table, {}).get(number, NOTHING)

    def holds(self, table: str, number: str) -> bool:
        """Tell whether a document is there by now."""
        return self.raw(table, number) != NOTHING

    def put(self, table: str, number: str, after: Raw) -> None:
        """Put a document in its place, or `NOTHING`."""
        before = self._tables.get(table, {}).get(number, NOTHING)
        if before != after:
            self.changes.setdefault(table, {})[number] = (before, after)
        elif number in self._changes_of(table):
            del self.changes[table][number]
            if not self.changes[table]:
                del self.changes[table]

    def update(self, table: str, updater: Callable[[MutableMapping[int, Plain]], None]) -> None:
        """Let TinyDB's `updater` change a table; one that raises changes nothing."""
        view = Documents(self, table)
        updater(view)
        for number, plain in view.touched.items():
            self.put(table, number, NOTHING if plain is None else raw_of(plain))

    def numbers(self, table: str) -> Iterator[str]:
        """Yield the number of each document."""
        changed, tables = self._changes_of(table), self._tables.get(table, {})
        yield from (number for number in tables if number not in changed or changed[number][1] != NOTHING)
        yield from (number for number, (_, after) in changed.items() if after != NOTHING and number not in tables)

    def finished(self, *, number: int, who: str, label: str, kind: str, of: int | None) -> Transaction:
        """Return the draft as a transaction that is made now.

        Args:
            number: The number of the transaction.
            who: Whoever makes it.
            label: What is done, in words.
            kind: `edit`, `undo`, `redo` or `seed`.
            of: Number of the transaction that is undone or done again.
        """
        return Transaction(
            number=number,
            who=who,
            when=datetime.now(UTC).isoformat(timespec="milliseconds"),
            label=label,
            kind=kind,
            of=of,
            successors=self.successors,
            changes=self.changes,
        )

    def _changes_of(self, table: str) -> Mapping[str, Change]:
        return self.changes.get(table, {})


class Documents(MutableMapping[Any, Plain]):
    """A table as TinyDB sees it; a document is decoded, and thereby copied, when it is looked at."""

    def __init__(self, draft: Draft, table: str) -> None:
        self._draft = draft
        self._table = table
        self.touched: dict[str, Plain | None] = {}
        """The documents that were looked at or set, by number; None for those removed."""

    def __getitem__(self, number: Any) -> Plain:
        key = str(number)
        if key not in self.touched:
            raw = self._draft.raw(self._table, key)
            if raw == NOTHING:
                raise KeyError(number)
            self.touched[key] = msgspec.json.decode(raw)
        plain = self.touched[key]
        if plain is None:
            raise KeyError(number)
        return plain

    def __setitem__(self, number: Any, plain: Plain) -> None:
        # TinyDB sets only what it inserts, yet can give one number twice (msiemens/tinydb#629, in 4.9.0).
        if number in self:
            raise ValueError(f"The document {number} is there already.")
        self.touched[str(number)] = plain

    def __delitem__(self, number: Any) -> None:
        if number not in self:
            raise KeyError(number)
        self.touched[str(number)] = None

    def __contains__(self, number: object) -> bool:
        key = str(number)
        return self.touched[key] is not None if key in self.touched else self._draft.raw(self._table, key) != NOTHING

    def __iter__(self) -> Iterator[int]:
        known = [number for number in self._draft.numbers(self._table) if number in self]
        yield from map(int, known)
        yield from (int(number) for number in self.touched if number in self and number not in set(known))

    def __len__(self) -> int:
        return sum(1 for _ in self)
