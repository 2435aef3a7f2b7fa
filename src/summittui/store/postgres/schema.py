"""The tables of a store in a PostgreSQL database; docs/data-format.md describes them.

Documents and the changes of an edit are of the type `json`, which keeps every byte, never `jsonb`. An edit locks the
row of `store`, so that the numbers of edits are the order in which they were committed.
"""

from typing import Any
from uuid import UUID

import msgspec
import psycopg
from msgspec import Struct
from psycopg import errors, sql
from psycopg.pq import TransactionStatus

from summittui.model import StoreDamaged, StoreError, StoreReadOnly, StoreTooNew
from summittui.model.location import Address
from summittui.store.disk import StoreMissing
from summittui.store.postgres.connection import Connection

VERSION = 1
"""Version of the tables' layout."""
_LOCK = 0x53554D54
"""The advisory lock under which a store is made, so that two sessions do not make one."""

TABLES = """
create table store (
    only_row boolean primary key default true check (only_row),
    id uuid not null,
    version integer not null,
    edits bigint not null,
    last_edit uuid not null,
    last_ids json not null
);
create table document (
    tab text not null,
    number bigint not null,
    id text,
    body json not null,
    primary key (tab, number)
);
create table edit (
    number bigint primary key,
    id uuid not null unique,
    who text not null,
    at text not null,
    label text not null,
    kind text not null,
    of bigint,
    successors json not null,
    changes json not null
);
create index edit_renames on edit (number) where successors::text <> '{}';
comment on table store is 'One row: this store of summittui, and its last edit.';
comment on table document is 'The documents as they stand, as JSON; written by summittui alone.';
comment on table edit is 'The history: who changed what, with each document before and after.';
"""

QUEUE = """
create table import_queue (
    number integer generated always as identity primary key,
    name text not null,
    digest text not null unique,
    url text,
    content bytea,
    details json not null,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
    why text,
    source text
);
create index import_queue_waiting on import_queue (number) where state = 'waiting';
comment on table import_queue is 'Documents that wait to be imported, and what became of others.';
"""
"""The table of the import queue; a store that an older summittui made has none before it is first used."""


class StoreRow(Struct, frozen=True, kw_only=True):
    """The one row of the table `store`."""

    id: UUID
    """Of the store, given to it when it was made."""
    version: int
    edits: int
    """Number of the last edit."""
    last_edit: UUID
    """Of the last edit."""
    last_ids: dict[str, int]
    """The highest number ever given in each table."""


COLUMNS = "id, version, edits, last_edit, last_ids"


def store_row(row: tuple[Any, ...] | None, address: Address) -> StoreRow:
    """Return a row of the columns `COLUMNS` as a value.

    Raises:
        StoreDamaged: There is none.
        StoreTooNew: A newer program made the tables.
    """
    if row is None:
        raise StoreDamaged(f"The store {address} is damaged: its table `store` is empty; restore it from a backup.")
    id_, version, edits, last_edit, last_ids = row
    refuse_newer(version, address)
    ids = msgspec.json.decode(last_ids, type=dict[str, int])
    return StoreRow(id=id_, version=version, edits=edits, last_edit=last_edit, last_ids=ids)


def refuse_newer(version: int, address: Address) -> None:
    """Refuse tables that a newer program made.

    Raises:
        StoreTooNew: It did.
    """
    if version > VERSION:
        raise StoreTooNew(
            f"The store {address} was made by a newer summittui (version {version}, this one knows {VERSION}); "
            "upgrade summittui or give another with --store."
        )


def size_of(connection: Connection) -> int:
    """Return the bytes of the tables with their indexes."""
    row = connection.execute(
        "select sum(pg_total_relation_size(to_regclass(name))) "
        "from unnest(array['store', 'document', 'edit', 'import_queue']) name"
    ).fetchone()
    return int(row[0]) if row else 0


def read_store_row(connection: Connection, address: Address) -> StoreRow:
    """Return the row of the store.

    Raises:
        StoreMissing: The database has no tables of a store.
        StoreError: They are not those of this program's version, or the role may not read them.
    """
    try:
        row = connection.execute(f"select {COLUMNS} from store").fetchone()
    except (errors.UndefinedTable, errors.InvalidSchemaName):
        raise (_not_readable(address) if _is_hidden(connection, address.schema) else missing(address)) from None
    except errors.InsufficientPrivilege:
        raise _not_readable(address) from None
    except errors.UndefinedColumn:
        raise StoreError(
            f"The tables in {address} are none that this summittui knows; upgrade summittui if a newer one made them, "
            "or name others with schema=."
        ) from None
    return store_row(row, address)


def _is_hidden(connection: Connection, schema: str) -> bool:
    """Tell whether there is a schema in which the role may not look, outside a transaction that has failed."""
    if connection.info.transaction_status is not TransactionStatus.IDLE:
        return False
    question = "select not has_schema_privilege(oid, 'usage') from pg_namespace where nspname = %s"
    return connection.execute(question, [schema]).fetchone() == (True,)


def _not_readable(address: Address) -> StoreReadOnly:
    return StoreReadOnly(f"Your role may not read the store {address}; ask its owner for the permission.")


def missing(address: Address) -> StoreMissing:
    """Return the error that says that a database holds no store."""
    return StoreMissing(f"There is no store at {address}; create it with: summittui new '{address}'.")


def make_tables(connection: Connection, address: Address) -> bool:
    """Make the tables inside a transaction unless they are there; tell whether they were made.

    One session at a time makes them: another one waits until the transaction has ended.

    Raises:
        StoreReadOnly: The role may not.
        StoreError: The database does not keep texts as UTF-8.
    """
    try:
        connection.execute("select pg_advisory_xact_lock(%s)", [_LOCK])
        encoding, found, schema = connection.execute(
            "select current_setting('server_encoding'), to_regclass('store'), to_regnamespace(quote_ident(%s))",
            [address.schema],
        ).fetchone() or ("", None, None)
        if found:
            return False
        if encoding != "UTF8":
            raise StoreError(f"The database {address} keeps texts as {encoding}; create one with the encoding UTF8.")
        if schema is None:
            connection.execute(sql.SQL("create schema {}").format(sql.Identifier(address.schema)))
        connection.execute(TABLES + QUEUE)
    except (errors.InsufficientPrivilege, errors.InvalidSchemaName, errors.ReadOnlySqlTransaction):
        raise StoreReadOnly(
            f"Your role may not make a store at {address}; let its owner make it, or grant the right to create."
        ) from None
    except psycopg.errors.UndefinedTable:
        raise missing(address) from None
    return True


def make_queue_table(connection: Connection) -> bool:
    """Make the table of the import queue inside a transaction unless it is there; tell whether it was made.

    Raises:
        psycopg.Error: The role may not.
    """
    connection.execute("select pg_advisory_xact_lock(%s)", [_LOCK])
    if connection.execute("select to_regclass('import_queue')").fetchone() != (None,):
        return False
    connection.execute(QUEUE)
    return True
