"""Selections equal what a scan keeps, describe themselves, and count their facets right."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.library import Library
from summittui.library.memory.filters import Among, BelongsTo, Filter, Matches, related
from summittui.library.memory.selection import Selection
from summittui.library.memory.words import plain_words
from summittui.model import Quote, Record
from summittui.model.text import fold_words
from summittui.queries.language.parsing import parse_query
from summittui.queries.language.parts import words_query
from tests.paris import paris

LIBRARY = Library(paris().records)
TABLES = ("quotes", "actors", "declarations", "claims", "issues")
Scan = Callable[[Any], bool]


def holds(words: str) -> Scan:
    def scan(record: Any) -> bool:
        parts = [fold_words(part) for part in plain_words(LIBRARY, record)]
        return all(any(fold_words(term) in part for part in parts) for term in words.split())

    return scan


TYPED = ("", "AI", "gold standard", "STANDARD vance", "clement", "zzz")
PAIRS: list[tuple[Filter, Scan]] = [
    *(
        (Matches(words_query(words)), holds(words))
        for words in ("", "AI", "gold standard", "STANDARD vance", "clement", "zzz")
    ),
    *(
        (BelongsTo(id_), lambda record, id_=id_: record.id in related(LIBRARY, id_))
        for id_ in ("china", "united-states", "paris-statement", "nobody")
    ),
    (BelongsTo("china", folded=False), lambda record: record.id in related(LIBRARY, "china", folded=False)),
    (Matches(parse_query("kind:direct")), lambda record: getattr(record, "kind", None) == "direct"),
    (Matches(parse_query("kind:state")), lambda record: getattr(record, "kind", None) == "state"),
    (Among(frozenset({"china", "vance-kill-industry"}), "marked"), lambda r: r.id in {"china", "vance-kill-industry"}),
]


@given(st.sampled_from(TABLES), st.lists(st.sampled_from(PAIRS), max_size=3))
def test_a_narrowed_selection_is_what_a_scan_keeps(table: str, pairs: list[tuple[Filter, Scan]]) -> None:
    selection: Selection[Record] = Selection(LIBRARY, table)
    for filter_, _ in pairs:
        selection = selection.narrowed(filter_)
    everything = paris().records.table(table)
    assert selection.records == tuple(r for r in everything if all(scan(r) for _, scan in pairs))
    assert (len(selection), selection.total) == (len(selection.records), len(everything))


def test_each_table_has_its_facets() -> None:
    facets = {table: list(Selection(LIBRARY, table).facets()) for table in TABLES}
    assert facets == {
        "quotes": ["kind", "issue", "stance", "source", "via", "speaker", "proof"],
        "actors": ["kind", "stance", "act"],
        "declarations": ["kind", "act"],
        "claims": ["kind", "source", "issue", "stance"],
        "issues": [],
    }


def test_narrowing_leaves_the_selection_as_it_was() -> None:
    whole: Selection[Quote] = Selection(LIBRARY, "quotes")
    narrowed = whole.narrowed(Matches(parse_query("kind:direct")))
    assert len(narrowed) < len(whole) == len(paris().records.quotes)
    assert whole.filters == ()


def test_a_selection_describes_what_it_keeps() -> None:
    filters = (
        BelongsTo("china"),
        Matches(words_query(" gold ")),
        Matches(parse_query("source:stdaily")),
        Matches(parse_query("issue:open-access")),
        Matches(parse_query("kind:direct")),
        Among(frozenset(), "3 marked"),
    )
    issue = LIBRARY.issues["open-access"].label
    assert Selection(LIBRARY, "quotes", filters).description() == (
        "China and those who speak for it · with “gold” · in Science and Technology Daily (stdaily) · "
        f"on {issue} · of the kind direct · 3 marked"
    )


@pytest.mark.parametrize(
    ("filter_", "words"),
    [
        (BelongsTo("china", folded=False), "China"),
        (BelongsTo("deepseek"), "DeepSeek"),
        (BelongsTo("paris-statement"), "Paris Statement"),
    ],
)
def test_nobody_is_said_to_be_taken_in_where_nobody_is(filter_: BelongsTo, words: str) -> None:
    assert Selection(LIBRARY, "quotes", (filter_,)).description() == words


def test_the_count_tells_of_how_many_where_some_are_left_out() -> None:
    whole: Selection[Quote] = Selection(LIBRARY, "quotes")
    assert whole.description() == ""
    assert whole.count() == "25"
    assert whole.narrowed(Matches(words_query("gold standard"))).count().endswith(" of 25")
    assert whole.narrowed(Matches(words_query("zzz"))).count() == "0 of 25"
