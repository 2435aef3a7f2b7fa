"""The edits of a session; each is one transaction of the store and gives a new library."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from summittui.library import Library
from summittui.model import InputError, Note, Record, RecordId, SourceId, Stance, StoreConflict, SummitError
from summittui.model.text import safe

if TYPE_CHECKING:
    from summittui.library.changes.merging import Merge
    from summittui.store.reports import LogEntry, OnStep
    from summittui.store.shipped import ShippedStore
    from summittui.store.store import Store

NAMED = 3
"""The number of places that a refusal names."""


class Editing:
    """The edits of a session."""

    _store: "Store | ShippedStore"

    @property
    def library(self) -> Library:
        """The library of the store as it was last seen."""
        raise NotImplementedError

    def add(self, record: Record) -> str:
        """Add a record and return its id; it is durable then.

        Raises:
            InputError: The id is taken, or the record breaks a rule.
            StoreError: The store may not be written or is busy.
        """
        if self.library.find(record.id) is not None:
            raise InputError(f"the id {record.id!r} is taken; choose another, or edit that record")
        self.edit({record.id: record}, f"add {record.id}")
        return record.id

    def add_drafted(
        self,
        draft: Callable[[Library], Record],
        stances: Callable[[Library, str], Mapping[str, Stance]] = lambda _, __: {},
    ) -> str:
        """Add the record that `draft` makes and return its id; it is durable then.

        `stances` gives, for the id, the stance of each record that is set in the same edit.

        It is drafted again where another session has taken its id meanwhile.

        Raises:
            InputError: The id that it must have is taken, or the record breaks a rule.
            StoreError: The store may not be written or is busy.
        """
        record = draft(self.library)
        while True:
            try:
                given = stances(self.library, record.id)
                return self._add_with(record, given) if given else self.add(record)
            except SummitError:
                self._renew()
                again = draft(self.library)
                if again.id == record.id:
                    raise
                record = again

    def _add_with(self, record: Record, stances: Mapping[str, Stance]) -> str:
        self.set_stances(stances, along=record)
        return record.id

    def change(self, record: Record, *, base: Record | None = None) -> None:
        """Put a record in the place of the one with its id.

        Args:
            record: The new version.
            base: The version that the new one was made from; where it is given it must still be the present one.

        Raises:
            UnknownId: There is none.
            InputError: The record breaks a rule, or is of another table.
            StoreConflict: Another session has changed it meanwhile.
            StoreError: The store may not be written or is busy.
        """
        if base is not None:
            self.require_unchanged(base, mine=record)
        before = self.library.get(record.id)
        if type(before) is not type(record):
            raise InputError(f"{record.id!r} is a record of another table; give the new one another id")
        if before != record:
            self.edit({record.id: record}, f"edit {record.id}")

    def require_unchanged(self, base: Record, *, mine: Record | None) -> None:
        """Refuse to put `mine` in the place of `base` where another version of it stands there by now.

        Raises:
            StoreConflict: Holds both versions.
        """
        theirs = self.library.find(base.id)
        if theirs != base:
            done = "deleted" if theirs is None else "changed"
            raise StoreConflict(f"another session has {done} {base.id!r} since you opened it", mine=mine, theirs=theirs)

    def remove(self, id_: str) -> None:
        """Delete a record, the note on it, and the proposals for a source.

        Raises:
            UnknownId: There is none.
            InputError: Other records name it; the sentence says which would dangle.
            StoreError: The store may not be written or is busy.
        """
        from summittui.library.changes.rewriting import referrers

        self.library.get(id_)
        note = self.note_on(id_)
        along = {each.id for each in (note, *self.library.proposals_in(id_)) if each is not None}
        places = [place for place in referrers(self.library, id_) if place.id not in along]
        if places:
            named = "; ".join(map(str, places[:NAMED])) + (
                f"; and {len(places) - NAMED} more" if places[NAMED:] else ""
            )
            raise InputError(f"{id_!r} is named by {named}; change these first, or merge it into another record")
        self.edit({**dict.fromkeys(sorted(along)), id_: None}, f"delete {id_}")

    def rename(self, id_: str, new: str) -> tuple[str, ...]:
        """Rename a record, let those that name it follow, and return their ids.

        Raises:
            UnknownId: There is no such record.
            InputError: The new id is none, or is taken.
            StoreError: The store may not be written or is busy.
        """
        from summittui.library.changes.rewriting import renamed

        changes, text = renamed(self.library, id_, new), self.library.text(id_)
        texts = {} if text is None else {SourceId(new): text}
        self.edit(changes, f"rename {id_} to {new}", texts=texts, successors={id_: new})
        return tuple(one for one in changes if one not in {id_, new})

    def merge_records(self, id_: str, into: str) -> "Merge":
        """Make one record of two; what named the first names the second.

        Returns:
            What the second record took over, and what was left out.

        Raises:
            UnknownId: There is no such record.
            InputError: They are of different tables or sources, or passages would move into another text.
            StoreError: The store may not be written or is busy.
        """
        from summittui.library.changes.merging import merged

        merge = merged(self.library, id_, into)
        self.edit(merge.changes, f"merge {id_} into {into}", texts=merge.texts, successors={id_: into})
        return merge

    def set_stance(self, id_: str, stance: Stance) -> None:
        """Set the stance of a quote or a claim on one issue, in place of the one it had.

        Raises:
            InputError: The record is one that takes no stance.
            StoreError: The store may not be written or is busy.
        """
        self.change(with_stance(self.library.get(id_), stance))

    def set_stances(self, stances: Mapping[str, Stance], *, along: Record | None = None) -> None:
        """Set one stance of each of several quotes or claims, by their ids, in one edit.

        Args:
            stances: The stance of each record.
            along: A new record that is added with them, such as their issue.

        Raises:
            InputError: A record is one that takes no stance, or breaks a rule.
            StoreError: The store may not be written or is busy.
        """
        changes: dict[str, Record | None] = {} if along is None else {along.id: along}
        changes |= {id_: with_stance(self.library.get(id_), stance) for id_, stance in stances.items()}
        self.edit(changes, f"add {along.id}" if along else f"stance of {', '.join(stances)}"[:200])

    def note_on(self, id_: str) -> Note | None:
        """Return the note on a record."""
        return self.library.note_on(id_)

    def set_note(self, id_: str, *, memo: str | None = None, starred: bool | None = None) -> None:
        """Write a memo on a record, or set or take its star; what is None stays.

        Raises:
            UnknownId: There is no such record.
            StoreError: The store may not be written or is busy.
        """
        from summittui.session.naming import free_id

        self.library.get(id_)
        before = self.note_on(id_) or Note(id=free_id(self.library, f"note-{id_}"), about=RecordId(id_))
        after = replace(
            before,
            memo=before.memo if memo is None else memo.strip() or None,
            starred=before.starred if starred is None else starred,
        )
        kept = after if after.memo or after.starred else None
        if kept != self.note_on(id_):
            self.edit({after.id: kept}, f"note on {id_}")

    def undo(self, *, of_anybody: bool = False) -> "LogEntry":
        """Take back the last edit of this user, or of anybody, and return what was undone.

        Raises:
            InputError: There is none, or a record would break a rule without it.
            StoreConflict: A record was changed since.
            StoreError: The store may not be written or is busy.
        """
        undone = self._store.history.undo(of_anybody=of_anybody)
        self._renew()
        return undone

    def redo(self, *, of_anybody: bool = False) -> "LogEntry":
        """Make the edit again that was undone last; as `undo`."""
        redone = self._store.history.redo(of_anybody=of_anybody)
        self._renew()
        return redone

    def log(self, id_: str | None = None, *, last: int | None = None) -> tuple["LogEntry", ...]:
        """Return what was changed by whom, of one record or of all, the newest first, at most `last` changes."""
        return self._store.history.log(id_, last=last)

    def edit(
        self,
        changes: Mapping[str, Record | None],
        label: str,
        *,
        texts: Mapping[SourceId, str] | None = None,
        successors: Mapping[str, str] | None = None,
        on_step: "OnStep" = lambda _, __: None,
        watched: Sequence[str] = (),
    ) -> frozenset[str]:
        """Make several edits in one transaction, which one undo takes back.

        Args:
            changes: The records to put, by id; None for one to delete.
            label: What is done, in words.
            texts: The text to attach to each source.
            successors: The new ids of records that are renamed or merged, by the ids they had.
            on_step: Told how many of how many steps are done, before each; the last one writes the file.
            watched: Tables in which nobody else may have changed anything since the present library.

        Returns:
            The ids of all that the present library has otherwise than the one before, also by edits of others.

        Raises:
            InputError: A record breaks a rule, or one that is deleted is named by others.
            StoreConflict: Another session has changed one of them meanwhile.
            StoreError: The store may not be written or is busy.
        """
        self._store.edit(
            changes,
            label=safe(label),
            texts=texts,
            successors=successors,
            on_step=on_step,
            watched=watched,
            is_known=lambda id_: self.library.find(id_) is not None,
        )
        return self._renew()

    def _renew(self) -> frozenset[str]:
        """Take over what has changed in the store, and return the ids of these records and sources of texts."""
        raise NotImplementedError


def with_stance(record: Record, stance: Stance) -> Record:
    """Return a record with a stance in place of the one of the same holder and coder on the same issue.

    Raises:
        InputError: Records of its table take no stance.
    """
    by_side = {(one.issue, one.holder, one.by): one for one in _stances(record)}
    return replace(record, stances=tuple({**by_side, (stance.issue, stance.holder, stance.by): stance}.values()))


def without_stance(record: Record, issue: str, holder: str | None = None, by: str | None = None) -> Record:
    """Return a record without the stance of `holder`, None for whoever speaks, that the coder `by` set on an issue.

    Raises:
        InputError: It has none.
    """
    stances = _stances(record)
    kept = tuple(one for one in stances if (one.issue, one.holder, one.by) != (issue, holder, by))
    if len(kept) == len(stances):
        raise InputError(f"{record.id!r} has no such stance on {safe(issue)!r}; see them with `summittui show`")
    return replace(record, stances=kept)


def _stances(record: Record) -> tuple[Stance, ...]:
    if "stances" not in record.__struct_fields__:
        raise InputError(f"{record.id!r} is no quote and no claim; only these take a stance")
    stances: tuple[Stance, ...] = record.stances  # type: ignore[attr-defined]  # it has the field
    return stances
