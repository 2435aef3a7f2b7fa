import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size
from rich.segment import ControlType, Segment

from summittui.ui.display.cells import TAIL
from summittui.ui.display.gate import gate
from summittui.ui.display.segments import _NARROW, cells_of
from summittui.ui.render.line import line

HOSTILE = "\x1b]52;c;x\x07", "a\u202eb", "x\u200bz", "\x9b31m", "\ud800!", "\x7f", "\u2066a", "a\r\nb", "\U000e0041q"


def texts(text: str) -> list[str]:
    return cells_of([Segment(text)], None).texts


@pytest.mark.parametrize("text", HOSTILE)
def test_no_code_point_passes_that_could_drive_a_terminal(text: str) -> None:
    shown = "".join(texts(text))
    assert gate(shown) == shown


@given(st.text(st.characters()))
def test_no_code_point_passes_of_any_text(text: str) -> None:
    shown = "".join(texts(text))
    assert gate(shown) == shown


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs"))))
def test_a_line_has_as_many_cells_as_it_is_wide(text: str) -> None:
    segment = Segment(text)
    assert len(texts(text)) == segment.cell_length


def test_a_control_segment_is_left_out() -> None:
    assert cells_of([Segment("\x1b[2J", None, [(ControlType.CLEAR,)])], None).texts == []


def test_a_wide_letter_takes_two_cells_and_an_accent_none() -> None:
    assert texts("漢e\u0301") == ["漢", TAIL, "e\u0301"]


def test_the_halves_of_a_flag_stay_together() -> None:
    assert texts("\U0001f1eb\U0001f1f7x") == ["\U0001f1eb\U0001f1f7", TAIL, "x"]


def test_a_joiner_passes_in_its_place_alone() -> None:
    assert texts("\U0001f468\u200d\U0001f469x") == ["\U0001f468\u200d\U0001f469", TAIL, "x"]
    assert texts("می\u200cخ") == ["م", "ی\u200c", "خ"]
    assert texts("a\u200dبx\u200c") == ["aب", "x"]


def test_a_joiner_at_the_end_of_a_style_is_judged_by_what_follows() -> None:
    assert cells_of([Segment("می\u200c"), Segment("خ")], None).texts == ["م", "ی\u200c", "خ"]


def test_the_stand_in_of_a_joiner_between_letters_is_sent_as_the_joiner() -> None:
    shown = line(("ශ\u0dca\u200dරී!", "")).plain
    assert texts(shown) == ["ශ\u0dca\u200dරී", TAIL, "!"]
    assert texts(line("ක\u0dca\u200dෂ\u0dca\u200dය").plain) == ["ක\u0dca\u200dෂ\u0dca\u200dය", TAIL, TAIL]
    assert texts(line("അവന\u0d4d\u200d വ").plain)[-3:] == ["ന\u0d4d", " ", "വ"]


def test_every_letter_taken_as_narrow_is_one_cell_wide() -> None:
    narrow = [chr(code) for code in range(0x2600) if _NARROW.fullmatch(chr(code))]
    assert len(narrow) > 800
    assert {get_character_cell_size(letter) for letter in narrow} == {1}
