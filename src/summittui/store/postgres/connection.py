"""The connection to the database of a store: how it is made, made again where it is lost, and how its errors are told.

A session has one connection, which its mutex guards. The server itself ends what a client that was cut off leaves
behind, so that no lock is held for long.
"""

import contextlib
import os
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import psycopg
from msgspec import Raw
from psycopg import errors
from psycopg.abc import Buffer
from psycopg.adapt import Loader
from psycopg.conninfo import make_conninfo
from psycopg.pq import TransactionStatus

from summittui.model import StoreBusy, StoreError, StoreReadOnly, StoreUnreachable
from summittui.model.location import Address, secrets_of
from summittui.model.text import clip, safe
from summittui.store.postgres.durability import bounded_wait, durability, set_durable, why_not_durable

Connection = psycopg.Connection[tuple[Any, ...]]
T = TypeVar("T")

TIME_OUT = 10.0
"""Seconds that an edit waits for another session's, and a session that had a connection for the next one."""
UNREAD_SECONDS = 15.0
"""Seconds that a server may leave unread what it is sent, before it counts as lost."""
STATEMENT_SECONDS = 60
"""Seconds after which the server gives up a statement; a commit that waits for a standby is none (`bounded_wait`)."""
_IDLE_SECONDS = 30
"""Seconds after which the server ends a session that is silent in the middle of an edit, as one is that checks it."""
UNBOUNDED = "set local idle_in_transaction_session_timeout = 0"
"""Lets a transaction be silent for long, in which nobody waits for the session."""
_PAUSE = 0.1
_LENGTH = 300
_CLIENT: Mapping[str, str | int] = {
    "application_name": "summittui",
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "target_session_attrs": "primary",
}
"""Parameters of libpq, unless the address has them."""
_SETTINGS: Mapping[str, str] = {
    "client_encoding": "UTF8",
    "statement_timeout": f"{STATEMENT_SECONDS}s",
    "idle_in_transaction_session_timeout": f"{_IDLE_SECONDS}s",
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "default_transaction_isolation": "read committed",
}
"""Settings of the server for the session."""


class Server:
    """The database of a store as one session reaches it."""

    def __init__(
        self, address: Address, *, read_only: bool = False, time_out: float = TIME_OUT, unread: float = UNREAD_SECONDS
    ) -> None:
        """Name the database; it is connected to when it is first asked.

        Args:
            address: The database.
            read_only: Whether the server refuses every edit of this session.
            time_out: Seconds to wait for another session's edit, and for a lost connection to come back.
            unread: Seconds that the server may leave unread what it is sent.
        """
        self.address = address
        self.read_only = read_only
        self.who = ""
        """The role with which the session was opened (`session_user`); empty before there was a connection."""
        self.why_not_durable: str | None = None
        """Why nothing may be edited on the server that is connected to, as a sentence."""
        self._is_unconfirmed = False
        self._time_out = time_out
        self._client = {**_CLIENT, "tcp_user_timeout": round(unread * 1000)}
        self._connection: Connection | None = None

    def connection(self) -> Connection:
        """Return a connection that is open, made again where the last one was lost.

        Raises:
            StoreUnreachable: There is none; after a loss it was tried for some seconds, by the hosts in turn.
        """
        if self._connection is None or self._connection.closed:
            self._connection = self._connected_again() if self.who else self._connected()
        return self._connection

    def read(self, question: Callable[[Connection], T]) -> T:
        """Return the answer to a question that changes nothing; it is asked again where the connection is lost.

        Raises:
            StoreError: It cannot be answered.
        """
        with self.told():
            try:
                return question(self.connection())
            except psycopg.OperationalError:
                if self._connection is not None and not self._connection.closed:
                    raise
            return question(self.connection())

    @contextlib.contextmanager
    def told(self) -> Iterator[None]:
        """Raise what the server, or the way to it, refuses as an error of the store.

        Raises:
            StoreError: In one sentence.
        """
        try:
            yield
        except psycopg.Error as error:
            raise told(error, self.address) from None

    @contextlib.contextmanager
    def transaction_ended(self) -> Iterator[None]:
        """Leave no transaction open, and raise errors of the database as `told` does.

        Raises:
            StoreError: In one sentence.
        """
        try:
            with self.told():
                yield
        finally:
            self._roll_back()

    def commit(self, connection: Connection) -> None:
        """Commit the transaction that is open; the wait for a standby is bounded.

        Raises:
            psycopg.Error: It was not committed, or the connection was lost, and whether it was is not known.
        """
        with self.confirming(connection):
            told_as = connection.execute("commit").statusmessage
        if told_as != "COMMIT":  # the answer of a transaction that had failed is "ROLLBACK", which is no error
            raise errors.InFailedSqlTransaction("the transaction had failed")

    @contextlib.contextmanager
    def confirming(self, connection: Connection) -> Iterator[None]:
        """Bound the wait of a commit inside for a standby; `tell_unconfirmed` knows what came of it."""
        self._is_unconfirmed = False
        with bounded_wait(connection):
            yield

    def refuse_reader(self) -> None:
        """Refuse to write in a session that was opened for reading.

        Raises:
            StoreReadOnly: The session was.
        """
        if self.read_only:
            raise StoreReadOnly(f"The store {self.address} was opened for reading; open it for writing.")

    def refuse_loss(self) -> None:
        """Refuse to write on a server that loses what it acknowledges.

        Raises:
            StoreReadOnly: The server is one.
        """
        if self.why_not_durable:
            raise StoreReadOnly(self.why_not_durable)

    def tell_unconfirmed(self, what: str) -> None:
        """Say where no standby has confirmed what was committed last.

        Args:
            what: The thing that was committed, as the beginning of a sentence.

        Raises:
            StoreError: None has.
        """
        if self._is_unconfirmed:
            raise StoreError(
                f"{what} is written at {self.address}, but no standby has confirmed it: it is lost if this server is. "
                "Do not make it again; tell whoever runs the server."
            )

    def close(self) -> None:
        """End the connection."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _roll_back(self) -> None:
        """End the transaction that is under way, if there is one; nothing of it stays."""
        connection = self._connection
        if connection is None or connection.closed or connection.info.transaction_status is TransactionStatus.IDLE:
            return
        with contextlib.suppress(psycopg.Error):  # the server ends it by itself
            connection.execute("rollback")

    def _connected_again(self) -> Connection:
        until = time.monotonic() + self._time_out
        while True:
            try:
                return self._connected()
            except StoreUnreachable:
                if time.monotonic() > until:
                    raise
            time.sleep(_PAUSE)

    def _connected(self) -> Connection:
        address, options = self.address, self.address.options
        client = {name: value for name, value in self._client.items() if name not in options}
        try:
            named = make_conninfo(address.uri, **client, **_given_passwords(), **secrets_of(address))
            connection: Connection = psycopg.connect(named, autocommit=True)
        except psycopg.ProgrammingError:
            raise StoreUnreachable(
                f"An option in the address {address} is none that libpq knows; correct it."
            ) from None
        except psycopg.Error as error:
            raise cannot_connect(error, address) from None
        try:
            self._prepare(connection)
        except psycopg.Error as error:
            connection.close()
            raise told(error, address) from None
        return connection

    def _prepare(self, connection: Connection) -> None:
        connection.adapters.register_loader("json", _RawLoader)
        connection.add_notice_handler(self._take_notice)
        settings = {**_SETTINGS, "lock_timeout": f"{max(1, round(self._time_out * 1000))}ms"}
        if self.read_only:  # else what the owner has set for the role counts
            settings["default_transaction_read_only"] = "on"
        told_settings = ", ".join("set_config(%s, %s, false)" for _ in settings)
        values = [part for pair in settings.items() for part in pair]
        row = connection.execute(
            f"select session_user, set_config('search_path', quote_ident(%s), false), {told_settings}",
            [self.address.schema, *values],
        ).fetchone()
        self.who = str(row[0]) if row else ""
        set_durable(connection)
        self.why_not_durable = why_not_durable(durability(connection))

    def _take_notice(self, notice: psycopg.errors.Diagnostic) -> None:
        if notice.source_function == "SyncRepWaitForLSN":
            self._is_unconfirmed = True


class _RawLoader(Loader):
    """Loads JSON as the very bytes that were stored."""

    def load(self, data: Buffer) -> Raw:
        """Return a copy of the bytes, undecoded."""
        return Raw(bytes(data))


_passwords: dict[str, str] = {}


def _given_passwords() -> Mapping[str, str]:
    """Return the password in PGPASSWORD, which is taken out of the environment, so that no child has it."""
    if "PGPASSWORD" in os.environ:
        _passwords["password"] = os.environ.pop("PGPASSWORD")
    return _passwords


def cannot_connect(error: psycopg.Error, address: Address) -> StoreUnreachable:
    """Return the error of a connection that was not made."""
    lines = dict.fromkeys(safe(line) for line in str(error).splitlines() if line.strip())
    why = clip("; ".join(lines), _LENGTH)
    return StoreUnreachable(
        f"The store {address} cannot be reached ({why.rstrip('.')}); check the address, and that the server runs and "
        "lets you in (its password belongs into ~/.pgpass)."
    )


def told(error: psycopg.Error, address: Address) -> StoreError:
    """Return an error of the database as an error of the store, in one sentence."""
    why = clip(safe(error.diag.message_primary or str(error)), _LENGTH).rstrip(".")
    match error:
        case errors.LockNotAvailable():
            return StoreBusy(f"Another session is writing to the store {address} for too long; try once more.")
        case errors.QueryCanceled():
            return StoreBusy(f"The store {address} took too long to answer ({why}); try once more.")
        case errors.InsufficientPrivilege() | errors.ReadOnlySqlTransaction():
            return StoreReadOnly(
                f"Your role may not do this in the store {address} ({why}); ask its owner for the permission."
            )
        case psycopg.OperationalError():
            return StoreUnreachable(f"The connection to the store {address} was lost ({why}); try once more.")
        case _:
            return StoreError(f"The store {address} refused ({why}); nothing was changed.")
