"""Occurrences: where words stand, in one piece or in several."""

import time

import pytest

from summittui.model.occurrences import MOST, find_words

TEXT = "“We can’t wait,” said Ada. “We must act,” she went on, “or fail.” We must."


def printed(words: str, *at: int) -> list[tuple[str, ...]]:
    return [each.printed(TEXT) for each in find_words(TEXT, words, at=at).found]


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("We can’t wait,", ("We can’t wait,",)),
        ('"We can\'t wait,"', ("We can’t wait,",)),
        ("We must act, … or fail.", ("We must act,", "or fail.")),
        ("We can't [...] must act", ("We can’t", "must act")),
        ("“We must act,” “or fail.”", ("We must act,", "or fail.")),
        ("can't (…) act ... fail", ("can’t", "act", "fail")),
    ],
)
def test_words_are_found_as_they_are_printed(words: str, pieces: tuple[str, ...]) -> None:
    assert printed(words) == [pieces]


@pytest.mark.parametrize("words", ["we must", "fail … act", "can’t not", "", "…", "“”"])
def test_words_that_do_not_stand_there_are_nowhere(words: str) -> None:
    assert printed(words) == []


def test_an_ellipsis_that_is_printed_is_no_gap() -> None:
    (found,) = find_words("So … we go. So we … go.", "So … we go").found
    assert found.ranges == ((0, 10),)


def test_one_of_several_occurrences_is_chosen_by_an_offset_in_it() -> None:
    last = TEXT.rindex("We must")
    assert len(printed("We must")) == 2
    assert find_words(TEXT, "We must", at=(last + 3,)).found[0].ranges == ((last, last + 7),)
    assert printed("We must", 3) == []
    assert len(printed("We … must")) == 5
    assert [each.ranges[0][0] for each in find_words(TEXT, "We … must", at=(1, TEXT.index("must"))).found] == [1]


def test_one_far_behind_many_others_can_be_chosen() -> None:
    text = "and " * 5_000
    assert len(find_words(text, "and").found) == MOST
    assert find_words(text, "and", at=(19_000,)).found[0].ranges == ((19_000, 19_003),)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("a" * 20_000, "a" * 40_000),
        ("e" + "\u0301" * 100, "e" + "\u0301\u0316" * 20_000),
        ("’" * 40_000, "’ “ " * 10_000),
        ("…".join("a" * 13), "a" * 40_000),
        ("…a" * 40_000, "a … b" * 10_000),
        ("ﷺ" * 5_000 + "x", "ﷺ" * 40_000),
        ("a b", " \u00a0" * 20_000),
        ("[ " * 20_000, "." * 40_000),
    ],
)
def test_hostile_words_and_texts_take_no_long_time(words: str, text: str) -> None:
    begun = time.process_time()
    find_words(text, words)
    assert time.process_time() - begun < 1
