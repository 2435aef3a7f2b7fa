"""The import queue of a store in a PostgreSQL database: documents that wait to be imported, by workers on any machine.

**A claim** is an advisory lock of a connection of its own, which the server lets go of when that connection ends: a
machine that is killed leaves its documents to the others at once. No transaction is open while workers read.

**An ending** (`done` or `failed`) is written in the transaction of the edit that brings the document, and only where
the document still waits. A claim that was lost unseen, as when the claims' connection broke, therefore never brings a
document twice: the second edit is rolled back whole.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from typing import Self

from psycopg import errors

from summittui.model import StoreReadOnly
from summittui.store.import_queue import ClaimedDocument, ClaimLost, Ending, NewDocument, QueueEntry
from summittui.store.postgres.connection import Connection, Server
from summittui.store.postgres.roles import grant_queue_rights
from summittui.store.postgres.schema import make_queue_table

AlongEdit = Callable[[Connection], None]
"""Writes what is to stand if an edit does, in the transaction of the edit."""

_CLASS = "'import_queue'::regclass::oid"
"""The first key of a claim: the table; the second is the number of the document."""
_PUT = """
insert into import_queue as queued (name, digest, url, content, details) values (%s, %s, %s, %b, %s)
on conflict (digest) do update
    set state = 'waiting', why = null, source = null, name = excluded.name, url = excluded.url,
        content = excluded.content, details = excluded.details
    where queued.state = 'failed' and queued.details::text <> excluded.details::text
        or queued.state = 'done' and not exists (
            select 1 from document where tab = 'sources' and id = queued.source)
"""
_CLAIM = f"""
with waiting as materialized (
    select number from import_queue where state = 'waiting' and number <> all(%(held)s) order by number
)
select number from waiting where pg_try_advisory_lock({_CLASS}::integer, number) limit %(most)s
"""
_LENGTHS = """
select number, length(content) from import_queue where state = 'waiting' and number = any(%s) order by number
"""
_DOCUMENTS = """
select number, name, digest, url, content, details from import_queue where number = any(%s) order by number
"""
_RELEASE = f"select pg_advisory_unlock({_CLASS}::integer, number) from unnest(%s::integer[]) number"
_END = """
update import_queue as queued
set state = ending.state, why = ending.why, source = ending.source,
    content = case ending.state when 'done' then null else queued.content end
from unnest(%s::integer[], %s::text[], %s::text[], %s::text[]) as ending (number, state, why, source)
where queued.number = ending.number and queued.state = 'waiting'
"""
_LISTED = 5_000
"""The number of documents that are listed at a time."""
_LIST = f"""
select number, name, case when state = 'waiting' and number::oid in (
        select objid from pg_locks where locktype = 'advisory' and classid = {_CLASS} and objsubid = 2 and granted
            and database = (select oid from pg_database where datname = current_database())
    ) then 'claimed' else state end, why, source
from import_queue where number > %s order by number limit {_LISTED}
"""
_RETRY = "update import_queue set state = 'waiting', why = null where state = 'failed'"


class PostgresQueue:
    """The queue in one database, an `ImportQueue`."""

    def __init__(self, server: Server, mutex: AbstractContextManager[object], along: list[AlongEdit]) -> None:
        """Make a queue; nothing is read yet.

        Args:
            server: The database, as the session reaches it.
            mutex: Held while a thread of this process writes.
            along: Everything that is written in the transaction of the next edit.
        """
        self._server = server
        self._mutex = mutex
        self._along = along
        self._claims = Server(server.address)
        """The session whose advisory locks are the claims."""
        self._held: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._claims.close()

    def put(self, documents: Iterable[NewDocument]) -> list[bool]:
        """Put documents into the queue, and tell of each whether it was put in: none whose digest is in it already.

        One that failed is put in again with other metadata, and one whose source is not in the store any more.

        Raises:
            StoreError: The queue may not be written.
        """
        with self._writing() as connection:
            with connection.pipeline():
                put = [
                    connection.execute(
                        _PUT,
                        [_storable(one.name), one.digest, one.url and _storable(one.url), one.content, one.details],
                    )
                    for one in documents
                ]
            return [each.rowcount == 1 for each in put]

    def claim(self, files: int, size: int) -> list[ClaimedDocument]:
        """Claim waiting documents that nobody else has claimed, the first ones first; none where there are none.

        Args:
            files: The number of documents at most.
            size: Bytes at which a claim is full; one document may be larger.

        Raises:
            StoreError: The queue cannot be read.
        """
        claimed = self._claims.read(lambda connection: self._claim(connection, files, size))
        self._held.update(one.number for one in claimed)
        return claimed

    def _claim(self, connection: Connection, files: int, size: int) -> list[ClaimedDocument]:
        wanted = {"held": sorted(self._held), "most": files}
        locked = [number for (number,) in connection.execute(_CLAIM, wanted)]
        taken: list[int] = []
        for number, length in connection.execute(_LENGTHS, [locked]).fetchall():
            if size <= 0:
                break
            taken.append(number)
            size -= length
        connection.execute(_RELEASE, [[number for number in locked if number not in taken]])
        return [
            ClaimedDocument(number=number, name=name, digest=digest, url=url, content=content, details=details)
            for number, name, digest, url, content, details in connection.execute(_DOCUMENTS, [taken])
        ]

    def release(self, numbers: Sequence[int]) -> None:
        """Release the claims on documents."""
        self._held.difference_update(numbers)
        self._claims.read(lambda connection: connection.execute(_RELEASE, [list(numbers)]))

    @contextlib.contextmanager
    def ending(self, endings: Sequence[Ending]) -> Iterator[None]:
        """End documents in the transaction of the edit that is made inside; in one of their own where none is.

        Raises:
            ClaimLost: One of them waits no longer; the edit is rolled back.
            StoreError: The queue may not be written.
        """
        written: list[bool] = []

        def end(connection: Connection) -> None:
            _end(connection, endings)
            written.append(True)

        self._along.append(end)
        try:
            yield
        finally:
            self._along.remove(end)
        if not written:
            with self._writing() as connection:
                _end(connection, endings)

    def entries(self) -> Iterator[QueueEntry]:
        """Yield every document in the queue, in the order in which they were put in; none where there is no queue."""
        last = 0
        while found := self._server.read(partial(_entries, last)):
            yield from found
            last = found[-1].number

    def waiting(self) -> int:
        """Return the number of documents that wait, claimed or not."""
        return self._server.read(_waiting)

    def retry(self) -> int:
        """Let every document that failed wait again, and return their number.

        Raises:
            StoreError: The queue may not be written.
        """
        with self._writing() as connection:
            return connection.execute(_RETRY).rowcount

    def make(self) -> None:
        """Make the table where a store that an older summittui made has none.

        Raises:
            StoreReadOnly: The role may not.
        """
        if self._server.read(_is_there):
            return
        address = self._server.address
        try:
            with self._writing() as connection:
                if make_queue_table(connection):
                    grant_queue_rights(connection, address.schema)
        except StoreReadOnly:
            raise StoreReadOnly(
                f"The store {address} has no import queue yet, and your role may not make one; "
                "let its owner run `summittui import --queue --retry` once."
            ) from None

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Connection]:
        server = self._server
        with self._mutex, server.transaction_ended():
            server.refuse_reader()
            connection = server.connection()
            server.refuse_loss()
            connection.execute("begin")
            yield connection
            server.commit(connection)
        server.tell_unconfirmed("The import queue")


def _end(connection: Connection, endings: Sequence[Ending]) -> None:
    states = ["failed" if one.why is not None else "done" for one in endings]
    whys = [one.why and _storable(one.why) for one in endings]
    values = [[one.number for one in endings], states, whys, [one.source for one in endings]]
    if connection.execute(_END, values).rowcount != len(endings):
        raise ClaimLost("Documents of the import queue were ended by another session; this batch was not written.")


def _is_there(connection: Connection) -> bool:
    return connection.execute("select to_regclass('import_queue')").fetchone() != (None,)


def _entries(last: int, connection: Connection) -> list[QueueEntry]:
    try:
        rows = connection.execute(_LIST, [last]).fetchall()
    except errors.UndefinedTable:
        return []
    return [
        QueueEntry(number=number, name=name, state=state, why=why, source=source)
        for number, name, state, why, source in rows
    ]


def _waiting(connection: Connection) -> int:
    row = connection.execute("select count(*) from import_queue where state = 'waiting'").fetchone()
    return int(row[0]) if row else 0


def _storable(text: str) -> str:
    """Return a text without what a database cannot hold: NUL and halves of characters."""
    return text.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}")
