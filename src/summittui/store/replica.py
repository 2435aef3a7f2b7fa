"""The store in the memory of this process, kept up with its files; reads only and takes no lock."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from summittui.model import StoreDamaged
from summittui.store.disk import StoreMissing, damaged, open_store, read_from
from summittui.store.journal import NOTHING, Change, Header, Journal, JournalDamaged, JournalRewound, Transaction
from summittui.store.lock import is_kept
from summittui.store.snapshot import SCHEMA, Meta, Snapshot, head_of, parse
from summittui.store.store_paths import StorePaths
from summittui.store.tables import NAMES, Tables, TablesInMemory
from summittui.store.unfinished import is_being_made

if TYPE_CHECKING:
    from summittui.store.document_file import DocumentFile
    from summittui.store.file_following import FileFollower
    from summittui.store.marks import Mark

Seen = tuple[int, int, int, int]
"""Device, inode, size and time of change of the snapshot's file as it was read."""


class Replica:
    """The tables as they were when the files were last looked at."""

    def __init__(self, paths: StorePaths, follower: "FileFollower | None" = None) -> None:
        """Read the files of a store.

        Args:
            paths: The files.
            follower: The file that keeps the documents in place of memory where they are many.
        """
        self._places = paths
        self._follower = follower
        self._in_memory: TablesInMemory = {name: {} for name in NAMES}
        self.tables: Tables = self._in_memory
        """Changed in place when the files are read on; who looks at them holds the mutex of the storage."""
        self.last_ids: dict[str, int] = {}
        self.base = 0
        """Generation of the snapshot."""
        self.generation = 0
        """Of the journal that is being read."""
        self.edits = 0
        """Number of the last transaction read."""
        self.size = 0
        """Bytes of the snapshot."""
        self.journal: Journal | None = None
        self.is_outdated = False
        """Whether the snapshot is of an older schema, without a journal."""
        self._earlier = 0
        self._follows = 0
        self._checksum = 0
        self._starts: dict[int, tuple[int, int]] = {}
        self._seen: Seen | None = None
        self._descriptor = -1  # the snapshot last read, held open so that its inode is not given to another
        self._touched: dict[str, set[str]] | None = None
        self._transactions: list[Transaction] | None = None

    def __del__(self) -> None:
        self.forget()

    @property
    def journaled(self) -> int:
        """Bytes of the journals since the snapshot."""
        return self._earlier + (self.journal.offset if self.journal else 0)

    @property
    def is_in_file(self) -> bool:
        """Whether the documents are in a file and not in memory."""
        return self._follower is not None and self._follower.is_active

    @property
    def file(self) -> "DocumentFile | None":
        """The file in which the documents are; None where they are in memory."""
        return self._follower.file if self._follower and self.is_in_file else None

    def leave_file(self) -> None:
        """Use the file of documents no more; the next look reads everything into memory."""
        if self._follower:
            self._follower.drop()
        self.forget()

    @property
    def follows(self) -> int:
        """Checksum of the last line read."""
        return self.journal.checksum if self.journal else self._follows

    def snapshot(self, generation: int) -> Snapshot:
        """Return what was read as the snapshot that the journal of `generation` will continue.

        It is good until the files are read on.
        """
        meta = Meta(generation=generation, edits=self.edits, follows=self.follows, last_ids=dict(self.last_ids))
        return Snapshot(meta, self._follower.frozen_tables() if self._follower and self.is_in_file else self.tables)

    def mark(self) -> "Mark":
        """Return the files as they were read, and how far."""
        from summittui.store.marks import Mark

        return Mark(
            seen=self._seen or (0, 0, 0, 0),
            base=self.base,
            checksum=self._checksum,
            generation=self.generation,
            edits=self.edits,
            follows=self.follows,
            line=self.journal.line if self.journal else 0,
            offset=self.journal.offset if self.journal else 0,
            earlier=self._earlier,
            starts=dict(self._starts),
            last_ids=dict(self.last_ids),
        )

    def changed(self) -> bool:
        """Tell whether the files hold anything that was not read yet (three stat calls)."""
        if self._seen is None:
            return True
        try:
            if _seen(self._places.snapshot.stat()) != self._seen:
                return True
        except OSError:
            return True
        if self.journal is None:
            return self._places.journal(self.generation).exists()
        return self.journal.has_more or self._places.journal(self.generation + 1).exists()

    def begin(self, snapshot: Snapshot) -> None:
        """Take a snapshot as what was read so far."""
        meta = snapshot.meta
        self._in_memory = cast("TablesInMemory", snapshot.tables)
        self.tables, self.last_ids = self._in_memory, dict(meta.last_ids)
        self.base = self.generation = meta.generation
        self.edits, self._follows, self._checksum = meta.edits, meta.follows, meta.checksum
        self.is_outdated = meta.schema < SCHEMA

    def refresh(self) -> None:
        """Catch up with the files.

        Raises:
            StoreMissing: There is no store.
            StoreDamaged: A file is not what this program wrote, or is gone.
            StoreTooNew: A newer program wrote it.
        """
        if self._seen is None or not self._is_continued():
            self._load()
            return
        try:
            self._follow()
        except JournalRewound:
            self._load()
            return
        self._flush()

    def take(self, transaction: Transaction) -> None:
        """Take over what a transaction of one's own changed."""
        self._take(transaction)
        self._flush()

    def _take(self, transaction: Transaction) -> None:
        if self.is_in_file and self._follower:
            self._follower.queue(transaction)
            if self._transactions is not None:
                self._transactions.append(transaction)
        for name, documents in transaction.changes.items():
            if not self.is_in_file:
                self._change(name, documents)
            self.last_ids[name] = max(self.last_ids.get(name, 0), *map(int, documents))
            if self._touched is not None:
                self._touched.setdefault(name, set()).update(documents)
        self.edits = transaction.number

    def _change(self, name: str, documents: Mapping[str, Change]) -> None:
        table = self._in_memory.setdefault(name, {})
        last, returns = self.last_ids.get(name, 0), False
        for number, (_, after) in documents.items():
            if after == NOTHING:
                table.pop(number, None)
                continue
            returns = returns or (number not in table and int(number) <= last)
            table[number] = after.copy()
        if returns:
            self._in_memory[name] = dict(sorted(table.items(), key=lambda item: int(item[0])))

    def take_touched(self) -> dict[str, set[str]] | None:
        """Return the numbers of what changed since this was last asked, by table; None for everything."""
        touched, self._touched = self._touched, {}
        return touched

    def take_transactions(self) -> list[Transaction] | None:
        """Return what was read since this was last asked, where documents are in a file; None for everything."""
        transactions, self._transactions = self._transactions, []
        return transactions

    def enter(self, generation: int) -> None:
        """Go on with the journal of this generation, which must continue what was read.

        Raises:
            FileNotFoundError: There is none.
            JournalDamaged: It continues something else.
        """
        journal = Journal(self._places.journal(generation))
        if journal.header != Header(generation=generation, edits=self.edits, follows=self.follows):
            journal.close()
            raise JournalDamaged(f"its journal {journal.path.name} continues another store")
        if self.journal:
            self._earlier += self.journal.offset
            self.journal.close()
        self._starts[generation] = (journal.header.edits, journal.header.follows)
        self.journal, self.generation = journal, generation

    def rebase(self, meta: Meta) -> None:
        """Take the file that is now at the snapshot's place as the base of what was read.

        Raises:
            StoreMissing: There is none.
        """
        self._hold(open_store(self._places.snapshot))
        self.base, self._checksum = meta.generation, meta.checksum
        self._starts = {one: start for one, start in self._starts.items() if one >= meta.generation}
        self._earlier = sum(self._places.journal(one).stat().st_size for one in self._starts if one != self.generation)
        self.is_outdated = False

    def forget(self) -> None:
        """Let go of the files; the next look reads them anew."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
        if self.journal:
            self.journal.close()
        self._descriptor, self._seen, self.journal = -1, None, None
        self._earlier, self._starts, self._touched, self._transactions = 0, {}, None, None

    def _is_continued(self) -> bool:
        """Tell whether the file at the snapshot's place is the one read, or a later one whose content is known."""
        try:
            if _seen(self._places.snapshot.stat()) == self._seen:
                return True
            descriptor = open_store(self._places.snapshot)
        except (FileNotFoundError, StoreMissing):
            raise gone(self._places) from None
        try:
            is_another_file = os.fstat(descriptor).st_ino != os.fstat(self._descriptor).st_ino
            meta = head_of(read_from(descriptor, 0, 100_000)) if is_another_file else None
        finally:
            os.close(descriptor)
        if meta is None or self._starts.get(meta.generation) != (meta.edits, meta.follows):
            return False
        self.rebase(meta)
        return True

    def _load(self) -> None:
        self.forget()
        if self._follower and self._resume(self._follower):
            return
        try:
            descriptor = open_store(self._places.snapshot)
        except StoreMissing:
            if is_left(self._places):
                raise gone(self._places) from None
            raise
        try:
            self.begin(parse(self._places.snapshot, read_from(descriptor, 0, os.fstat(descriptor).st_size)))
        except BaseException:
            os.close(descriptor)
            raise
        self._hold(descriptor)
        try:
            self._read_journals()
        except BaseException:
            self.forget()
            raise
        if self._follower and not self.is_outdated:
            self.tables = self._follower.take_in(self._in_memory, self.mark())
            self._in_memory = {} if self.is_in_file else self._in_memory

    def _resume(self, follower: "FileFollower") -> bool:
        """Go on from where the file of documents stands; tell whether it stands on the way of this store."""
        mark = follower.mark()
        if mark is None:
            return False
        try:
            self._hold(open_store(self._places.snapshot))
            if self._is_marked(mark):
                self.tables = follower.resume(mark)
                self._follow()
                self._flush()
                if self.is_in_file and max(self._places.journals(), default=0) <= self.generation:
                    return True
        except (StoreMissing, StoreDamaged, JournalRewound, JournalDamaged, OSError):
            pass  # what is wrong with the store is found by reading it whole
        follower.leave()
        self.forget()
        return False

    def _is_marked(self, mark: "Mark") -> bool:
        """Take over a mark if the snapshot is that of the mark, or a later one whose content was read by then."""
        meta = head_of(read_from(self._descriptor, 0, 100_000))
        if meta is None:
            return False
        is_same = self._seen == mark.seen and (meta.generation, meta.checksum) == (mark.base, mark.checksum)
        is_later = meta.generation > mark.base and mark.starts.get(meta.generation) == (meta.edits, meta.follows)
        if not is_same and not is_later:
            return False
        self.base, self._checksum, self.generation, self.edits = mark.base, mark.checksum, mark.generation, mark.edits
        self._follows, self._earlier, self._starts = mark.follows, mark.earlier, dict(mark.starts)
        self.last_ids, self.is_outdated = dict(mark.last_ids), False
        if mark.offset:
            self.journal = Journal(self._places.journal(mark.generation))
            if not self.journal.resume(mark.line, mark.offset, mark.follows):
                return False
        if is_later:
            self.rebase(meta)
        return True

    def _flush(self) -> None:
        """Bring the file of documents up to date; where that fails, everything is read into memory."""
        if not self._follower or not self.is_in_file:
            return
        try:
            self._follower.flush(self.mark())
        except OSError:
            self._follower.drop()
            self._load()

    def _read_journals(self) -> None:
        journals = self._places.journals()
        alone = not journals and not self._places.backups() and not is_kept(self._places)
        if self.is_outdated or alone:
            return
        try:
            self.enter(self.generation)
            self._follow()
        except FileNotFoundError:
            name = self._places.journal(self.generation).name
            raise damaged(self._places.snapshot, f"its journal {name} is gone") from None
        except JournalRewound:
            raise damaged(self._places.snapshot, "its journal changes while it is read") from None
        except JournalDamaged as error:
            raise damaged(self._places.snapshot, str(error)) from None
        if journals[-1] > self.generation:
            name = self._places.journal(self.generation + 1).name
            raise damaged(self._places.snapshot, f"its journal {name} is gone")

    def _follow(self) -> None:
        try:
            if self.journal is None:
                if not self._places.journal(self.generation).exists():
                    return
                self.enter(self.generation)
            while self._read_journal():
                self.enter(self.generation + 1)
        except JournalDamaged as error:
            raise damaged(self._places.snapshot, str(error)) from None

    def _read_journal(self) -> bool:
        """Read the journal to its end; tell whether another one follows it."""
        if self.journal is None:
            return False
        # A journal grows no more once there is a next one, so its end is read after that one is seen.
        is_last = not self._places.journal(self.generation + 1).exists()
        for transaction in self.journal.follow():
            self._take(transaction)
        if self.journal.is_torn and not is_last:
            raise JournalDamaged(f"its journal {self.journal.path.name} breaks off")
        return not is_last

    def _hold(self, descriptor: int) -> None:
        try:
            status = os.fstat(descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        before, self._descriptor = self._descriptor, descriptor
        self._seen, self.size = _seen(status), status.st_size
        if before >= 0:
            os.close(before)


def is_left(paths: StorePaths) -> bool:
    """Tell whether the other files of a store are there; those of one whose creation is not finished do not count."""
    return is_kept(paths) or (bool(paths.journals() or paths.backups()) and not is_being_made(paths))


def gone(paths: StorePaths) -> StoreDamaged:
    """Return the error that says that the snapshot is gone."""
    return damaged(paths.snapshot, "it is gone, though its lock, journals or backups are there")


def _seen(status: os.stat_result) -> Seen:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
