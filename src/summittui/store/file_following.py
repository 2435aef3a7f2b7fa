"""The following of a store by a file of documents, in place of memory: put into it whole, or edit by edit."""

import contextlib
import time
from collections.abc import Iterable, Mapping

from summittui.store.document_file import Document, DocumentFile
from summittui.store.file_tables import file_tables
from summittui.store.journal import Transaction
from summittui.store.marks import POSITION, changes_in, documents_of
from summittui.store.tables import Tables

State = Mapping[str, str]
"""The description that a file has of itself: under `POSITION` how far it has followed its store, the rest as it needs.

Positions are texts with colons between their parts; of two on the same way the farther one has the greater first two.
"""
_NEVER = 1 << 62
COUNTED = ("quotes", "proposals")
"""The tables that make a store large."""
_PATIENCE = 1.0
"""Seconds that a session which may not write waits for others to bring the file up to date."""
_PAUSE = 0.01


class FileFollower:
    """A file of documents that is brought up to date by whichever process reads a transaction first."""

    def __init__(self, file: DocumentFile, at_least: int, *, read_only: bool = False) -> None:
        """Use a file for the documents of a store.

        Args:
            file: The file.
            at_least: The number of quotes and proposals from which on it is made.
            read_only: Whether it is never written, and used only while others keep it up to date.
        """
        self._read_only = read_only
        self.file = file
        self.is_active = False
        """Whether the documents are in the file and not in memory."""
        self._at_least = at_least
        self._position = ""
        self._queue: list[Transaction] = []

    def state(self) -> State | None:
        """Return what the file says about itself; None where it is of no use."""
        if self._at_least == _NEVER:
            return None
        try:
            return self.file.state()
        except OSError:
            return None

    def wants(self, number: int) -> bool:
        """Tell whether so many documents in the tables `COUNTED` are to be in the file."""
        return not self._read_only and number >= self._at_least

    def resume(self, state: State) -> Tables:
        """Return the tables in the file, which stands at a state."""
        self.is_active, self._position, self._queue = True, state[POSITION], []
        return file_tables(self.file)

    def take_in(self, tables: Tables, state: State) -> Tables:
        """Put all documents into the file where they are many; return the tables there, else those that were given."""
        self.leave()
        is_made = self.wants(sum(len(tables.get(name, ())) for name in COUNTED)) and self.make(
            documents_of(tables), state
        )
        return self.resume(state) if is_made else tables

    def make(self, documents: Iterable[Document], state: State) -> bool:
        """Put documents into the file; tell whether it stands at that state, else another process has made it."""
        try:
            self.file.make(documents, state)
            return self.file.state().get(POSITION) == state[POSITION]
        except (OSError, ValueError, KeyError):
            self.drop()
            return False

    def frozen_tables(self) -> Tables:
        """Return the tables as they stand in the file now, whatever is written into it later."""
        return file_tables(self.file.frozen())

    def queue(self, transaction: Transaction) -> None:
        """Queue a transaction that was read; `flush` applies the queue to the file."""
        self._queue.append(transaction)

    def flush(self, state: State) -> None:
        """Bring the file to a state, unless another process has brought it there or farther.

        Raises:
            OSError: It cannot be brought there: it has been made anew of something else, or cannot be written.
        """
        position = state[POSITION]
        if position == self._position:
            return
        if self._read_only:
            self._wait_for(position)
        elif not self.file.follow(self._position, changes_in(self._queue), state) and not self._is_at(position):
            raise OSError("the file stands somewhere else")
        self._position, self._queue = position, []

    def _is_at(self, position: str) -> bool:
        """Tell whether the file stands at a position or farther."""
        present = self.file.state().get(POSITION, "")
        return present == position or present.split(":")[:2] > position.split(":")[:2]

    def _wait_for(self, position: str) -> None:
        """Wait until whoever wrote what was read has brought the file to a position, which takes milliseconds.

        Raises:
            OSError: Nobody does.
        """
        until = time.monotonic() + _PATIENCE
        while not self._is_at(position):
            if time.monotonic() > until:
                raise OSError("nobody keeps the file up to date")
            time.sleep(_PAUSE)

    def leave(self) -> None:
        """Let the documents be in memory for now."""
        self.is_active, self._queue = False, []

    def drop(self) -> None:
        """Use the file no more; it is deleted where it may be written."""
        self.leave()
        self._at_least = _NEVER
        if self._read_only:
            return
        with contextlib.suppress(OSError):
            self.file.discard()
