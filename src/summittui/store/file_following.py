"""The following of a store by a file of documents, in place of memory: put into it whole, or edit by edit."""

import contextlib
import time

from summittui.store.document_file import DocumentFile
from summittui.store.file_tables import file_tables
from summittui.store.journal import Transaction
from summittui.store.marks import POSITION, Mark, changes_in, documents_of, mark_in
from summittui.store.tables import Tables

_NEVER = 1 << 62
_COUNTED = ("quotes", "proposals")
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

    def mark(self) -> Mark | None:
        """Return how far the file has followed; None where it is of no use."""
        if self._at_least == _NEVER:
            return None
        try:
            return mark_in(self.file.state())
        except OSError:
            return None

    def resume(self, mark: Mark) -> Tables:
        """Return the tables in the file, which stands at a mark."""
        self.is_active, self._position, self._queue = True, mark.position, []
        return file_tables(self.file)

    def take_in(self, tables: Tables, mark: Mark) -> Tables:
        """Put all documents into the file where they are many; return the tables there, else those that were given."""
        self.leave()
        number = sum(len(tables.get(name, ())) for name in _COUNTED)
        if self._read_only or number < self._at_least:
            return tables
        try:
            self.file.make(documents_of(tables), mark.state)
            is_mine = self.file.state().get(POSITION) == mark.position
        except (OSError, ValueError, KeyError):
            self.drop()
            return tables
        return self.resume(mark) if is_mine else tables  # else another process has made it of another state

    def frozen_tables(self) -> Tables:
        """Return the tables as they stand in the file now, whatever is written into it later."""
        return file_tables(self.file.frozen())

    def queue(self, transaction: Transaction) -> None:
        """Queue a transaction that was read; `flush` applies the queue to the file."""
        self._queue.append(transaction)

    def flush(self, mark: Mark) -> None:
        """Bring the file to a mark, unless another process has brought it there or farther.

        Raises:
            OSError: It cannot be brought there: it has been made anew of something else, or cannot be written.
        """
        if mark.position == self._position:
            return
        if self._read_only:
            self._wait_for(mark)
        elif not self.file.follow(self._position, changes_in(self._queue), mark.state) and not self._is_at(mark):
            raise OSError("the file stands somewhere else")
        self._position, self._queue = mark.position, []

    def _is_at(self, mark: Mark) -> bool:
        """Tell whether the file stands at a mark or farther."""
        position = self.file.state().get(POSITION, "")
        return position == mark.position or position.split(":")[:2] > mark.position.split(":")[:2]

    def _wait_for(self, mark: Mark) -> None:
        """Wait until whoever wrote what was read has brought the file to a mark, which takes milliseconds.

        Raises:
            OSError: Nobody does.
        """
        until = time.monotonic() + _PATIENCE
        while not self._is_at(mark):
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
