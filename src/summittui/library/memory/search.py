"""Search everything: the records of all tables that a query keeps."""

from collections.abc import Callable, Sequence
from typing import overload

from msgspec import Struct

from summittui.library.memory.field_values import check_query
from summittui.library.memory.library import Library
from summittui.library.memory.matching import left_to_ask, places
from summittui.library.memory.words import plain_words, worded_fields
from summittui.model import SEARCHED_TABLES, Record
from summittui.model.caching import BoundedCache
from summittui.model.display_names import display_name
from summittui.model.text import safe
from summittui.queries.language.highlighting import Range, matched_ranges
from summittui.queries.language.parts import Query

AROUND = 40
"""How many code points an excerpt shows before the first match."""
LENGTH = 160
"""How many code points an excerpt has at most, ellipses aside."""
_KEPT = 1_000
"""The words of so many records are kept."""
SLICE = 10_000
"""How many records are looked at before somebody may cancel."""


class Hit(Struct, frozen=True, kw_only=True):
    """One record that a query keeps."""

    table: str
    id: str
    label: str
    excerpt: str
    """The words around the first match, on one line; the beginning of the record's words where only fields matched."""
    matches: tuple[Range, ...] = ()
    """Where in the excerpt the words of the query stand; code points, half-open."""


class Hits(Sequence[Hit]):
    """Hits of one table, each made when it is first looked at."""

    def __init__(self, library: Library, table: str, query: Query, places: Sequence[int]) -> None:
        """Make it of the records at these places of the table."""
        self._library = library
        self._table = table
        self._query = query
        self._places = places
        self._made: dict[int, Hit] = {}

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Hit: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Hit]: ...

    def __getitem__(self, at: int | slice) -> Hit | Sequence[Hit]:
        if isinstance(at, slice):
            return Hits(self._library, self._table, self._query, self._places[at])
        place = self._places[at]
        if place not in self._made:
            self._made[place] = _hit(self._library, self._table, self._record(place), self._query)
        return self._made[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hits) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # what it holds is made later

    def id(self, at: int) -> str:
        """Return the id of the record of a hit."""
        return self._record(self._places[at]).id

    def _record(self, place: int) -> Record:
        return self._library.records.table(self._table)[place]


class Group(Struct, frozen=True, kw_only=True):
    """What a query keeps of one table."""

    table: str
    places: Sequence[int]
    """Where in the table the records are, from 0."""
    hits: Hits
    """The first of them."""

    @property
    def total(self) -> int:
        """How many records."""
        return len(self.places)


class Match(Struct, frozen=True, kw_only=True):
    """Where the words of a query stand in one field of a record."""

    field: str
    """Its path, such as `exact` or `aliases[0]`."""
    text: str
    """What it says; of a field that names another record, what that one is called."""
    ranges: tuple[Range, ...]
    """In the text; code points, half-open."""


def matches(library: Library, record: Record, query: Query) -> tuple[Match, ...]:
    """Return where the words of a query stand in a record, field by field; none where only fields were asked for."""
    found = ((field, text, matched_ranges(query, text)) for field, text in worded_fields(library, record))
    return tuple(Match(field=field, text=text, ranges=ranges) for field, text, ranges in found if ranges)


def never_cancelled() -> bool:
    """Tell that nobody cancels."""
    return False


def search(
    library: Library, query: Query, *, most: int | None = None, cancelled: Callable[[], bool] = never_cancelled
) -> tuple[Group, ...]:
    """Return the records that a query keeps, table by table; tables without any are left out, as is all for no query.

    Args:
        library: The records.
        query: What to look for.
        most: How many hits each group shows; all where it is None.
        cancelled: Asked every few thousand records; where it says so, the answer is empty.

    Raises:
        QueryError: A value of the query means nothing in the library.
    """
    check_query(library, query)
    groups: list[Group] = []
    for table in SEARCHED_TABLES if query else ():
        group = search_in(library, table, query, most=most, cancelled=cancelled)
        if group is None:
            return ()
        if group.total:
            groups.append(group)
    return tuple(groups)


def search_in(
    library: Library,
    table: str,
    query: Query,
    *,
    most: int | None = None,
    cancelled: Callable[[], bool] = never_cancelled,
    before: tuple[Query, Sequence[int]] | None = None,
) -> Group | None:
    """Return what a query that means something keeps of one table, None where that was cancelled; as `search`.

    `before` is a query that this one narrows, with the places that it kept.
    """
    everything = range(len(library.records.table(table)))
    left, among = (left_to_ask(library, query, before[0]), before[1]) if before else (query, everything)
    found: list[int] = []
    for start in range(0, len(among) if left else 0, SLICE):
        if cancelled():
            return None
        found += places(library, table, left, among[start : start + SLICE])
    kept = found if left and len(found) < len(among) else among
    return Group(table=table, places=kept, hits=Hits(library, table, query, kept[:most]))


def _hit(library: Library, table: str, record: Record, query: Query) -> Hit:
    label, *parts = library.derived(_harmless_words).get(record.id, lambda: _harmless(library, record))
    excerpt, matches = _excerpt(parts or [record.id], query)
    return Hit(table=table, id=record.id, label=label, excerpt=excerpt, matches=matches)


def _harmless_words(_library: Library) -> BoundedCache[str, tuple[str, ...]]:
    """Return where names and words of records are kept: most stay on the screen while somebody types."""
    return BoundedCache(_KEPT)


def _harmless(library: Library, record: Record) -> tuple[str, ...]:
    """Return what a record is called, and its words, part by part."""
    words = (harmless for part in plain_words(library, record) if (harmless := safe(part)))
    return (safe(display_name(record)), *words)


def _excerpt(parts: Sequence[str], query: Query) -> tuple[str, tuple[Range, ...]]:
    matched = ((part, ranges) for part in parts if (ranges := matched_ranges(query, part)))
    part, ranges = next(matched, (parts[0], ()))
    start = max(0, ranges[0][0] - AROUND) if ranges else 0
    end = start + LENGTH
    before, after = "…" if start else "", "…" if end < len(part) else ""
    shift = len(before) - start
    shown = tuple((first + shift, min(last, end) + shift) for first, last in ranges if first < end)
    return before + part[start:end] + after, shown
