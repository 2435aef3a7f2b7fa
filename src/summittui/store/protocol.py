"""The protocol of what keeps a store: files, or a database. A `Store` stands on it and knows no more."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from summittui.model import StoreDamaged
from summittui.model.location import Location
from summittui.store.draft import Draft
from summittui.store.drafting import DraftStorage
from summittui.store.held_tables import HeldTables
from summittui.store.journal import EDIT, Transaction

if TYPE_CHECKING:
    from summittui.store.import_queue import ImportQueue


class History(Protocol):
    """The transactions of a store, of which those that cannot be read are left out."""

    def backwards(self) -> Iterator[Transaction]:
        """Yield every transaction, the newest first."""

    def forwards(self) -> Iterator[Transaction]:
        """Yield every transaction, the oldest first."""

    def concerning(self, id_: str) -> Iterator[Transaction]:
        """Yield at least the transactions whose documents have an id, the newest first."""

    def renaming(self) -> Iterator[Transaction]:
        """Yield at least the transactions that renamed or merged records, the newest first."""

    def numbered(self, number: int) -> Transaction | None:
        """Return the transaction with a number, or None."""


class Figures(Struct, frozen=True, kw_only=True):
    """The size and the version of what keeps a store."""

    bytes: int
    schema: int
    generation: int
    """Of the journal that is written; 0 where there are no journals."""
    role: str | None = None
    """The role of the session in a database, and what it may do."""
    durability: str | None = None
    """The durability of an edit that a server has acknowledged."""


class Storage(Protocol):
    """The keeper of one store. Every method raises a StoreError where the store cannot be used."""

    @property
    def location(self) -> Location:
        """The path or the address of the store."""

    @property
    def who(self) -> str:
        """The name under which the session edits."""

    @property
    def mutex(self) -> AbstractContextManager[object]:
        """Held while a thread of this process reads or writes."""

    @property
    def held(self) -> HeldTables:
        """The tables as they were read last."""

    @property
    def drafts(self) -> DraftStorage:
        """The tables in which the edits of a transaction are drafted."""

    @property
    def history(self) -> History:
        """The transactions."""

    @property
    def position(self) -> object:
        """The last transaction that was read; None where everything is to be read."""

    def since(self, position: object) -> "list[Transaction] | None":
        """Return the transactions that were read behind a position, the oldest first.

        None where nobody knows them: the history of the store as it was read has no such position.
        """

    def transaction(self, label: str, *, kind: str = EDIT, of: int | None = None) -> AbstractContextManager[Draft]:
        """Lock the store, read the edits of other sessions, and make durable what is drafted inside.

        An error inside leaves everything as it was.

        Args:
            label: What is done, in words.
            kind: `edit`, `undo`, `redo` or `seed`.
            of: Number of the transaction that is undone or done again.
        """

    def creation(self, label: str) -> AbstractContextManager[Draft]:
        """Make a store of what is drafted inside, whole or not at all.

        Raises:
            StoreExists: There is one.
        """

    def refresh(self) -> None:
        """Read what other sessions wrote."""

    def changed(self) -> bool:
        """Tell whether other sessions have written what was not read yet, at little cost."""

    def leave_file(self) -> None:
        """Hold the documents in memory from the next look on: their file is of no use."""

    def files(self) -> tuple[Path, ...]:
        """Return the files and folders one of which changes whenever the store does; none where it is not in files."""

    def figures(self) -> Figures:
        """Return the size and the version."""

    def damaged(self, why: str) -> StoreDamaged:
        """Return the error that says that what was read is not what this program wrote, and why."""

    def backup(self, folder: Path | None) -> Path:
        """Write what was read last into a new file in a folder, as a store of its own, and return its path."""

    def import_queue(self) -> "ImportQueue":
        """Return the queue of documents that wait to be imported.

        Raises:
            InputError: The store is not in a database.
        """

    def compact(self) -> bool:
        """Fold the history into the store where that makes it smaller; tell whether there was anything to fold."""

    def compact_when_due(self) -> None:
        """Fold the history into the store where it has become large; called after an edit, raises no StoreError."""

    def close(self) -> None:
        """Let go of the store."""
