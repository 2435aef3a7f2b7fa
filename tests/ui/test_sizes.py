"""Terminals of every size, and of another size than a moment ago."""

from pathlib import Path

import pytest

from summittui.ui.dialogs.form import FormScreen
from summittui.ui.dialogs.too_small import TooSmallScreen
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.compare import CompareScreen
from tests.hostile.walk import WAYS, go_home
from tests.ui.driver import SMALL, reading

TINY = (20, 5)


@pytest.mark.parametrize("size", [(60, 20), (300, 100), (40, 10)])
async def test_a_screen_is_used_in_any_size_it_has_room_in(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reading(tmp_path, size) as reader:
        for way in ("browse", "compare", "matrix", "documents", "reader", "form of a quote"):
            await reader.press(*WAYS[way], "down", "down", "right")
            assert not isinstance(reader.app.screen, TooSmallScreen), way
            assert len(reader.lines) == size[1], way
            assert reader.text.strip(), way
            await go_home(reader)


async def test_too_small_a_terminal_says_so_and_the_place_is_kept(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL) as reader:
        await reader.choose("jd-vance")
        for size in (TINY, (1, 1), (200, 4), (10, 60)):
            await reader.resize(*size)
            assert isinstance(reader.app.screen, TooSmallScreen), size
            assert "".join(reader.text.split())[:1] in {"", "T"}
            await reader.press("down", "x", "enter")
            await reader.resize(*SMALL)
            assert isinstance(reader.app.screen, BrowseScreen), size
            assert reader.rows_of("actors").cursor_key == "jd-vance"


async def test_too_small_is_said_in_words_and_q_quits(tmp_path: Path) -> None:
    async with reading(tmp_path, TINY) as reader:
        assert "Too small" in reader.text
        await reader.press("q")
        assert reader.app._exit


async def test_a_resize_loses_nothing_that_is_being_typed(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL) as reader:
        await reader.press("slash")
        await reader.type("van")
        await reader.resize(140, 40)
        await reader.type("ce")
        assert reader.keys("actors")[0] == "jd-vance"
        await reader.press("enter", "i")
        form = reader.app.screen
        assert isinstance(form, FormScreen)
        await reader.type("x")
        typed = form.typed
        await reader.resize(*TINY)
        await reader.resize(60, 20)
        again = reader.app.screen
        assert isinstance(again, FormScreen)
        assert again.typed == typed


async def test_a_comparison_keeps_its_cursor_through_a_resize(tmp_path: Path) -> None:
    async with reading(tmp_path, (140, 40)) as reader:
        await reader.press(*WAYS["compare"], "down", "down")
        screen = reader.app.screen
        assert isinstance(screen, CompareScreen)
        before = screen.grid.cursor
        for size in (SMALL, TINY, (300, 100), (60, 20)):
            await reader.resize(*size)
        assert screen.grid.cursor == before
