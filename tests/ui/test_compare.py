from pathlib import Path

import pytest

from summittui.library import Row
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.compare import CompareScreen
from summittui.ui.screens.reader import ReaderScreen
from tests.ui.driver import MEDIUM, SMALL, Reader, reading


async def compare(reader: Reader, *actors: str) -> CompareScreen:
    for actor in actors:
        await reader.choose(actor)
        await reader.press("space")
    await reader.run("compare")
    await reader.settle()
    screen = reader.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


def issue_rows(screen: CompareScreen) -> tuple[Row, ...]:
    return tuple(row for row in screen.rows if isinstance(row, Row))


def row_of(screen: CompareScreen) -> int:
    assert screen.grid.place
    return screen.grid.place.row


async def test_two_marked_actors_stand_side_by_side_issue_by_issue(tmp_path: Path) -> None:
    async with reading(tmp_path, (200, 50)) as reader:
        await compare(reader, "united-states", "china")
        assert reader.sees("A  United States  ⊃ JD Vance")
        assert reader.sees("B  China  ⊃ Zhang Guoqing")
        assert reader.sees("✗ declined the Paris Statement")
        assert reader.sees("≠ differ")
        assert reader.sees("no words of its own")


async def test_one_mark_is_compared_with_the_cursor(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("united-states")
        await reader.run("compare")
        assert reader.sees("United States is side A.")
        await reader.choose("china")
        await reader.run("compare")
        assert reader.sees("A  United States")
        assert reader.sees("B  China")


async def test_swap_exchanges_the_columns(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await compare(reader, "united-states", "china")
        await reader.run("swap")
        await reader.settle()
        assert reader.sees("A  China")
        assert reader.sees("B  United States")


async def test_next_difference_goes_to_the_next_row_that_differs_and_stops_at_the_last(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await compare(reader, "united-states", "china")
        differing = [at for at, row in enumerate(issue_rows(screen)) if row.state in {"differ", "partly"}]
        visited = [0]
        for _ in differing[1:]:
            await reader.run("next-difference")
            visited.append(row_of(screen))
        assert visited == differing
        await reader.run("next-difference")
        assert reader.sees("No further difference below.")
        await reader.run("previous-difference")
        assert row_of(screen) == differing[-2]


async def test_differences_only_hides_the_other_rows(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await compare(reader, "united-states", "china")
        await reader.run("differences-only")
        assert {str(row.state) for row in issue_rows(screen)} == {"differ", "partly"}
        await reader.run("differences-only")
        assert len(screen.rows) == 8


async def test_where_nothing_differs_the_keys_say_so(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await compare(reader, "guo-jiakun", "over-140-nations")
        await reader.run("differences-only")
        assert reader.sees("They differ on no issue.")


async def test_silence_is_named(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await compare(reader, "european-commission", "france")
        assert reader.sees("· no statement found")


async def test_unfolding_leaves_the_speakers_out(tmp_path: Path) -> None:
    async with reading(tmp_path, (200, 50)) as reader:
        await compare(reader, "united-states", "china")
        await reader.run("fold")
        await reader.settle()
        assert not reader.sees("⊃ JD Vance")
        assert reader.sees("alone, w folds its speakers in")
        await reader.run("fold")
        await reader.settle()
        assert reader.sees("⊃ JD Vance")


async def test_an_entry_opens_its_passage_and_escape_returns_to_the_same_cell(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await compare(reader, "united-states", "china")
        await reader.press("l", "j", "j")
        place = screen.grid.place
        await reader.press("enter")
        assert isinstance(reader.app.screen, ReaderScreen)
        await reader.press("escape")
        assert reader.app.screen.query_one("#grid") is screen.grid
        assert screen.grid.place == place


async def test_below_eighty_columns_the_sides_stack_and_nothing_is_lost(tmp_path: Path) -> None:
    async with reading(tmp_path, (78, 200)) as reader:
        screen = await compare(reader, "united-states", "china")
        assert screen.grid.stacked
        entries = [piece.text for row in screen.rows for cell in row.cells for piece in cell.evidence]
        assert entries
        assert all(reader.sees(text) for text in entries)


async def test_six_columns_are_paged_beside_the_pinned_first(tmp_path: Path) -> None:
    six = ("united-states", "china", "european-commission", "united-nations", "france", "united-kingdom")
    async with reading(tmp_path, MEDIUM) as reader:
        screen = await compare(reader, *six)
        assert screen.grid.columns_in_sight == (0, 1, 2)
        assert reader.sees("+3 more")
        for _ in six[1:]:
            await reader.press("l")
        assert screen.grid.columns_in_sight == (0, 4, 5)
        assert reader.sees("A  United States")
        assert reader.sees("F  United Kingdom")


async def test_the_menu_in_the_last_line_suffices_without_letters(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL) as reader:
        await compare(reader, "united-states", "china")
        await reader.press("tab", "tab", "left", "enter")
        assert isinstance(reader.app.screen, ReaderScreen)
        await reader.press("escape")
        await reader.press("tab", "left", "left", "enter")
        assert reader.sees("A  China")
        await reader.press("escape")
        assert isinstance(reader.app.screen, BrowseScreen)


@pytest.mark.parametrize("size", [SMALL, MEDIUM, (140, 40)])
async def test_the_cursor_is_always_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reading(tmp_path, size) as reader:
        screen = await compare(reader, "united-states", "china")
        for key in ("j", "j", "n", "ctrl+d", "l", "G", "pageup", "n", "g"):
            await reader.press(key)
            assert screen.grid.place
            assert screen.grid.sees(screen.grid.place)
