"""The screens as a screen reader follows them."""

from pathlib import Path

import pytest

from summittui.ui.glyphs import Alphabet
from summittui.ui.widgets.pane import LinePane
from tests.hostile.walk import WAYS
from tests.ui.driver import SMALL, WIDE, reading

PLAIN = Alphabet(is_ascii=True, is_plain=True)


@pytest.mark.parametrize("way", WAYS)
async def test_no_screen_has_frames_or_signs_that_are_not_read(tmp_path: Path, way: str) -> None:
    async with reading(tmp_path, SMALL, alphabet=PLAIN) as reader:
        await reader.press(*WAYS[way])
        assert not set("─│╭╮╯╰▲▼◆✓✗●○≠≈") & set(reader.text)
        assert reader.text.strip()


@pytest.mark.parametrize("way", ["browse", "quotes", "compare", "matrix", "timeline"])
async def test_the_terminals_cursor_is_on_the_line_at_hand(tmp_path: Path, way: str) -> None:
    async with reading(tmp_path, WIDE, alphabet=PLAIN) as reader:
        await reader.press(*WAYS[way])
        for _ in range(4):
            await reader.press("down")
            pane = reader.app.focused
            assert isinstance(pane, LinePane)
            column, line = reader.app.cursor_position
            assert reader.lines[line][column:].strip()
            if way != "compare":
                assert reader.lines[line][column:].startswith(">")


async def test_one_list_is_shown_at_a_time_however_wide_the_terminal_is(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE, alphabet=PLAIN) as reader:
        shown = [pane for pane in ("actors", "quotes", "declarations") if reader.rows_of(pane).region.height]
        assert shown == ["actors"]


async def test_while_one_types_the_cursor_is_where_one_types(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL, alphabet=PLAIN) as reader:
        await reader.press("slash")
        await reader.type("va")
        assert reader.app.cursor_position.y == reader.app.screen.query_one("#filter").region.y
