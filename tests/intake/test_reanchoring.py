"""A span of one version of a text is found in the next, or said to be gone; nothing is guessed."""

from hypothesis import given
from hypothesis import strategies as st

from summittui.intake.reanchoring import Fate, Reanchoring

BEFORE = (
    "The hall was full.\n\n“We can wait,” said Ada. She said it twice.\n\n"
    "The end is near, said Bo, who left the hall early.\n\nNobody else spoke.\n"
)
AFTER = (
    'A new beginning.\n\nThe hall was full.\n\n"We can wait," said Ada. She said it twice.\n\n'
    "The end was near, said Bo, who left the hall early.\n"
)
FOUND = Reanchoring(BEFORE, AFTER)


def fate(words: str, *, nth: int = 0) -> tuple[Fate, str]:
    start = -1
    for _ in range(nth + 1):
        start = BEFORE.index(words, start + 1)
    found = FOUND.find((start, start + len(words)))
    return found.fate, AFTER[slice(*found.after)] if found.after else ""


def test_what_stands_elsewhere_to_the_letter_has_moved() -> None:
    assert fate("The hall was full.") == (Fate.MOVED, "The hall was full.")
    assert fate("who left the hall early") == (Fate.MOVED, "who left the hall early")


def test_a_short_word_that_stands_often_goes_with_what_stands_around_it() -> None:
    places = [FOUND.find((at, at + 4)).after for at in range(len(BEFORE)) if BEFORE.startswith("said", at)]
    assert places == [(at, at + 4) for at in range(len(AFTER)) if AFTER.startswith("said", at)]


def test_other_marks_are_another_spelling() -> None:
    assert fate("“We can wait,”") == (Fate.RESPELLED, '"We can wait,"')


def test_other_words_at_the_place_have_drifted_and_what_is_nowhere_is_gone() -> None:
    assert fate("The end is near") == (Fate.DRIFTED, "The end was near")
    assert fate("Nobody else spoke.") == (Fate.GONE, "")


def test_words_that_two_places_resemble_alike_are_gone_and_not_guessed() -> None:
    before = "One.\n\nThe talks went on for nine days.\n\nTwo.\n"
    after = "The talks went on for five days.\n\nOne.\n\nThe talks went on for four days.\n\nTwo.\n"
    start = before.index("The talks")
    words = "The talks went on for nine days."
    assert Reanchoring(before, after).find((start, start + len(words))).fate is Fate.GONE


@given(st.text(max_size=60), st.text(max_size=60), st.text(min_size=1, max_size=30))
def test_a_place_that_is_called_moved_has_the_words_to_the_letter(first: str, second: str, words: str) -> None:
    before, after = f"{first}\n{words}\n{second}", f"{second}\n{words}\n{first}"
    start = len(first) + 1
    found = Reanchoring(before, after).find((start, start + len(words)))
    if found.fate in {Fate.MOVED, Fate.UNCHANGED}:
        assert found.after is not None
        assert after[slice(*found.after)] == words
    assert (found.after is None) is (found.fate is Fate.GONE)


@given(st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=200), st.data())
def test_in_the_same_text_every_span_is_unchanged(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Reanchoring(text, text).find((start, end)).fate is Fate.UNCHANGED
