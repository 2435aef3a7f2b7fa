"""Joiners and variation selectors stay where they are part of the spelling, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from summittui.model.joiners import as_counted, as_written
from summittui.model.text import fold, safe, safe_lines, safe_parts

IN_PLACE = {
    "Persian, non-joiner": "می\u200cخواهم",
    "Arabic, joiner between letters": "ه\u200dـ",
    "Sinhala, joiner behind a virama": "ශ\u0dca\u200dරී ලංකා",
    "Devanagari, half form": "क\u094d\u200dष",
    "Devanagari, non-joiner": "क\u094d\u200cष",
    "Bengali, joiner before a virama": "র\u200d\u09cdযা",
    "Malayalam, chillu at the end of a word": "അവന\u0d4d\u200d വന്നു",
    "Mongolian": "ᠮᠣᠩ\u200dᠭᠣᠯ",
    "Nepali at the end": "छन\u094d\u200d",
    "profession": "👩\u200d🔬",
    "skin tone and profession": "👩🏽\u200d💻",
    "family of four": "👨\u200d👩\u200d👧\u200d👦",
    "flag with a selector": "🏳\ufe0f\u200d🌈",
    "heart on fire": "❤\ufe0f\u200d🔥",
    "keycap": "1\ufe0f\u20e3",
    "text presentation": "❤\ufe0e",
    "ideographic variant": "葛\U000e0100城",
    "standardised variant": "≨\ufe00",
}
STRAYS = {
    "alone": ("\u200d", ""),
    "at the start": ("\u200cمی", "می"),
    "at the end": ("می\u200c", "می"),
    "between Latin letters": ("pay\u200dpal", "paypal"),
    "between Latin and Arabic": ("a\u200cم", "aم"),
    "between a digit and a letter": ("۵\u200cم", "۵م"),
    "a run": ("می\u200c\u200dخواهم", "میخواهم"),
    "a long run": ("م" + "\u200c" * 500 + "ی", "می"),
    "behind an emoji": ("👩\u200d", "👩"),
    "emoji and letter": ("👩\u200da", "👩a"),
    "non-joiner between emoji": ("👩\u200c🔬", "👩🔬"),
    "selector alone": ("\ufe0f", ""),
    "selector behind a blank": ("a \ufe0fb", "a b"),
    "bytes hidden behind an emoji": ("😀" + "\U000e0100\U000e01ef\ufe01" * 40, "😀"),
    "ideographic selector behind a Latin letter": ("a\U000e0100", "a"),
}


@pytest.mark.parametrize("text", IN_PLACE.values(), ids=IN_PLACE)
def test_what_is_part_of_the_spelling_stays(text: str) -> None:
    assert safe(text) == safe_lines(text) == text


@pytest.mark.parametrize(("text", "left"), STRAYS.values(), ids=STRAYS)
def test_strays_go_and_the_words_stay(text: str, left: str) -> None:
    assert safe(text) == safe_lines(text) == left


def test_an_emoji_of_more_parts_than_any_has_falls_apart() -> None:
    assert safe("\u200d".join("👩" * 9)).count("\u200d") == 2 * 3


@pytest.mark.parametrize("text", IN_PLACE.values(), ids=IN_PLACE)
def test_what_stays_does_not_count_in_comparisons(text: str) -> None:
    bare = "".join(sign for sign in text if sign not in "\u200c\u200d\ufe00\ufe0e\ufe0f\U000e0100")
    assert fold(text) == fold(bare)


SIGNS = "ab \n\u200c\u200d\u2060\ufe0f\ufe0e\U000e0100\u0301ශ\u0dcaරමی👩🔬❤🏽葛\x1b[m"
TEXTS = st.text(st.sampled_from(SIGNS), max_size=30)


@given(TEXTS)
def test_what_was_made_safe_stays_as_it_is(text: str) -> None:
    once = safe(text)
    assert safe(once) == once
    assert safe_lines(safe_lines(text)) == safe_lines(text)


@given(st.lists(st.text(st.sampled_from(SIGNS.replace("\x1b", "").replace("\n", "").replace(" ", "")), max_size=6)))
def test_parts_of_a_line_are_what_they_are_in_the_whole(parts: list[str]) -> None:
    assert "".join(safe_parts(parts)) == safe("".join(parts))


@given(TEXTS)
def test_the_stand_in_of_a_joiner_gives_it_back(text: str) -> None:
    harmless = safe(text)
    assert as_written(as_counted(harmless)) == harmless
    assert len(as_counted(harmless)) == len(harmless)


def test_letters_behind_a_joiner_are_counted_and_emoji_are_one() -> None:
    assert cell_len(as_counted("ශ\u0dca\u200dරී")) == 2
    assert cell_len(as_counted("👩\u200d🔬")) == 2
