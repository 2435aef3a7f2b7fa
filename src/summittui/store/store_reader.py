"""The reader of a store's files, which takes no lock and writes none of them."""

from typing import TYPE_CHECKING, cast

from summittui.model import StoreDamaged
from summittui.store.disk import StoreMissing, damaged
from summittui.store.held_tables import HeldTables
from summittui.store.journal import JournalDamaged, JournalRewound, Transaction
from summittui.store.journal_chain import JournalChain
from summittui.store.lock import is_kept
from summittui.store.open_snapshot import OpenSnapshot
from summittui.store.positions import Position
from summittui.store.snapshot import SCHEMA, Meta, Snapshot, parse
from summittui.store.store_paths import StorePaths
from summittui.store.tables import TablesInMemory
from summittui.store.unfinished import gone, is_left

if TYPE_CHECKING:
    from summittui.store.file_following import FileFollower
    from summittui.store.marks import Mark


class StoreReader:
    """Reads a snapshot, and the journals that continue it, into tables."""

    def __init__(self, paths: StorePaths, follower: "FileFollower | None" = None) -> None:
        """Read nothing yet.

        Args:
            paths: The files.
            follower: The file that keeps the documents in place of memory where they are many.
        """
        self._paths = paths
        self.held = HeldTables(follower)
        """The tables as they were when the files were last looked at."""
        self.journals = JournalChain(paths, self.held)
        """The journals that continue the snapshot."""
        self.base = 0
        """Generation of the snapshot."""
        self.is_outdated = False
        """Whether the snapshot is of an older schema, without a journal."""
        self._checksum = 0
        self._snapshot = OpenSnapshot(paths.snapshot)

    def __del__(self) -> None:
        self.forget()

    @property
    def size(self) -> int:
        """Bytes of the snapshot."""
        return self._snapshot.size

    @property
    def journaled(self) -> int:
        """Bytes of the journals since the snapshot."""
        return self.journals.earlier + self.journals.offset

    @property
    def is_compact(self) -> bool:
        """Whether the snapshot holds everything."""
        return self.base == self.journals.generation and self.journals.is_empty

    @property
    def position(self) -> Position:
        """The last transaction read."""
        return Position(edits=self.held.edits, follows=self.journals.follows)

    def snapshot(self, generation: int) -> Snapshot:
        """Return what was read as the snapshot that the journal of `generation` will continue.

        The snapshot is good until the files are read on.
        """
        held, follows = self.held, self.journals.follows
        meta = Meta(generation=generation, edits=held.edits, follows=follows, last_ids=dict(held.last_ids))
        return Snapshot(meta, held.frozen_tables())

    def mark(self) -> "Mark":
        """Return the files as they were read, and how far."""
        from summittui.store.marks import Mark

        journals = self.journals
        return Mark(
            seen=self._snapshot.seen or (0, 0, 0, 0),
            base=self.base,
            checksum=self._checksum,
            generation=journals.generation,
            edits=self.held.edits,
            follows=journals.follows,
            line=journals.line,
            offset=journals.offset,
            earlier=journals.earlier,
            starts=dict(journals.starts),
            last_ids=dict(self.held.last_ids),
        )

    def changed(self) -> bool:
        """Tell whether the files hold anything that was not read yet (three stat calls)."""
        if self._snapshot.seen is None:
            return True
        try:
            return not self._snapshot.is_unchanged() or self.journals.has_more()
        except OSError:
            return True

    def begin(self, snapshot: Snapshot) -> None:
        """Take a snapshot as what was read so far."""
        meta = snapshot.meta
        self.held.hold(cast("TablesInMemory", snapshot.tables), meta.last_ids, meta.edits)
        self.base, self._checksum = meta.generation, meta.checksum
        self.journals.begin(meta.generation, meta.follows)
        self.is_outdated = meta.schema < SCHEMA

    def refresh(self) -> None:
        """Catch up with the files.

        Raises:
            StoreMissing: There is no store.
            StoreDamaged: A file is not what this program wrote, or is gone.
            StoreTooNew: A newer program wrote it.
        """
        if self._snapshot.seen is None or not self._is_continued():
            self._load()
            return
        try:
            self._follow()
        except JournalRewound:
            self._load()
            return
        self._flush()

    def take(self, transaction: Transaction) -> None:
        """Apply a transaction that this session has written."""
        self.held.take(transaction)
        self._flush()

    def rebase(self, meta: Meta) -> None:
        """Take the file that is now at the snapshot's place as the base of what was read.

        Raises:
            StoreMissing: There is none.
        """
        self._snapshot.open()
        self.base, self._checksum = meta.generation, meta.checksum
        self.journals.rebase(meta.generation)
        self.is_outdated = False

    def leave_file(self) -> None:
        """Drop the file of documents; the next `refresh` reads everything into memory."""
        self.held.drop_file()
        self.forget()

    def forget(self) -> None:
        """Close the files and forget what was read; the next `refresh` reads everything anew."""
        self._snapshot.close()
        self.journals.close()
        self.held.forget()

    def _is_continued(self) -> bool:
        """Tell whether the file at the snapshot's place is the one read, or a later one whose content is known."""
        try:
            if self._snapshot.is_unchanged():
                return True
            meta = self._snapshot.head_of_another()
        except (FileNotFoundError, StoreMissing):
            raise gone(self._paths) from None
        if meta is None or self.journals.starts.get(meta.generation) != (meta.edits, meta.follows):
            return False
        self.rebase(meta)
        return True

    def _load(self) -> None:
        self.forget()
        if self._resume():
            return
        try:
            self._snapshot.open()
        except StoreMissing:
            if is_left(self._paths):
                raise gone(self._paths) from None
            raise
        try:
            self.begin(parse(self._paths.snapshot, self._snapshot.content()))
            self._read_journals()
        except BaseException:
            self.forget()
            raise
        if not self.is_outdated and self.held.has_follower:
            self.held.move_into_file(self.mark().state)

    def _resume(self) -> bool:
        """Go on from where the file of documents stands; tell whether it stands on the way of this store."""
        state = self.held.file_state()
        if state is None:
            return False
        from summittui.store.marks import mark_in

        mark = mark_in(state)
        if mark is None:
            return False
        try:
            self._snapshot.open()
            if self._is_marked(mark):
                self.held.resume(mark.last_ids, mark.edits, state)
                self._follow()
                self._flush()
                if self.held.is_in_file and max(self._paths.journals(), default=0) <= self.journals.generation:
                    return True
        except (StoreMissing, StoreDamaged, JournalRewound, JournalDamaged, OSError):
            pass  # what is wrong with the store is found by reading it whole
        self.held.leave_file()
        self.forget()
        return False

    def _is_marked(self, mark: "Mark") -> bool:
        """Take over a mark if the snapshot is that of the mark, or a later one whose content was read by then."""
        meta = self._snapshot.head()
        if meta is None:
            return False
        is_same = self._snapshot.seen == mark.seen and (meta.generation, meta.checksum) == (mark.base, mark.checksum)
        is_later = meta.generation > mark.base and mark.starts.get(meta.generation) == (meta.edits, meta.follows)
        if not is_same and not is_later:
            return False
        self.base, self._checksum, self.is_outdated = mark.base, mark.checksum, False
        self.journals.earlier, self.journals.starts = mark.earlier, dict(mark.starts)
        if not self.journals.resume(mark.generation, mark.follows, line=mark.line, offset=mark.offset):
            return False
        if is_later:
            self.rebase(meta)
        return True

    def _flush(self) -> None:
        """Bring the file of documents up to date; where that fails, everything is read into memory."""
        if not self.held.is_in_file:
            return
        try:
            self.held.flush(self.mark().state)
        except OSError:
            self._load()

    def _read_journals(self) -> None:
        """Read the journals behind a snapshot that was just read; a snapshot that stands alone has none."""
        paths, journals = self._paths, self._paths.journals()
        alone = not journals and not paths.backups() and not is_kept(paths)
        if self.is_outdated or alone:
            return
        try:
            self.journals.enter(self.journals.generation)
            self._follow()
        except FileNotFoundError:
            name = paths.journal(self.journals.generation).name
            raise damaged(paths.snapshot, f"its journal {name} is gone") from None
        except JournalRewound:
            raise damaged(paths.snapshot, "its journal changes while it is read") from None
        except JournalDamaged as error:
            raise damaged(paths.snapshot, str(error)) from None
        if journals[-1] > self.journals.generation:
            name = paths.journal(self.journals.generation + 1).name
            raise damaged(paths.snapshot, f"its journal {name} is gone")

    def _follow(self) -> None:
        try:
            self.journals.follow()
        except JournalDamaged as error:
            raise damaged(self._paths.snapshot, str(error)) from None
