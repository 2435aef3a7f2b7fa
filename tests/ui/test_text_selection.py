"""The motions that select in a text, by the words that they select."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.library.answers.text_units import Edge, TextUnit
from summittui.ui.text_selection import TextSelection

TEXT = (
    "The port is old. “We will not sign,” Drann said. “We cannot check it.” He left.\n"
    "\n"
    "Vass warned that ships would wait. Nobody asked “the pilots”."
)
WORD, SENTENCE, PARAGRAPH = TextUnit.WORD, TextUnit.SENTENCE, TextUnit.PARAGRAPH
Motion = Callable[[TextSelection], TextSelection]


def at(words: str) -> TextSelection:
    found = TextSelection.at(TEXT, TEXT.index(words))
    assert found is not None
    return found


def on(unit: TextUnit) -> Motion:
    return lambda selection: selection.moved(unit, 1)


def back(unit: TextUnit) -> Motion:
    return lambda selection: selection.moved(unit, -1)


def edge(which: Edge, by: int, unit: TextUnit = WORD) -> Motion:
    return lambda selection: selection.with_edge(which, unit, by)


def extend(selection: TextSelection) -> TextSelection:
    return selection.toggled()


def marks(selection: TextSelection) -> TextSelection:
    return selection.to_marks(1)


def marks_before(selection: TextSelection) -> TextSelection:
    return selection.to_marks(-1)


def to_mark(selection: TextSelection) -> TextSelection:
    return selection.to_next_mark()


@pytest.mark.parametrize(
    ("begin", "motions", "words"),
    [
        ("port", [on(WORD)], "is"),
        ("port", [back(WORD), back(WORD)], "The"),
        ("port", [on(SENTENCE)], "The port is old."),
        ("port", [on(SENTENCE), on(SENTENCE)], "“We will not sign,” Drann said."),
        ("Drann", [back(SENTENCE)], "“We will not sign,” Drann said."),
        ("Drann", [back(SENTENCE), back(SENTENCE)], "The port is old."),
        ("Vass", [on(PARAGRAPH)], TEXT[TEXT.index("Vass") :]),
        ("port", [extend, on(WORD), on(WORD)], "port is old"),
        ("port", [extend, on(WORD), on(WORD), back(WORD)], "port is"),
        ("old", [extend, back(WORD), back(WORD)], "port is old"),
        ("Drann", [extend, on(SENTENCE)], "Drann said."),
        ("Drann", [extend, back(SENTENCE)], "“We will not sign,” Drann"),
        ("Drann", [on(SENTENCE), extend, on(SENTENCE)], "“We will not sign,” Drann said. “We cannot check it.”"),
        ("port", [marks], "We will not sign,"),
        ("port", [marks, marks], "We cannot check it."),
        ("port", [marks, marks, marks, marks], "the pilots"),
        ("not", [marks], "We will not sign,"),
        ("pilots", [marks, marks_before], "We cannot check it."),
        ("port", [marks_before], "port"),
        ("Nobody", [to_mark], "Nobody asked"),
        ("left", [edge(Edge.START, -1)], "He left"),
        ("left", [edge(Edge.START, -1), edge(Edge.START, 1)], "left"),
        ("left", [edge(Edge.START, 1)], "left"),
        ("port", [edge(Edge.END, 1), edge(Edge.END, 1)], "port is old"),
        ("port", [edge(Edge.END, -1)], "port"),
        ("ships", [edge(Edge.END, 1, SENTENCE), edge(Edge.START, -1, SENTENCE)], "Vass warned that ships would wait."),
    ],
)
def test_motions_select(begin: str, motions: list[Motion], words: str) -> None:
    selection = at(begin)
    for motion in motions:
        selection = motion(selection)
    assert selection.words == words
    assert selection.selector.exact == TEXT[selection.start : selection.end] == words


def test_nothing_is_selected_in_a_text_without_words() -> None:
    assert TextSelection.at(" \n", 0) is None


@given(
    st.text(st.sampled_from('ab .\n“”"é\u0301👩他。و\r'), min_size=1, max_size=50),
    st.integers(0, 50),
    st.lists(
        st.sampled_from(
            [*(move(unit) for unit in TextUnit for move in (on, back)), extend, marks, marks_before, to_mark]
            + [edge(which, by, unit) for which in Edge for by in (1, -1) for unit in TextUnit]
        ),
        max_size=8,
    ),
)
def test_no_motion_leaves_the_text_or_selects_nothing(text: str, place: int, motions: list[Motion]) -> None:
    selection = TextSelection.at(text, place)
    for motion in motions if selection else ():
        assert selection is not None
        selection = motion(selection)
        assert 0 <= selection.start < selection.end <= len(text)
