"""TinyDB's table over a store with a journal."""

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any, Protocol, cast

from tinydb.table import Table

from summittui.store.draft import Documents, Draft
from summittui.store.tables import Plain


class DraftingStorage(Protocol):
    """A storage whose edits are drafted inside a transaction."""

    @property
    def draft(self) -> Draft:
        """The edit that is being made."""

    def documents(self, table: str) -> Documents:
        """Return a table as TinyDB reads it."""


class StoreTable(Table):
    """A TinyDB table whose edits touch only the documents that they change.

    Its queries are never answered from a cache, which other processes' edits would outdate, and it gives no
    number twice. Edits are made inside a transaction of its storage. It overrides what TinyDB 4.8 and 4.9
    call inside every edit: `_update_table`, `_get_next_id`, `_read_table`.
    """

    default_query_cache_capacity = 0

    def _update_table(self, updater: Callable[[dict[int, Mapping[Any, Any]]], None]) -> None:
        change = cast("Callable[[MutableMapping[int, Plain]], None]", updater)
        self._drafting_storage.draft.update(self.name, change)

    def _get_next_id(self) -> int:
        return self._drafting_storage.draft.next_number(self.name)

    def _read_table(self) -> dict[str, Mapping[Any, Any]]:
        return cast("dict[str, Mapping[Any, Any]]", self._drafting_storage.documents(self.name))

    @property
    def _drafting_storage(self) -> DraftingStorage:
        return cast("DraftingStorage", self._storage)
