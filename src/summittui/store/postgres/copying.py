"""The copying of a store into a database, its history edit by edit, in one transaction."""

from uuid import UUID, uuid4

from summittui.store.copying import OnCopied, Original
from summittui.store.disk import StoreExists
from summittui.store.draft import Draft
from summittui.store.journal import SEED
from summittui.store.marks import documents_of
from summittui.store.postgres.connection import UNBOUNDED, Connection, Server
from summittui.store.postgres.edits import COPY_EDITS, edit_values
from summittui.store.postgres.roles import grant_rights
from summittui.store.postgres.schema import make_tables
from summittui.store.postgres.writing import first_store_row, write_store_row

_COPY_DOCUMENTS = "copy document (tab, number, id, body) from stdin"
_EVERY = 1_000
UNREAD_SECONDS = 600.0
"""Seconds that a server may leave unread what it is sent: it packs an edit of 100 MB before it reads the next one."""


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
        for done, (name, number, id_, body) in enumerate(documents_of(original.tables)):
            rows.write_row((name, int(number), id_, body.decode()))
            if done % _EVERY == 0:
                on_copied("documents", done, original.documents)
    on_copied("documents", original.documents, original.documents)
