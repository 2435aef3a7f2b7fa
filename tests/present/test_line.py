"""Lines of tokens: what they keep, how they are joined."""

import pytest

from summittui.present.line import ROLES, Line, Token, labelled
from summittui.ui.theme import colours

TABLES = (
    colours.DARK,
    colours.LIGHT,
    colours.HIGH_CONTRAST,
    colours.COLOUR_BLIND,
    colours.TERMINAL,
    colours.MONOCHROME,
)


def test_a_line_is_made_of_texts_tokens_and_lines() -> None:
    line = Line("a ", ("b", "words"), Line(("c", "doubt"), " d"))
    assert list(line) == [Token("a "), Token("b", "words"), Token("c", "doubt"), Token(" d")]
    assert line.plain == "a bc d"


def test_what_is_empty_is_left_out_of_a_line() -> None:
    assert not Line("", ("", "words"), Line())
    assert Line(("", "words"), "x") == (Token("x"),)


def test_lines_add_up_to_a_line() -> None:
    line = Line("a") + Line(("b", "words")) + ("c", "doubt") + "d"
    assert isinstance(line, Line)
    assert line == Line("a", ("b", "words"), ("c", "doubt"), "d")


def test_a_line_keeps_every_character() -> None:
    hostile = "\x1b[31m\u202e [/] \u200b\ttab  two"
    assert Line((hostile, "words")).plain == hostile


def test_a_label_is_told_from_what_it_labels() -> None:
    assert labelled("Note", "x") == (Token("Note: ", "apparatus"), Token("x"))


@pytest.mark.parametrize("table", TABLES)
def test_every_theme_has_a_style_for_every_role(table: colours.Table) -> None:
    assert sorted(ROLES - set(table)) == []
