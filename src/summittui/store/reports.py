"""What the store says about itself and about what was done to it."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct


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
    unchanged: int = 0


class StoreInfo(Struct, frozen=True, kw_only=True):
    """The store at a glance."""

    path: Path
    bytes: int
    schema: int
    generation: int
    """How many edits the file has seen."""
    collections: Mapping[str, str]
    """Version of each collection that was seeded."""
    counts: Mapping[str, int]
    """Number of records by table."""
    attached: tuple[str, ...]
    """Sources whose text is attached."""
