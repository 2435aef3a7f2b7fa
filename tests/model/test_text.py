"""Text as data: nothing that a document holds can drive a terminal, hide words or reorder a line."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.model.text import clip, fold, fold_words, safe, safe_lines

HOSTILE = {
    "colour": ("\x1b[31mred\x1b[0m", "red"),
    "colour, eight bit": ("\x9b31mred\x9b0m", "red"),
    "cursor and screen": ("a\x1b[2J\x1b[1;1Hb", "ab"),
    "private mode": ("a\x1b[?1049hb", "ab"),
    "title by OSC 0": ("a\x1b]0;owned\x07b", "ab"),
    "link by OSC 8": ("\x1b]8;;http://evil\x1b\\click\x1b]8;;\x1b\\", "click"),
    "clipboard by OSC 52": ("a\x1b]52;c;cm0gLXJm\x07b", "ab"),
    "OSC, eight bit": ("a\x9d52;c;cm0=\x9cb", "ab"),
    "OSC that never ends": ("a\x1b]52;c;cm0=", "a"),
    "DCS": ("a\x1bPq#0;2;0;0;0\x1b\\b", "ab"),
    "DCS, eight bit": ("a\x90q\x9cb", "ab"),
    "APC and PM": ("a\x1b_Gx\x1b\\b\x1b^y\x1b\\c", "abc"),
    "reset": ("a\x1bcb", "ab"),
    "charset": ("a\x1b(0b", "ab"),
    "lone escape at the end": ("a\x1b", "a"),
    "CSI begun and not ended": ("a\x1b[3\x1b[31m1mb", "a31mb"),
    "bell and backspace": ("a\x07b\x08c", "abc"),
    "delete and NUL": ("a\x7fb\x00c", "abc"),
    "C1": ("a\x84b\x85c", "abc"),
    "bidi override": ("user\u202etxt.exe", "usertxt.exe"),
    "bidi isolate": ("a\u2066b\u2069c", "abc"),
    "bidi marks": ("a\u200eb\u200fc\u061cd", "abcd"),
    "zero width": ("a\u200bb\u200cc\u200dd\ufeffe\u2060f", "abcdef"),
    "soft hyphen": ("co\u00adoperate", "cooperate"),
    "tag characters": ("a\U000e0041\U000e007fb", "ab"),
    "lone surrogate": ("a\ud800b\udfffc", "abc"),
    "line separators": ("a\u2028b\u2029c", "abc"),
    "zalgo": ("z" + "\u0334" * 50 + "!", "z\u0334\u0334\u0334!"),
}


@pytest.mark.parametrize(("text", "left"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_hostile_is_taken_out_and_the_words_stay(text: str, left: str) -> None:
    assert safe(text) == safe_lines(text) == left


@pytest.mark.parametrize("text", ["[/]", "[@click=app.quit]x[/]", "[red]a[/red]", "\\[b]", "{0}", "%s", "<b>"])
def test_markup_is_words_like_any_other(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize("text", ["Clément", "“America first” – so", "中国", "שלום", "éa", "e\u0301", "🇫🇷", "a/b\\c"])
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


def test_white_space_runs_together_on_one_line() -> None:
    assert safe("  a\tb\r\n\n c\u00a0d ") == "a b c d"


def test_line_breaks_stay_where_lines_are_wanted() -> None:
    assert safe_lines("a\r\nb\rc\n\td") == "a\nb\nc\n d"


def alphabet() -> st.SearchStrategy[str]:
    """Return texts rich in what drives terminals."""
    bad = "\x1b\x9b\x9d\x9c\x90[]0;?8\\mhJ(P^_\x07\u202e\u200b\ufeff\u0334\ud800\U000e0041\r\n\t ab"
    return st.text(alphabet=st.one_of(st.sampled_from(bad), st.characters()), max_size=60)


@given(alphabet())
def test_nothing_that_is_shown_is_a_control_or_a_format_character(text: str) -> None:
    for char in safe(text):
        assert unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"}
        assert char not in "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


@given(alphabet())
def test_text_that_was_made_safe_stays_as_it_is(text: str) -> None:
    once = safe(text)
    assert safe(once) == once
    assert safe_lines(safe_lines(text)) == safe_lines(text)


@given(alphabet())
def test_safe_lines_and_safe_show_the_same_words(text: str) -> None:
    assert safe(text) == " ".join(safe_lines(text).split())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łukasz Żółć", "lukasz zolc"),
        ("Søren Ðorđe", "soren dorde"),
        ("Œuvre, Æsir", "oeuvre, aesir"),
        ("Þingvellir", "thingvellir"),
        ("Diyarbakır İzmir", "diyarbakir izmir"),
        ("ẞ", "ss"),
        ("ＦＵＬＬ", "full"),
        ("O’Brien", "o'brien"),
        ("OʼBrien", "o'brien"),
        ("well‑being", "well-being"),
        ("“so”", '"so"'),
        ("co\u00adoperate\u200d", "cooperate"),
        ("❤\ufe0f", "❤"),
        ("Ǿ", "o"),
        ("ŉ", "'n"),
        ("كـتاب", "كتاب"),
        ("Clément", "clement"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ﬁne", "fine"),
        ("e\u0301", "e"),
    ],
)
def test_folding_unifies_case_accents_and_compatible_forms(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_folding_knows_no_context(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@given(st.text())
def test_folded_words_are_folded_and_have_single_blanks_between(text: str) -> None:
    assert fold_words(f" {text}\u00a0\n") == " ".join(fold(text).split())


@given(st.text(max_size=30), st.integers(min_value=1, max_value=40))
def test_a_clipped_text_is_never_longer_and_says_that_it_was_cut(text: str, length: int) -> None:
    clipped = clip(text, length)
    assert len(clipped) <= length
    assert clipped == text if len(text) <= length else clipped.endswith("…")
