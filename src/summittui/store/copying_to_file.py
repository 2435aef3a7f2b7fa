"""The copying of a store into a file: its history becomes one journal, its documents the snapshot after that."""

import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import msgspec

from summittui.store.copying import OnCopied, Original
from summittui.store.disk import link, make_folder, not_written, sync_folder, write_new
from summittui.store.journal import Header, Transaction, begin_journal
from summittui.store.lines import checksum_of, line_of
from summittui.store.passed_tables import Pairs, passed_tables
from summittui.store.snapshot import Meta, Snapshot, encode, header_after
from summittui.store.store_paths import StorePaths
from summittui.store.tables import Tables
from summittui.store.unfinished import is_left, make_place, refuse_existing

_EVERY = 1_000
"""The number of documents after which it is told how far the copying is."""


def copy_to_file(original: Original, path: Path, on_copied: OnCopied) -> None:
    """Copy a store into a file that is not there yet, with its history; the file is there whole, or not at all.

    Args:
        original: The store.
        path: The file, links followed.
        on_copied: Told how far it is.

    Raises:
        StoreExists: A file stands there.
        StoreError: It cannot be written, or the history of the store breaks off.
    """
    paths = StorePaths(path)
    make_place(paths)
    refuse_existing(paths, was_left=is_left(paths))
    try:
        folder = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    except OSError as error:
        raise not_written(path, error) from None
    try:
        made = StorePaths(folder / path.name)
        _write(original, made, on_copied)
        refuse_existing(paths, was_left=is_left(paths))
        made.history.rename(paths.history)
        made.snapshot.rename(paths.snapshot)
        sync_folder(path.parent)
    except OSError as error:
        raise not_written(path, error) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write(original: Original, paths: StorePaths, on_copied: OnCopied) -> None:
    make_folder(paths.history)
    lines = _Lines(original, on_copied)
    write_new(paths.journal(0), lines.lines())
    meta = Meta(generation=1, edits=original.edits, follows=lines.checksum, last_ids=original.last_ids)
    write_new(paths.snapshot, encode(Snapshot(meta, _told(original, on_copied))))
    on_copied("documents", original.documents, original.documents)
    link(paths.snapshot, paths.kept(1))
    begin_journal(paths, header_after(meta))


def _told(original: Original, on_copied: OnCopied) -> Tables:
    """Return the tables of a store, which tell how far they are gone through; a snapshot does so twice."""
    passed = count()

    def pairs(name: str) -> Pairs:
        for pair in original.tables[name].items():
            if (done := next(passed)) % _EVERY == 0:
                on_copied("documents", done // 2, original.documents)
            yield pair

    return passed_tables(original.tables, pairs)


class _Lines:
    """The lines of a journal, each checked by the one before."""

    def __init__(self, original: Original, on_copied: OnCopied) -> None:
        self._original = original
        self._on_copied = on_copied
        self.checksum = 0
        """Of the last line."""

    def lines(self) -> Iterator[bytes]:
        first = True
        for transaction in self._original.transactions():
            if first:
                yield self._line(Header(generation=0, edits=transaction.number - 1, follows=0))
                first = False
            self._on_copied("edits", transaction.number, self._original.edits)
            yield self._line(transaction)
        if first:
            yield self._line(Header(generation=0, edits=self._original.edits, follows=0))

    def _line(self, value: Header | Transaction) -> bytes:
        body = msgspec.json.encode(value)
        self.checksum = checksum_of(body, self.checksum)
        return line_of(body, self.checksum)
