"""Facets: each count is what asking for the value would keep, and choosing a facet edits the query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.library.memory.library import MemoryLibrary
from summittui.queries.language import Field, Not, Query
from summittui.queries.language.facets import FACETS, asks_for, chosen, facet_query, toggled
from summittui.queries.language.parsing import parse_query
from summittui.queries.listing import ListQuery
from tests.library.query.made import fields, queries
from tests.library.query.scan import scanned
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
ASKED = ("quotes", "actors", "declarations", "claims")
SOME = st.one_of(st.none(), st.sets(st.sampled_from([record.id for record in paris().records])))
VALUES: dict[tuple[str, str], list[str]] = {
    (table, facet): [*counts.numbers, "nobody"]
    for table in ASKED
    for facet, counts in LIBRARY.facets(ListQuery(table=table)).items()
}


FACET_VALUES = [(facet, value) for (_, facet), values in VALUES.items() for value in values[:-1]]


@given(queries(fields()), SOME, st.sampled_from(sorted(VALUES)), st.data())
def test_a_facet_counts_what_asking_for_its_value_keeps(
    query: Query, among: set[str] | None, facet_at: tuple[str, str], data: st.DataObject
) -> None:
    table, facet = facet_at
    marked = None if among is None else frozenset(among)
    counts = LIBRARY.facets(ListQuery(table=table, query=query, among=marked))[facet].numbers
    own = FACETS[table][facet]
    rest = Query(tuple(part for part in query.parts if not asks_for(part, own)))
    value = data.draw(st.sampled_from(VALUES[facet_at]))
    kept: list[str] = scanned(LIBRARY, table, Query((*rest.parts, Field(own, value)))) if value != "nobody" else []
    assert counts.get(value, 0) == len([id_ for id_ in kept if among is None or id_ in among])
    assert all(counts.values())


@given(queries(fields()), st.sampled_from(FACET_VALUES))
def test_a_facet_value_is_chosen_and_let_go_again(query: Query, facet_value: tuple[str, str]) -> None:
    facet, value = facet_value
    part = facet_query(facet, value)
    with_it = toggled(query, facet, value)
    assert (value in chosen(with_it, facet)) != (value in chosen(query, facet))
    assert Not(part) not in with_it.parts
    assert parse_query(str(with_it)) == with_it
    if value not in chosen(query, facet) and Not(part) not in query.parts:
        assert toggled(with_it, facet, value) == query


@given(queries(fields()), st.sampled_from(FACET_VALUES))
def test_a_facet_value_is_left_out_and_let_in_again(query: Query, facet_value: tuple[str, str]) -> None:
    facet, value = facet_value
    part = facet_query(facet, value)
    without = toggled(query, facet, value, inverted=True)
    assert (Not(part) in without.parts) != (Not(part) in query.parts)
    if Not(part) in without.parts:
        assert value not in chosen(without, facet)
        back = toggled(without, facet, value, inverted=True)
        assert Not(part) not in back.parts


@pytest.mark.parametrize(
    ("before", "facet", "value", "inverted", "after"),
    [
        ("gold", "kind", "mixed", False, "gold kind:mixed"),
        ("gold kind:mixed", "kind", "direct", False, "gold kind:mixed OR kind:direct"),
        ("kind:mixed OR kind:direct gold", "kind", "mixed", False, "kind:direct gold"),
        ("gold kind:mixed", "kind", "mixed", False, "gold"),
        ("gold", "speaker", "jd-vance", True, "gold -by:jd-vance"),
        ("-by:jd-vance", "speaker", "jd-vance", True, ""),
        ("-by:jd-vance", "speaker", "jd-vance", False, "by:jd-vance"),
        ("by:jd-vance OR by:china", "speaker", "jd-vance", True, "by:china -by:jd-vance"),
        ("kind:mixed OR gold", "kind", "mixed", False, "kind:mixed OR gold kind:mixed"),
    ],
)
def test_toggling_a_facet_edits_the_query(before: str, facet: str, value: str, inverted: bool, after: str) -> None:
    assert str(toggled(parse_query(before), facet, value, inverted=inverted)) == after


def test_a_facet_beside_its_couple_counts_the_same_stance() -> None:
    counts = LIBRARY.facets(ListQuery(table="quotes", query=parse_query("issue:tight-regulation")))["stance"].numbers
    assert counts
    for side, count in counts.items():
        query = parse_query(f"issue:tight-regulation stance:{side}")
        assert len(LIBRARY.select(ListQuery(table="quotes", query=query))) == count


@given(queries(fields()), st.sampled_from(FACET_VALUES), st.integers(0, 40))
def test_of_a_narrowed_list_the_first_records_are_counted(
    query: Query, facet_value: tuple[str, str], first: int
) -> None:
    facet, value = facet_value
    table = next(table for table, name in VALUES if name == facet)
    found = LIBRARY.facets(ListQuery(table=table, query=query), first)[facet]
    rest = Query(tuple(part for part in query.parts if not asks_for(part, FACETS[table][facet])))
    every = list(LIBRARY.select(ListQuery(table=table, query=rest)))
    counted = every[:first] if rest else every
    marked = frozenset(record.id for record in counted)
    assert found.is_whole == (len(counted) == len(every))
    asked = ListQuery(table=table, query=Query((*rest.parts, Field(FACETS[table][facet], value))), among=marked)
    assert found.numbers.get(value, 0) == len(LIBRARY.select(asked))
