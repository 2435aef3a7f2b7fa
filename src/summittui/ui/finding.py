"""How everything is searched: the small tables in one go, each large one by itself, the smaller ones first."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from summittui.library import Library
from summittui.library.memory.field_values import check_query
from summittui.library.memory.matching import narrows
from summittui.library.memory.search import Group, search_in
from summittui.library.memory.words import warm
from summittui.model import SEARCHED_TABLES
from summittui.queries.language import Query
from summittui.ui.list_query import AT_ONCE
from summittui.ui.scheduling.executors import IsCancelled

MOST = 200
"""How many hits of each kind are shown."""


class Found(Struct, frozen=True):
    """What a query has found so far."""

    query: Query
    groups: tuple[Group, ...]
    """What was found in each table, in the order in which they were searched; those without a hit are left out."""
    awaited: tuple[str, ...] = ()
    """The tables that are still searched."""

    def places(self) -> dict[str, Sequence[int]] | None:
        """Return where in each table records were found; None as long as that is not known of all."""
        return None if self.awaited or not self.query else {group.table: group.places for group in self.groups}


def find(library: Library, query: Query, before: Found | None, is_cancelled: IsCancelled) -> Iterator[Found]:
    """Yield what a query has found, once for all small tables and then for each large one; in any thread.

    Args:
        library: Where to look.
        query: What for.
        before: What was found last in the library, if anything was: a query that narrows it looks only there.
        is_cancelled: Tells that nobody waits any more.

    Raises:
        SummitError: A value of the query means nothing in the library.
    """
    check_query(library, query)
    groups: list[Group] = []
    known = before.places() if before and narrows(library, query, before.query) else None
    awaited = searching_order(library) if query else ()
    while awaited:
        table, *others = awaited
        awaited = tuple(others)
        kept = (before.query, known.get(table, ())) if before and known is not None else None
        group = search_in(library, table, query, most=MOST, cancelled=is_cancelled, before=kept)
        if group is None:
            return
        groups += (group,) if group.total else ()
        if awaited and is_large(library, awaited[0]):
            yield Found(query, tuple(groups), awaited)
    yield Found(query, tuple(groups))


def warmed(library: Library, is_cancelled: IsCancelled) -> Iterator[str]:
    """Yield the tables in the order in which they are searched, each once its words are folded; in any thread."""
    for table in searching_order(library):
        if is_cancelled():
            return
        warm(library, table)
        yield table


def is_part(found: Found) -> bool:
    """Tell whether there is more to come."""
    return bool(found.awaited)


def searching_order(library: Library) -> tuple[str, ...]:
    """Return the tables that hold anything, the small ones as they stand, then the large ones by their size."""
    held = [table for table in SEARCHED_TABLES if library.records.table(table)]
    return tuple(sorted(held, key=lambda table: len(library.records.table(table)) * is_large(library, table)))


def is_large(library: Library, table: str) -> bool:
    """Tell whether a table takes time worth speaking of."""
    return len(library.records.table(table)) > AT_ONCE
