"""The writing of an edit, and its commit: documents, its row and that of the store, all in one round trip.

The transaction of an edit commits without waiting for the disk, which lets go of the lock on the store at once. The
transaction behind it does wait: the server's log is written in order, so the edit is on the disk, and at the standby,
when that one is. While many sessions edit, one sync of the disk thereby serves several edits.
"""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID, uuid4

import psycopg

from summittui.store.journal import NOTHING, Transaction
from summittui.store.marks import id_in
from summittui.store.postgres.connection import Connection
from summittui.store.postgres.edits import insert_edit
from summittui.store.postgres.schema import VERSION

_PUT = """
insert into document (tab, number, id, body)
select tab, number, id, body::json
from unnest(%b::text[], %b::bigint[], %b::text[], %b::text[]) as put (tab, number, id, body)
on conflict (tab, number) do update set id = excluded.id, body = excluded.body
"""
_REMOVE = """
delete from document using unnest(%b::text[], %b::bigint[]) as removed (tab, number)
where document.tab = removed.tab and document.number = removed.number
"""
_MANY = 1_000
"""The number of documents that one statement writes."""
_STORE = "update store set edits = %s, last_edit = %s, last_ids = %s"
_NOT_WAITING = "set local synchronous_commit = off"
_LOGGED = "select pg_logical_emit_message(true, 'summittui', '')"
"""Writes a few bytes into the log, without which a commit waits for nothing; nobody reads them."""
_COMMITTED = "COMMIT"
"""The answer to a commit; that of a transaction which had failed is "ROLLBACK", and no error."""


class OutcomeUnknown(Exception):  # it never leaves this package
    """An edit may be committed, but whether it is, or is on the disk, was not told."""


def commit_edit(connection: Connection, write: Callable[[], None]) -> None:
    """Write an edit, commit it, and wait until it is on the disk, and at the standby if there is one.

    Args:
        connection: It is inside a transaction that has locked the row of the store.
        write: Executes the statements of the edit on the connection.

    Raises:
        OutcomeUnknown: The connection was lost, or the wait was broken off.
        psycopg.Error: Nothing was written.
    """
    committed = None
    try:
        with connection.pipeline():
            connection.execute(_NOT_WAITING)
            write()
            committed = connection.execute("commit")
            connection.execute("begin")
            connection.execute(_LOGGED)
            logged = connection.execute("commit")
    except psycopg.Error:
        if connection.closed or (committed and committed.statusmessage == _COMMITTED):
            raise OutcomeUnknown from None
        raise
    if committed.statusmessage != _COMMITTED:
        raise psycopg.errors.InFailedSqlTransaction("the transaction had failed")
    if logged.statusmessage != _COMMITTED:
        raise OutcomeUnknown


def write_edit(connection: Connection, edit: UUID, made: Transaction, last_ids: Mapping[str, int]) -> None:
    """Write a transaction.

    Args:
        connection: It is inside a transaction that has locked the row of the store.
        edit: The id of the edit.
        made: The edit.
        last_ids: The highest number given in each table before it.

    Raises:
        psycopg.Error: Nothing was written, unless the connection is closed: then it may have been.
    """
    write_documents(connection, made)
    insert_edit(connection, edit, made)
    write_store_row(connection, edit, made.number, ids_after(last_ids, made))


def write_documents(connection: Connection, made: Transaction) -> None:
    """Write the documents as an edit leaves them."""
    put: list[tuple[Any, ...]] = []
    removed: list[tuple[Any, ...]] = []
    for name, documents in made.changes.items():
        for number, (_, after) in documents.items():
            if after == NOTHING:
                removed.append((name, int(number)))
            else:
                put.append((name, int(number), id_in(name, after), bytes(after).decode()))
    for statement, rows in ((_REMOVE, removed), (_PUT, put)):
        for begin in range(0, len(rows), _MANY):
            connection.execute(statement, [list(column) for column in zip(*rows[begin : begin + _MANY], strict=True)])


def ids_after(last_ids: Mapping[str, int], made: Transaction) -> Mapping[str, int]:
    """Return the highest number ever given in each table, once an edit is made."""
    given = {name: max(map(int, documents), default=0) for name, documents in made.changes.items()}
    return {name: max(last_ids.get(name, 0), given.get(name, 0)) for name in {**last_ids, **given}}


def first_store_row(connection: Connection) -> None:
    """Write the row of a new store; inside the transaction that makes the tables."""
    connection.execute(
        "insert into store (id, version, edits, last_edit, last_ids) values (%s, %s, 0, %s, '{}')",
        [uuid4(), VERSION, UUID(int=0)],
    )


def write_store_row(connection: Connection, edit: UUID, number: int, last_ids: Mapping[str, int]) -> None:
    """Write which edit is the last one."""
    import msgspec

    connection.execute(_STORE, [number, edit, msgspec.json.encode(last_ids).decode()])
