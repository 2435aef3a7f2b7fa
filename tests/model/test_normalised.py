"""Normalised texts: print and typing made alike, and every range one of the text itself."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.model.normalised import NormalisedText, exact_ranges, normalised, splits_sign

TEXTS = st.text(alphabet=st.sampled_from("ab é\u0301’'“\"—-\n\u00a0\u00ad\u200d\ufe0f…ﬁ❤中👩💻각"), max_size=40)


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("can’t", "can't"),
        ("5′ 6″", "5' 6\""),
        ("„so“ «so» ‚so‘", '"so" "so" \'so\''),
        ("now — or – never‑ever", "now -- or - never-ever"),
        ("one\n  two\u00a0three\u2009four", "one two three four"),
        ("re\u00adfused", "refused"),
        ("govern\u00ad\nment", "government"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("\uac01", "\u1100\u1161\u11a8"),
        ("and so on…", "and so on..."),
        ("ﬁne", "fine"),
        ("می\u200cخواهم", "میخواهم"),
        ("❤\ufe0f", "❤"),
        ("\ufeffbegun ", "begun"),
    ],
)
def test_print_and_typing_have_one_normal_form(printed: str, typed: str) -> None:
    assert normalised(printed) == normalised(typed)


@pytest.mark.parametrize(("one", "other"), [("Us", "us"), ("cafe", "café"), ("a b", "ab"), ("“a”", "‘a’")])
def test_what_differs_in_more_stays_different(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@given(TEXTS)
def test_the_normal_form_is_normal(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@given(TEXTS, TEXTS, TEXTS)
def test_a_range_holds_words_of_that_normal_form_and_splits_no_sign(before: str, words: str, after: str) -> None:
    text = before + words + after
    for start, end in NormalisedText(text).ranges(words):
        assert normalised(text[start:end]) == normalised(words)
        assert not splits_sign(text, start)
        assert not splits_sign(text, end)


@given(TEXTS, TEXTS, TEXTS)
def test_words_that_stand_there_are_found_in_normal_form_too(before: str, between: str, after: str) -> None:
    words = f"a{between}b"
    text = f"{before} {words} {after}"
    assert list(exact_ranges(text, words))
    assert list(NormalisedText(text).ranges(words))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_letter_is_not_found_inside_another(form: str) -> None:
    text = unicodedata.normalize(form, "café 각 👩\u200d💻 👍🏽")  # type: ignore[arg-type]  # one of the names
    for words in ("cafe", "가", "👩", "💻", "👍"):
        assert list(exact_ranges(text, words)) == []
        assert list(NormalisedText(text).ranges(words)) == []
