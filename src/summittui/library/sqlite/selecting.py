"""A query as one statement: which records of a table it keeps."""

from collections.abc import Iterable, Iterator
from itertools import product

from summittui.library.memory.couples import Couples, couples_at
from summittui.library.sqlite.connections import json_of
from summittui.library.sqlite.derivation import folded_text
from summittui.library.sqlite.fields import members, rows_of_field
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.schema import RowRange
from summittui.library.sqlite.statements import Statement, meeting, union
from summittui.library.sqlite.words import rows_holding
from summittui.queries.language.parts import AllOf, AnyOf, Field, Not, Part, Query, Words, field_name, search_cost

Wanted = frozenset[str] | None
"""The values that one side of a couple may have; None for any."""

_SHOWN = {
    ("actors", "issue"): "select d.row, s.issue as one, s.stance as other from stated s "
    "join document d on d.id = s.holder where s.own",
    ("actors", "declaration"): "select a.row, d.id as one, k.other as other from key k join posting p using(key) "
    "join document d on d.row = p.row join document a on a.id = k.value where k.field = 'acts'",
}
_SHOWN_BY_RECORD = (
    "select p.row, k.value as one, k.other as other from key k {} posting p on p.key = k.key where k.field = '{}'"
)
FEW = 2_000
"""Up to so many rows are tested one by one; of more, an index finds those that are wanted."""
_FIELD_OF = {"issue": "stances", "actor": "acts", "declaration": "deeds"}


def rows_of(library: RowsLibrary, among: RowRange, query: Query) -> Statement:
    """Select the records of a range that a query keeps; every value of it means something."""
    return _all(library, among, query.parts)


def couples_shown(table: str, couples: Couples, *, by_key: bool = False) -> str:
    """Return the statement that selects the couples that the records of a table show: a row, one side, the other.

    Args:
        table: The table.
        couples: The couples.
        by_key: Whether all of them are gone through, in the order of the first side.
    """
    first = couples.sides[0][0]
    join = "indexed by key_of cross join" if by_key else "join"
    return _SHOWN.get((table, first)) or _SHOWN_BY_RECORD.format(join, _FIELD_OF[first])


def sides(
    library: RowsLibrary, table: str, parts: Iterable[Part], couples: Couples
) -> tuple[list[Wanted], list[Wanted]]:
    """Return what the parts that look at the first and at the second side of couples want there."""
    found: tuple[list[Wanted], list[Wanted]] = ([], [])
    for part in parts:
        name = field_name(part)
        if name and couples_at(table, name) == couples:
            found[0 if name in couples.sides[0] else 1].append(_wanted(library, part))
    return found


def with_couple(among: RowRange, couples: Couples, one: Wanted, other: Wanted) -> Statement:
    """Select the records of a range that show a couple with wanted sides."""
    sql = f"select distinct row from ({couples_shown(among.table, couples)}) where row between ? and ?"
    values: list[int | str] = [*among.ends]
    for side, wanted in (("one", one), ("other", other)):
        if wanted is not None:
            sql += f" and {side} in (select value from json_each(?))"
            values.append(json_of(wanted))
    return Statement(sql, tuple(values))


def _all(library: RowsLibrary, among: RowRange, parts: tuple[Part, ...]) -> Statement:
    """Select the records of which all parts hold that stand beside each other."""
    if len(parts) == 1 and _couples_of(among.table, parts[0]) is None and not isinstance(parts[0], Not):
        return _one(library, among, parts[0])
    wanted = list(_coupled(library, among, parts))
    unwanted = []
    for part in sorted(parts, key=search_cost):
        if isinstance(part, Not):
            unwanted.append(_all(library, among, (part.part,)))
        elif _couples_of(among.table, part) is None:
            wanted.append(_one(library, among, part))
    few = next((each for each in wanted if not each.is_slow and _selects_few(library, each)), None)
    return meeting(among, [each for each in wanted if each is not few], unwanted, few)


def _selects_few(library: RowsLibrary, statement: Statement) -> bool:
    """Tell whether a statement selects so few rows that what else is asked for is tested on each of them."""
    sql = f"select count(*) from (select 1 from ({statement.sql}) limit {FEW + 1})"
    return int(library.rows.readers.first(sql, *statement.values)) <= FEW


def _one(library: RowsLibrary, among: RowRange, part: Part) -> Statement:
    match part:
        case Words(text):
            return rows_holding(library, among, folded_text(text))
        case Field():
            return rows_of_field(library, among, part.name, frozenset(library.meanings(part)))
        case Not(inner):
            return meeting(among, (), (_all(library, among, (inner,)),))
        case AnyOf(parts):
            return union(_all(library, among, (each,)) for each in parts)
        case AllOf(parts):
            return _all(library, among, parts)


def _couples_of(table: str, part: Part) -> Couples | None:
    """Return the couples that a field, or alternatives of one field, look at."""
    name = field_name(part)
    return couples_at(table, name) if name else None


def _coupled(library: RowsLibrary, among: RowRange, parts: tuple[Part, ...]) -> Iterator[Statement]:
    """Yield what selects the records in which the parts about the two sides of couples hold of the same couple."""
    for couples in dict.fromkeys(found for part in parts if (found := _couples_of(among.table, part))):
        firsts, seconds = sides(library, among.table, parts, couples)
        for one, other in product(firsts or [None], seconds or [None]):
            yield with_couple(among, couples, one, other)


def _wanted(library: RowsLibrary, part: Part) -> frozenset[str]:
    fields = part.parts if isinstance(part, AnyOf) else (part,)
    wanted = frozenset[str]()
    for field in fields:
        if isinstance(field, Field):
            wanted |= members(library, field.name, frozenset(library.meanings(field)))
    return wanted
