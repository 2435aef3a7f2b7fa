"""The storage in a PostgreSQL database: no acknowledged edit is lost, and none that stands is told as failed.

**An edit** takes two round trips. The first begins a transaction, locks the row of `store` and reads the edits that the
session does not know. The edit is then checked and drafted as in a file, on what was read. The second writes the
documents, the row of the edit and that of the store, commits, and waits until the commit is on the disk, and at the
standby if there is one. Because of the lock, numbers are in the order of the commits, and whoever follows goes by them.
The lock is let go of before that wait (`writing.py`), so that a session may read an edit that is not acknowledged yet.
It cannot build on one that is lost: whatever is written later is later in the log of the server, too. The wait for a
standby alone is given up after some seconds (`durability.py`).

**A connection that is lost** before the commit leaves nothing. One that is lost in the commit leaves it open whether
the edit stands: each edit has an id that its maker gives it, which is looked up once the lock is free, on whichever
server is the primary by then. A commit that no standby confirms in time is told as unconfirmed, never as done.

**A session follows** by the number and the id of the last edit that it knows. Where the database has another edit
under that number, or none, it was lost with a server: everything is read anew, and the user told.
"""

import contextlib
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import psycopg

from summittui.model import StoreDamaged, StoreError, StoreUnreachable
from summittui.model.location import Address
from summittui.store.disk import StoreExists
from summittui.store.draft import Draft
from summittui.store.drafting import DraftStorage
from summittui.store.held_tables import HeldTables
from summittui.store.journal import EDIT, SEED, Transaction
from summittui.store.postgres.connection import UNBOUNDED, Connection, Server
from summittui.store.postgres.durability import durability
from summittui.store.postgres.edits import EDITS_SINCE, EditHistory
from summittui.store.postgres.import_queue import AlongEdit, PostgresQueue
from summittui.store.postgres.positions import Position
from summittui.store.postgres.roles import access, grant_rights
from summittui.store.postgres.rows import Rows
from summittui.store.postgres.schema import COLUMNS, VERSION, make_tables, size_of, store_row
from summittui.store.postgres.writing import OutcomeUnknown, commit_edit, first_store_row, write_edit
from summittui.store.protocol import Figures, History

if TYPE_CHECKING:
    from summittui.store.file_following import FileFollower


class PostgresStorage:
    """The database of one store, a `Storage`. `transaction` is the only way to write it."""

    def __init__(self, server: Server, follower: "FileFollower | None" = None) -> None:
        """Make a storage; nothing is read yet.

        Args:
            server: The database.
            follower: The file that keeps the documents in place of memory where they are many.
        """
        self.server = server
        self._rows = Rows(server.address, follower)
        self.mutex = threading.RLock()
        """Held while a thread of this process reads or writes."""
        self.drafts = DraftStorage(self.held, str(server.address))
        self._along: list[AlongEdit] = []

    @property
    def location(self) -> Address:
        """The address of the database."""
        return self.server.address

    @property
    def who(self) -> str:
        """The role with which the session was opened."""
        return self.server.who

    @property
    def held(self) -> HeldTables:
        """The tables as they were read last."""
        return self._rows.held

    @property
    def history(self) -> History:
        """The transactions in the table `edit`."""
        return EditHistory(self.server)

    @property
    def position(self) -> Position | None:
        """The last edit that was read."""
        return self._rows.position

    def since(self, position: object) -> list[Transaction] | None:
        """Return the edits that were read behind a position; None where the database has no such edit."""
        return self.server.read(lambda connection: self._rows.since(connection, position))

    def damaged(self, why: str) -> StoreDamaged:
        """Return the error that says what is wrong with a document."""
        return StoreDamaged(f"The store {self.location} cannot be used: {why}; restore the database from a backup.")

    def files(self) -> tuple[Path, ...]:
        """Return no file."""
        return ()

    def figures(self) -> Figures:
        """Return the size of the tables and the version of their layout."""
        return self.server.read(self._figures)

    def changed(self) -> bool:
        """Tell whether there is an edit that was not read; one round trip."""
        return self.server.read(self._rows.changed)

    def leave_file(self) -> None:
        """Hold the documents in memory from the next look on."""
        self.held.drop_file()
        self._rows.forget()

    def refresh(self) -> None:
        """Read what other sessions wrote.

        Raises:
            StoreMissing: There is no store.
            StoreError: It cannot be read, or has lost edits that were read.
        """
        with self.mutex:
            self.server.read(self._rows.refresh)

    @contextlib.contextmanager
    def transaction(self, label: str, *, kind: str = EDIT, of: int | None = None) -> Iterator[Draft]:
        """Lock the store as it is now, and make what is drafted inside durable at the end.

        Args:
            label: What is done, in words.
            kind: `edit`, `undo`, `redo` or `seed`.
            of: Number of the transaction that is undone or done again.

        Raises:
            StoreReadOnly: The store was opened for reading, or the role may not write.
            StoreBusy: Another session is writing for too long.
            StoreError: The edit could not be written; its sentence says whether it may have been.
        """
        with self.mutex:
            self.server.refuse_reader()
            with self._locked() as connection, self.drafts.drafting() as draft:
                yield draft
                if draft.changes:
                    for write in self._along:
                        write(connection)
                    made = draft.finished(number=self.held.edits + 1, who=self.who, label=label, kind=kind, of=of)
                    self._commit(connection, made)

    @contextlib.contextmanager
    def creation(self, label: str) -> Iterator[Draft]:
        """Make the tables with what is drafted inside, all or nothing.

        Raises:
            StoreExists: There is a store already.
            StoreReadOnly: The role may not make one.
            StoreError: It could not be made.
        """
        with self.mutex, self.server.transaction_ended():
            self.server.refuse_reader()
            connection = self.server.connection()
            self.server.refuse_loss()
            connection.execute(f"begin; {UNBOUNDED}")
            if not make_tables(connection, self.location):
                raise StoreExists(f"There is a store at {self.location} already; open it or name another schema.")
            grant_rights(connection, self.location.schema)
            with self.drafts.drafting() as draft:
                yield draft
                first_store_row(connection)
                self._commit(connection, draft.finished(number=1, who=self.who, label=label, kind=SEED, of=None))

    def backup(self, folder: Path | None) -> Path:
        """Write what was read last into a new file in a folder, else the current one, and return its path.

        Raises:
            InputError: The folder cannot be made.
            StoreError: The file could not be written.
        """
        from summittui.store.backups import write_backup
        from summittui.store.snapshot import Meta, Snapshot

        name = re.sub(r"[^\w.-]", "-", self.location.database).strip(".-") or "store"
        meta = Meta(generation=1, edits=self.held.edits, last_ids=dict(self.held.last_ids))
        return write_backup(f"{name}.json", Snapshot(meta, self.held.frozen_tables()), folder or Path.cwd())

    def compact(self) -> bool:
        """Return False: the server keeps its files small by itself."""
        return False

    def import_queue(self) -> PostgresQueue:
        """Return the queue of documents that wait to be imported."""
        return PostgresQueue(self.server, self.mutex, self._along)

    def compact_when_due(self) -> None:
        """Do nothing: the server keeps its files small by itself."""

    def close(self) -> None:
        """End the connection."""
        with self.mutex:
            self.server.close()

    def _figures(self, connection: Connection) -> Figures:
        return Figures(
            bytes=size_of(connection),
            schema=VERSION,
            generation=0,
            role=f"{self.who}, {access(connection)}",
            durability=durability(connection).words,
        )

    @contextlib.contextmanager
    def _locked(self) -> Iterator[Connection]:
        """Begin a transaction that has locked the store and has read what others wrote."""
        if self._rows.position is None:
            self.refresh()
        with self.server.transaction_ended():
            connection, edits = self.server.read(self._lock)
            self._rows.follow(connection, edits)
            yield connection

    def _lock(self, connection: Connection) -> tuple[Connection, list[tuple[Any, ...]]]:
        """Lock the row of the store; return the edits that are not known."""
        self.server.refuse_loss()
        known = self._rows.position.number if self._rows.position else 0
        with connection.pipeline():
            connection.execute("begin")
            store = connection.execute(f"select {COLUMNS} from store for update")
            edits = connection.execute(EDITS_SINCE, {"known": known})
        store_row(store.fetchone(), self.location)
        return connection, edits.fetchall()

    def _commit(self, connection: Connection, made: Transaction) -> None:
        edit = uuid4()
        try:
            with self.server.confirming(connection):
                commit_edit(connection, lambda: write_edit(connection, edit, made, self.held.last_ids))
        except OutcomeUnknown:
            connection.close()  # where it was not lost, but the wait broken off
            self._settle(edit)
            connection = self.server.connection()
        except psycopg.Error:
            raise
        except BaseException:
            connection.close()  # whether it stands is not known
            raise
        self._rows.take(connection, made, edit)
        self.server.tell_unconfirmed("The edit")

    def _settle(self, edit: UUID) -> None:
        """Find out whether an edit stands in whose commit the connection was lost; return where it does.

        Raises:
            StoreError: It does not, or that cannot be found out.
        """
        try:
            stands = self._stands(edit)
        except StoreError:
            raise StoreError(
                f"The connection to the store {self.location} was lost while the edit was written, and whether it was "
                "cannot be asked; look at the history (summittui log) before you make it again."
            ) from None
        if not stands:
            raise StoreUnreachable(
                f"The connection to the store {self.location} was lost before the edit was committed; nothing was "
                "written, make it again."
            )

    def _stands(self, edit: UUID) -> bool:
        """Tell whether an edit stands; if so, on the disk, and at the standby if there is one."""
        connection = self.server.connection()
        with self.server.transaction_ended():
            connection.execute("begin")
            if connection.execute("select to_regclass('store')").fetchone() == (None,):
                return False
            connection.execute("select 1 from store for update")  # until the lost transaction has ended
            stands = connection.execute("select 1 from edit where id = %s", [edit]).fetchone() is not None
            self.server.commit(connection)  # behind the edit's, which had not waited
            return stands
