"""The copying of a store into a database or out of one, its history edit by edit, in one transaction."""

import contextlib
from collections.abc import Iterator
from functools import partial
from uuid import UUID, uuid4

from summittui.store.copying import OnCopied, Original
from summittui.store.disk import StoreExists
from summittui.store.draft import Draft
from summittui.store.journal import SEED
from summittui.store.marks import id_in
from summittui.store.passed_tables import Pairs, passed_tables
from summittui.store.postgres.connection import UNBOUNDED, Connection, Server
from summittui.store.postgres.edits import COPY_EDITS, EditHistory, edit_values
from summittui.store.postgres.roles import grant_rights
from summittui.store.postgres.rows import documents_in
from summittui.store.postgres.schema import make_tables, read_store_row
from summittui.store.postgres.writing import first_store_row, write_store_row
from summittui.store.tables import NAMES

_COPY_DOCUMENTS = "copy document (tab, number, id, body) from stdin"
_EVERY = 1_000
UNREAD_SECONDS = 600.0
"""Seconds that a server may leave unread what it is sent: it packs an edit of 100 MB before it reads the next one."""


@contextlib.contextmanager
def original_in(server: Server) -> Iterator[Original]:
    """Yield the store in a database as it is now; it can be read inside, in one transaction, and is never held.

    Raises:
        StoreMissing: There is none.
        StoreError: It cannot be read.
    """
    address = server.address
    with server.transaction_ended():
        connection = server.connection()
        connection.execute(f"begin isolation level repeatable read; set local statement_timeout = 0; {UNBOUNDED}")
        store = read_store_row(connection, address)
        (documents,) = connection.execute("select count(*) from document").fetchone() or (0,)
        yield Original(
            tables=passed_tables(NAMES, partial(_pairs, connection)),
            last_ids=store.last_ids,
            edits=store.edits,
            documents=documents,
            history=EditHistory(server),
            location=address,
        )


def _pairs(connection: Connection, name: str) -> Pairs:
    return ((number, raw) for number, _, raw in documents_in(connection, name))


def copy_to_database(original: Original, server: Server, on_copied: OnCopied) -> None:
    """Copy a store into a database that holds none, with its history; all of it is there afterwards, or nothing.

    Args:
        original: The store.
        server: The database.
        on_copied: Told how far it is.

    Raises:
        StoreExists: The database holds a store.
        StoreReadOnly: The server loses what it acknowledges.
        StoreError: It cannot be written, or no standby has confirmed it.
    """
    connection = server.connection()
    server.refuse_loss()
    with server.transaction_ended():
        connection.execute(f"begin; set local statement_timeout = 0; {UNBOUNDED}")
        if not make_tables(connection, server.address):
            raise StoreExists(f"There is a store at {server.address} already; copy to a new database or schema.")
        first_store_row(connection)
        last = _copy_edits(connection, original, server.who, on_copied)
        _copy_documents(connection, original, on_copied)
        write_store_row(connection, last, original.edits, original.last_ids)
        grant_rights(connection, server.address.schema)
        server.commit(connection)
    server.tell_unconfirmed("The copy")


def _copy_edits(connection: Connection, original: Original, who: str, on_copied: OnCopied) -> UUID:
    """Copy the history; return the id of the last edit, which whoever follows begins with."""
    last = None
    with connection.cursor().copy(COPY_EDITS) as rows:
        for transaction in original.transactions():
            last = uuid4()
            rows.write_row(edit_values(last, transaction))
            on_copied("edits", transaction.number, original.edits)
        if last is None:  # a copy that stood alone has no history
            last = uuid4()
            begun = Draft({}, {}).finished(number=original.edits, who=who, label="copy", kind=SEED, of=None)
            rows.write_row(edit_values(last, begun))
    return last


def _copy_documents(connection: Connection, original: Original, on_copied: OnCopied) -> None:
    with connection.cursor().copy(_COPY_DOCUMENTS) as rows:
        documents = ((name, *pair) for name, table in original.tables.items() for pair in table.items())
        for done, (name, number, raw) in enumerate(documents):
            rows.write_row((name, int(number), id_in(name, raw), bytes(raw).decode()))
            if done % _EVERY == 0:
                on_copied("documents", done, original.documents)
    on_copied("documents", original.documents, original.documents)
