"""Selections: records with the filters that chose them, their own description and facet counts."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from summittui.library.memory.facets import facet_counts
from summittui.library.memory.filters import Filter, Matches
from summittui.library.memory.library import Library
from summittui.library.memory.matching import narrows, places
from summittui.model import Record
from summittui.queries.language.parts import Query

R = TypeVar("R", bound=Record)


class Selection(Generic[R]):
    """Some records of one table, in the table's order; immutable."""

    def __init__(
        self,
        library: Library,
        table: str,
        filters: tuple[Filter, ...] = (),
        *,
        previous: "Selection[R] | None" = None,
    ) -> None:
        """Choose the records of `table` that pass all `filters`.

        Args:
            library: The records.
            table: The table.
            filters: What to keep.
            previous: What was chosen before; where the filters only narrow it, nothing else is looked at.

        Raises:
            QueryError: A value of a query means nothing in the library.
        """
        self.library = library
        self.table = table
        self.filters = filters
        everything: tuple[R, ...] = library.records.table(table)  # type: ignore[assignment]  # the table decides R
        self.total = len(everything)
        """The number of records before any filter."""
        self._places = self._chosen(previous)
        self.records: tuple[R, ...] = (
            everything if len(self._places) == self.total else tuple(everything[place] for place in self._places)
        )

    def _chosen(self, previous: "Selection[R] | None") -> Sequence[int]:
        narrowed = previous is not None and self._narrows(previous)
        kept = previous._places if previous is not None and narrowed else range(self.total)  # noqa: SLF001  # its own class
        done = previous.filters if previous is not None and narrowed else ()
        for each in self.filters:
            if each in done:
                continue
            kept = _passing(self.library, self.table, each, kept)
        return kept

    def _narrows(self, previous: "Selection[R]") -> bool:
        same = previous.library is self.library and previous.table == self.table
        others = frozenset(each for each in self.filters if not isinstance(each, Matches))
        before = frozenset(each for each in previous.filters if not isinstance(each, Matches))
        return same and before <= others and narrows(self.library, self.query, previous.query)

    @property
    def query(self) -> Query:
        """What all queries among the filters ask for together."""
        return Query().joined(*(each.query for each in self.filters if isinstance(each, Matches)))

    def __len__(self) -> int:
        return len(self.records)

    def narrowed(self, *filters: Filter) -> "Selection[R]":
        """Return the selection of the records that pass these filters too."""
        return Selection(self.library, self.table, (*self.filters, *filters), previous=self)

    def description(self) -> str:
        """Return the filters in words, such as "China and those who speak for it · with “gold”"; empty for none."""
        return " · ".join(words for each in self.filters if (words := each.describe(self.library)))

    def count(self) -> str:
        """Return the number of records, "of" the number before any filter where that is another."""
        return str(self.total) if len(self) == self.total else f"{len(self)} of {self.total}"

    def facets(self) -> dict[str, dict[str, int]]:
        """Return, for each facet of the table, how many records would be kept if that value were asked for.

        What the query asks of a facet itself does not count for that facet, so that its other values stay open.
        """
        kept: Sequence[int] = range(self.total)
        for each in self.filters:
            if not isinstance(each, Matches):
                kept = _passing(self.library, self.table, each, kept)
        return facet_counts(self.library, self.table, self.query, kept)


def _passing(library: Library, table: str, each: Filter, among: Sequence[int]) -> Sequence[int]:
    """Return the places, among those given, of the records that pass a filter."""
    if isinstance(each, Matches):
        return places(library, table, each.query, among)
    records, keeps = library.records.table(table), each.bind(library)
    return [place for place in among if keeps(records[place])]
