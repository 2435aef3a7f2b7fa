"""The journals of a store that continue its snapshot, one after the other, as far as they were read."""

from summittui.store.held_tables import HeldTables
from summittui.store.journal import Header, Journal, JournalDamaged
from summittui.store.store_paths import StorePaths


class JournalChain:
    """Reads journals into the tables that it is given; takes no lock."""

    def __init__(self, paths: StorePaths, held: HeldTables) -> None:
        """Read nothing yet.

        Args:
            paths: The files of the store.
            held: The tables that each transaction is taken over into.
        """
        self._paths = paths
        self._held = held
        self.current: Journal | None = None
        """The journal that is being read; None before the first one."""
        self.generation = 0
        """Of that journal, or of the one that is to come first."""
        self.starts: dict[int, tuple[int, int]] = {}
        """Number of the last transaction before each journal, and the checksum of the last line before it."""
        self.earlier = 0
        """Bytes of the journals before that one, since the snapshot."""
        self._follows = 0

    @property
    def follows(self) -> int:
        """Checksum of the last line read."""
        return self.current.checksum if self.current else self._follows

    @property
    def line(self) -> int:
        """The offset of the last line in its journal, in bytes; 0 where there is no journal."""
        return self.current.line if self.current else 0

    @property
    def offset(self) -> int:
        """The offset of the end of that line."""
        return self.current.offset if self.current else 0

    @property
    def is_empty(self) -> bool:
        """Whether there is a journal, and it holds nothing yet."""
        return self.current is not None and self.current.is_empty

    def begin(self, generation: int, follows: int) -> None:
        """Go on behind a snapshot.

        Args:
            generation: The generation of the journal that continues it.
            follows: The checksum of the last line that it holds.
        """
        self.generation, self._follows = generation, follows

    def resume(self, generation: int, follows: int, *, line: int, offset: int) -> bool:
        """Go on behind a line of a journal that was read before; tell whether it is there still.

        Args:
            generation: The generation of the journal.
            follows: The checksum of the line.
            line: Where the line begins, in bytes.
            offset: Where it ends; 0 where there was no journal.

        Raises:
            OSError: The journal cannot be read.
            JournalDamaged: It does not begin as a journal.
        """
        self.begin(generation, follows)
        if not offset:
            return True
        self.current = Journal(self._paths.journal(generation))
        return self.current.resume(line, offset, follows)

    def enter(self, generation: int) -> None:
        """Go on with the journal of a generation, which must continue what was read.

        Raises:
            FileNotFoundError: There is none.
            JournalDamaged: It continues something else.
        """
        journal = Journal(self._paths.journal(generation))
        if journal.header != Header(generation=generation, edits=self._held.edits, follows=self.follows):
            journal.close()
            raise JournalDamaged(f"its journal {journal.path.name} continues another store")
        if self.current:
            self.earlier += self.current.offset
            self.current.close()
        self.starts[generation] = (journal.header.edits, journal.header.follows)
        self.current, self.generation = journal, generation

    def follow(self) -> None:
        """Read all journals to the end of the last one.

        Raises:
            JournalRewound: What was read before is no longer there.
            JournalDamaged: A journal holds what no writer leaves.
        """
        if self.current is None:
            if not self._paths.journal(self.generation).exists():
                return
            self.enter(self.generation)
        while self._read_journal():
            self.enter(self.generation + 1)

    def has_more(self) -> bool:
        """Tell whether there is anything that was not read yet (one or two stat calls)."""
        if self.current is None:
            return self._paths.journal(self.generation).exists()
        return self.current.has_more or self._paths.journal(self.generation + 1).exists()

    def rebase(self, generation: int) -> None:
        """Let a later snapshot, which the journal of `generation` continues, hold what the journals before it hold.

        Raises:
            OSError: A journal that continues it cannot be looked at.
        """
        self.starts = {one: start for one, start in self.starts.items() if one >= generation}
        self.earlier = sum(self._paths.journal(one).stat().st_size for one in self.starts if one != self.generation)

    def close(self) -> None:
        """Let go of the journals."""
        if self.current:
            self.current.close()
        self.current = None
        self.earlier, self.starts = 0, {}

    def _read_journal(self) -> bool:
        """Read the journal to its end; tell whether another one follows it."""
        if self.current is None:
            return False
        # A journal grows no more once there is a next one, so its end is read after that one is seen.
        is_last = not self._paths.journal(self.generation + 1).exists()
        for transaction in self.current.follow():
            self._held.take(transaction)
        if self.current.is_torn and not is_last:
            raise JournalDamaged(f"its journal {self.current.path.name} breaks off")
        return not is_last
