"""The opening of a store in a database, and whether it can be edited."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from summittui.model.location import Address
from summittui.store.postgres.connection import TIME_OUT, Connection, Server
from summittui.store.postgres.schema import read_store_row
from summittui.store.postgres.storage import PostgresStorage

if TYPE_CHECKING:
    from summittui.store.file_following import FileFollower

_RIGHTS = """
select pg_is_in_recovery(), current_setting('default_transaction_read_only') = 'on',
    has_any_column_privilege('store', 'update') and has_table_privilege('edit', 'insert')
    and has_table_privilege('document', 'insert') and has_table_privilege('document', 'update')
    and has_table_privilege('document', 'delete')
"""


def open_storage(
    address: Address,
    *,
    read_only: bool = False,
    time_out: float = TIME_OUT,
    follower_of: "Callable[[str], FileFollower | None]" = lambda _: None,
) -> PostgresStorage:
    """Return the storage of the store in a database, which was connected to and holds one.

    Args:
        address: The database.
        read_only: Whether the server is to refuse every edit of this session.
        time_out: Seconds that an edit waits for another session's.
        follower_of: Returns the file that keeps the documents of the store with an id, None for memory.

    Raises:
        StoreMissing: There is no store.
        StoreError: It cannot be reached or used.
    """
    server = Server(address, read_only=read_only, time_out=time_out)
    try:
        row = server.read(lambda connection: read_store_row(connection, address))
    except BaseException:
        server.close()
        raise
    return PostgresStorage(server, follower_of(str(row.id)))


def new_storage(address: Address, *, time_out: float = TIME_OUT) -> PostgresStorage:
    """Return the storage of a store that is to be made in a database."""
    return PostgresStorage(Server(address, time_out=time_out))


def why_read_only(server: Server) -> str | None:
    """Return why the store in a database cannot be edited by this session, as a sentence; None where it can.

    Raises:
        StoreError: It cannot be reached.
    """
    return server.read(lambda connection: _why(connection, server))


def _why(connection: Connection, server: Server) -> str | None:
    is_standby, is_read_only, may_write = connection.execute(_RIGHTS).fetchone() or (False, False, False)
    if is_standby:
        return "The store is read-only: the server is a standby; name its primary to edit."
    if is_read_only or not may_write:
        return f"The store is read-only: the role {server.who} may only read; ask its owner for the permission."
    return server.why_not_durable
