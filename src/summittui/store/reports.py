"""Reports of the store: its figures, its history, and the outcome of each operation on the store."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from summittui.model import Records, SourceId
from summittui.model.location import Location

OnStep = Callable[[int, int], None]
"""Is told how many of how many steps of an edit are done; what it raises ends the edit, and nothing is changed."""


class SeedReport(Struct, frozen=True, kw_only=True):
    """The outcome of merging a collection, by id of the record."""

    collection: str
    version: str
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """Edited or deleted by a user, therefore left alone."""
    conflicts: tuple[str, ...] = ()
    """The records of `kept` that the collection changed as well."""
    withdrawn: tuple[str, ...] = ()
    """No longer in the collection, left in the store."""
    joined: tuple[str, ...] = ()
    """The records added to, or renewed in, a record that another collection has as well."""
    unchanged: int = 0


class RemovalReport(Struct, frozen=True, kw_only=True):
    """The outcome of removing a collection, by id of the record."""

    collection: str
    removed: tuple[str, ...] = ()
    parted: tuple[str, ...] = ()
    """Shared with another collection; they hold again what that one brought."""
    edited: tuple[str, ...] = ()
    """Edited by a user, therefore left."""
    named: tuple[str, ...] = ()
    """Named by a record that stays, therefore left."""


class StoreInfo(Struct, frozen=True, kw_only=True):
    """The store at a glance."""

    path: Location
    """The path of the store's file, or the address of its database."""
    bytes: int
    """Of the snapshot and the journals that continue it, or of the tables in the database."""
    schema: int
    generation: int
    """Of the journal that is written; 0 in a database."""
    edits: int
    """The number of edits of the store, its seeding among them."""
    collections: Mapping[str, str]
    """Version of each collection that was seeded."""
    counts: Mapping[str, int]
    """Number of records by table."""
    attached: tuple[str, ...]
    """Sources whose text is attached."""
    role: str | None = None
    """The role of the session in a database, and what it may do; None in files, which have rights of their own."""
    durability: str | None = None
    """The durability of an edit that a server has acknowledged; None in files, where it survives a crash."""


class Changes(Struct, frozen=True, kw_only=True):
    """The differences between two moments of a store."""

    changed: frozenset[str] = frozenset()
    """Ids of records that were added or changed."""
    removed: frozenset[str] = frozenset()
    """Ids of records that are gone."""
    texts: frozenset[SourceId] = frozenset()
    """Sources whose text was attached, replaced or removed."""


class Seen(Struct, frozen=True, kw_only=True):
    """The store at one moment."""

    records: Records
    texts: Mapping[SourceId, str]
    changes: Changes
    """The changes since the store was seen before."""


class LogEntry(Struct, frozen=True, kw_only=True):
    """One record, or one attached text, before and after an edit."""

    number: int
    """Of the edit; all that was changed together has the same."""
    who: str
    """`user@host`."""
    when: str
    """UTC, ISO 8601."""
    label: str
    """The edit in words."""
    kind: str
    """`edit`, `undo`, `redo` or `seed`."""
    table: str
    id: str
    before: Mapping[str, Any] | None
    """Plain fields; None where there was nothing."""
    after: Mapping[str, Any] | None


class RecoveryReport(Struct, frozen=True, kw_only=True):
    """The outcome of a recovery."""

    path: Path
    problem: str
    """The damage that was found; empty where there was none, and nothing was done."""
    base: str
    """The snapshot that was begun with; empty where the journals alone gave everything."""
    generation: int
    """Of the journal that is written from now on."""
    transactions: int
    """The number of edits taken from the journals."""
    edits: int
    """Number of the last edit that the store holds."""
    lost: int
    """The number of edits that could not be read, as far as these can be counted."""
    missing: tuple[str, ...] = ()
    """Names of journals that are gone; how many edits the last one held is not known."""
    counts: Mapping[str, int]
    """Number of records by table."""
    aside: Path | None
    """The folder in which the damaged files are kept."""
