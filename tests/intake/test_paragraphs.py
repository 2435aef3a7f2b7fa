import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.intake.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        (" \n\n ", []),
        ("one", ["one"]),
        ("one\ntwo", ["one", "two"]),
        ("one\nmore\n\n  two \n \nthree\n", ["one\nmore", "two", "three"]),
    ],
)
def test_blank_lines_part_paragraphs_and_line_breaks_where_there_are_none(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == parts


@given(st.text(alphabet="a \n\t\u2003é"))
def test_paragraphs_hold_every_word_in_its_order_and_no_white_space_around_it(text: str) -> None:
    parts = [text[start:end] for start, end in paragraphs(text)]
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(part == part.strip() != "" for part in parts)
