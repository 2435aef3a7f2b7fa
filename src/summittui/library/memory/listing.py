"""The list engine: the ordinals of the records that a list query asks for, in the query's order."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import overload

from msgspec.structs import replace

from summittui.library.answers.related import related
from summittui.library.memory.indexes import ORDINALS
from summittui.library.memory.ranks import ranks
from summittui.library.memory.records_library import RecordsLibrary
from summittui.library.protocol import ListResult
from summittui.model import TABLE_OF, Record
from summittui.model.cancelling import IsCancelled, never_cancelled
from summittui.queries.listing import ListQuery
from summittui.queries.orders import Order

SLICE = 10_000
"""The number of records that are read between two checks for cancellation."""
PROMPT = 2_000
"""Lists out of up to so many records are made while a key is pressed."""


class OrdinalResult(ListResult):
    """The records at some ordinals of a table of a library in memory."""

    library: RecordsLibrary

    def __init__(self, library: RecordsLibrary, query: ListQuery, ordinals: Sequence[int]) -> None:
        super().__init__(library, query)
        self.ordinals = ordinals
        everything = library.records.table(query.table)
        self._everything = everything
        self._is_whole = isinstance(ordinals, range) and len(ordinals) == len(everything)

    def __len__(self) -> int:
        return len(self.ordinals)

    @overload
    def __getitem__(self, at: int) -> Record: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...

    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        if self._is_whole:
            return self._everything[at]
        if isinstance(at, slice):
            return tuple([self._everything[ordinal] for ordinal in self.ordinals[at]])
        return self._everything[self.ordinals[at]]

    def find(self, id_: str) -> int:
        """Return the index of a record in the list, from 0; -1 if the list does not have it."""
        library, table, order = self.library, self.query.table, self.query.order
        ordinal = library.derived(ORDINALS, table).get(id_)
        if ordinal is None:
            return -1
        if order == Order():
            at = bisect_left(self.ordinals, ordinal)
        else:
            rank = library.derived(ranks, table, order)
            at = bisect_left(self.ordinals, rank[ordinal], key=rank.__getitem__)
        return at if at < len(self) and self.ordinals[at] == ordinal else -1


class ListEngine:
    """The maker of lists of one library; the last list of each table is cached, for the next is often a part of it."""

    def __init__(self, library: RecordsLibrary) -> None:
        self._library = library
        self._last: dict[str, OrdinalResult] = {}

    def find(self, query: ListQuery, is_cancelled: IsCancelled = never_cancelled) -> OrdinalResult | None:
        """Return the records that a query asks for; None where that was cancelled.

        Raises:
            QueryError: A value of the query means nothing in the library.
        """
        if not query.is_narrowed and query.order == Order():
            return OrdinalResult(self._library, query, range(self._library.size(query.table)))
        last = self._last.get(query.table)
        if last is not None and last.query == query:
            return last
        ordinals = self._ordinals(query, last, is_cancelled)
        if ordinals is None:
            return None
        self._last[query.table] = found = OrdinalResult(self._library, query, ordinals)
        return found

    def _ordinals(
        self, query: ListQuery, last: OrdinalResult | None, is_cancelled: IsCancelled
    ) -> Sequence[int] | None:
        from summittui.library.memory.matching import left_to_ask

        if last is not None and self._is_part_of(query, last.query):
            left = left_to_ask(self._library, query.query, last.query.query)
            return self._matching(replace(query, query=left), last.ordinals, is_cancelled)
        found = self._matching(query, self.base_of(query), is_cancelled)
        if found is None or query.order == Order():
            return found
        return sorted(found, key=self._library.derived(ranks, query.table, query.order).__getitem__)

    def _is_part_of(self, query: ListQuery, last: ListQuery) -> bool:
        """Tell whether all that is asked for is in the last list, in the same order."""
        from summittui.library.memory.matching import narrows

        same = query.order == last.order and query.lead == last.lead and query.among == last.among
        return same and narrows(self._library, query.query, last.query)

    def _matching(self, query: ListQuery, among: Sequence[int], is_cancelled: IsCancelled) -> Sequence[int] | None:
        """Return the ordinals, of those given, that the query's words and fields keep."""
        if not query.query:
            return among
        from summittui.library.memory.matching import matching_ordinals

        found: list[int] = []
        for start in range(0, len(among) or 1, SLICE):
            if is_cancelled():
                return None
            found += matching_ordinals(self._library, query.table, query.query, among[start : start + SLICE])
        return found if len(found) < len(among) else among

    def base_of(self, query: ListQuery) -> Sequence[int]:
        """Return the ordinals about which words and fields are asked: those of the lead and the marked, in order.

        The records that belong to a lead are found by the library's indexes; no table is gone through.
        """
        library = self._library
        ids = related(library, query.lead) if query.lead is not None else query.among
        if ids is None:
            return range(library.size(query.table))
        if query.among is not None:
            ids &= query.among
        at = library.derived(ORDINALS, query.table)
        return sorted(at[id_] for id_ in ids if id_ in at)

    def holds(self, query: ListQuery, id_: str) -> bool:
        """Tell whether the list that a query asks for has a record."""
        record = self._library.find(id_)
        if record is None or TABLE_OF[type(record)] != query.table:
            return False
        if query.lead is not None and id_ not in related(self._library, query.lead):
            return False
        ordinal = self._library.derived(ORDINALS, query.table)[id_]
        is_among = query.among is None or id_ in query.among
        return is_among and bool(self._matching(query, [ordinal], never_cancelled))

    def is_prompt(self, query: ListQuery) -> bool:
        """Tell whether a list takes no time worth speaking of."""
        is_small = self._library.size(query.table) <= PROMPT
        return is_small or (query.lead is not None and len(related(self._library, query.lead)) <= PROMPT)
