import re

from rich.cells import cell_len

from summittui.ui.theme import wrap
from summittui.ui.theme.wrap import cut_offset, line_offsets


def members(pattern: str | re.Pattern[str]) -> list[str]:
    return [chr(code) for code in range(0x20, 0x10000) if re.fullmatch(pattern, chr(code))]


def test_the_fast_ways_know_the_right_width_of_every_code_point_they_take() -> None:
    assert [letter for letter in members(wrap._SINGLE) if cell_len(letter) != 1] == []
    assert [letter for letter in members(wrap._SIMPLE) if cell_len(letter) != 1 + (letter >= "\u3000")] == []


def test_lines_are_given_by_offsets_without_the_blanks_between() -> None:
    assert line_offsets("one two  three", 7) == [(0, 7), (9, 14)]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert line_offsets("abcdefgh ij", 4) == [(0, 4), (4, 8), (9, 11)]


def test_blanks_alone_are_one_empty_line() -> None:
    assert line_offsets("     ", 3) == [(0, 0)]


def test_a_cluster_is_never_cut() -> None:
    assert cut_offset("e\u0301e\u0301e\u0301", 2) == 4
    assert line_offsets("e\u0301" * 4, 3) == [(0, 6), (6, 8)]
