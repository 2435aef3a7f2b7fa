"""The protocol of a library that holds its records in rows of a file, of which statements in SQL are asked."""

from collections.abc import Mapping
from typing import Protocol

from summittui.library.protocol import Library
from summittui.library.sqlite.derivation import CollectionsIn
from summittui.library.sqlite.record_rows import RecordRows
from summittui.model import SourceId


class RowsLibrary(Library, Protocol):
    """A library with the rows of its file at hand."""

    rows: RecordRows
    """The rows."""
    texts: Mapping[SourceId, str]
    """The attached texts, by source."""
    collections_in: CollectionsIn
    """Finds the collections that the notes on a record name."""
