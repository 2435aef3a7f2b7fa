"""The history of a store: who changed what, and what can be undone."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Raw, Struct

from summittui.model import TABLES, InputError
from summittui.store.journal import EDIT, NOTHING, REDO, UNDO, Transaction, transaction_from
from summittui.store.lines import salvage
from summittui.store.protocol import History
from summittui.store.reports import LogEntry
from summittui.store.store_paths import StorePaths
from summittui.store.tables import TEXTS


class JournalHistory(Struct, frozen=True):
    """The transactions in the journals of a store; lines that are damaged are left out."""

    paths: StorePaths

    def backwards(self) -> Iterator[Transaction]:
        """Yield every transaction, the newest first."""
        for generation in reversed(self.paths.journals()):
            for body in reversed(_bodies(self.paths, generation)):
                yield transaction_from(body)

    def forwards(self) -> Iterator[Transaction]:
        """Yield every transaction, the oldest first."""
        for generation in self.paths.journals():
            yield from map(transaction_from, _bodies(self.paths, generation))

    def concerning(self, id_: str) -> Iterator[Transaction]:  # noqa: ARG002  # all of them are read in any case
        """Yield every transaction, the newest first, those with an id in their documents among them."""
        return self.backwards()

    def renaming(self) -> Iterator[Transaction]:
        """Yield the transactions that renamed or merged records, the newest first."""
        return (each for each in self.backwards() if each.successors)

    def numbered(self, number: int) -> Transaction | None:
        """Return the transaction with a number, or None."""
        return next((each for each in self.backwards() if each.number == number), None)


def entries(history: History, id_: str | None) -> Iterator[LogEntry]:
    """Yield what was done to a record, or to all, the newest first."""
    for transaction in history.backwards() if id_ is None else history.concerning(id_):
        yield from entries_of(transaction, id_)


def entries_of(transaction: Transaction, id_: str | None = None) -> Iterator[LogEntry]:
    """Yield what a transaction did to a record, or to all."""
    for table in (*TABLES, TEXTS):
        for before, after in transaction.changes.get(table, {}).values():
            if id_ is None or _names(id_, before) or _names(id_, after):
                entry = _entry(transaction, table, before, after)
                if id_ in (None, entry.id):
                    yield entry


def successors(history: History) -> dict[str, str]:
    """Return the present id of each record that was renamed or merged, by every id that it had before.

    A rename that was undone leads back. A merge that was undone counts still: its record goes by its old id again,
    which is looked up first.
    """
    found: dict[str, str] = {}
    for transaction in history.renaming():
        for old, new in transaction.successors.items():
            found.setdefault(old, found.get(new, new))
    return found


def to_undo(history: History, who: str | None) -> Transaction:
    """Return the last edit that was not undone, of one user or of anybody.

    Raises:
        InputError: There is none.
    """
    states: dict[int | None, str] = {}
    for transaction in history.backwards():
        if transaction.kind in (UNDO, REDO):
            states.setdefault(transaction.of, transaction.kind)
        elif transaction.kind == EDIT and states.get(transaction.number) != UNDO and who in (None, transaction.who):
            return transaction
    raise InputError("There is no edit of yours to undo." if who else "There is no edit to undo.")


def to_redo(history: History, who: str | None) -> Transaction:
    """Return the last edit that was undone, unless something else was edited after that.

    Raises:
        InputError: There is none.
    """
    redone: set[int | None] = set()
    for transaction in history.backwards():
        if who not in (None, transaction.who):
            continue
        if transaction.kind == EDIT:
            break
        if transaction.kind == REDO:
            redone.add(transaction.of)
        elif transaction.kind == UNDO and transaction.of not in redone:
            undone = history.numbered(transaction.of or 0)
            if undone is not None:
                return undone
    raise InputError("There is no undone edit of yours to do again." if who else "There is no undone edit.")


def _bodies(paths: StorePaths, generation: int) -> list[bytes]:
    """Return the bodies of a journal's lines that check, without its header."""
    bodies = list(salvage(paths.journal(generation).read_bytes()))
    return [body for body in bodies[1:] if body is not None]


def _names(id_: str, raw: Raw) -> bool:
    return b'"id":"%b"' % id_.encode() in bytes(raw)


def _entry(transaction: Transaction, table: str, before: Raw, after: Raw) -> LogEntry:
    old, new = _plain(before), _plain(after)
    return LogEntry(
        number=transaction.number,
        who=transaction.who,
        when=transaction.when,
        label=transaction.label,
        kind=transaction.kind,
        table=table,
        id=(new or old or {})["id"],
        before=old,
        after=new,
    )


def _plain(raw: Raw) -> dict[str, Any] | None:
    plain: dict[str, Any] | None = None if raw == NOTHING else msgspec.json.decode(raw)
    return plain
