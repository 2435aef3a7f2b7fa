"""The writing of an edit: documents, its row and that of the store, in one round trip with the commit."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from summittui.store.journal import NOTHING, Transaction
from summittui.store.marks import id_in
from summittui.store.postgres.connection import Connection
from summittui.store.postgres.edits import insert_edit
from summittui.store.postgres.schema import VERSION

_PUT = """
insert into document (tab, number, id, body) values (%s, %s, %s, %s)
on conflict (tab, number) do update set id = excluded.id, body = excluded.body
"""
_REMOVE = "delete from document where tab = %s and number = %s"
_STORE = "update store set edits = %s, last_edit = %s, last_ids = %s"


def write_edit(connection: Connection, edit: UUID, made: Transaction, last_ids: Mapping[str, int]) -> None:
    """Write a transaction; the commit is another round trip, for it may wait for a standby.

    Args:
        connection: It is inside a transaction that has locked the row of the store.
        edit: The id of the edit.
        made: The edit.
        last_ids: The highest number given in each table before it.

    Raises:
        psycopg.Error: Nothing was written, unless the connection is closed: then it may have been.
    """
    with connection.pipeline():
        write_documents(connection, made)
        insert_edit(connection, edit, made)
        write_store_row(connection, edit, made.number, ids_after(last_ids, made))


def write_documents(connection: Connection, made: Transaction) -> None:
    """Write the documents as an edit leaves them."""
    put, removed = [], []
    for name, documents in made.changes.items():
        for number, (_, after) in documents.items():
            if after == NOTHING:
                removed.append((name, int(number)))
            else:
                put.append((name, int(number), id_in(name, after), bytes(after).decode()))
    with connection.cursor() as cursor:
        if removed:
            cursor.executemany(_REMOVE, removed)
        if put:
            cursor.executemany(_PUT, put)


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
