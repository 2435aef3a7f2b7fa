"""The history of a store, read from its journals: who changed what, and what can be undone."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Raw

from summittui.model import TABLES, InputError
from summittui.store.journal import EDIT, NOTHING, REDO, UNDO, Transaction, transaction_from
from summittui.store.lines import salvage
from summittui.store.reports import LogEntry
from summittui.store.store_paths import StorePaths
from summittui.store.tables import TEXTS


def backwards(paths: StorePaths) -> Iterator[Transaction]:
    """Yield every transaction, the newest first; lines that are damaged are left out."""
    for generation in reversed(paths.journals()):
        for body in reversed(_bodies(paths, generation)):
            yield transaction_from(body)


def entries(paths: StorePaths, id_: str | None) -> Iterator[LogEntry]:
    """Yield what was done to a record, or to all, the newest first."""
    for transaction in backwards(paths):
        yield from entries_of(transaction, id_)


def entries_of(transaction: Transaction, id_: str | None = None) -> Iterator[LogEntry]:
    """Yield what a transaction did to a record, or to all."""
    for table in (*TABLES, TEXTS):
        for before, after in transaction.changes.get(table, {}).values():
            if id_ is None or _names(id_, before) or _names(id_, after):
                entry = _entry(transaction, table, before, after)
                if id_ in (None, entry.id):
                    yield entry


def successors(paths: StorePaths) -> dict[str, str]:
    """Return the present id of each record that was renamed or merged, by every id that it had before.

    A rename that was undone leads back. A merge that was undone counts still: its record goes by its old id again,
    which is looked up first.
    """
    found: dict[str, str] = {}
    for transaction in backwards(paths):
        for old, new in transaction.successors.items():
            found.setdefault(old, found.get(new, new))
    return found


def to_undo(paths: StorePaths, who: str | None) -> Transaction:
    """Return the last edit that was not undone, of one user or of anybody.

    Raises:
        InputError: There is none.
    """
    states: dict[int | None, str] = {}
    for transaction in backwards(paths):
        if transaction.kind in (UNDO, REDO):
            states.setdefault(transaction.of, transaction.kind)
        elif transaction.kind == EDIT and states.get(transaction.number) != UNDO and who in (None, transaction.who):
            return transaction
    raise InputError("There is no edit of yours to undo." if who else "There is no edit to undo.")


def to_redo(paths: StorePaths, who: str | None) -> Transaction:
    """Return the last edit that was undone, unless something else was edited after that.

    Raises:
        InputError: There is none.
    """
    redone: set[int | None] = set()
    for transaction in backwards(paths):
        if who not in (None, transaction.who):
            continue
        if transaction.kind == EDIT:
            break
        if transaction.kind == REDO:
            redone.add(transaction.of)
        elif transaction.kind == UNDO and transaction.of not in redone:
            return next(one for one in backwards(paths) if one.number == transaction.of)
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
