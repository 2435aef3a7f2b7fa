from pathlib import Path

from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.compare import CompareScreen
from summittui.ui.screens.declarations import DeclarationsScreen
from summittui.ui.screens.reader import ReaderScreen
from tests.hostile.walk import go_home
from tests.ui.driver import MEDIUM, SMALL, Reader, reading


async def put_side_by_side(reader: Reader, *ids: str) -> DeclarationsScreen:
    for id_ in ids:
        await reader.choose(id_, "declarations")
        await reader.press("space")
    await reader.run("compare")
    await reader.settle()
    screen = reader.app.screen
    assert isinstance(screen, DeclarationsScreen)
    return screen


PAIR = ("paris-statement", "global-ai-governance-initiative")


async def test_marked_declarations_stand_clause_by_clause_and_act_by_act(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        for size in (SMALL, MEDIUM, (140, 40), (200, 60)):
            await reader.resize(*size)
            screen = await put_side_by_side(reader, *PAIR)
            keys = [row.key for row in screen.rows]
            assert any(key.startswith("clause ") for key in keys)
            assert "act united-states" in keys
            assert keys[-1] == "tallies"
            assert reader.sees("A  Paris Statement")
            await go_home(reader)


async def test_no_recorded_act_is_not_shown_as_a_refusal(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await put_side_by_side(reader, *PAIR)
        row = next(row for row in screen.rows if row.key == "act united-states")
        declined, none = row.texts.cells
        assert "✗ declined" in declined[0].plain
        assert none[0].plain == "· no act recorded, which is no refusal"


async def test_the_keys_for_differences_stop_where_not_all_have_it(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await put_side_by_side(reader, *PAIR)
        await reader.run("next-difference")
        assert screen.grid.cursor
        assert screen.rows[screen.grid.cursor.row].differs


async def test_an_entry_opens_its_passage_and_escape_returns(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await put_side_by_side(reader, *PAIR)
        await reader.run("open")
        assert isinstance(reader.app.screen, ReaderScreen)
        await reader.press("escape")
        assert reader.app.screen.query_one("#grid") is screen.grid
        await reader.press("escape")
        assert isinstance(reader.app.screen, BrowseScreen)


async def test_t_goes_to_their_words_by_issue_and_round_again(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await put_side_by_side(reader, *PAIR)
        await reader.run("align")
        await reader.settle()
        assert isinstance(reader.app.screen, CompareScreen)
        for _ in range(3):
            await reader.run("align")
            await reader.settle()
        assert isinstance(reader.app.screen, DeclarationsScreen)


async def test_a_third_is_added_and_dropped_and_swapped(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await put_side_by_side(reader, *PAIR)
        await reader.run("add-column")
        await reader.settle()
        await reader.type("silk")
        await reader.press("enter")
        await reader.settle()
        assert list(screen.sides) == [*PAIR, "digital-silk-road"]
        assert screen.columns.column == 2
        await reader.run("drop-column")
        await reader.settle()
        await reader.run("swap")
        await reader.settle()
        assert screen.sides == PAIR[::-1]


async def test_a_row_and_the_table_are_copied(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await put_side_by_side(reader, *PAIR)
        await reader.run("copy-row")
        row = reader.copied
        await reader.run("copy-table")
        assert row.startswith("**Paris Statement")
        assert row.count("\n") < reader.copied.count("\n")
        assert "| tally |" in reader.copied
