"""The rows of the table `edit` as transactions, and the history that they are."""

import sys
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import msgspec
from psycopg import sql

from summittui.model import StoreError
from summittui.model.text import safe
from summittui.store.journal import Changes, Transaction
from summittui.store.postgres.connection import Connection, Server

_FIELDS = "number, who, at, label, kind, of, successors"
_LARGEST = 1_000_000_000
"""Bytes of the changes of an edit at most: a database keeps no larger value."""
_FETCHED = 200
"""The number of edits that are fetched at a time."""

EDITS_SINCE = f"""
select (select version from store), id, {_FIELDS}, case when number > %(known)s then changes end
from edit where number >= %(known)s order by number
"""
"""The edit that is known, whose changes are not sent again, and every later one."""


def transaction_in(row: tuple[Any, ...]) -> Transaction:
    """Return the transaction in a row of `_FIELDS` and the changes."""
    number, who, when, label, kind, of, successors, changes = row
    return Transaction(
        number=number,
        who=who,
        when=when,
        label=label,
        kind=sys.intern(kind),  # a default is left out of the line where it is the very object
        of=of,
        successors=msgspec.json.decode(successors, type=dict[str, str]),
        changes=msgspec.json.decode(changes, type=Changes),
    )


def insert_edit(connection: Connection, id_: UUID, made: Transaction) -> None:
    """Write a transaction under the id that its maker has given it; inside a transaction of the database."""
    connection.execute(
        f"insert into edit (id, {_FIELDS}, changes) values (%s, %s, %s, %s, %s, %s, %s, %s, %s)", edit_values(id_, made)
    )


COPY_EDITS = f"copy edit (id, {_FIELDS}, changes) from stdin"
"""The statement that takes many rows of `edit_values`."""


def edit_values(id_: UUID, made: Transaction) -> tuple[UUID | int | str | None, ...]:
    """Return the values of a transaction's row.

    Raises:
        StoreError: The edit is larger than what a database keeps.
    """
    changes = msgspec.json.encode(made.changes)
    if len(changes) > _LARGEST:
        raise StoreError(
            f"Edit {made.number} ({safe(made.label)}) has {len(changes) / 1e6:,.0f} MB, and a database keeps at most "
            f"{_LARGEST / 1e6:,.0f} MB of one edit; make it in several parts, or copy a backup, which has no history."
        )
    return (
        id_,
        made.number,
        _writable(made.who),
        _writable(made.when),
        _writable(made.label),
        _writable(made.kind),
        made.of,
        msgspec.json.encode(made.successors).decode(),
        changes.decode(),
    )


def _writable(text: str) -> str:
    """Return a text without the one character that a database keeps in none."""
    return text.replace("\0", "\ufffd")


class EditHistory:
    """The transactions in the table `edit`, fetched as they are looked at."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def backwards(self) -> Iterator[Transaction]:
        """Yield every transaction, the newest first."""
        return self._found("true")

    def concerning(self, id_: str) -> Iterator[Transaction]:
        """Yield the transactions whose documents have an id, the newest first."""
        return self._found("strpos(changes::text, %(word)s) > 0", word=f'"id":"{id_}"')

    def renaming(self) -> Iterator[Transaction]:
        """Yield the transactions that renamed or merged records, the newest first."""
        return self._found("successors::text <> '{}'")

    def numbered(self, number: int) -> Transaction | None:
        """Return the transaction with a number, or None."""
        return next(self._found("number = %(number)s", number=number), None)

    def forwards(self) -> Iterator[Transaction]:
        """Yield every transaction, the oldest first."""
        last = 0
        while rows := self._rows("number > %(last)s", "asc", last=last):
            yield from map(transaction_in, rows)
            last = rows[-1][0]

    def _found(self, condition: str, **values: Any) -> Iterator[Transaction]:
        before = 1 << 62
        while rows := self._rows(f"({condition}) and number < %(before)s", "desc", before=before, **values):
            yield from map(transaction_in, rows)
            before = rows[-1][0]

    def _rows(self, condition: str, order: str, **values: Any) -> list[tuple[Any, ...]]:
        query = sql.SQL(
            f"select {_FIELDS}, changes from edit where {condition} order by number {order} limit {_FETCHED}"
        )
        return self._server.read(lambda connection: connection.execute(query, values).fetchall())
