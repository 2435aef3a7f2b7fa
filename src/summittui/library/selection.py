"""Selections: records with the filters that chose them, their own description and facet counts."""

from collections import Counter
from collections.abc import Iterable
from typing import Generic, TypeVar

from summittui.library.filters import Filter
from summittui.library.library import Library
from summittui.model import TABLES, Actor, Claim, Declaration, Quote, Record

R = TypeVar("R", bound=Record)


class Selection(Generic[R]):
    """Some records of one table, in the table's order; immutable."""

    def __init__(self, library: Library, table: str, filters: tuple[Filter, ...] = ()) -> None:
        """Choose the records of `table` that pass all `filters`."""
        self.library = library
        self.table = table
        self.filters = filters
        everything: tuple[R, ...] = library.records.table(table)  # type: ignore[assignment]  # the table decides R
        self.total = len(everything)
        """The number of records before any filter."""
        kept: Iterable[R] = everything
        for each in filters:
            kept = filter(each.bind(library), kept)
        self.records: tuple[R, ...] = tuple(kept)

    def __len__(self) -> int:
        return len(self.records)

    def narrowed(self, *filters: Filter) -> "Selection[R]":
        """Return the selection of the records that pass these filters too."""
        return Selection(self.library, self.table, (*self.filters, *filters))

    def description(self) -> str:
        """Return the filters in words, such as "China and those who speak for it · with “gold”"; empty for none."""
        return " · ".join(each.describe(self.library) for each in self.filters)

    def count(self) -> str:
        """Return the number of records, "of" the number before any filter where that is another."""
        return str(self.total) if len(self) == self.total else f"{len(self)} of {self.total}"

    def facets(self) -> dict[str, dict[str, int]]:
        """Return, for each facet of the table, how many records of the selection have each value."""
        return {name: dict(Counter(v for r in self.records for v in _values(r, name))) for name in _facets(self.table)}


_FACETS: dict[type[Record], tuple[str, ...]] = {
    Quote: ("kind", "speaker", "source", "via", "issue", "stance"),
    Actor: ("kind",),
    Declaration: ("kind", "act"),
    Claim: ("kind", "source", "issue", "stance"),
}


def _facets(table: str) -> tuple[str, ...]:
    return _FACETS.get(TABLES[table], ())


def _values(record: Record, facet: str) -> set[str]:
    match facet:
        case "issue":
            return {stance.issue for stance in getattr(record, "stances", ())}
        case "stance":
            return {stance.stance for stance in getattr(record, "stances", ())}
        case "act":
            return {act.act for act in getattr(record, "acts", ())}
    value = getattr(record, facet)
    return set() if value is None else {str(value)}
