"""Matching: the ordinals of the records of a table that a query keeps.

Each part narrows the ordinals that are left: words first, looked for in the folded texts that the library keeps, then
fields, which look at records, then what is put together of both.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import TypeVar

from summittui.library.memory.couples import Couple, Couples, couples_at
from summittui.library.memory.delta import Delta
from summittui.library.memory.derived import RecordColumn
from summittui.library.memory.field_tests import members, test_of
from summittui.library.memory.field_values import meant
from summittui.library.memory.indexes import DEEDS_OF, STATED
from summittui.library.memory.records_library import RecordsLibrary
from summittui.library.memory.words import folded_texts
from summittui.model import Record
from summittui.model.text import fold_words
from summittui.queries.language.parts import AllOf, AnyOf, Field, Not, Part, Query, Words, field_name, search_cost

CoupleTest = Callable[[Couple], bool]
T = TypeVar("T")


def matching_ordinals(
    library: RecordsLibrary, table: str, query: Query, among: Sequence[int] | None = None
) -> Sequence[int]:
    """Return the ordinals of the records that a query keeps, in the order of `among`.

    Args:
        library: The records.
        table: The table.
        query: The query.
        among: The ordinals to test; None for those of all records, in the table's order.

    Raises:
        QueryError: A value of the query means nothing in the library.
    """
    library.check_query(query)
    everything = range(len(library.records.table(table)))
    return _all(library, table, query.parts, everything if among is None else among)


def _all(library: RecordsLibrary, table: str, parts: tuple[Part, ...], among: Sequence[int]) -> Sequence[int]:
    """Return the ordinals of the records of which all parts of a conjunction hold."""
    joint = dict.fromkeys(couples for part in parts if (couples := _couples_of(table, part)))
    kept = among
    for part in sorted(parts, key=search_cost):
        if _couples_of(table, part) is None:
            kept = _one(library, table, part, kept)
    for couples in joint:
        kept = _coupled(library, table, parts, couples, kept)
    return kept


def _one(library: RecordsLibrary, table: str, part: Part, among: Sequence[int]) -> Sequence[int]:
    match part:
        case Words(text):
            return _holding(folded_texts(library, table), fold_words(text), among)
        case Field():
            return _of_field(library, table, part, among)
        case Not(inner):
            left_out = frozenset(_all(library, table, (inner,), among))
            return [place for place in among if place not in left_out]
        case AnyOf(parts):
            return _any(library, table, parts, among)
        case AllOf(parts):
            return _all(library, table, parts, among)


def _holding(texts: tuple[str, ...], words: str, among: Sequence[int]) -> Sequence[int]:
    if isinstance(among, range):
        return [place for place, text in zip(among, _stretch(texts, among), strict=True) if words in text]
    return [place for place in among if words in texts[place]]


def _of_field(library: RecordsLibrary, table: str, field: Field, among: Sequence[int]) -> Sequence[int]:
    test = test_of(library, table, field.name, frozenset(meant(library, field)))
    records = library.records.table(table)
    if test is None:
        return []
    if isinstance(among, range):
        return [place for place, record in zip(among, _stretch(records, among), strict=True) if test(record)]
    return [place for place in among if test(records[place])]


def _stretch(column: Sequence[T], among: range) -> Sequence[T]:
    """Return what stands at some places in a row: faster gone through than looked up one by one."""
    return column if len(among) == len(column) else column[among.start : among.stop]


def _any(library: RecordsLibrary, table: str, parts: tuple[Part, ...], among: Sequence[int]) -> Sequence[int]:
    found: set[int] = set()
    rest = among
    for part in parts:
        found.update(_all(library, table, (part,), rest))
        rest = [place for place in rest if place not in found]
    return [place for place in among if place in found]


def narrows(library: RecordsLibrary, query: Query, before: Query) -> bool:
    """Tell whether all that `query` keeps is also kept by `before`, as when somebody went on typing a word or value."""
    return all(any(_is_within(library, part, wider) for part in query.parts) for wider in before.parts)


def _is_within(library: RecordsLibrary, part: Part, wider: Part) -> bool:
    """Tell whether what one part keeps is seen from the two parts alone to be also kept by another."""
    match part, wider:
        case Words(longer), Words(text):
            return fold_words(text) in fold_words(longer)
        case Field(name), Field(other) if name == other:
            return part == wider or set(meant(library, wider)).issuperset(meant(library, part))
    return part == wider


def left_to_ask(library: RecordsLibrary, query: Query, before: Query) -> Query:
    """Return the part of `query` that must still be tested on the records that `before` kept.

    No word is sought twice. Other parts, which may have to hold together, are asked again unless all mean what parts
    of `before` mean.
    """
    known = [part for part in query.parts if any(_means(library, part, each) for each in before.parts)]
    others = [part for part in query.parts if not isinstance(part, Words)]
    is_known = all(part in known for part in others)
    return Query(tuple(part for part in query.parts if part not in known or not (is_known or isinstance(part, Words))))


def _means(library: RecordsLibrary, part: Part, other: Part) -> bool:
    """Tell whether two parts are known to keep the same."""
    return part == other or (
        isinstance(part, Field)
        and isinstance(other, Field)
        and part.name == other.name
        and set(meant(library, part)) == set(meant(library, other))
    )


def shown_couples(
    library: RecordsLibrary, table: str, query: Query, couples: Couples, side: int
) -> Callable[[Record], set[str]]:
    """Return what gives, for a record, the values on one side of its couples for which the query could ask."""
    tests = _sides(library, table, query.parts, couples)[1 - side]

    def values(record: Record) -> set[str]:
        shown = tuple(couples.shown(library, record))
        if not tests:
            return {couple[side] for couple in shown if couple[side]}
        return set.intersection(
            *({couple[side] for couple in shown if couple[side] and test(couple)} for test in tests)
        )

    return values


def _couples_of(table: str, part: Part) -> Couples | None:
    """Return the couples that a field, or alternatives of one field, look at."""
    name = field_name(part)
    return couples_at(table, name) if name else None


def _coupled(
    library: RecordsLibrary, table: str, parts: tuple[Part, ...], couples: Couples, among: Sequence[int]
) -> Sequence[int]:
    """Return the places where the parts that look at the two sides of couples hold, each with each, of the same one."""
    shown = library.derived(_SHOWN, table, couples)
    kept = among
    for one, other in product(*(side or [_anything] for side in _sides(library, table, parts, couples))):
        kept = [place for place in kept if any(one(couple) and other(couple) for couple in shown[place])]
    return kept


def _shown(library: RecordsLibrary, record: Record, couples: Couples) -> tuple[Couple, ...]:
    return tuple(couples.shown(library, record))


def _shown_elsewhere(delta: Delta, table: str, _: Couples) -> list[str]:
    """Return the actors whose couples stand in records that have changed."""
    if table != "actors":
        return []
    return [id_ for id_ in STATED.keys(delta) | DEEDS_OF.keys(delta) if id_ in delta.after.ordinals(table)]


_SHOWN = RecordColumn(_shown, _shown_elsewhere)
"""The couples of each record of a table."""


def _sides(
    library: RecordsLibrary, table: str, parts: Iterable[Part], couples: Couples
) -> tuple[list[CoupleTest], list[CoupleTest]]:
    """Return the tests of the parts that look at the first and of those that look at the second side."""
    tests: tuple[list[CoupleTest], list[CoupleTest]] = ([], [])
    for part in parts:
        name = field_name(part)
        if name and couples_at(table, name) == couples:
            side = 0 if name in couples.sides[0] else 1
            tests[side].append(_couple_test(library, part, side))
    return tests


def _couple_test(library: RecordsLibrary, part: Part, side: int) -> CoupleTest:
    fields = part.parts if isinstance(part, AnyOf) else (part,)
    wanted = frozenset[str]()
    for field in fields:
        if isinstance(field, Field):
            wanted |= members(library, field.name, frozenset(meant(library, field)))
    return lambda couple: couple[side] in wanted


def _anything(_: Couple) -> bool:
    return True
