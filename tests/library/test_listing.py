"""Lists equal what a scan keeps, describe themselves, and count their facets right."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.library.answers.naming import NamesIn
from summittui.library.answers.related import related
from summittui.library.answers.words import plain_words
from summittui.library.memory.library import MemoryLibrary
from summittui.model.text import fold_words
from summittui.queries.language import Query
from summittui.queries.language.parsing import parse_query
from summittui.queries.language.parts import words_query
from summittui.queries.listing import ListQuery
from summittui.queries.orders import Order
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
TABLES = ("quotes", "actors", "declarations", "claims", "issues")
Scan = Callable[[Any], bool]


def holds(words: str) -> Scan:
    def scan(record: Any) -> bool:
        parts = [fold_words(part) for part in plain_words(LIBRARY, record)]
        return all(any(fold_words(term) in part for part in parts) for term in words.split())

    return scan


Narrowed = dict[str, Any]
PAIRS: list[tuple[Narrowed, Scan]] = [
    *(
        ({"query": words_query(words)}, holds(words))
        for words in ("", "AI", "gold standard", "STANDARD vance", "clement", "zzz")
    ),
    *(
        ({"lead": id_}, lambda record, id_=id_: record.id in related(LIBRARY, id_))
        for id_ in ("china", "united-states", "paris-statement", "nobody")
    ),
    ({"query": parse_query("kind:direct")}, lambda record: getattr(record, "kind", None) == "direct"),
    ({"query": parse_query("kind:state")}, lambda record: getattr(record, "kind", None) == "state"),
    (
        {"among": frozenset({"china", "vance-kill-industry"})},
        lambda record: record.id in {"china", "vance-kill-industry"},
    ),
]


def asked(table: str, *filters: Narrowed) -> ListQuery:
    """Return the question for what passes all filters; of several leads or queries the first counts."""
    query = Query().joined(*(each["query"] for each in filters if "query" in each))
    others = {name: value for each in reversed(filters) for name, value in each.items() if name != "query"}
    return ListQuery(table=table, query=query, **others)


@given(st.sampled_from(TABLES), st.lists(st.sampled_from(PAIRS), max_size=3, unique_by=lambda pair: str(pair[0])))
def test_a_narrowed_list_is_what_a_scan_keeps(table: str, pairs: list[tuple[Narrowed, Scan]]) -> None:
    leads = [pair for pair in pairs if "lead" in pair[0]][1:]
    chosen = [pair for pair in pairs if pair not in leads]
    found = LIBRARY.select(asked(table))
    for end in range(len(chosen)):
        found = LIBRARY.select(asked(table, *(narrowed for narrowed, _ in chosen[: end + 1])))
    everything = paris().records.table(table)
    assert tuple(found) == tuple(r for r in everything if all(scan(r) for _, scan in chosen))
    assert (len(found), found.total) == (len(tuple(found)), len(everything))
    assert all(LIBRARY.holds(found.query, record.id) == (found.find(record.id) >= 0) for record in everything)


def test_each_table_has_its_facets() -> None:
    facets = {table: list(LIBRARY.facets(asked(table))) for table in TABLES}
    assert facets == {
        "quotes": ["kind", "issue", "stance", "source", "via", "speaker", "proof"],
        "actors": ["kind", "stance", "act"],
        "declarations": ["kind", "act"],
        "claims": ["kind", "source", "issue", "stance"],
        "issues": [],
    }


def test_narrowing_leaves_the_list_as_it_was() -> None:
    whole = LIBRARY.select(asked("quotes"))
    narrowed = LIBRARY.select(asked("quotes", {"query": parse_query("kind:direct")}))
    assert len(narrowed) < len(whole) == len(paris().records.quotes)
    assert not whole.query.is_narrowed


def test_a_list_query_describes_what_it_keeps() -> None:
    filters = ("gold", "source:stdaily", "issue:open-access", "kind:direct")
    query = Query().joined(*map(parse_query, filters))
    issue = LIBRARY.issue("open-access").label
    asks = ListQuery(table="quotes", lead="china", query=query, among=frozenset(), order=Order("date", reversed=True))
    assert asks.conditions(NamesIn(LIBRARY)) == (
        "China and those who speak for it · with “gold” · in Science and Technology Daily (stdaily) · "
        f"on {issue} · of the kind direct · marked · by date, reversed"
    )


@pytest.mark.parametrize(("lead", "words"), [("deepseek", "DeepSeek"), ("paris-statement", "Paris Statement")])
def test_nobody_is_said_to_be_taken_in_where_nobody_is(lead: str, words: str) -> None:
    assert ListQuery(table="quotes", lead=lead).conditions(NamesIn(LIBRARY)) == words


def test_the_count_tells_of_how_many_where_some_are_left_out() -> None:
    whole = ListQuery(table="quotes")
    assert whole.conditions(NamesIn(LIBRARY)) == ""
    assert LIBRARY.select(whole).count_words() == "25"
    assert LIBRARY.select(asked("quotes", {"query": words_query("gold standard")})).count_words().endswith(" of 25")
    assert LIBRARY.select(asked("quotes", {"query": words_query("zzz")})).count_words() == "0 of 25"
