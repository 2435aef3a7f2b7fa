import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Span, Text

from summittui.ui.display.gate import gate
from summittui.ui.theme.paint import fit, painter, wrap
from summittui.ui.theme.themes import DARK, MONO, styles

ANY_TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" \u4e16\u0301e\ufe0f\u2764\u202e\x1b\x9b")))


@given(text=ANY_TEXT, width=st.integers(1, 40))
def test_a_strip_has_exactly_the_asked_width_and_nothing_that_drives_a_terminal(text: str, width: int) -> None:
    strip = painter(DARK).strip(Text(text, end=""), width)
    assert strip.cell_length == width
    assert not {"\x1b", "\x9b", "\u202e", "\u2028", "\ud800", "\n", "\x07"} & set(strip.text)


@pytest.mark.parametrize("bad", ["\x1b", "\x9b", "\x7f", "\u202e", "\u2066", "\u2028", "\ud800", "\u200f", "\r"])
def test_a_forbidden_code_point_becomes_a_replacement_character(bad: str) -> None:
    assert gate(f"a{bad}b") == "a\ufffdb"


def test_a_wide_character_is_never_split() -> None:
    assert painter(DARK).strip(Text("日本"), 3).text == "日 "


def test_tokens_become_the_themes_styles_over_the_base() -> None:
    text = Text.assemble("a", ("b", "for"))
    first, second = list(painter(DARK).strip(text, 2, base="cursor"))
    ground = styles(DARK)[""] + styles(DARK)["cursor"]
    assert first.style == ground
    assert second.style == ground + styles(DARK)["for"]


SPANS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from(["for", "against", "title", "match"])), max_size=4
)


@given(SPANS)
def test_every_letter_has_the_styles_of_the_spans_over_it(spans: list[tuple[int, int, str]]) -> None:
    text = Text("abcdefghij", spans=[Span(*each) for each in spans], end="")
    shown = [(letter, segment.style) for segment in painter(DARK).strip(text, 12) for letter in segment.text]
    for at, (letter, style) in enumerate(shown):
        over = [token for start, end, token in spans if start <= at < end and at < len(text)]
        assert letter == "abcdefghij  "[at]
        assert style == painter(DARK).style("", *over)


def test_a_name_that_is_no_token_changes_nothing() -> None:
    (segment,) = painter(MONO).strip(Text("a", "[@click=app.quit]"), 1)
    assert segment.text == "a"
    assert segment.style == styles(MONO)[""]


def test_without_padding_a_short_text_stays_short() -> None:
    assert painter(DARK).strip(Text("ab"), 5, pad=False).cell_length == 2


def test_a_text_that_does_not_fit_ends_in_an_ellipsis() -> None:
    assert fit(Text("nationalistic"), 6).plain == "natio…"
    assert fit(Text("日本語"), 4).plain == "日…"
    assert fit(Text("short"), 5).plain == "short"
    assert fit(Text("short"), 0).plain == ""


@given(st.text("ab 日", max_size=12), st.integers(0, 12), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12))))
def test_what_is_left_of_a_text_that_does_not_fit_keeps_its_styles(
    plain: str, width: int, ranges: list[tuple[int, int]]
) -> None:
    text = Text(plain, "base", spans=[Span(start, end, f"at-{start}") for start, end in ranges if start < end])
    shown = fit(text, width)
    assert shown.style == ("base" if width or not plain else "")
    for at in range(len(shown) - shown.plain.endswith("…")):
        assert shown.plain[at] == plain[at]
        assert styles_at(shown, at) == styles_at(text, at)
    if shown.plain.endswith("…"):
        assert styles_at(shown, len(shown) - 1) == []


def styles_at(text: Text, at: int) -> list[object]:
    return [span.style for span in text.spans if span.start <= at < span.end]


def test_lines_break_between_words_and_keep_their_styles() -> None:
    lines = wrap(Text.assemble("one two ", ("three", "for"), " four"), 9)
    assert [line.plain for line in lines] == ["one two", "three", "four"] or [line.plain for line in lines] == [
        "one two",
        "three",
        "four",
    ]
    assert [span.style for span in lines[1].spans] == ["for"]


def test_unspaced_cjk_breaks_anywhere_and_latin_words_beside_it_stay_whole() -> None:
    assert [line.plain for line in wrap(Text("人工智能行动峰会"), 6)] == ["人工智", "能行动", "峰会"]
    assert [line.plain for line in wrap(Text("在 Paris 会议"), 8)] == ["在 Paris", "会议"]


def test_continuation_lines_hang_under_the_first() -> None:
    assert [line.plain for line in wrap(Text("  one two three"), 9)] == ["  one two", "  three"]


def test_line_breaks_in_a_text_are_kept_and_an_empty_text_is_one_line() -> None:
    assert [line.plain for line in wrap(Text("a\n\nb"), 9)] == ["a", "", "b"]
    assert [line.plain for line in wrap(Text(""), 9)] == [""]


@given(text=st.text(alphabet=st.sampled_from("ab 日本e\u0301\n")), width=st.integers(2, 12))
def test_wrapping_loses_no_letter_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = wrap(Text(text, end=""), width)
    assert "".join("".join(line.plain.split()) for line in lines) == "".join(text.split())
    assert all(cell_len(line.plain) <= width for line in lines)


def test_on_a_reversed_line_all_letters_look_alike() -> None:
    for theme in ("summit-monochrome", "summit-terminal"):
        strip = painter(theme).strip(
            Text.assemble(("for", "for"), ("words", "words"), ("n 3", "count")), 20, base="cursor"
        )
        looks = {
            (each.style.color, each.style.bold, each.style.dim) for each in strip if each.style and each.text.strip()
        }
        assert len(looks) == 1
        assert all(each.style and each.style.reverse for each in strip)


def test_a_painter_that_lights_nothing_leaves_the_cursors_line_as_it_is() -> None:
    text = Text.assemble(("for", "for"), ("words", "words"))
    unlit = painter("summit-monochrome", lit=False)
    for base in ("cursor", "cursor-blurred"):
        assert unlit.strip(text, 20, base=base) == unlit.strip(text, 20)
