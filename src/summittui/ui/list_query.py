"""What a list shows: asked for as a value, answered in any thread."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import overload

from msgspec import Struct
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.memory.filters import Among, BelongsTo, Filter, Matches, related
from summittui.library.memory.ranks import ranks
from summittui.model import TABLE_OF, Record
from summittui.queries.language import Query
from summittui.queries.orders import Order, order_words
from summittui.ui.scheduling.executors import IsCancelled

SLICE = 20_000
"""How many records are looked at before it is asked again whether anybody waits for the answer."""
AT_ONCE = 2_000
"""Tables of up to so many records are answered while the reader presses a key, larger ones in a thread."""


class ListQuery(Struct, frozen=True, kw_only=True):
    """Which records a list is to show, in what order."""

    library: Library
    table: str
    lead: str | None = None
    """The record that they must belong to."""
    query: Query = Query()
    among: frozenset[str] | None = None
    """The ids that they must have."""
    order: Order = Order()

    @property
    def filters(self) -> tuple[Filter, ...]:
        """What is left out, in words and as predicates."""
        lead = (BelongsTo(self.lead),) if self.lead is not None else ()
        query = (Matches(self.query),) if self.query else ()
        among = (Among(self.among, "marked"),) if self.among is not None else ()
        return (*lead, *query, *among)

    @property
    def is_at_once(self) -> bool:
        """Whether the answer takes no time worth speaking of."""
        is_small = len(self.library.records.table(self.table)) <= AT_ONCE
        return is_small or (self.lead is not None and len(related(self.library, self.lead)) <= AT_ONCE)

    def holds(self, record: Record) -> bool:
        """Tell whether the list would show a record of its table."""
        from summittui.library.memory.matching import places

        others = (each for each in self.filters if not isinstance(each, Matches))
        at = place_of(self.library, record)
        asked = bool(places(self.library, self.table, self.query, [at]))
        return asked and all(each.bind(self.library)(record) for each in others)

    def description(self) -> str:
        """Return filters and order in words; empty where everything stands as it is."""
        words = (*(each.describe(self.library) for each in self.filters), order_words(self.table, self.order))
        return " · ".join(each for each in words if each)


class ListResult(Struct, frozen=True):
    """The records that were wanted."""

    wanted: ListQuery
    places: Sequence[int]
    """Where they are in their table."""

    def __len__(self) -> int:
        return len(self.places)

    @property
    def total(self) -> int:
        """The number of records of the table."""
        return len(self.wanted.library.records.table(self.wanted.table))

    @property
    def records(self) -> Sequence[Record]:
        """The records, in the order that was wanted."""
        everything = self.wanted.library.records.table(self.wanted.table)
        whole = isinstance(self.places, range) and len(self.places) == len(everything)
        return everything if whole else RecordSlice(everything, self.places)

    def find(self, id_: str) -> int:
        """Return where in the list a record is, from 0; -1 if it is not there."""
        library, order = self.wanted.library, self.wanted.order
        record = library.find(id_)
        if record is None or TABLE_OF[type(record)] != self.wanted.table:
            return -1
        place = place_of(library, record)
        if order == Order():
            at = bisect_left(self.places, place)
        else:
            rank = library.derived(ranks, self.wanted.table, order)
            at = bisect_left(self.places, rank[place], key=rank.__getitem__)
        return at if at < len(self) and self.places[at] == place else -1

    def count(self) -> str:
        """Return the number of records, "of" the number in the table where that is another."""
        return str(self.total) if len(self) == self.total else f"{len(self)} of {self.total}"


class RecordSlice(Sequence[Record]):
    """Some records of a table, looked up when they are asked for."""

    def __init__(self, everything: Sequence[Record], chosen: Sequence[int]) -> None:
        self._everything = everything
        self._chosen = chosen

    def __len__(self) -> int:
        return len(self._chosen)

    @overload
    def __getitem__(self, at: int) -> Record: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...

    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        if isinstance(at, slice):
            return tuple(self._everything[place] for place in self._chosen[at])
        return self._everything[self._chosen[at]]


def place_of(library: Library, record: Record) -> int:
    """Return the place of a record in its table, from 0."""
    return library.ordinals(TABLE_OF[type(record)])[record.id]


def never_cancelled() -> bool:
    """Tell that nothing was overtaken: for answers that somebody waits for."""
    return False


class IncrementalQuery:
    """Finds what lists want; keeps the last answers, because the next one is often a part of them."""

    def __init__(self) -> None:
        self._last: dict[str, ListResult] = {}

    def find(self, wanted: ListQuery, is_cancelled: IsCancelled = never_cancelled) -> ListResult | None:
        """Return the records that are wanted, None if it was overtaken.

        Raises:
            SummitError: The query asks for something that is not there.
        """
        last = self._last.get(wanted.table)
        if last is not None and last.wanted == wanted:
            return last
        if last is not None and is_part_of(wanted, last.wanted):
            from summittui.library.memory.matching import left_to_ask

            left = left_to_ask(wanted.library, wanted.query, last.wanted.query)
            found = asked_for(replace(wanted, query=left), last.places, is_cancelled)
        else:
            found = asked_for(wanted, base_of(wanted), is_cancelled)
            found = None if found is None else _in_order(wanted, found)
        if found is None:
            return None
        self._last[wanted.table] = listed = ListResult(wanted, found)
        return listed


def asked_for(
    wanted: ListQuery, among: Sequence[int], is_cancelled: IsCancelled = never_cancelled
) -> Sequence[int] | None:
    """Return which places of those given the query keeps, None if it was overtaken."""
    if not wanted.query:
        return among
    from summittui.library.memory.matching import places

    found: list[int] = []
    for start in range(0, len(among) or 1, SLICE):
        if is_cancelled():
            return None
        found += places(wanted.library, wanted.table, wanted.query, among[start : start + SLICE])
    return found if len(found) < len(among) else among


def base_of(wanted: ListQuery) -> Sequence[int]:
    """Return the places that the query is asked about: what belongs to the lead and is marked, in the table's order.

    What belongs to a record is found by the library's indexes; no table is gone through.
    """
    library, table = wanted.library, wanted.table
    ids = related(library, wanted.lead) if wanted.lead is not None else wanted.among
    if ids is None:
        return range(len(library.records.table(table)))
    if wanted.among is not None:
        ids &= wanted.among
    at = library.ordinals(table)
    return sorted(at[id_] for id_ in ids if id_ in at)


def facets_of(wanted: ListQuery) -> dict[str, dict[str, int]]:
    """Return, for each facet of the table, how many records would be shown if that value were asked for.

    Raises:
        SummitError: The query asks for something that is not there.
    """
    from summittui.library.memory.facets import facet_counts

    return facet_counts(wanted.library, wanted.table, wanted.query, base_of(wanted))


def is_part_of(wanted: ListQuery, last: ListQuery) -> bool:
    """Tell whether everything that is wanted is among what was wanted last, in the same order."""
    from summittui.library.memory.matching import narrows

    same = wanted.library is last.library and wanted.order == last.order and wanted.lead == last.lead
    return same and wanted.among == last.among and narrows(wanted.library, wanted.query, last.query)


def _in_order(wanted: ListQuery, found: Sequence[int]) -> Sequence[int]:
    if wanted.order == Order():
        return found
    return sorted(found, key=wanted.library.derived(ranks, wanted.table, wanted.order).__getitem__)
