"""Undoing and doing again: a transaction's documents, put back where nothing has changed them since."""

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw

from summittui.model import TABLES, Record, StoreConflict
from summittui.model.codec import record_from_plain
from summittui.model.text import safe
from summittui.store.editing import check_rules
from summittui.store.journal import NOTHING, Change, Changes, Transaction
from summittui.store.tables import Notes, Plain, notes_of, raw_of
from summittui.store.views import AnyView

if TYPE_CHECKING:
    from summittui.store.draft import Draft


def reversed_changes(changes: Changes) -> Changes:
    """Return the changes that take others back."""
    return {name: {number: (after, before) for number, (before, after) in one.items()} for name, one in changes.items()}


def reversed_successors(made: Transaction) -> dict[str, str]:
    """Return the ids by which renamed records go again once an edit is taken back, by those that it gave them.

    A merge leads nowhere back: its record was there before, and stays.
    """
    documents = (each for name in TABLES for each in made.changes.get(name, {}).values())
    added = {plain["id"] for before, after in documents if before == NOTHING and (plain := _plain(after))}
    return {new: old for old, new in made.successors.items() if new in added}


def put_back(draft: "Draft", view: AnyView, changes: Changes) -> None:
    """Apply changes that were applied, or taken back, before; inside a transaction.

    Raises:
        StoreConflict: A record has been changed since.
        InputError: A record would break a rule today, or is still referred to.
    """
    noting = {notes_of(name) for name in TABLES}
    for name, documents in changes.items():
        for number, (before, after) in documents.items():
            if name not in noting:
                _refuse_changed(draft, name, number, (before, after))
    check_rules(view, _records(changes))
    for name, documents in changes.items():
        for number, (_, after) in documents.items():
            draft.put(name, number, _counted(draft.raw(name, number), after) if name in noting else after)


def _refuse_changed(draft: "Draft", name: str, number: str, change: Change) -> None:
    before, after = change
    present = draft.raw(name, number)
    if present == before:
        return
    id_ = next(plain["id"] for plain in map(_plain, (present, before, after)) if plain)
    message = f"{safe(repr(id_))} was changed since by somebody else; edit it by hand."
    raise StoreConflict(message, mine=_record(name, after), theirs=_record(name, present))


def _records(changes: Changes) -> dict[str, Record | None]:
    found: dict[str, Record | None] = {}
    for name in TABLES:
        for before, after in changes.get(name, {}).values():
            plain = _plain(after) or _plain(before) or {}
            found[plain["id"]] = _record(name, after)
    return found


def _record(name: str, raw: Raw) -> Record | None:
    plain = _plain(raw)
    return record_from_plain(TABLES[name], plain) if plain and name in TABLES else None


def _counted(present: Raw, after: Raw) -> Raw:
    """Return the notes `after` with the revision that follows the present one."""
    if NOTHING in (after, present):
        return after
    rev = msgspec.json.decode(present, type=Notes).rev + 1
    plain: Plain = msgspec.json.decode(after)
    return raw_of({**plain, "rev": rev})


def _plain(raw: Raw) -> dict[str, Any] | None:
    plain: dict[str, Any] | None = None if raw == NOTHING else msgspec.json.decode(raw)
    return plain
