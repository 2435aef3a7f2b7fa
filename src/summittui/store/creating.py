"""The creation of a store with what it begins with."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from summittui.model import SourceId
from summittui.store.merging import keep_first, plan_merge, seeding, write_merge
from summittui.store.protocol import Storage
from summittui.store.tables import TEXTS, plain_of_text
from summittui.store.views import AnyView

if TYPE_CHECKING:
    from summittui.store.collection import Collection


def fill(storage: Storage, view: AnyView, collection: "Collection | None", texts: Mapping[SourceId, str]) -> None:
    """Make a store of the records of a collection, None for none, and of texts by source.

    Args:
        storage: What keeps the store.
        view: A view of nothing.
        collection: The collection.
        texts: The texts to attach.

    Raises:
        StoreExists: There is a store already.
        StoreError: It could not be written.
    """
    with storage.creation(seeding(collection) if collection else "create an empty store"):
        if collection is not None:
            merge = plan_merge(view, collection, keep_first)
            write_merge(storage.drafts, view, merge, collection)
        storage.drafts.table(TEXTS).insert_multiple([plain_of_text(id_, text) for id_, text in texts.items()])
