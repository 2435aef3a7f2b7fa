"""Rights on a store in a PostgreSQL database: three group roles, whose members read, code, or own the store.

The groups are named after the database, such as `summittui_coder`. The server holds the rights, not the program: a
reader can write nothing, a coder can neither change nor delete what stands in the history, nor write an edit there in
another's name.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, LiteralString

from psycopg import sql

from summittui.model.location import SCHEMA

if TYPE_CHECKING:
    from psycopg import Connection

KINDS = ("reader", "coder", "owner")

GRANTS: Mapping[str, LiteralString] = {
    "reader": """
        grant usage on schema {schema} to {role};
        grant select on {schema}.store, {schema}.document, {schema}.edit to {role};
    """,
    "coder": """
        grant usage on schema {schema} to {role};
        grant select on {schema}.store, {schema}.document, {schema}.edit to {role};
        grant insert, update, delete on {schema}.document to {role};
        grant update (edits, last_edit, last_ids) on {schema}.store to {role};
        grant insert on {schema}.edit to {role};
    """,
    "owner": """
        alter schema {schema} owner to {role};
        alter table {schema}.store owner to {role};
        alter table {schema}.document owner to {role};
        alter table {schema}.edit owner to {role};
    """,
}
"""The rights of each group, as SQL."""

QUEUE_GRANTS: Mapping[str, LiteralString] = {
    "reader": "grant select on {schema}.import_queue to {role};",
    "coder": "grant select, insert, update on {schema}.import_queue to {role};",
    "owner": "alter table {schema}.import_queue owner to {role};",
}
"""The rights of each group on the import queue, as SQL."""

POLICIES = """
alter table {schema}.edit enable row level security;
create policy read on {schema}.edit for select using (true);
create policy in_ones_own_name on {schema}.edit for insert with check (who = session_user);
"""
"""The policy of the history: a coder adds edits of the session's own role alone; owners copy those of others."""

_EXISTING = "select rolname::text from pg_roles where rolname = any(%s::text[])"
_ACCESS = """
select pg_has_role(relowner, 'member'), has_table_privilege(edit.oid, 'insert'), has_table_privilege(edit.oid, 'select')
from pg_class as edit where edit.oid = to_regclass('edit')
"""


def group_names(database: str, schema: str) -> dict[str, str]:
    """Return the name of each group of a store, by its kind."""
    store = database if schema == SCHEMA else f"{database}_{schema}"
    return {kind: f"{store}_{kind}" for kind in KINDS}


def grant_rights(connection: "Connection", schema: str) -> None:
    """Grant the groups that exist their rights on new tables; without any group the store is its maker's own.

    Args:
        connection: A session of whoever made the tables, a member of the group of owners if there is one.
        schema: The schema of the tables.

    Raises:
        psycopg.Error: The session may not.
    """
    connection.execute(sql.SQL(POLICIES).format(schema=sql.Identifier(schema)))
    _grant(connection, schema, {kind: GRANTS[kind] + QUEUE_GRANTS[kind] for kind in KINDS})


def grant_queue_rights(connection: "Connection", schema: str) -> None:
    """Grant the groups that exist their rights on a new import queue; as `grant_rights`."""
    _grant(connection, schema, QUEUE_GRANTS)


def _grant(connection: "Connection", schema: str, grants: Mapping[str, LiteralString]) -> None:
    name = sql.Identifier(schema)
    names = group_names(connection.info.dbname, schema)
    found = {role for (role,) in connection.execute(_EXISTING, [list(names.values())])}
    for kind, role in names.items():
        if role in found:
            connection.execute(sql.SQL(grants[kind]).format(schema=name, role=sql.Identifier(role)))


def access(connection: "Connection") -> str:
    """Return whether the session's role is an `owner`, a `coder` or a `reader` of the store, or `none` of them.

    Raises:
        psycopg.Error: The server does not answer.
    """
    owns, inserts, reads = connection.execute(_ACCESS).fetchone() or (False, False, False)
    if owns:
        return "owner"
    return "coder" if inserts else "reader" if reads else "none"
