"""What the store says about itself and about what was done to it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from summittui.model import Records, SourceId


class SeedReport(Struct, frozen=True, kw_only=True):
    """What merging a collection did, by id of the record."""

    collection: str
    version: str
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """Edited or deleted by a user, therefore left alone."""
    conflicts: tuple[str, ...] = ()
    """Those of `kept` that the collection changed as well."""
    withdrawn: tuple[str, ...] = ()
    """No longer in the collection, left in the store."""
    joined: tuple[str, ...] = ()
    """Those added to or renewed in a record that another collection has as well."""
    unchanged: int = 0


class RemovalReport(Struct, frozen=True, kw_only=True):
    """What removing a collection did, by id of the record."""

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

    path: Path
    bytes: int
    """Of the snapshot and the journals that continue it."""
    schema: int
    generation: int
    """Of the journal that is written."""
    edits: int
    """How many edits the store has seen, its seeding among them."""
    collections: Mapping[str, str]
    """Version of each collection that was seeded."""
    counts: Mapping[str, int]
    """Number of records by table."""
    attached: tuple[str, ...]
    """Sources whose text is attached."""


class Changes(Struct, frozen=True, kw_only=True):
    """What is no longer as it was when this was last asked."""

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
    """What is no longer as it was when the store was seen before."""


class LogEntry(Struct, frozen=True, kw_only=True):
    """One record, or one attached text, before and after an edit."""

    number: int
    """Of the edit; all that was changed together has the same."""
    who: str
    """`user@host`."""
    when: str
    """UTC, ISO 8601."""
    label: str
    """What was done, in words."""
    kind: str
    """`edit`, `undo`, `redo` or `seed`."""
    table: str
    id: str
    before: Mapping[str, Any] | None
    """Plain fields; None where there was nothing."""
    after: Mapping[str, Any] | None


class RecoveryReport(Struct, frozen=True, kw_only=True):
    """What a recovery got back."""

    path: Path
    problem: str
    """What was wrong; empty where nothing was, and nothing was done."""
    base: str
    """The snapshot that was begun with; empty where the journals alone gave everything."""
    generation: int
    """Of the journal that is written from now on."""
    transactions: int
    """How many edits were taken from the journals."""
    edits: int
    """Number of the last edit that the store holds."""
    lost: int
    """How many edits could not be read, as far as that can be counted."""
    missing: tuple[str, ...] = ()
    """Names of journals that are gone; how many edits the last one held is not known."""
    counts: Mapping[str, int]
    """Number of records by table."""
    aside: Path | None
    """The folder in which the damaged files are kept."""
