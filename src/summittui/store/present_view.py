"""The present view of a store, renewed from what was read and replaced where documents go into a file or out of it."""

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import DecodeError

from summittui.model import StoreBusy, StoreError
from summittui.model.text import safe
from summittui.store.decoded_tables import DecodedTables
from summittui.store.pending_changes import PendingChanges

if TYPE_CHECKING:
    from summittui.store.document_file import DocumentFile
    from summittui.store.journal import Transaction
    from summittui.store.protocol import Storage
    from summittui.store.views import AnyView


class PresentView:
    """The records of a storage as they were read last."""

    def __init__(self, storage: "Storage") -> None:
        self._storage = storage
        self.file: DocumentFile | None = None
        """The file that keeps the documents; None where they are in memory."""
        self.pending = PendingChanges()
        """The changes up to `view` that the session has not seen yet; whoever looks at them holds the mutex, too."""
        self.view: AnyView = DecodedTables(storage.damaged, self.pending)
        """The view; whoever looks at it holds the mutex of the storage."""
        self._position: object = None

    @contextlib.contextmanager
    def renewed(self) -> "Iterator[AnyView]":
        """Hold the mutex on the view as the store is now.

        Raises:
            StoreError: The store cannot be read.
        """
        with self._storage.mutex, self._readable_file():
            self._storage.refresh()
            self._renew()
            yield self.view

    @contextlib.contextmanager
    def editing(self, label: str, *, kind: str, of: int | None) -> "Iterator[AnyView]":
        """Open a transaction on the store as it is now; what others wrote there must be sound before any edit."""
        with self._storage.mutex:
            with self._readable_file(), self._storage.transaction(label, kind=kind, of=of):
                self._renew()
                yield self.view
            self._renew(is_own=True)
            self._storage.compact_when_due()  # reads what others wrote, which is not this session's own

    def _renew(self, *, is_own: bool = False) -> None:
        held = self._storage.held
        if held.file is not self.file:
            self.file, self.view = held.file, self._view_of(held.file)
        if not self.view.renew(held, is_own=is_own) and self._position is not None:
            self._note_since(self._position, is_own=is_own)
        self._position = self._storage.position or self._position

    def _note_since(self, position: object, *, is_own: bool) -> None:
        """Note what changed since a position, where everything was read anew."""
        self.pending.note_all_changed(self.view.home, self.view.texts())
        transactions = self._transactions_since(position)
        if transactions is None:
            self.pending.note_all_unseen(self.view.home)
        for at, transaction in enumerate(transactions or ()):
            self.pending.note_transaction(transaction, is_own=is_own and at == 0)  # others may have written after it

    def _transactions_since(self, position: object) -> "list[Transaction] | None":
        try:
            return self._storage.since(position)
        except (OSError, StoreError, DecodeError):  # the history cannot be read, so nobody knows
            return None

    def _view_of(self, file: "DocumentFile | None") -> "AnyView":
        if file is None:
            return DecodedTables(self._storage.damaged, self.pending)
        from summittui.store.file_view import FileView

        return FileView(file, self.pending)

    @contextlib.contextmanager
    def _readable_file(self) -> Iterator[None]:
        """Read everything into memory again where the file of documents turns out to be of no use.

        Raises:
            StoreBusy: It did; what was done must be done again.
        """
        try:
            yield
        except OSError as error:
            if self.file is None:
                raise
            self._storage.leave_file()
            name = safe(str(self._storage.location))
            raise StoreBusy(f"The replica beside the store {name} was of no use ({error}); try once more.") from None
