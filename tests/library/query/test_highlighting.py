"""Matched ranges: exactly where the folded words stand in a text, whatever folding does to its length."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.model.folded_points import folded_points
from summittui.model.text import fold_words
from summittui.queries.language import Query, Words
from summittui.queries.language.highlighting import matched_ranges
from summittui.queries.language.parsing import parse_query

TEXTS = st.one_of(st.text(max_size=20), st.text("aAbéE\u0301ﬁf iİß \n“-–", max_size=20))


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("gold", "the Gold standard", ["Gold"]),
        ("clement", "CLÉMENT said", ["CLÉMENT"]),
        ("clement", "Cle\u0301ment said", ["Cle\u0301ment"]),
        ("cafe", "cafe\u0301s", ["cafe\u0301"]),
        ("find", "we ﬁnd it", ["ﬁnd"]),
        ("oeuvre", "the Œuvre of", ["Œuvre"]),
        ("evidence", "an œvidence", ["œvidence"]),
        ("ons", "œæons", ["ons"]),
        ("lukasz", "Mr Łukasz said", ["Łukasz"]),
        ("well-being", "our well\u2011be\u00ading", ["well\u2011be\u00ading"]),
        ("strasse", "Große Straße", ["Straße"]),
        ('"gold standard"', "gold \n standard", ["gold \n standard"]),
        ("don't", "we don’t", ["don’t"]),
        ("ab bc", "abc", ["abc"]),
        ("a", "banana", ["a", "a", "a"]),
        ("gold OR silver", "silver and gold", ["silver", "gold"]),
        ("(gold silver) OR tin", "tin", ["tin"]),
        ("-gold silver", "gold and silver", ["silver"]),
        ("kind:mixed", "mixed", []),
        ("zzz", "gold", []),
        ("gold", "", []),
    ],
)
def test_the_words_of_a_query_are_found_in_a_text(query: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in matched_ranges(parse_query(query), text)] == found


@given(TEXTS)
def test_a_text_is_folded_with_its_places_as_it_is_folded_without(text: str) -> None:
    folded, points = folded_points(text)
    assert folded == fold_words(text)
    assert len(points) == len(folded)
    assert all(0 <= start < end <= len(text) for start, end in points)
    assert list(points) == sorted(points)


@given(TEXTS, st.data())
def test_a_piece_of_a_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = " ".join(text[start:end].split())
    if fold_words(words):
        ranges = matched_ranges(Query((Words(words),)), text)
        assert any(first < end and start < last for first, last in ranges)


@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_ranges_are_in_order_apart_and_hold_the_words(text: str, wanted: list[str]) -> None:
    kept = [" ".join(each.split()) for each in wanted]
    query = Query(tuple(Words(each) for each in kept if each))
    ranges = matched_ranges(query, text)
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert all(one[1] < other[0] for one, other in pairwise(ranges))
    asked = [fold_words(each) for each in kept if fold_words(each)]
    assert bool(ranges) == any(words in fold_words(text) for words in asked)
    for start, end in ranges:
        assert any(words in fold_words(text[start:end]) for words in asked)


def test_hits_are_as_many_as_a_scan_of_the_folded_text_finds() -> None:
    text: Any = "Ä ä a\u0308 A"
    assert len(matched_ranges(parse_query("a"), text)) == 4
