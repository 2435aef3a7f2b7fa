"""A store that was opened for a session."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summittui.store.shipped import ShippedStore
    from summittui.store.store import Store


FOR_READING = "The store is read-only: it was opened with --read-only."
"""Why nothing can be edited in a store that the user has opened for reading."""


class Opened(NamedTuple):
    """A store that was opened."""

    store: "Store | ShippedStore"
    seeded: bool = False
    """Whether the store was created for this session."""
    why_read_only: str | None = None
    """A sentence on why nothing can be edited; None where it can."""
