"""Values derived from a library (indexes, columns, caches by id) and their incremental update after an edit.

Each maker is itself a value: it computes a derived value of a library, and updates that of the library before where a
record that the derived value depends on has changed. Updating must equal recomputing.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, ClassVar, Concatenate, Generic, ParamSpec, TypeVar

from summittui.library.memory.delta import Delta
from summittui.library.memory.records_library import RecordsLibrary
from summittui.model import TABLE_OF, Record

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")

Values = Mapping[tuple[Any, ...], T]
"""Derived values by the arguments of their maker."""


class DerivedValue(Generic[P, T]):
    """A maker of a value derived from a library, with the update of that value for the next library."""

    is_index: ClassVar[bool] = False
    """Whether other makers read this value, which is therefore updated first."""

    def __init__(self, make: Callable[Concatenate[RecordsLibrary, P], T]) -> None:
        """Compute the value by `make`."""
        self._make = make

    def __call__(self, library: RecordsLibrary, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return the value for a library."""
        return self._make(library, *args, **kwargs)

    def updated(self, values: Values[T], delta: Delta) -> Values[T]:
        """Return the values that the next library takes over; one that is left out is recomputed at its first use."""
        raise NotImplementedError


class TableDerived(DerivedValue[P, T]):
    """A value that the next library shares unless a record of the tables that the value reads has changed."""

    def __init__(
        self,
        make: Callable[Concatenate[RecordsLibrary, P], T],
        tables: Callable[P, Collection[str]],
        *,
        at_once: bool,
    ) -> None:
        """Compute the value by `make`.

        Args:
            make: Computes the value.
            tables: Returns the tables that the value reads.
            at_once: Whether a stale value is recomputed at once, not at its next use.
        """
        super().__init__(make)
        self._tables = tables
        self._at_once = at_once

    def updated(self, values: Values[T], delta: Delta) -> Values[T]:
        """Return the values of which no table has changed, and those that are recomputed at once."""
        found = {}
        for key, value in values.items():
            if not delta.touches(*self._tables(*key)):  # type: ignore[call-arg]  # as it was asked
                found[key] = value
            elif self._at_once:
                found[key] = self._make(delta.after, *key)  # type: ignore[call-arg]  # as it was asked
        return found


def table_derived(
    tables: Callable[P, Collection[str]], *, at_once: bool = False
) -> Callable[[Callable[Concatenate[RecordsLibrary, P], T]], TableDerived[P, T]]:
    """Make a function a `TableDerived`; `tables` returns the tables that the function reads."""
    return lambda make: TableDerived(make, tables, at_once=at_once)


class OrdinalIndex(DerivedValue[[str], dict[str, int]]):
    """The ordinal of each record of a table, from 0, by the id of the record."""

    is_index = True

    def updated(self, values: Values[dict[str, int]], delta: Delta) -> Values[dict[str, int]]:
        """Return the ordinals, updated for the tables in which records have moved."""
        return {
            (table,): _moved(places, delta, table) if table in delta.moved else places
            for (table,), places in values.items()
        }


def _moved(places: dict[str, int], delta: Delta, table: str) -> dict[str, int]:
    before, after = delta.before.records.table(table), delta.after.records.table(table)
    pairs = enumerate(zip(before, after, strict=False))
    first = next((at for at, (one, other) in pairs if one.id != other.id), min(len(before), len(after)))
    found = places.copy()
    for record in delta.old[table]:
        if found[record.id] >= first:
            del found[record.id]
    found.update((after[at].id, at) for at in range(first, len(after)))
    return found


class IdIndex(DerivedValue[[], dict[str, Record]]):
    """Every record by its id, of all tables."""

    is_index = True

    def updated(self, values: Values[dict[str, Record]], delta: Delta) -> Values[dict[str, Record]]:
        """Return the index with the records that have changed."""
        (records,) = values.values()
        records = records.copy()
        for id_ in delta.ids:
            records.pop(id_, None)
        records.update((record.id, record) for new in delta.new.values() for record in new)
        return {(): records}


class GroupIndex(DerivedValue[[], Mapping[str, tuple[V, ...]]]):
    """An index of parts of records by a key; the parts of a group stand in the order of the records."""

    is_index = True

    def __init__(
        self,
        tables: tuple[str, ...],
        things: Callable[[Any], Iterable[tuple[str, V]]],
        record_of: Callable[[V], Record],
    ) -> None:
        """Index the parts of the records of some tables.

        Args:
            tables: The tables.
            things: Returns the parts of a record, each with its key.
            record_of: Returns the record of a part.
        """
        super().__init__(self._grouped)
        self._tables = tables
        self._things = things
        self._record_of = record_of

    def _grouped(self, library: RecordsLibrary) -> Mapping[str, tuple[V, ...]]:
        groups: dict[str, list[V]] = {}
        for table in self._tables:
            for record in library.records.table(table):
                for key, thing in self._things(record):
                    groups.setdefault(key, []).append(thing)
        return {key: tuple(things) for key, things in groups.items()}

    def keys(self, delta: Delta) -> frozenset[str]:
        """Return the keys of the groups that have a part of a changed record."""
        return frozenset(key for record in delta.versions(*self._tables) for key, _ in self._things(record))

    def updated(self, values: Values[Mapping[str, tuple[V, ...]]], delta: Delta) -> Values[Mapping[str, tuple[V, ...]]]:
        """Return the index with the groups of changed records updated; the other groups are shared."""
        keys = self.keys(delta)
        if not keys:
            return values
        (before,) = values.values()
        groups = dict(before)
        lists = {key: self._left(groups.pop(key, ()), delta) for key in keys}
        for table in self._tables:
            for record in delta.new[table]:
                self._put(lists, record, delta.after)
        groups.update((key, tuple(things)) for key, things in lists.items() if things)
        return {(): groups}

    def _left(self, things: tuple[V, ...], delta: Delta) -> list[V]:
        record_of, ids = self._record_of, delta.ids
        return [thing for thing in things if record_of(thing).id not in ids]

    def _put(self, lists: Mapping[str, list[V]], record: Record, library: RecordsLibrary) -> None:
        def rank(each: Record) -> tuple[int, int]:
            table = TABLE_OF[type(each)]
            return self._tables.index(table), library.ordinals(table)[each.id]

        mine = rank(record)
        for key, thing in self._things(record):
            at = bisect_right(lists[key], mine, key=lambda other: rank(self._record_of(other)))
            lists[key].insert(at, thing)


class RecordColumn(DerivedValue[Concatenate[str, P], tuple[V, ...]]):
    """A column: one cell for each record of a table, in the table's order."""

    def __init__(
        self,
        cell: Callable[Concatenate[RecordsLibrary, Record, P], V],
        others: Callable[Concatenate[Delta, str, P], Iterable[str]],
    ) -> None:
        """Compute each cell by `cell`.

        Args:
            cell: Computes the cell of a record.
            others: Returns the ids of unchanged records of a table whose cells a change makes stale.
        """
        super().__init__(self._column)
        self._cell = cell
        self._others = others

    def _column(self, library: RecordsLibrary, table: str, /, *args: P.args, **kwargs: P.kwargs) -> tuple[V, ...]:
        return tuple([self._cell(library, record, *args, **kwargs) for record in library.records.table(table)])

    def updated(self, values: Values[tuple[V, ...]], delta: Delta) -> Values[tuple[V, ...]]:
        """Return the column with the cells of changed records recomputed."""
        return {key: self._updated(cells, delta, *key) for key, cells in values.items()}

    def _updated(self, cells: tuple[V, ...], delta: Delta, table: str, *args: Any) -> tuple[V, ...]:
        others = frozenset(self._others(delta, table, *args)) - delta.ids  # type: ignore[call-arg]  # as it was asked
        if not others and not delta.touches(table):
            return cells
        library = delta.after
        places, records = library.ordinals(table), library.records.table(table)
        left = list(cells) if table not in delta.moved else _without(cells, delta, table)
        for record in delta.new[table]:
            cell = self._cell(library, record, *args)  # type: ignore[call-arg]  # as it was asked
            if table in delta.moved:
                left.insert(places[record.id], cell)
            else:
                left[places[record.id]] = cell
        for id_ in others:
            left[places[id_]] = self._cell(library, records[places[id_]], *args)  # type: ignore[call-arg]  # as it was asked
        return tuple(left)


def _without(cells: tuple[V, ...], delta: Delta, table: str) -> list[V]:
    places = delta.before.ordinals(table)
    gone = {places[record.id] for record in delta.old[table]}
    return [cell for place, cell in enumerate(cells) if place not in gone]


def record_column(
    others: Callable[Concatenate[Delta, str, P], Iterable[str]],
) -> Callable[[Callable[Concatenate[RecordsLibrary, Record, P], V]], RecordColumn[P, V]]:
    """Make a function a `RecordColumn`: it computes the cell of one record."""
    return lambda cell: RecordColumn(cell, others)


class PerIdCache(DerivedValue[[str], T]):
    """A cache of one value for each id that was asked for."""

    def __init__(self, make: Callable[[RecordsLibrary, str], T], touched: Callable[[Delta], Iterable[str]]) -> None:
        """Compute each value by `make`; `touched` returns the ids whose values a change makes stale."""
        super().__init__(make)
        self._touched = touched

    def updated(self, values: Values[T], delta: Delta) -> Values[T]:
        """Return the cache without the stale values."""
        left = dict(values)
        for id_ in self._touched(delta):
            left.pop((id_,), None)
        return left


def per_id(touched: Callable[[Delta], Iterable[str]]) -> Callable[[Callable[[RecordsLibrary, str], T]], PerIdCache[T]]:
    """Make a function a `PerIdCache`: it computes the value of one id."""
    return lambda make: PerIdCache(make, touched)
