"""Sentences: a passage as the source itself puts it, from the beginning of a sentence to its end."""

import pytest

from summittui.library.answers.sentences import REACH, sentences


def said(text: str, *words: str) -> str:
    return sentences(text, [(text.index(each), text.index(each) + len(each)) for each in words])


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("One. Two is here. Three.", "Two", "Two is here."),
        ("One. “Is it?” she asked. Three.", "Is it", "“Is it?” she asked."),
        ("One. Mr. Doe of the U.S. Senate spoke. Three.", "spoke", "Mr. Doe of the U.S. Senate spoke."),
        ("A heading\nThe text goes on and on here.", "text", "The text goes on and on here."),
        ("A wrapped line that\ngoes on here. Two.", "wrapped", "A wrapped line that\ngoes on here."),
        ("No mark at the end", "mark", "No mark at the end"),
        ("One\n\nTwo", "Two", "Two"),
        ("一。二在这里。三。", "在", "二在这里。"),
    ],
)
def test_the_sentence_around_a_passage_is_whole(text: str, words: str, sentence: str) -> None:
    assert said(text, words) == sentence


def test_sentences_that_are_apart_are_joined_by_an_ellipsis_and_neighbours_are_not() -> None:
    text = "One is. Two is. Three is. Four is."
    assert said(text, "One", "Three") == "One is. … Three is."
    assert said(text, "Two", "One") == "One is. Two is."


def test_a_text_without_ends_is_cut_and_says_so() -> None:
    text = "x" * 5_000 + "y" + "x" * 5_000
    assert len(said(text, "y")) == 2 * REACH + 2
    assert said(text, "y").endswith("…")
