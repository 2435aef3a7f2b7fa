"""Every cell as Textual would have drawn it."""

from pathlib import Path

import pytest

from summittui.ui.textual_compat import SWITCH
from tests.hostile.walk import go_home
from tests.ui.display.both import reading_twice

BROWSE = ("down", "down", "pagedown", "end", "home", "2", "down", "3", "down", "tab", "4", "right", "left", "5", "end")
COLOURS = {
    "16 colours": {"TERM": "xterm"},
    "256 colours": {"TERM": "xterm-256color"},
    "truecolour": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "no erasing in colour": {"TERM": "tmux-256color"},
    "no colours": {"TERM": "xterm-256color", "NO_COLOR": "1"},
    "a terminal without description": {"TERM": "unheard-of"},
}
JOURNEYS = {
    "Browse": BROWSE,
    "the filter line": ("slash", *"macr", "backspace", "enter", "down", "escape", "slash", "escape"),
    "Compare": ("space", "down", "space", "c", "down", "pagedown", "tab", "up", "escape"),
    "the matrix": ("M", "right", "down", "down", "right", "s", "enter", "escape", "escape"),
    "help": ("question_mark", "pagedown", "down", "down", "up", "end", "home", "escape"),
    "the palette over Browse": ("colon", *"comp", "down", "escape"),
    "the timeline and the documents": ("L", "down", "pagedown", "escape", "D", "down", "enter", "down", "escape"),
    "a form and a refusal": ("2", "i", "tab", "x", "down", "down", "escape", "escape", "ctrl+c", "ctrl+l"),
    "themes": ("T", "down", "T", "down", "T"),
}


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_every_cell_is_as_textual_draws_it(size: tuple[int, int], tmp_path: Path) -> None:
    async with reading_twice(tmp_path, size) as reader:
        for keys in JOURNEYS.values():
            before = reader.compared
            await reader.press(*keys)
            assert reader.compared - before == len(keys)
            await go_home(reader)


@pytest.mark.parametrize("colours", COLOURS)
async def test_every_cell_is_right_in_the_colours_a_terminal_has(
    colours: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("COLORTERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in COLOURS[colours].items():
        monkeypatch.setenv(name, value)
    async with reading_twice(tmp_path) as reader:
        await reader.press("down", "2", "down", "T", "question_mark", "down", "escape", "space")
        assert reader.compared == 8


async def test_a_resized_terminal_shows_every_cell_anew(tmp_path: Path) -> None:
    async with reading_twice(tmp_path) as reader:
        for size in ((100, 30), (60, 20), (80, 24), (40, 10), (120, 36)):
            await reader.resize(*size)
            await reader.press("down", "down")


async def test_with_the_switch_textual_draws_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "stock")
    async with reading_twice(tmp_path) as reader:
        await reader.press("down")
        assert reader.app.cells._front is None


HOSTILE = "a\x1b]52;c;x\x07 \u202egnp"


async def test_a_notice_with_a_control_sequence_in_it_shows_its_letters_only(tmp_path: Path) -> None:
    async with reading_twice(tmp_path) as reader:
        reader.lean.take()
        reader.app.notify(HOSTILE, markup=False)
        await reader._pilot.pause()
        sent = reader.lean.take()
        assert "a" in sent
        assert "\x1b]52" not in sent
        assert "\u202e" not in sent


async def test_the_cursor_goes_where_the_next_letter_will_stand(tmp_path: Path) -> None:
    async with reading_twice(tmp_path) as reader:
        await reader.press("slash", "m")
        x, y = reader.lean.cursor
        assert reader.lean.lines[y][:x].strip() == "m"


async def test_after_a_return_from_another_program_everything_is_drawn_again(tmp_path: Path) -> None:
    async with reading_twice(tmp_path) as reader:
        for terminal in (reader.lean, reader.app.stock):
            terminal.write("\x1b[41m\x1b[2Jvi\x1b[m")
        reader.app.app_resume_signal.publish(reader.app)
        await reader.press("ctrl+c")


async def test_redraw_draws_over_what_another_program_left(tmp_path: Path) -> None:
    async with reading_twice(tmp_path) as reader:
        for terminal in (reader.lean, reader.app.stock):
            terminal.write("\x1b[5;5Hlog: disk full")
        await reader.press("ctrl+l")
        assert "disk full" not in "".join(reader.lean.lines)


async def test_a_picture_shows_every_line(tmp_path: Path) -> None:
    async with reading_twice(tmp_path) as reader:
        picture = reader.app.export_screenshot().replace("&#160;", " ")
        for words in ("Chinese officials", "[1 Actors 39]", "? help"):
            assert words in reader.text
            assert all(word in picture for word in words.split())
