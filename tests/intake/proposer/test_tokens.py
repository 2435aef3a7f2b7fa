import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.intake.proposer.syntax import BRACKET, PASSAGE, WORD
from summittui.intake.proposer.tokens import clean, paragraph_ranges
from tests.intake.proposer.reading import tokens_of


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Mr. Doe of the U.S. left.", ["Mr.", "Doe", "of", "the", "U.S.", "left", "."]),
        ("J. R. Roe didn’t.", ["J.", "R.", "Roe", "didn’t", "."]),
        ("Sen. Jane Doe, R-Ky., spoke", ["Sen.", "Jane", "Doe", ",", "R-Ky.", ",", "spoke"]),
        ("It costs $1,000, not 58.", ["It", "costs", "$1,000", ",", "not", "58", "."]),
        ("A -- b … c... d", ["A", "--", "b", "…", "c", "...", "d"]),
        ("a no. or op. b", ["a", "no", ".", "or", "op", ".", "b"]),
    ],
)
def test_a_full_stop_belongs_to_an_abbreviation(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokens_of(text)] == tokens


def test_a_passage_in_marks_and_a_short_bracket_are_one_token() -> None:
    tokens = tokens_of('Doe (D-Ohio) said "no to all".')
    assert [(token.text, token.kind) for token in tokens[1:4]] == [
        ("(D-Ohio)", BRACKET),
        ("said", WORD),
        ('"no to all"', PASSAGE),
    ]
    assert tokens[3].inner == (19, 28)


def test_a_long_bracket_is_read_like_the_rest() -> None:
    assert len(tokens_of("Doe (who had come from far away to see all of it) left")) > 10


def test_a_nickname_in_marks_is_a_word() -> None:
    nickname = tokens_of('Jane "Jay" Doe left.')[1]
    assert (nickname.kind, nickname.lower, nickname.capitalised) == (WORD, "jay", True)


@given(st.text())
def test_cleaning_keeps_the_length(text: str) -> None:
    assert len(clean(text)) == len(text)


def test_a_tag_left_over_from_a_page_is_blanked() -> None:
    assert clean('A<tweet id="1"/>\xa0b') == "A" + " " * 16 + "b"


def test_blank_lines_are_no_paragraphs() -> None:
    assert paragraph_ranges("a\n\n   \n b\n") == [(0, 1), (7, 9)]
