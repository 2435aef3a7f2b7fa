"""Search: every record in which all words occur, with the words around the first match."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.library import Library, search
from summittui.library.search import LENGTH
from summittui.library.words import plain_words
from summittui.model import TABLE_OF, TABLES
from summittui.model.text import fold
from tests.model.samples import INDIRECT, RECORDS
from tests.paris import paris

LIBRARY = Library(paris().records)
WORDS = sorted({word for quote in paris().records.quotes for word in (quote.exact or "").split()})


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
def test_the_hits_are_those_of_a_scan_in_the_order_of_the_tables(words: list[str]) -> None:
    wanted = [fold(word) for word in words]
    texts = {r.id: fold(" \n".join(plain_words(LIBRARY, r))) for r in paris().records}
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
    (hit,) = search(Library(replace(RECORDS, quotes=(replace(INDIRECT, gist=gist),))), "needle")
    assert hit.excerpt.startswith("…")
    assert hit.excerpt.endswith("…")
    assert "NEEDLE" in hit.excerpt
    assert not set(hit.excerpt) & set("\x1b\x07\u202e\n")


def test_a_record_is_searched_once_and_its_words_are_kept() -> None:
    library = Library(paris().records)
    search(library, "gold")
    assert set(library.folded_words) == {record.id for record in paris().records}
