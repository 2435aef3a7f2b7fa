"""The storage below TinyDB, which loses no edit: a snapshot and the journals that continue it.

The files of the store `store.json`:

    store.json                              the snapshot: everything, as JSON that plain TinyDB opens
    store.json.lock                         locked by whoever writes, never renamed, never deleted
    store.json.history/000000000007.journal what was changed since snapshot 7, a line for each transaction
    store.json.history/000000000007.json    the snapshots that are kept as backups, the newest three

**An edit** is made under the lock (`lock`, `write_access`), on the store as it is by then. It becomes one line at the
end of the newest journal (`journal`, `lines`): the documents before and after, who, when and what, and a checksum that
continues the one of the line before. It is acknowledged when that one write is synced to the disk. If anything fails,
the line is cut off again and memory is read anew from the files, so that memory, disk and what others read stay the
same.

**A reader** (`store_reader`, `journal_chain`) takes no lock. It holds the store in memory and reads on where the
journal has grown. A line without its end is one that is being written, or whose writer was killed: readers wait, the
next writer cuts it off. A whole line that does not check is damage, and so is a snapshot that does not match its
checksum, and a file that is gone: the store is refused then, never opened as empty.

**Compaction** (`compactor`, `compaction`) begins the next journal under the lock; from then on that one grows. It
writes the snapshot that precedes that journal without the lock, so that others can go on writing; then it takes the
lock again and renames the snapshot to its place. Killed at any point, the snapshot of before and the journals after it
still hold everything. Others notice that the new snapshot holds what they have read, and read on.

**Creation** is finished when the snapshot stands in its place. One that is cut short leaves files that say so
(`unfinished`); the next start clears them away and makes the store anew.

**Journals are never deleted**: they are the history, from which edits are undone. The first one begins with an empty
store, so that any snapshot can be made from them again (`recovery`). Each journal says in its first line what it
continues, and each snapshot what continues it; a file of another store is therefore noticed.

Power: data are synced before a name is given to them, and the folder after it. A full disk: the edit is refused and cut
back; a compaction gives up the oldest backup and is put off. Network file systems are refused (`filesystem`).
"""

import contextlib
import errno
import threading
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from summittui.model import StoreDamaged
from summittui.store.compactor import COMPACT_AT, Compactor
from summittui.store.disk import damaged, make_folder, no_queue, not_written, shown
from summittui.store.draft import Draft
from summittui.store.drafting import DraftStorage
from summittui.store.held_tables import HeldTables
from summittui.store.journal import EDIT, SEED, Header, Transaction, begin_journal
from summittui.store.lock import TIME_OUT
from summittui.store.positions import Position, transactions_since
from summittui.store.protocol import Figures, History
from summittui.store.snapshot import SCHEMA
from summittui.store.store_paths import StorePaths
from summittui.store.store_reader import StoreReader
from summittui.store.unfinished import clear_away, is_left, make_place, refuse_existing
from summittui.store.who import current_user
from summittui.store.write_access import WriteAccess

if TYPE_CHECKING:
    from summittui.store.file_following import FileFollower


class JournalStorage:
    """The files of one store, a `Storage`. `transaction` is the only way to write them."""

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool = False,
        time_out: float = TIME_OUT,
        compact_at: int = COMPACT_AT,
        follower: "FileFollower | None" = None,
    ) -> None:
        """Read nothing yet.

        Args:
            path: The snapshot.
            read_only: Refuse every edit.
            time_out: Seconds that an edit waits for another process.
            compact_at: Bytes of journals at which they are folded into the next snapshot.
            follower: The file that keeps the documents in place of memory where they are many.
        """
        self.paths = StorePaths(path)
        self.reader = StoreReader(self.paths, follower)
        self.mutex = threading.RLock()
        """Held while a thread of this process reads or writes."""
        self.drafts = DraftStorage(self.held, shown(path))
        self._access = WriteAccess(self.paths, self.reader, read_only=read_only, time_out=time_out)
        self.compactor = Compactor(self.paths, self.reader, self._access, compact_at)

    @property
    def location(self) -> Path:
        """The path of the snapshot."""
        return self.paths.snapshot

    @cached_property
    def who(self) -> str:
        """The account of this process, with its machine."""
        return current_user()

    @property
    def held(self) -> HeldTables:
        """The tables as they were read last."""
        return self.reader.held

    @property
    def history(self) -> History:
        """The transactions in the journals."""
        from summittui.store.history import JournalHistory

        return JournalHistory(self.paths)

    @property
    def position(self) -> Position:
        """The last transaction that was read."""
        return self.reader.position

    def since(self, position: object) -> list[Transaction] | None:
        """Return the transactions that were read behind a position; None where the journals have no such position."""
        if position == self.position:
            return []
        found = transactions_since(self.paths, position)
        return found and [each for each in found if each.number <= self.held.edits]

    def damaged(self, why: str) -> StoreDamaged:
        """Return the error that says what is wrong with the files, and the way out."""
        return damaged(self.paths.snapshot, why)

    def files(self) -> tuple[Path, ...]:
        """Return the files and folders one of which changes whenever the store does."""
        return (self.paths.snapshot, self.paths.history, self.paths.journal(self.reader.journals.generation))

    def figures(self) -> Figures:
        """Return the size of the snapshot and of the journals that continue it."""
        reader = self.reader
        return Figures(bytes=reader.size + reader.journaled, schema=SCHEMA, generation=reader.journals.generation)

    def changed(self) -> bool:
        """Tell whether the files hold anything that was not read yet."""
        return self.reader.changed()

    def leave_file(self) -> None:
        """Hold the documents in memory from the next look on."""
        self.reader.leave_file()

    @contextlib.contextmanager
    def transaction(self, label: str, *, kind: str = EDIT, of: int | None = None) -> Iterator[Draft]:
        """Hold the lock on the store as it is now, and make what was edited inside durable at the end.

        An error inside leaves files and memory as they were.

        Args:
            label: What is done, in words.
            kind: `edit`, `undo`, `redo` or `seed`.
            of: Number of the transaction that is undone or done again.

        Raises:
            StoreReadOnly: The store was opened for reading, or may not be written.
            StoreBusy: Another process is writing for too long.
            StoreError: The edit could not be written.
        """
        with self.mutex, self._access.locked():
            self.refresh()
            self._access.prepare()
            with self.drafts.drafting() as draft:
                yield draft
                if draft.changes:
                    self._commit(draft, label, kind, of)

    @contextlib.contextmanager
    def creation(self, label: str) -> Iterator[Draft]:
        """Make a store of what is edited inside, whole or not at all.

        Raises:
            StoreExists: A file stands there.
            StoreDamaged: The snapshot is gone, but other files of its store are there.
            StoreError: It could not be written.
        """
        make_place(self.paths)
        was_left = self._access.attempt(lambda: is_left(self.paths))
        with self.mutex, self._access.locked() as lock:
            refuse_existing(self.paths, was_left=was_left)
            lock.leaves_unfinished = True
            try:
                self._access.attempt(lambda: clear_away(self.paths))
                self._access.attempt(self._begin)
                with self.drafts.drafting() as draft:
                    yield draft
                    self._commit(draft, label, SEED, None)
                self._access.attempt(self._rewrite)
            except BaseException:
                self.reader.forget()
                with contextlib.suppress(OSError):
                    clear_away(self.paths)
                    lock.leaves_unfinished = False
                raise

    def refresh(self) -> None:
        """Catch up with what other processes wrote.

        Raises:
            StoreMissing: There is no store.
            StoreError: It is damaged, too new, or cannot be read.
        """
        with self.mutex:
            self._access.refresh()

    def backup(self, folder: Path | None) -> Path:
        """Write what was read last into a new file in a folder, else beside the store, and return its path.

        Raises:
            InputError: The folder cannot be made.
            StoreError: The file could not be written.
        """
        from summittui.store.backups import write_backup

        path = self.paths.snapshot
        return write_backup(path.name, self.reader.snapshot(1), folder or path.parent)

    def import_queue(self) -> NoReturn:
        """Refuse: the queue is kept by a database.

        Raises:
            InputError: Always.
        """
        raise no_queue(self.location)

    def compact(self) -> bool:
        """Fold the journals into the next snapshot; tell whether there was anything to fold.

        Raises:
            StoreError: It could not be written; nothing is lost.
        """
        with self.mutex:
            return self.compactor.compact()

    def compact_when_due(self) -> None:
        """Fold the journals into the next snapshot where they are large; what others wrote meanwhile is read."""
        self.compactor.compact_when_due()

    def close(self) -> None:
        """Close the files."""
        self.reader.forget()

    def _begin(self) -> None:
        make_folder(self.paths.history)
        begin_journal(self.paths, Header(generation=0, edits=0, follows=0))
        self.reader.journals.enter(0)

    def _rewrite(self) -> None:
        from summittui.store.compaction import rewrite

        rewrite(self.paths, self.reader)

    def _commit(self, draft: Draft, label: str, kind: str, of: int | None) -> None:
        transaction = draft.finished(number=self.held.edits + 1, who=self.who, label=label, kind=kind, of=of)
        journal = self.reader.journals.current
        if journal is None:
            raise not_written(self.paths.snapshot, FileNotFoundError(errno.ENOENT, "its journal is gone"))
        try:
            self._access.attempt(lambda: journal.append(transaction))
        except BaseException:
            self.reader.forget()
            raise
        self.reader.take(transaction)
