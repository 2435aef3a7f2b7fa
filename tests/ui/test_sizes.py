"""Terminals of every size, and of another size than a moment ago."""

from pathlib import Path

import pytest

from summittui.ui.dialogs.form import FormScreen
from summittui.ui.dialogs.too_small import TooSmallScreen
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.compare import CompareScreen
from tests.hostile.walk import WAYS
from tests.ui.driver import SMALL, Reader, reading

TINY = (20, 5)


async def resize(reader: Reader, size: tuple[int, int]) -> None:
    await reader._pilot.resize_terminal(*size)
    await reader.settle()


@pytest.mark.parametrize("way", ["browse", "compare", "matrix", "documents", "reader", "form of a quote"])
@pytest.mark.parametrize("size", [(60, 20), (300, 100), (40, 10)])
async def test_a_screen_is_used_in_any_size_it_has_room_in(tmp_path: Path, way: str, size: tuple[int, int]) -> None:
    async with reading(tmp_path, size) as reader:
        await reader.press(*WAYS[way], "down", "down", "right")
        assert not isinstance(reader.app.screen, TooSmallScreen)
        assert len(reader.lines) == size[1]
        assert reader.text.strip()


@pytest.mark.parametrize("size", [TINY, (1, 1), (200, 4), (10, 60)])
async def test_too_small_a_terminal_says_so_and_the_place_is_kept(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reading(tmp_path, SMALL) as reader:
        await reader.choose("jd-vance")
        await resize(reader, size)
        assert isinstance(reader.app.screen, TooSmallScreen)
        assert "".join(reader.text.split())[:1] in {"", "T"}
        await reader.press("down", "x", "enter")
        await resize(reader, SMALL)
        assert isinstance(reader.app.screen, BrowseScreen)
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
        await resize(reader, (140, 40))
        await reader.type("ce")
        assert reader.keys("actors")[0] == "jd-vance"
        await reader.press("enter", "i")
        form = reader.app.screen
        assert isinstance(form, FormScreen)
        await reader.type("x")
        typed = form.typed
        await resize(reader, TINY)
        await resize(reader, (60, 20))
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
            await resize(reader, size)
        assert screen.grid.cursor == before
