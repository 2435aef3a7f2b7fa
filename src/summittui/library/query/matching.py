"""Which records of a table a query keeps.

Words are looked for in the folded texts that the library keeps, one after the other; what only fields can tell is
asked of the records that are left.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import product

from summittui.library.library import Library
from summittui.library.query.couples import Couple, Couples, couples_at
from summittui.library.query.meaning import members, test_of
from summittui.library.query.parts import AllOf, AnyOf, Field, Not, Part, Query, Words
from summittui.library.query.values import check_query, meant
from summittui.library.words import folded_texts, plain
from summittui.model import Record

Holds = Callable[[int], bool]
"""Whether something holds of the record at a place of the table."""
CoupleTest = Callable[[Couple], bool]


def places(library: Library, table: str, query: Query, among: Sequence[int] | None = None) -> Sequence[int]:
    """Return the places in a table of the records that a query keeps, in order.

    Args:
        library: The records.
        table: The table.
        query: What to keep.
        among: Look at these places only, in order; at all of them where it is None.

    Raises:
        QueryError: A value of the query means nothing in the library.
    """
    check_query(library, query)
    kept: Sequence[int] = range(len(library.records.table(table))) if among is None else among
    words = [part for part in query.parts if isinstance(part, Words)]
    for part in sorted(words, key=lambda each: -len(each.text)):
        kept = _holding(folded_texts(library, table), plain(part.text), kept)
    for holds in _tests(library, table, [part for part in query.parts if not isinstance(part, Words)]):
        kept = [place for place in kept if holds(place)]
    return kept


def _holding(texts: tuple[str, ...], words: str, among: Sequence[int]) -> Sequence[int]:
    if len(among) == len(texts):
        return [place for place, text in enumerate(texts) if words in text]
    return [place for place in among if words in texts[place]]


def holds_at(library: Library, table: str, query: Query) -> Holds:
    """Return whether a query keeps the record at a place of a table.

    Raises:
        QueryError: A value of the query means nothing in the library.
    """
    check_query(library, query)
    return _all(_tests(library, table, query.parts))


def narrows(query: Query, before: Query) -> bool:
    """Tell whether all that `query` keeps is also kept by `before`, as when somebody went on typing a word."""
    words = [plain(part.text) for part in query.parts if isinstance(part, Words)]
    return all(
        part in query.parts or (isinstance(part, Words) and any(plain(part.text) in longer for longer in words))
        for part in before.parts
    )


def shown_couples(
    library: Library, table: str, query: Query, couples: Couples, side: int
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


def _tests(library: Library, table: str, parts: Iterable[Part]) -> list[Holds]:
    """Return what must hold of a record for parts that stand beside each other."""
    asked = tuple(parts)
    coupled = {id(part): couples for part in asked if (couples := _couples_of(table, part))}
    joint = dict.fromkeys(coupled.values())
    tests = [_test(library, table, part) for part in asked if id(part) not in coupled]
    return [*tests, *(_joint(library, table, asked, couples) for couples in joint)]


def _test(library: Library, table: str, part: Part) -> Holds:
    match part:
        case Words(text):
            words, texts = plain(text), folded_texts(library, table)
            return lambda place: words in texts[place]
        case Field():
            return _field(library, table, part)
        case Not(inner):
            holds = _all(_tests(library, table, (inner,)))
            return lambda place: not holds(place)
        case AnyOf(parts):
            choices = [_all(_tests(library, table, (each,))) for each in parts]
            return lambda place: any(holds(place) for holds in choices)
        case AllOf(parts):
            return _all(_tests(library, table, parts))


def _all(tests: list[Holds]) -> Holds:
    if len(tests) == 1:
        return tests[0]
    return lambda place: all(holds(place) for holds in tests)


def _field(library: Library, table: str, field: Field) -> Holds:
    test = test_of(library, table, field.name, frozenset(meant(library, field)))
    records = library.records.table(table)
    if test is None:
        return lambda _: False
    return lambda place: test(records[place])


def _couples_of(table: str, part: Part) -> Couples | None:
    """Return the couples that a field, or alternatives of one field, look at."""
    name = field_name(part)
    return couples_at(table, name) if name else None


def field_name(part: Part) -> str | None:
    """Return the field that a part asks for if it is one field, or alternatives for the same field."""
    match part:
        case Field(name):
            return name
        case AnyOf(parts):
            names = {each.name if isinstance(each, Field) else None for each in parts}
            return names.pop() if len(names) == 1 else None
    return None


def _joint(library: Library, table: str, parts: tuple[Part, ...], couples: Couples) -> Holds:
    """Return whether the parts that look at the two sides of couples hold, each with each, of the same couple."""
    first, second = _sides(library, table, parts, couples)
    combined = [_both(one, other) for one, other in product(first or [_anything], second or [_anything])]
    records = library.records.table(table)
    shown = couples.shown

    def holds(place: int) -> bool:
        found = tuple(shown(library, records[place]))
        return all(any(test(couple) for couple in found) for test in combined)

    return holds


def _sides(
    library: Library, table: str, parts: Iterable[Part], couples: Couples
) -> tuple[list[CoupleTest], list[CoupleTest]]:
    """Return the tests of the parts that look at the first and of those that look at the second side."""
    tests: tuple[list[CoupleTest], list[CoupleTest]] = ([], [])
    for part in parts:
        name = field_name(part)
        if name and couples_at(table, name) == couples:
            side = 0 if name in couples.sides[0] else 1
            tests[side].append(_couple_test(library, part, side))
    return tests


def _couple_test(library: Library, part: Part, side: int) -> CoupleTest:
    fields = part.parts if isinstance(part, AnyOf) else (part,)
    wanted = frozenset[str]()
    for field in fields:
        if isinstance(field, Field):
            wanted |= members(library, field.name, frozenset(meant(library, field)))
    return lambda couple: couple[side] in wanted


def _both(one: CoupleTest, other: CoupleTest) -> CoupleTest:
    return lambda couple: one(couple) and other(couple)


def _anything(_: Couple) -> bool:
    return True
