"""Marks: how far a file of documents has followed a store, so that the next opening goes on from there."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec import Raw, Struct

from summittui.store.document_file import Document, Put
from summittui.store.journal import NOTHING, Transaction
from summittui.store.tables import NAMES, TYPES, Tables

POSITION, MARK = "position", "mark"
"""The names under which position and mark stand in the file."""


class Mark(Struct, frozen=True, kw_only=True):
    """The position up to which the files of a store were read."""

    seen: tuple[int, int, int, int]
    """Device, inode, size and time of change of the snapshot's file."""
    base: int
    """The generation of the snapshot."""
    checksum: int
    """The checksum of the snapshot."""
    generation: int
    """The generation of the journal that was read last."""
    edits: int
    """The number of the last transaction that was read."""
    follows: int
    """The checksum of the last line that was read."""
    line: int
    """The offset of the line in the journal, in bytes; 0 where there is no journal."""
    offset: int
    """The offset of the end of the line."""
    earlier: int
    """Bytes of the journals before that one, since the snapshot."""
    starts: dict[int, tuple[int, int]]
    """Number of the last transaction before each journal, and the checksum of the last line before it."""
    last_ids: dict[str, int]
    """The highest number ever given in each table."""

    @property
    def position(self) -> str:
        """The extent of what was read, as a text; of two on the same way the farther one is the greater text."""
        return f"{self.generation:012}:{self.offset:015}:{self.edits}:{self.follows:08x}"

    @property
    def state(self) -> Mapping[str, str]:
        """The state of the file, by name."""
        return {POSITION: self.position, MARK: msgspec.json.encode(self).decode()}


def mark_in(state: Mapping[str, str]) -> Mark | None:
    """Return the mark in what is said of a file; None where there is none."""
    try:
        return msgspec.json.decode(state.get(MARK, ""), type=Mark)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return None


class _Known(Struct):
    id: str


def documents_of(tables: Tables) -> Iterator[Document]:
    """Yield every document of a store, each table's in the order of their numbers.

    Raises:
        KeyError: There is a table that this program does not know.
    """
    for name in sorted(tables, key=NAMES.index):
        for number, raw in sorted(tables[name].items(), key=lambda item: int(item[0])):
            yield name, number, id_in(name, raw), bytes(raw)


def changes_in(transactions: Iterable[Transaction]) -> Mapping[str, Mapping[str, Put]]:
    """Return what each document is after some transactions, one after the other."""
    found: dict[str, dict[str, Put]] = {}
    for transaction in transactions:
        for name, documents in transaction.changes.items():
            for number, (_, after) in documents.items():
                put = (None, None) if after == NOTHING else (id_in(name, after), bytes(after))
                found.setdefault(name, {})[number] = put
    return found


def id_in(name: str, raw: Raw) -> str | None:
    """Return the id in a document of a table; None where its documents have none."""
    return msgspec.json.decode(raw, type=_Known).id if name in TYPES else None
