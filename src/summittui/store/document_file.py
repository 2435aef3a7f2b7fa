"""The protocol of a file that keeps a store's documents in place of memory; a library stands on the same file.

It is derived from the snapshot and the journals, and disposable: whatever is wrong with it, it is made anew.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, Self

Document = tuple[str, str, str | None, bytes]
"""A document with its table, its number and its id, None for one without."""
Put = tuple[str | None, bytes | None]
"""The id of a document and what it is from now on, None for nothing."""


class DocumentFile(Protocol):
    """A file of documents, shared between processes. Each method raises an OSError where the file is of no use."""

    def state(self) -> Mapping[str, str]:
        """Return the file's description of itself, by name, as of the last writing."""

    def make(self, documents: Iterable[Document], state: Mapping[str, str]) -> None:
        """Write the file anew."""

    def follow(self, before: str, changes: Mapping[str, Mapping[str, Put]], state: Mapping[str, str]) -> bool:
        """Apply changes and set the state if the file stands at the position `before`; tell whether it did."""

    def frozen(self) -> Self:
        """Return the file as it stands now, to be read whatever is written into it later."""

    def discard(self) -> None:
        """Delete the file."""

    def raw(self, table: str, number: str) -> bytes | None:
        """Return a document by its number, or None."""

    def numbered(self, table: str, id_: str) -> tuple[str, bytes] | None:
        """Return the number and the document of a table that has an id, or None."""

    def located(self, id_: str) -> tuple[str, str, bytes] | None:
        """Return the table, the number and the document of the record with an id, or None."""

    def naming(self, id_: str) -> Iterator[tuple[str, str, bytes]]:
        """Yield the table, the number and the document of each record that names an id."""

    def documents(self, table: str) -> Iterator[tuple[str, bytes]]:
        """Yield the number and the document of all documents of a table, in the order of the numbers."""

    def ids(self, table: str) -> Iterator[str]:
        """Yield the ids of the documents of a table, in the order of the numbers."""

    def count(self, table: str) -> int:
        """Return the number of documents of a table."""
