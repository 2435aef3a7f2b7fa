"""Journals: append-only files of transactions, one line each, each bound to the line before it."""

import contextlib
import os
from pathlib import Path

import msgspec
from msgspec import Raw, Struct

from summittui.store.disk import open_shared, read_from, sync_folder, write_all, write_new
from summittui.store.lines import checksum_of, line_of, scan
from summittui.store.store_paths import StorePaths

NOTHING = Raw(b"null")
"""Stands for a document that is not there."""

Change = tuple[Raw, Raw]
"""A document before and after, as JSON; `NOTHING` where there is none."""

Changes = dict[str, dict[str, Change]]
"""The changes of a transaction, by TinyDB's number, by table."""

EDIT, UNDO, REDO, SEED = "edit", "undo", "redo", "seed"
"""Kinds of transactions."""


class Transaction(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Changes that were made together."""

    number: int
    """Counted from 1 over the whole life of the store."""
    who: str
    """`user@host`."""
    when: str
    """UTC, ISO 8601."""
    label: str
    """The edit in words."""
    kind: str = EDIT
    of: int | None = None
    """Number of the transaction that was undone or done again."""
    successors: dict[str, str] = {}
    """The new ids of records that were renamed or merged, by the ids they had."""
    changes: Changes


class Header(Struct, frozen=True, kw_only=True):
    """The first line of a journal: what it continues."""

    generation: int
    """Of the snapshot that holds everything before this journal."""
    edits: int
    """Number of the last transaction before this journal."""
    follows: int
    """Checksum of the last line of the journal before."""


class JournalRewound(Exception):
    """A journal is no longer what it was when it was read: a writer took back a line that it could not sync."""


class JournalDamaged(Exception):
    """A journal holds what no writer leaves; its text says where."""


class Journal:
    """One journal, read as far as it goes; appended to by whoever holds the lock."""

    def __init__(self, path: Path) -> None:
        """Open the journal and read its header.

        Raises:
            FileNotFoundError: There is none.
            JournalDamaged: It does not begin with a header.
        """
        self.path = path
        self.offset = 0
        """The number of bytes read."""
        self.checksum = 0
        """Of the last line read."""
        self.line = 0
        """The offset of the last line, in bytes."""
        self.is_torn = False
        """Whether an unfinished line stands behind what was read."""
        self._is_new = True
        self._for_writing = -1
        self._descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            self.header = self._read_header()
        except BaseException:
            os.close(self._descriptor)
            raise
        self._begin = self.offset

    @property
    def has_more(self) -> bool:
        """Whether the file is longer or shorter than what was read."""
        return os.fstat(self._descriptor).st_size != self.offset

    @property
    def is_empty(self) -> bool:
        """Whether nothing but the header was read."""
        return self.offset == self._begin

    def follow(self) -> list[Transaction]:
        """Return the transactions that were appended since it was last read.

        Raises:
            JournalRewound: What was read before is no longer there.
            JournalDamaged: What follows are no lines of this journal.
        """
        size = os.fstat(self._descriptor).st_size
        if size < self.offset:
            raise JournalRewound
        if size == self.offset:
            self.is_torn, self._is_new = False, False
            return []
        found = scan(read_from(self._descriptor, self.offset, size), self.checksum)
        if found.is_damaged and not self._is_new:
            raise JournalRewound
        if found.is_damaged:
            raise JournalDamaged(f"its journal {self.path.name} is damaged at byte {self.offset + found.length}")
        transactions = [self._decoded(body) for body in found.bodies]
        self.offset += found.length
        if found.bodies:
            self.line = self.offset - len(line_of(found.bodies[-1], found.checksum))
        self.checksum, self.is_torn, self._is_new = found.checksum, found.is_torn, False
        return transactions

    def resume(self, line: int, offset: int, checksum: int) -> bool:
        """Go on behind a line that was read before; tell whether it is there still.

        Args:
            line: Where that line begins.
            offset: Where it ends.
            checksum: Its checksum, which continues those of all lines before it.
        """
        if os.fstat(self._descriptor).st_size < offset:
            return False
        content = read_from(self._descriptor, line, offset)
        if content[-1:] != b"\n" or line_of(content[content.find(b" ") + 1 : -1], checksum) != content:
            return False
        self.line, self.offset, self.checksum, self._is_new = line, offset, checksum, False
        return True

    def append(self, transaction: Transaction) -> None:
        """Write a transaction and sync it, or leave the journal as it was; needs the lock.

        Raises:
            OSError: It could not be written or synced; what was written is cut off again.
        """
        body = msgspec.json.encode(transaction)
        checksum = checksum_of(body, self.checksum)
        line = line_of(body, checksum)
        if self._for_writing < 0:
            self._for_writing = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC)
            sync_folder(self.path.parent)  # who made the journal may have been killed before it did
        try:
            if self.is_torn:
                os.ftruncate(self._for_writing, self.offset)
            write_all(self._for_writing, line)
            os.fsync(self._for_writing)
        except BaseException:
            with contextlib.suppress(OSError):
                self.cut()
            raise
        self.line = self.offset
        self.offset += len(line)
        self.checksum, self.is_torn = checksum, False

    def cut(self) -> None:
        """Cut off what stands behind the last line that was read; needs the lock."""
        descriptor = open_shared(self.path, os.O_WRONLY)
        try:
            os.ftruncate(descriptor, self.offset)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        self.is_torn = False

    def close(self) -> None:
        """Let go of the file."""
        for descriptor in (self._descriptor, self._for_writing):
            if descriptor >= 0:
                os.close(descriptor)
        self._descriptor = self._for_writing = -1

    def _read_header(self) -> Header:
        size = os.fstat(self._descriptor).st_size
        first, newline, _ = read_from(self._descriptor, 0, min(size, 1000)).partition(b"\n")
        found = scan(first + newline, 0)
        if not found.bodies:
            raise JournalDamaged(f"its journal {self.path.name} is damaged at its beginning")
        self.offset, self.checksum = found.length, found.checksum
        try:
            return msgspec.json.decode(found.bodies[0], type=Header)
        except msgspec.DecodeError:
            raise JournalDamaged(f"its journal {self.path.name} has no header") from None

    def _decoded(self, body: bytes) -> Transaction:
        try:
            return transaction_from(body)
        except msgspec.DecodeError:
            raise JournalDamaged(f"its journal {self.path.name} holds a line that is no transaction") from None


def transaction_from(body: bytes) -> Transaction:
    """Return the transaction in the body of a line.

    Raises:
        msgspec.DecodeError: It is none.
    """
    return msgspec.json.decode(body, type=Transaction)


def begin_journal(paths: StorePaths, header: Header) -> None:
    """Begin the journal of a generation: it is there with its header, or not at all; needs the lock.

    Raises:
        OSError: It could not be made.
    """
    path = paths.journal(header.generation)
    unfinished = path.with_suffix(".tmp")
    unfinished.unlink(missing_ok=True)
    body = msgspec.json.encode(header)
    write_new(unfinished, [line_of(body, checksum_of(body, 0))])
    try:
        unfinished.replace(path)
        sync_folder(paths.history)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
