import itertools

import pytest
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.query import Query
from summittui.library.query.parsing import parse_query
from summittui.library.search import search
from summittui.model import TABLE_OF, TABLES, Actor, Quote, Records
from summittui.ui.finding import Found, find, searching_order
from summittui.ui.listed import AT_ONCE
from summittui.ui.render.found import found_words
from summittui.ui.work import Overtaken
from tests.model.samples import ADA, DIRECT, RECORDS

LARGE = AT_ONCE + 1


def never() -> bool:
    return False


def library(*, quotes: int = 1, actors: int = 1) -> Library:
    said: tuple[Quote, ...] = tuple(replace(DIRECT, id=f"said-{at}") for at in range(quotes))
    people: tuple[Actor, ...] = (ADA, *(replace(ADA, id=f"ada-{at}") for at in range(actors - 1)))
    return Library(replace(RECORDS, quotes=said, actors=(*people, *RECORDS.actors[1:])))


def pieces(of: Library, words: str, overtaken: Overtaken = never) -> list[Found]:
    return list(find(of, parse_query(words), None, overtaken))


def test_small_tables_are_answered_in_one_piece_and_hold_what_a_search_finds() -> None:
    (found,) = pieces(library(), "ada")
    assert found.groups == search(library(), found.query)
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
    before: Found | None = None
    for each in words:
        query = parse_query(each)
        *_, before = find(crowded, query, before, never)
        assert before.query == query
        assert {group.table: group.places for group in before.groups} == {
            group.table: group.places for group in search(crowded, query)
        }


def test_what_is_overtaken_gives_no_more_pieces() -> None:
    seen: list[Found] = []
    running = find(library(quotes=LARGE), parse_query("ada"), None, lambda: bool(seen))
    seen.append(next(running))
    assert list(running) == []


def test_no_query_and_no_records_are_answered_at_once() -> None:
    assert pieces(library(quotes=LARGE), "") == [Found(Query(), ())]
    assert [each.groups for each in pieces(Library(Records()), "ada")] == [()]
    assert {TABLE_OF[Quote]} <= set(searching_order(library())) <= set(TABLES)
