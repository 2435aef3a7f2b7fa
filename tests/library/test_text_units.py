"""Words, sentences and paragraphs around a place, in any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.library.answers.text_units import Edge, TextUnit, unit_at, unit_beside

TEXT = "“One two,” said Mr. Doe. Three four!\n\nA wrapped (fifth) line. Six?"


def all_units(text: str, unit: TextUnit) -> list[str]:
    """Every unit of a text, by going from one to the next."""
    found, place = [], 0
    while one := unit_beside(text, unit, Edge.END, place, 1):
        found.append(text[slice(*one)])
        place = one[1]
    return found


@pytest.mark.parametrize(
    ("unit", "parts"),
    [
        (
            TextUnit.WORD,
            ["One", "two", "said", "Mr", "Doe", "Three", "four", "A", "wrapped", "fifth", "line", "Six"],
        ),
        (TextUnit.SENTENCE, ["“One two,” said Mr. Doe.", "Three four!", "A wrapped (fifth) line.", "Six?"]),
        (TextUnit.PARAGRAPH, ["“One two,” said Mr. Doe. Three four!", "A wrapped (fifth) line. Six?"]),
    ],
)
def test_a_text_is_gone_through_unit_by_unit(unit: TextUnit, parts: list[str]) -> None:
    assert all_units(TEXT, unit) == parts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("他说。它", ["他", "说", "。", "它"]),
        ("e\u0301te\u0301 👩‍🚀 don’t", ["e\u0301te\u0301", "👩‍🚀", "don’t"]),
        ("قال الوزير", ["قال", "الوزير"]),
        ("- a", ["-", "a"]),
    ],
)
def test_words_of_any_script_are_words(text: str, words: list[str]) -> None:
    assert all_units(text, TextUnit.WORD) == words


def test_the_unit_at_a_place_is_the_one_that_holds_it_else_the_next_else_the_last() -> None:
    assert unit_at("  ab cd ", TextUnit.WORD, 0) == (2, 4)
    assert unit_at("  ab cd ", TextUnit.WORD, 3) == (2, 4)
    assert unit_at("  ab cd ", TextUnit.WORD, 7) == (5, 7)
    assert unit_at(" \n ", TextUnit.WORD, 1) is None


def test_a_unit_far_away_or_longer_than_the_window_is_found_whole() -> None:
    text = f"start {' ' * 9000}{'x' * 9000} end"
    assert unit_beside(text, TextUnit.WORD, Edge.END, 5, 1) == (9006, 18006)
    assert unit_beside(text, TextUnit.WORD, Edge.START, 9006, -1) == (0, 5)


@given(
    st.text(st.sampled_from('ab .\n“”"é\u0301\u200d👩🚀他。،و\r\t'), max_size=60),
    st.sampled_from(TextUnit),
    st.sampled_from(Edge),
    st.integers(-1, 61),
    st.sampled_from((1, -1)),
)
def test_a_unit_beside_a_place_lies_beside_it_and_has_no_blanks_around_it(
    text: str, unit: TextUnit, edge: Edge, place: int, by: int
) -> None:
    found = unit_beside(text, unit, edge, place, by)
    if found is not None:
        start, end = found
        assert 0 <= start < end <= len(text)
        assert (start if edge is Edge.START else end) * by > place * by
        assert text[start:end].strip() == text[start:end]
