"""Stores of schema 1, where a record and the notes on it were one document."""

from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import Raw, Struct

from summittui.model import TABLES
from summittui.store.disk import damaged
from summittui.store.tables import COLLECTIONS, DELETED, NAMES, TEXTS, Deleted, Notes, Seeded, TablesInMemory, notes_of

_NOTES = "_"


class _OldMeta(Struct):
    schema: int
    generation: int = 0
    collections: dict[str, str] = {}
    deleted: dict[str, str] = {}


class UpgradedStore(NamedTuple):
    """The content of a store of schema 1, laid out as in one of today."""

    edits: int
    """Number of the store's last transaction."""
    last_ids: dict[str, int]
    """The highest number in each table."""
    tables: TablesInMemory


def upgraded(path: Path, about: Raw, raw: dict[str, Raw]) -> UpgradedStore:
    """Return the content of a store of schema 1, laid out as in one of today.

    Args:
        path: The file, for the error's sentence.
        about: The table that says what the file is.
        raw: The other tables.

    Raises:
        StoreDamaged: A document has another shape.
    """
    meta = msgspec.json.decode(about, type=dict[str, _OldMeta])["1"]
    tables: TablesInMemory = {name: {} for name in NAMES}
    try:
        for name in (*TABLES, TEXTS):
            documents = msgspec.json.decode(raw.get(name, Raw(b"{}")), type=dict[str, dict[str, Any]])
            notes = {number: document.pop(_NOTES, {"rev": 1}) for number, document in documents.items()}
            tables[name] = {number: _raw(document) for number, document in documents.items()}
            if name in TABLES:
                tables[notes_of(name)] = {number: _raw(one) for number, one in notes.items()}
        seeded = [Seeded(id_, version) for id_, version in meta.collections.items()]
        collection = next(iter(meta.collections), None)
        deleted = [Deleted(id_, Notes(1, collection, digest)) for id_, digest in meta.deleted.items()]
        tables[COLLECTIONS] = {str(number): _raw(one) for number, one in enumerate(seeded, 1)}
        tables[DELETED] = {str(number): _raw(one) for number, one in enumerate(deleted, 1)}
        last_ids = {name: max(map(int, table), default=0) for name, table in tables.items()}
    except ValueError:
        raise damaged(path, "a document has no number") from None
    return UpgradedStore(meta.generation, last_ids, tables)


def _raw(value: object) -> Raw:
    return Raw(msgspec.json.encode(value))
