"""What is sent makes the terminal show what it should, whatever stood there before."""

import os
import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from summittui.ui.display.capabilities import TermCapabilities
from summittui.ui.display.cells import Cells, is_disputed
from summittui.ui.display.front_buffer import FrontBuffer
from summittui.ui.display.segments import cells_of
from tests.ui.emulator import Cell, Terminal

WIDTH, HEIGHT = 24, 8
STYLES = [
    Style(),
    Style(color="red"),
    Style(color="#d0d0d0", bgcolor="#121212"),
    Style(color="#d0d0d0", bgcolor="#303030", bold=True),
    Style(dim=True, italic=True),
    Style(reverse=True, bgcolor="blue"),
    Style(underline=True, strike=True, color="color(99)"),
]
LETTERS = st.sampled_from([" ", " ", " ", "a", "b", "│", "é", "e\u0301", "漢", "字"])
SEGMENTS = st.builds(
    lambda letters, style: Segment("".join(letters), style), st.lists(LETTERS, max_size=30), st.sampled_from(STYLES)
)
LINES = st.lists(SEGMENTS, min_size=1, max_size=4)
UPDATES = st.dictionaries(st.integers(0, HEIGHT - 1), LINES, min_size=1)
CAPABILITIES = st.sampled_from(
    [
        TermCapabilities(),
        TermCapabilities(erases_in_colour=True),
        TermCapabilities(erases_in_colour=True, erases_inside=True),
    ]
)


def fitted(segments: Sequence[Segment]) -> Cells:
    """A line's cells, `WIDTH` of them."""
    padded = Segment.adjust_line_length(list(segments), WIDTH, Style(bgcolor="#121212"))
    return cells_of(padded, ColorSystem.TRUECOLOR)


def plainly(lines: dict[int, Cells]) -> list[list[Cell]]:
    """The cells of a terminal to which every line is written in full."""
    terminal = Terminal(WIDTH, HEIGHT)
    for y, cells in lines.items():
        terminal.write(f"\x1b[{y + 1}H")
        for text, sgr in zip(*cells, strict=True):
            terminal.write(f"\x1b[0;{sgr}m{text}" if sgr else f"\x1b[m{text}")
    return terminal.cells()


@given(st.lists(UPDATES, min_size=1, max_size=6), CAPABILITIES, st.booleans())
def test_any_updates_leave_every_cell_as_if_each_line_were_written_in_full(
    updates: list[dict[int, list[Segment]]], able: TermCapabilities, is_whole: bool
) -> None:
    front, terminal = FrontBuffer(WIDTH, HEIGHT, able), Terminal(WIDTH, HEIGHT)
    shown: dict[int, Cells] = {}
    if is_whole:
        updates = [{y: [Segment("")] for y in range(HEIGHT)}, *updates]
    for update in updates:
        lines = {y: fitted(segments) for y, segments in update.items()}
        shown |= lines
        terminal.write(front.show(lines))
        assert terminal.cells() == plainly(shown)


@given(st.lists(LINES, min_size=HEIGHT, max_size=HEIGHT), st.lists(st.integers(-3, 3), max_size=6), CAPABILITIES)
def test_a_list_that_moves_up_and_down_is_right_at_every_step(
    rows: list[list[Segment]], steps: list[int], able: TermCapabilities
) -> None:
    front, terminal, at = FrontBuffer(WIDTH, HEIGHT, able), Terminal(WIDTH, HEIGHT), 0
    for step in (0, *steps):
        at += step
        lines = {y: fitted([Segment(f"{(at + y) % 5} "), *rows[(at + y) % HEIGHT]]) for y in range(HEIGHT)}
        terminal.write(front.show(lines))
        assert terminal.cells() == plainly(lines)


def row(text: str) -> Cells:
    return fitted([Segment(text, Style(color="red"))])


def test_what_is_shown_already_is_not_sent_again() -> None:
    front = FrontBuffer(WIDTH, HEIGHT, TermCapabilities())
    assert front.show({2: row("Xi Jinping")})
    assert front.show({2: row("Xi Jinping")}) == ""


def test_a_block_of_lines_that_moved_is_moved_by_the_terminal() -> None:
    front, terminal = FrontBuffer(WIDTH, HEIGHT, TermCapabilities()), Terminal(WIDTH, HEIGHT)
    words = [f"{chr(97 + at)}" * 20 for at in range(HEIGHT + 1)]
    terminal.write(front.show({y: row(words[y]) for y in range(HEIGHT)}))
    sent = front.show({y: row(words[y + 1]) for y in range(HEIGHT)})
    terminal.write(sent)
    assert "\x1b[1;8r" in sent
    assert [line.strip() for line in terminal.lines] == words[1:]


def test_a_list_that_moved_under_a_title_that_changed_is_moved_without_the_title() -> None:
    front, terminal = FrontBuffer(WIDTH, HEIGHT, TermCapabilities()), Terminal(WIDTH, HEIGHT)
    words = [f"{chr(97 + at)}" * 20 for at in range(HEIGHT)]
    terminal.write(front.show({0: row("1 of 8"), **{y: row(words[y - 1]) for y in range(1, HEIGHT)}}))
    sent = front.show({0: row("2 of 8"), **{y: row(words[y]) for y in range(1, HEIGHT)}})
    terminal.write(sent)
    assert "\x1b[2;8r" in sent
    assert [line.strip() for line in terminal.lines] == ["2 of 8", *words[1:]]


def test_an_update_in_the_sgr_of_the_one_before_sets_it_once() -> None:
    front = FrontBuffer(WIDTH, HEIGHT, TermCapabilities())
    assert "\x1b[31m" in front.show({2: row("Xi")})
    assert "\x1b[31m" not in front.show({3: row("Xi")})


def test_after_a_cluster_whose_width_is_disputed_every_letter_stands_where_it_should() -> None:
    for cluster in ("\U0001f468", "1\ufe0f\u20e3", "\u263a\ufe0f", "\U0001f1eb\U0001f1f7", "\u0915\u093f"):
        front, terminal = FrontBuffer(WIDTH, HEIGHT, TermCapabilities()), Terminal(WIDTH, HEIGHT)
        terminal.write(front.show({1: row("x" * WIDTH)}))
        terminal.write(front.show({1: row(f"a{cluster}bcdefghijklm")}))
        cells = row(f"a{cluster}bcdefghijklm").texts
        assert any(is_disputed(text) for text in cells)
        expected = "".join(cells[cells.index("b") :]).rstrip()
        assert terminal.screen.buffer[1][cells.index("b")].data == "b"
        assert terminal.lines[1].rstrip().endswith(expected)


def test_many_clusters_in_a_row_take_little_more_than_themselves() -> None:
    flags = "\U0001f1eb\U0001f1f7" * (WIDTH // 2)
    assert len(FrontBuffer(WIDTH, HEIGHT, TermCapabilities()).show({0: row(flags)})) < 40 * WIDTH


@pytest.mark.parametrize(
    ("term", "able"), [("xterm-256color", (True, True)), ("vt100", (False, False)), ("?", (False, False))]
)
def test_a_terminal_is_what_its_description_says(term: str, able: tuple[bool, bool]) -> None:
    code = "from summittui.ui.display.capabilities import term_capabilities; print(tuple(term_capabilities()))"
    environment = os.environ | {"TERM": term}
    said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == str(able)
