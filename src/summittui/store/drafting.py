"""TinyDB's storage over held tables, in which the edits of a transaction are drafted before anything is written."""

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from summittui.model import StoreReadOnly
from summittui.store.draft import Documents, Draft
from summittui.store.held_tables import HeldTables

if TYPE_CHECKING:
    from tinydb.storages import Storage as TinyStorage
    from tinydb.table import Table


class DraftStorage:
    """A storage with the methods that TinyDB asks of one (`read`, `write`); nothing is written through them.

    TinyDB is imported when something is written.
    """

    def __init__(self, held: HeldTables, name: str) -> None:
        """Make a storage.

        Args:
            held: The tables before an edit.
            name: What the store is called in a sentence.
        """
        self._held = held
        self._name = name
        self._draft: Draft | None = None

    @property
    def draft(self) -> Draft:
        """The edit that is being made.

        Raises:
            StoreReadOnly: None is; edits are made inside a transaction only.
        """
        if self._draft is None:
            raise StoreReadOnly(f"The store {self._name} is written inside a transaction only.")
        return self._draft

    @contextlib.contextmanager
    def drafting(self) -> Iterator[Draft]:
        """Draft an edit; whoever drafts it writes it."""
        self._draft = Draft(self._held.tables, self._held.last_ids)
        try:
            yield self._draft
        finally:
            self._draft = None

    def table(self, name: str) -> "Table":
        """Return a TinyDB table."""
        from summittui.store.table import StoreTable

        return StoreTable(cast("TinyStorage", self), name, cache_size=0)

    def documents(self, table: str) -> Documents:
        """Return a table as TinyDB reads it; what is done to it is not kept."""
        return Documents(self._draft or Draft(self._held.tables, self._held.last_ids), table)

    def read(self) -> dict[str, Any]:
        """Return every table; each document is decoded when it is looked at."""
        return {name: self.documents(name) for name in self._held.tables}

    def write(self, data: dict[str, dict[str, Any]]) -> None:  # noqa: ARG002  # TinyDB gives it
        """Refuse to replace all tables, which no edit of ours does."""
        raise StoreReadOnly(f"The store {self._name} is never written whole; edit its tables.")
