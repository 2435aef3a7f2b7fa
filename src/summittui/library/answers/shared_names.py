"""Shared names: names that may mean more than one record, the initials of states and bodies among them."""

from collections.abc import Iterable

from msgspec import Struct

from summittui.library.protocol import Library
from summittui.model import TABLE_OF, TABLES, Record
from summittui.model.display_names import names_of
from summittui.model.text import fold_words

CALLED = ("actors", "events", "issues", "declarations", "camps")
"""The tables whose records are meant by their names, so that no two should bear the same."""


class SharedName(Struct, frozen=True):
    """A name that several records bear, or that is the id or the initials of another one."""

    name: str
    ids: tuple[str, ...]


def shared_names_of(library: Library, record: Record, before: Record | None = None) -> tuple[SharedName, ...]:
    """Return the names of a record that may mean another one too, without those that `before` bore already."""
    if TABLE_OF[type(record)] not in CALLED:
        return ()
    known = _by_fold(before) if before else {}
    found = (_shared(library, folded, name) for folded, name in _by_fold(record).items() if folded not in known)
    return tuple(shared for shared in found if shared)


def shared_names(library: Library) -> tuple[SharedName, ...]:
    """Return every name that several records bear."""
    found: dict[str, SharedName] = {}
    for table in CALLED:
        for record in library.every(TABLES[table]):
            for folded, name in _by_fold(record).items():
                if folded not in found and (shared := _shared(library, folded, name)):
                    found[folded] = shared
    return tuple(found.values())


def names_shared_with(library: Library, records: Iterable[Record]) -> tuple[SharedName, ...]:
    """Return the names that records which are to come into a library share with each other or with others there."""
    coming: dict[str, dict[str, str]] = {}
    ids = set()
    for record in records:
        ids.add(record.id)
        for folded, name in _by_fold(record).items() if TABLE_OF[type(record)] in CALLED else ():
            coming.setdefault(folded, {})[record.id] = name
    found = []
    for folded, names in coming.items():
        there = _bearing(library, folded) - ids
        if len(there) + len(names) > 1:
            found.append(SharedName(next(iter(names.values())), tuple(sorted({*there, *names}))))
    return tuple(found)


def _by_fold(record: Record) -> dict[str, str]:
    return {fold_words(name): name for name in reversed(names_of(record))}


def _shared(library: Library, folded: str, name: str) -> SharedName | None:
    ids = _bearing(library, folded)
    return SharedName(name, tuple(sorted(ids))) if len(ids) > 1 else None


def _bearing(library: Library, folded: str) -> set[str]:
    """Return the ids of the records that a folded name may mean: by a name, as their id, or by their initials."""
    bearers = (*library.bearers(folded), *library.abbreviated(folded))
    return {record.id for record in bearers if TABLE_OF[type(record)] in CALLED or record.id == folded}
