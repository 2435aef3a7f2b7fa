"""Search: every record in which all words occur, with the words around the first match."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.answers.search import LENGTH, Hit, matches, search_stepwise
from summittui.library.answers.search import search as search_query
from summittui.library.answers.words import plain_words, worded_fields
from summittui.library.memory.library import MemoryLibrary
from summittui.library.memory.listing import OrdinalResult
from summittui.model import TABLE_OF, TABLES
from summittui.model.text import fold, fold_words
from summittui.queries.language.parsing import parse_query
from summittui.queries.language.parts import words_query
from summittui.queries.listing import ListQuery
from tests.model.samples import INDIRECT, RECORDS
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)


def search(library: Library, words: str) -> tuple[Hit, ...]:
    return tuple(hit for group in search_query(library, words_query(words)) for hit in group.hits)


WORDS = sorted({word for quote in paris().records.quotes for word in (quote.exact or "").split()})


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
def test_the_hits_are_those_of_a_scan_in_the_order_of_the_tables(words: list[str]) -> None:
    wanted = [fold_words(word) for word in words]
    texts = {r.id: "\n".join(map(fold_words, plain_words(LIBRARY, r))) for r in paris().records}
    scanned = [(TABLE_OF[type(r)], r.id) for r in paris().records if all(word in texts[r.id] for word in wanted)]
    found = [(hit.table, hit.id) for hit in search(LIBRARY, " ".join(words))]
    assert found == scanned
    assert found == sorted(found, key=lambda hit: list(TABLES).index(hit[0]))


@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=3), st.randoms(use_true_random=False))
def test_the_order_of_the_words_does_not_matter(words: list[str], random: st.DataObject) -> None:
    shuffled = list(words)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands in a random.Random
    assert {hit.id for hit in search(LIBRARY, " ".join(words))} == {
        hit.id for hit in search(LIBRARY, " ".join(shuffled))
    }


@given(st.sampled_from(WORDS))
def test_every_hit_has_a_field_with_the_word_at_the_ranges_that_it_gives(word: str) -> None:
    query = words_query(word)
    for hit in search(LIBRARY, word):
        record = LIBRARY.get(hit.id)
        found = matches(LIBRARY, record, query)
        assert found
        for match in found:
            assert (match.field, match.text) in worded_fields(LIBRARY, record)
            assert all(fold_words(word) in fold_words(match.text[start:end]) for start, end in match.ranges)


def test_a_field_is_a_path_that_leads_to_its_text_or_to_the_record_of_that_name() -> None:
    for record in paris().records:
        for path, text in worded_fields(LIBRARY, record):
            value: Any = record
            for name in re.findall(r"[a-z_]+|[0-9]+", path):
                value = value[int(name)] if name.isdigit() else getattr(value, name)
            assert text in {value or "", LIBRARY.name(value)}, (record.id, path)


@pytest.mark.parametrize("words", ["Clément", "clement", "CLEMENT"])
def test_case_and_accents_do_not_matter(words: str) -> None:
    assert "clement-delangue" in {hit.id for hit in search(LIBRARY, words)}


@pytest.mark.parametrize("words", ["", "  ", "\n"])
def test_no_words_find_nothing(words: str) -> None:
    assert search(LIBRARY, words) == ()


def test_an_excerpt_shows_the_first_word_that_was_asked_for() -> None:
    for word in ("gold", "governance", "affordable", "signed"):
        hits = search(LIBRARY, word)
        assert hits
        for hit in hits:
            assert word in fold(hit.excerpt), hit
            assert len(hit.excerpt) <= LENGTH + 2


def test_an_excerpt_is_one_harmless_line() -> None:
    gist = "Long. " * 40 + "NEEDLE\x1b]52;c;x\x07 [/]\n\u202e" + " after" * 40
    (hit,) = search(MemoryLibrary(replace(RECORDS, quotes=(replace(INDIRECT, gist=gist),))), "needle")
    assert hit.excerpt.startswith("…")
    assert hit.excerpt.endswith("…")
    assert "NEEDLE" in hit.excerpt
    assert not set(hit.excerpt) & set("\x1b\x07\u202e\n")


def test_groups_count_all_and_show_the_first() -> None:
    groups = search_query(LIBRARY, parse_query("-zzz"), most=3)
    assert [group.table for group in groups] == [table for table in TABLES if LIBRARY.records.table(table)]
    for group in groups:
        records = LIBRARY.records.table(group.table)
        assert group.total == len(records)
        assert [hit.id for hit in group.hits] == [record.id for record in records[:3]]


def test_the_matches_in_an_excerpt_are_the_words_that_were_asked_for() -> None:
    for word in ("gold", "governance", "clement"):
        hits = [hit for hit in search(LIBRARY, word) if hit.matches]
        assert hits
        for hit in hits:
            assert all(fold(hit.excerpt[start:end]) == word for start, end in hit.matches), hit


def test_a_search_by_fields_alone_shows_the_beginning_of_the_words() -> None:
    (quotes,) = search_query(LIBRARY, parse_query("by:jd-vance kind:mixed"))
    assert quotes.total == len(quotes.hits) > 0
    assert all(hit.excerpt and not hit.matches for hit in quotes.hits)


def test_a_search_that_asks_for_nothing_new_looks_at_no_record_again() -> None:
    before, query = parse_query("by:jd-vance"), parse_query("by:vance")
    library = MemoryLibrary(paris().records)
    kept = library.select(ListQuery(table="quotes", query=before))
    group = next(group for group in search_query(library, query) if group.table == "quotes")
    assert isinstance(kept, OrdinalResult)
    assert isinstance(group.found, OrdinalResult)
    assert group.found.ordinals is kept.ordinals
    assert [hit.id for hit in group.hits] == [record.id for record in kept]


def test_a_search_that_is_overtaken_stops_without_an_answer() -> None:
    answers = iter([False, False, True])
    assert list(search_stepwise(MemoryLibrary(paris().records), parse_query("-zzz"), lambda: next(answers))) == []
    assert next(answers, None) is None
