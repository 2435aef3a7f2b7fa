"""The pending changes of a store: those that its session has not taken over, and those that it has not seen."""

from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Raw

from summittui.model import TABLES, Record, SourceId
from summittui.store.journal import NOTHING, Transaction
from summittui.store.reports import Changes
from summittui.store.tables import TEXTS, AttachedText


class PendingChanges:
    """The changes since a session looked last; they stay where its documents move into a file or out of it."""

    def __init__(self) -> None:
        self.unseen: dict[str, Record | None] = {}
        """The records that others changed since `note_seen`, by id, as they were then."""
        self._changed: dict[str, Record | None] = {}
        self._texts: set[str] = set()

    def note(self, old: Record | None, new: Record | None, *, is_own: bool) -> None:
        """Note the change of one document.

        Args:
            old: The record before; None for none.
            new: The record after; None for none.
            is_own: Whether the session made the change.
        """
        if old == new:
            return
        for record in filter(None, (old, new)):
            before = old if old is not None and old.id == record.id else None
            self._changed.setdefault(record.id, before)
            if is_own:
                self.unseen.pop(record.id, None)
            else:
                self.unseen.setdefault(record.id, before)

    def note_texts(self, sources: Iterable[str]) -> None:
        """Note that the attached texts of sources changed."""
        self._texts.update(sources)

    def note_transaction(self, transaction: Transaction, *, is_own: bool) -> None:
        """Note the changes of a transaction, by this session or by another one."""
        for name, documents in transaction.changes.items():
            for before, after in documents.values():
                if name in TABLES:
                    self.note(_record(name, before), _record(name, after), is_own=is_own)
                elif name == TEXTS:
                    self.note_texts(_sources(before, after))

    def note_all_changed(self, ids: Iterable[str], texts: Iterable[str]) -> None:
        """Note all records and attached texts as changed, by whomever."""
        self._changed = {**dict.fromkeys(ids), **self._changed}
        self._texts.update(texts)

    def note_all_unseen(self, ids: Iterable[str]) -> None:
        """Note all records as changed by others, where nobody knows which were."""
        self.unseen = {**dict.fromkeys(ids), **self.unseen}

    def note_seen(self) -> None:
        """Let nothing count as unseen from now on."""
        self.unseen.clear()

    def take(self, home: Mapping[str, str]) -> Changes:
        """Return the changes since the last call.

        Args:
            home: The table of each record there is now, by its id.
        """
        found = Changes(
            changed=frozenset(id_ for id_ in self._changed if id_ in home),
            removed=frozenset(id_ for id_, old in self._changed.items() if old is not None and id_ not in home),
            texts=frozenset(map(SourceId, self._texts)),
        )
        self.forget()
        return found

    def forget(self) -> None:
        """Let nothing count as changed from now on."""
        self._changed, self._texts = {}, set()


def _record(name: str, raw: Raw) -> Record | None:
    record: Record | None = None if raw == NOTHING else msgspec.json.decode(raw, type=TABLES[name])
    return record


def _sources(*documents: Raw) -> list[str]:
    return [msgspec.json.decode(raw, type=AttachedText).id for raw in documents if raw != NOTHING]
