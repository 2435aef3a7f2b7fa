"""The collections that a store was seeded with, and those that come in or go later."""

from typing import TYPE_CHECKING

from summittui.store.journal import SEED
from summittui.store.present_view import PresentView
from summittui.store.protocol import Storage
from summittui.store.reports import RemovalReport, SeedReport

if TYPE_CHECKING:
    from summittui.store.collection import Collection
    from summittui.store.merging import Unite


class StoreCollections:
    """The collections in a store; what a user edited in one is the user's own from then on."""

    def __init__(self, storage: Storage, present: PresentView) -> None:
        """Read nothing yet.

        Args:
            storage: What keeps the store.
            present: The records as the session sees them.
        """
        self._storage = storage
        self._present = present

    def of(self, id_: str) -> tuple[str, ...]:
        """Return the collections that brought a record, the first one first; none for a user's own."""
        with self._storage.mutex:
            view = self._present.view
            return view.notes(id_).collections if id_ in view.home else ()

    def merge(self, collection: "Collection", unite: "Unite | None" = None) -> SeedReport:
        """Bring in a collection, or a newer version of it; what a user edited or deleted stays as it is.

        Args:
            collection: The collection.
            unite: Makes one record of two collections' versions of it; else the first version stays.

        Raises:
            StoreError: The store may not be written or is busy.
        """
        from summittui.store.merging import keep_first, plan_merge, seeding, write_merge

        unite = unite or keep_first
        with self._present.renewed() as view:
            merge = plan_merge(view, collection, unite)
        if merge.is_empty:
            return merge.report
        with self._present.editing(seeding(collection), kind=SEED, of=None) as view:
            merge = plan_merge(view, collection, unite)
            write_merge(self._storage.drafts, view, merge, collection)
        return merge.report

    def remove(self, collection: str, unite: "Unite") -> RemovalReport:
        """Take out what a collection brought, but for what a user edited and what a record that stays names.

        Raises:
            UnknownId: The store does not hold the collection.
            StoreError: The store may not be written or is busy.
        """
        from summittui.store.removing import plan_removal, write_removal

        with self._present.editing(f"remove collection {collection}", kind=SEED, of=None) as view:
            removal = plan_removal(view, collection, unite)
            write_removal(self._storage.drafts, view, removal)
        return removal.report
