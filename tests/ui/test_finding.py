import itertools

import pytest
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.answers.search import (
    Group,
    SearchResult,
    index_all_words,
    search,
    search_stepwise,
    searching_order,
)
from summittui.library.memory.library import MemoryLibrary
from summittui.library.memory.listing import PROMPT
from summittui.library.memory.words import _FOLDED_TEXTS
from summittui.model import TABLE_OF, TABLES, Actor, Quote, Records
from summittui.model.cancelling import IsCancelled
from summittui.queries.language import Query
from summittui.queries.language.parsing import parse_query
from summittui.ui.render.found import FoundRows, found_words
from summittui.ui.screens.live_search import MOST
from summittui.ui.widgets.rows import RowIndex
from tests.in_memory import in_memory
from tests.model.samples import ADA, DIRECT, RECORDS

LARGE = PROMPT + 1


def never() -> bool:
    return False


def library(*, quotes: int = 1, actors: int = 1) -> Library:
    said: tuple[Quote, ...] = tuple(replace(DIRECT, id=f"said-{at}") for at in range(quotes))
    people: tuple[Actor, ...] = (ADA, *(replace(ADA, id=f"ada-{at}") for at in range(actors - 1)))
    return MemoryLibrary(replace(RECORDS, quotes=said, actors=(*people, *RECORDS.actors[1:])))


def hits(groups: tuple[Group, ...]) -> list[tuple[str, list[str]]]:
    return [(group.table, [hit.id for hit in group.hits]) for group in groups]


def pieces(of: Library, words: str, is_cancelled: IsCancelled = never) -> list[SearchResult]:
    return list(search_stepwise(of, parse_query(words), is_cancelled, most=MOST))


def test_small_tables_are_answered_in_one_piece_and_hold_what_a_search_finds() -> None:
    (found,) = pieces(library(), "ada")
    assert hits(found.groups) == hits(search(library(), found.query))
    assert found.awaited == ()


def test_large_tables_come_after_the_small_ones_the_smaller_first() -> None:
    crowded = library(quotes=2 * LARGE, actors=LARGE)
    assert searching_order(crowded)[-2:] == ("actors", "quotes")
    found = pieces(crowded, "ada")
    assert [each.awaited for each in found] == [("actors", "quotes"), ("quotes",), ()]
    for before, after in itertools.pairwise(found):
        assert after.groups[: len(before.groups)] == before.groups
    assert {group.table: group.total for group in found[-1].groups} == {
        group.table: group.total for group in search(crowded, parse_query("ada"))
    }


def test_what_is_still_searched_is_said_in_words_with_the_counts_so_far() -> None:
    first, second, last = pieces(library(quotes=2 * LARGE, actors=LARGE), "ada")
    assert found_words(first) == "Still searching actors, quotes … nothing found so far"
    assert found_words(second).startswith(f"Still searching quotes … so far {LARGE} actors found")
    assert "searching" not in found_words(last)
    assert f"{2 * LARGE} quotes" in found_words(last)
    (none, *_) = pieces(library(quotes=LARGE), "zebra")
    assert found_words(none) == "Still searching quotes … nothing found so far"


@pytest.mark.parametrize(
    "words", [("a", "ad", "ada"), ("ada", "ada kind:direct", "ada"), ("said", "zebra"), ("", "ada")]
)
def test_what_narrows_the_query_before_finds_what_a_search_finds(words: tuple[str, ...]) -> None:
    crowded = library(quotes=LARGE)
    for each in words:
        query = parse_query(each)
        *_, found = search_stepwise(crowded, query, never)
        assert found.query == query
        assert dict(hits(found.groups)) == dict(hits(search(library(quotes=LARGE), query)))


def test_what_is_overtaken_gives_no_more_pieces() -> None:
    seen: list[SearchResult] = []
    running = search_stepwise(library(quotes=LARGE), parse_query("ada"), lambda: bool(seen))
    seen.append(next(running))
    assert list(running) == []


def test_the_row_of_a_hit_is_known_without_looking_at_the_rows_before_it() -> None:
    crowded = library(quotes=MOST + 50, actors=5)
    for words in ("ada", "said", "zebra", "kind:state"):
        *_, found = search_stepwise(crowded, parse_query(words), never, most=MOST)
        rows = FoundRows(crowded, found.groups)
        known, counted = rows.row_index(), RowIndex(rows)
        assert known.total == counted.total == sum(len(group.hits) for group in found.groups)
        for at in range(len(rows)):
            assert known.find(rows.key(at)) == counted.find(rows.key(at)) == (at if rows.key(at) else -1)
            assert known.rank(at) == counted.rank(at)
        for key in ("nobody", f"said-{MOST + 49}", "ada", "bo"):
            assert known.find(key) == counted.find(key)
        for beyond in (-1, len(rows)):
            with pytest.raises(IndexError):
                rows.key(beyond)


@pytest.mark.parametrize("words", ["ada", "rules", "rul help", "kind:direct"])
def test_the_words_that_were_sought_are_lit_and_no_style_lies_over_another(words: str) -> None:
    *_, found = search_stepwise(library(), parse_query(words), never, most=MOST)
    rows = FoundRows(library(), found.groups)
    lines = [rows.lines(at, 100)[0] for at in range(len(rows))]
    lit = [
        line.plain[span.start : span.end].lower() for line in lines for span in line.spans if "match" in str(span.style)
    ]
    assert set(lit) == {word for word in words.split() if ":" not in word}
    for line in lines:
        spans = sorted(line.spans)
        assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


def test_all_words_are_folded_table_by_table_until_nobody_needs_them() -> None:
    crowded = library(quotes=LARGE)
    tables = index_all_words(crowded, never)
    folded = set()
    for table in tables:
        folded.add(table)
        assert {key for (key,) in in_memory(crowded).derived_values()[_FOLDED_TEXTS]} == folded
    assert folded == set(searching_order(crowded))
    assert list(index_all_words(crowded, lambda: True)) == []


def test_no_query_and_no_records_are_answered_at_once() -> None:
    assert pieces(library(quotes=LARGE), "") == [SearchResult(Query(), ())]
    assert [each.groups for each in pieces(MemoryLibrary(Records()), "ada")] == [()]
    assert {TABLE_OF[Quote]} <= set(searching_order(library())) <= set(TABLES)
