"""The protocol of a library that holds all records in memory, of which indexes and derived values are made."""

from collections.abc import Mapping
from typing import Protocol

from summittui.library.protocol import Library
from summittui.model import Records, SourceId


class RecordsLibrary(Library, Protocol):
    """A library with all its records and texts at hand."""

    records: Records
    """All records, by table."""
    texts: Mapping[SourceId, str]
    """The attached texts, by source."""

    def ordinals(self, table: str) -> Mapping[str, int]:
        """Return the ordinal of each record of a table, from 0, by its id."""
