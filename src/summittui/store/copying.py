"""The copying of a store with its whole history: its documents and transactions, as they are, into another place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from summittui.model import StoreError
from summittui.model.location import Location
from summittui.store.journal import Transaction
from summittui.store.protocol import History, Storage
from summittui.store.tables import Tables

OnCopied = Callable[[str, int, int], None]
"""Is told how many of how many edits or documents are copied, with the word for them."""


@dataclass(frozen=True)
class Original:
    """A store at one moment, whatever is written into it later."""

    tables: Tables
    last_ids: dict[str, int]
    edits: int
    """Number of the last transaction of the store."""
    documents: int
    """The number of documents."""
    history: History
    location: Location

    def transactions(self) -> Iterator[Transaction]:
        """Yield every transaction of the history up to that moment, the oldest first.

        Raises:
            StoreError: The history breaks off before the last transaction.
        """
        last = 0
        for transaction in self.history.forwards():
            if transaction.number > self.edits:
                break
            last = transaction.number
            yield transaction
        if last and last != self.edits:
            raise StoreError(
                f"The history of the store {self.location} breaks off at edit {last} of {self.edits}; repair it first."
            )


def original_of(storage: Storage) -> Original:
    """Return a store as it is now.

    Raises:
        StoreError: It cannot be read.
    """
    storage.refresh()
    held = storage.held
    tables = held.frozen_tables()
    return Original(
        tables=tables,
        last_ids=dict(held.last_ids),
        edits=held.edits,
        documents=sum(map(len, tables.values())),
        history=storage.history,
        location=storage.location,
    )
