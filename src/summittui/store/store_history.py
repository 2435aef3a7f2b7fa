"""The history of a store as its sessions use it: the log, undoing and doing again."""

from collections.abc import Mapping
from itertools import islice

from summittui.store.journal import REDO, UNDO, Transaction
from summittui.store.present_view import PresentView
from summittui.store.protocol import Storage
from summittui.store.reports import LogEntry


class StoreHistory:
    """The edits of a store, each of which can be taken back by another edit."""

    def __init__(self, storage: Storage, present: PresentView) -> None:
        """Read nothing yet.

        Args:
            storage: What keeps the store.
            present: The records as the session sees them.
        """
        self._storage = storage
        self._present = present

    def log(self, id_: str | None = None, *, last: int | None = None) -> tuple[LogEntry, ...]:
        """Return what was changed by whom, the newest first.

        Args:
            id_: Of one record or attached text alone.
            last: At most so many.
        """
        from summittui.store.history import entries

        with self._storage.mutex:
            return tuple(islice(entries(self._storage.history, id_), last))

    def successors(self) -> Mapping[str, str]:
        """Return the present id of each record that was renamed or merged, by every id that it had before."""
        from summittui.store.history import successors

        with self._storage.mutex:
            return successors(self._storage.history)

    def undo(self, *, of_anybody: bool = False) -> LogEntry:
        """Take back the last edit that was not undone; the undoing is an edit itself.

        Args:
            of_anybody: Not only of this user.

        Returns:
            What was undone, as `log` tells it.

        Raises:
            InputError: There is none, or a record would break a rule without it.
            StoreConflict: A record was changed since.
            StoreError: The store may not be written or is busy.
        """
        from summittui.store.history import to_undo

        with self._storage.mutex:
            return self._put_back(to_undo(self._storage.history, self._author(of_anybody=of_anybody)), UNDO)

    def redo(self, *, of_anybody: bool = False) -> LogEntry:
        """Make the edit again that was undone last; as `undo`."""
        from summittui.store.history import to_redo

        with self._storage.mutex:
            return self._put_back(to_redo(self._storage.history, self._author(of_anybody=of_anybody)), REDO)

    def _author(self, *, of_anybody: bool) -> str | None:
        return None if of_anybody else self._storage.who

    def _put_back(self, made: Transaction, kind: str) -> LogEntry:
        from summittui.store.history import entries_of
        from summittui.store.undoing import put_back, reversed_changes, reversed_successors

        is_redone = kind == REDO
        with self._present.editing(f"{kind} {made.label}", kind=kind, of=made.number) as view:
            draft = self._storage.drafts.draft
            put_back(draft, view, made.changes if is_redone else reversed_changes(made.changes))
            draft.successors.update(made.successors if is_redone else reversed_successors(made))
        return next(entries_of(made))
