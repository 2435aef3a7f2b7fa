"""The removal of a collection from a store: records that a user edited stay, and those that they name."""

from typing import TYPE_CHECKING

from msgspec import Struct

from summittui.model import TABLES, Record, UnknownId
from summittui.model.references import named_ids
from summittui.model.text import safe
from summittui.store.editing import delete_record, write_record
from summittui.store.merging import Unite, parts_in_order, united_parts
from summittui.store.reports import RemovalReport
from summittui.store.tables import COLLECTIONS, DELETED, Notes, fingerprint
from summittui.store.views import AnyView

if TYPE_CHECKING:
    from summittui.store.drafting import DraftStorage


class Removal(Struct):
    """The documents to remove and to write, and the report on a removal."""

    written: list[tuple[Record, Notes]]
    """Records that hold again what other collections brought, and those that stay as a user's own."""
    report: RemovalReport


def plan_removal(view: AnyView, collection: str, unite: Unite) -> Removal:
    """Decide what becomes of each record that a collection brought.

    Raises:
        UnknownId: The store does not hold the collection.
    """
    held = [row.id for row in view.rows(COLLECTIONS).values()]
    if collection not in held:
        known = ", ".join(held) or "none"
        raise UnknownId(f"The library holds no collection {safe(collection)!r}; it holds {known}.")
    brought = {id_: view.notes(id_) for id_ in view.home if collection in view.notes(id_).collections}
    edited = {id_ for id_, notes in brought.items() if _is_edited(view, id_, notes)}
    shared = {id_ for id_, notes in brought.items() if len(notes.collections) > 1}
    parted = {id_: _parted(view, id_, brought[id_], collection, unite) for id_ in shared - edited}
    named = _named(view, brought, edited | shared, {**parted})
    written = [_without(view, id_, brought[id_], collection) for id_ in sorted((edited | named) & brought.keys())]
    gone = [id_ for id_ in brought if id_ not in edited | shared | named]
    report = RemovalReport(
        collection=collection,
        removed=tuple(gone),
        parted=tuple(parted),
        edited=tuple(id_ for id_ in brought if id_ in edited),
        named=tuple(id_ for id_ in brought if id_ in named),
    )
    return Removal([*written, *parted.values()], report)


def write_removal(storage: "DraftStorage", view: AnyView, removal: Removal) -> None:
    """Write what was decided; inside a transaction."""
    for record, notes in removal.written:
        write_record(storage, view, record, notes)
    for id_ in removal.report.removed:
        delete_record(storage, view, id_)
    number = view.numbered(COLLECTIONS, removal.report.collection)
    storage.table(COLLECTIONS).remove(doc_ids=[int(number or 0)])
    deleted = [
        int(number)
        for number, row in view.rows(DELETED).items()
        if row.notes.collections == (removal.report.collection,)
    ]
    storage.table(DELETED).remove(doc_ids=deleted)


def _is_edited(view: AnyView, id_: str, notes: Notes) -> bool:
    record = view.find(id_)
    return record is not None and fingerprint(record) != notes.seeded


def _parted(view: AnyView, id_: str, notes: Notes, collection: str, unite: Unite) -> tuple[Record, Notes]:
    """Return a shared record without what one collection brought of it."""
    left = {name: part for name, part in notes.parts.items() if name != collection}
    record = united_parts(TABLES[view.home[id_]], parts_in_order(view, id_, left).values(), unite)
    return record, Notes(notes.rev + 1, next(iter(left)), fingerprint(record), left if len(left) > 1 else {})


def _without(view: AnyView, id_: str, notes: Notes, collection: str) -> tuple[Record, Notes]:
    """Return a record that stays as it is, with notes that no longer name the collection."""
    record = view.find(id_)
    assert record is not None  # it was among those that the collection brought
    left = {name: part for name, part in notes.parts.items() if name != collection}
    others = [name for name in notes.collections if name != collection]
    return record, Notes(notes.rev + 1, others[0] if others else None, notes.seeded if others else None, left)


def _named(
    view: AnyView, brought: dict[str, Notes], stay: set[str], parted: dict[str, tuple[Record, Notes]]
) -> set[str]:
    """Return the records that would go and are named, directly or by others that stay for that, by what stays."""
    going = brought.keys() - stay
    queue: list[Record] = [record for id_ in view.home if id_ not in going and (record := _after(view, id_, parted))]
    found: set[str] = set()
    while queue:
        for id_ in named_ids(queue.pop()):
            if id_ in going and id_ not in found:
                found.add(id_)
                queue += [record] if (record := view.find(id_)) else []
    return found


def _after(view: AnyView, id_: str, parted: dict[str, tuple[Record, Notes]]) -> Record | None:
    return parted[id_][0] if id_ in parted else view.find(id_)
