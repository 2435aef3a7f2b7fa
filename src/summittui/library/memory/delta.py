"""The differences between a library and the next one."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from summittui.library.memory.records_library import RecordsLibrary
from summittui.model import TABLE_OF, TABLES, Record, SourceId
from summittui.model.display_names import display_name


class Delta(Struct, frozen=True, kw_only=True):
    """From a library to the one that follows it: what has changed."""

    before: RecordsLibrary
    after: RecordsLibrary
    ids: frozenset[str]
    """Of the records that were added, changed or removed."""
    old: Mapping[str, tuple[Record, ...]]
    """The versions that are gone, by table."""
    new: Mapping[str, tuple[Record, ...]]
    """The versions that have come, by table, in the table's order."""
    texts: frozenset[SourceId]
    """The sources whose text was attached, replaced or removed."""
    moved: frozenset[str]
    """The tables in which records no longer stand at the same places."""
    renamed: frozenset[str]
    """The ids that are called otherwise."""

    def touches(self, *tables: str) -> bool:
        """Tell whether a record of one of these tables is other than it was."""
        return any(self.old[table] or self.new[table] for table in tables)

    def versions(self, *tables: str) -> tuple[Record, ...]:
        """Return the old and the new versions in some tables."""
        return tuple(record for table in tables for record in (*self.old[table], *self.new[table]))


def delta_between(
    before: RecordsLibrary, after: RecordsLibrary, ids: Collection[str], texts: Collection[SourceId]
) -> Delta:
    """Return the delta from one library to the next.

    Args:
        before: The library before.
        after: The library that follows it.
        ids: Of all records that were added, changed or removed; the others are equal, in the same order.
        texts: Of all sources whose text was attached, replaced or removed.
    """
    found = (before.find(id_) for id_ in ids)
    gone = [record for record in found if record is not None]
    old = {name: tuple(record for record in gone if TABLE_OF[type(record)] == name) for name in TABLES}
    new = {name: _come(before, after, name, frozenset(ids)) for name in TABLES}
    names = {record.id: display_name(record) for records in new.values() for record in records}
    return Delta(
        before=before,
        after=after,
        ids=frozenset(ids),
        old=old,
        new=new,
        texts=frozenset(texts),
        moved=frozenset(name for name in TABLES if not _in_place(before, after, name, old[name], new[name])),
        renamed=frozenset(id_ for id_ in ids if before.name(id_) != names.get(id_, id_)),
    )


def _come(before: RecordsLibrary, after: RecordsLibrary, table: str, ids: frozenset[str]) -> tuple[Record, ...]:
    records, others = after.records.table(table), before.records.table(table)
    if records is others:
        return ()
    was = before.ordinals(table)
    places = sorted(was[id_] for id_ in ids if id_ in was)
    if len(records) == len(others) and all(records[place].id == others[place].id for place in places):
        return tuple(records[place] for place in places)
    return tuple([record for record in records if record.id in ids])


def _in_place(
    before: RecordsLibrary, after: RecordsLibrary, table: str, old: tuple[Record, ...], new: tuple[Record, ...]
) -> bool:
    if not old and not new:
        return True
    if len(old) != len(new):
        return False
    was, records = before.ordinals(table), after.records.table(table)
    return all(record.id in was and records[was[record.id]] is record for record in new)
