"""The files of a store as they are read; reads only and takes no lock."""

from typing import TYPE_CHECKING, cast

from summittui.model import StoreDamaged
from summittui.store.disk import StoreMissing, damaged
from summittui.store.held_tables import HeldTables
from summittui.store.journal import Header, Journal, JournalDamaged, JournalRewound, Transaction
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


class Replica:
    """Reads the snapshot and the journals into the tables that it holds."""

    def __init__(self, paths: StorePaths, follower: "FileFollower | None" = None) -> None:
        """Read the files of a store.

        Args:
            paths: The files.
            follower: The file that keeps the documents in place of memory where they are many.
        """
        self._places = paths
        self.held = HeldTables(follower)
        """The tables as they were when the files were last looked at."""
        self.base = 0
        """Generation of the snapshot."""
        self.generation = 0
        """Of the journal that is being read."""
        self.journal: Journal | None = None
        self.is_outdated = False
        """Whether the snapshot is of an older schema, without a journal."""
        self._earlier = 0
        self._follows = 0
        self._checksum = 0
        self._starts: dict[int, tuple[int, int]] = {}
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
        return self._earlier + (self.journal.offset if self.journal else 0)

    def leave_file(self) -> None:
        """Use the file of documents no more; the next look reads everything into memory."""
        self.held.drop_file()
        self.forget()

    @property
    def follows(self) -> int:
        """Checksum of the last line read."""
        return self.journal.checksum if self.journal else self._follows

    @property
    def position(self) -> Position:
        """The last transaction read."""
        return Position(edits=self.held.edits, follows=self.follows)

    def snapshot(self, generation: int) -> Snapshot:
        """Return what was read as the snapshot that the journal of `generation` will continue.

        It is good until the files are read on.
        """
        held = self.held
        meta = Meta(generation=generation, edits=held.edits, follows=self.follows, last_ids=dict(held.last_ids))
        return Snapshot(meta, held.frozen_tables())

    def mark(self) -> "Mark":
        """Return the files as they were read, and how far."""
        from summittui.store.marks import Mark

        return Mark(
            seen=self._snapshot.seen or (0, 0, 0, 0),
            base=self.base,
            checksum=self._checksum,
            generation=self.generation,
            edits=self.held.edits,
            follows=self.follows,
            line=self.journal.line if self.journal else 0,
            offset=self.journal.offset if self.journal else 0,
            earlier=self._earlier,
            starts=dict(self._starts),
            last_ids=dict(self.held.last_ids),
        )

    def changed(self) -> bool:
        """Tell whether the files hold anything that was not read yet (three stat calls)."""
        if self._snapshot.seen is None:
            return True
        try:
            if not self._snapshot.is_unchanged():
                return True
        except OSError:
            return True
        if self.journal is None:
            return self._places.journal(self.generation).exists()
        return self.journal.has_more or self._places.journal(self.generation + 1).exists()

    def begin(self, snapshot: Snapshot) -> None:
        """Take a snapshot as what was read so far."""
        meta = snapshot.meta
        self.held.hold(cast("TablesInMemory", snapshot.tables), meta.last_ids, meta.edits)
        self.base = self.generation = meta.generation
        self._follows, self._checksum = meta.follows, meta.checksum
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
        """Take over what a transaction of one's own changed."""
        self.held.take(transaction)
        self._flush()

    def enter(self, generation: int) -> None:
        """Go on with the journal of this generation, which must continue what was read.

        Raises:
            FileNotFoundError: There is none.
            JournalDamaged: It continues something else.
        """
        journal = Journal(self._places.journal(generation))
        if journal.header != Header(generation=generation, edits=self.held.edits, follows=self.follows):
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
        self._snapshot.open()
        self.base, self._checksum = meta.generation, meta.checksum
        self._starts = {one: start for one, start in self._starts.items() if one >= meta.generation}
        self._earlier = sum(self._places.journal(one).stat().st_size for one in self._starts if one != self.generation)
        self.is_outdated = False

    def forget(self) -> None:
        """Let go of the files; the next look reads them anew."""
        self._snapshot.close()
        if self.journal:
            self.journal.close()
        self.journal = None
        self._earlier, self._starts = 0, {}
        self.held.forget()

    def _is_continued(self) -> bool:
        """Tell whether the file at the snapshot's place is the one read, or a later one whose content is known."""
        try:
            if self._snapshot.is_unchanged():
                return True
            meta = self._snapshot.head_of_another()
        except (FileNotFoundError, StoreMissing):
            raise gone(self._places) from None
        if meta is None or self._starts.get(meta.generation) != (meta.edits, meta.follows):
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
            if is_left(self._places):
                raise gone(self._places) from None
            raise
        try:
            self.begin(parse(self._places.snapshot, self._snapshot.content()))
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
                if self.held.is_in_file and max(self._places.journals(), default=0) <= self.generation:
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
        self.base, self._checksum, self.generation = mark.base, mark.checksum, mark.generation
        self._follows, self._earlier, self._starts = mark.follows, mark.earlier, dict(mark.starts)
        self.is_outdated = False
        if mark.offset:
            self.journal = Journal(self._places.journal(mark.generation))
            if not self.journal.resume(mark.line, mark.offset, mark.follows):
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
            self.held.take(transaction)
        if self.journal.is_torn and not is_last:
            raise JournalDamaged(f"its journal {self.journal.path.name} breaks off")
        return not is_last
