from pathlib import Path

from rich.cells import cell_len

from summittui.queries.comparison import ComparisonQuery
from summittui.ui.screens.compare import CompareScreen
from tests.ui.crowd import MANY, SIDES, crowd
from tests.ui.driver import Reader, reading

SIZES = [(80, 24), (100, 30), (140, 40), (200, 60)]


async def crowded(reader: Reader) -> CompareScreen:
    reader.app.library = crowd()
    screen = CompareScreen(ComparisonQuery(sides=SIDES))
    await reader.app.push_screen(screen)
    await reader.settle()
    return screen


async def test_no_row_breaks_whatever_the_script(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        for size in SIZES:
            await reader.resize(*size)
            screen = await crowded(reader)
            for keys in (["l"] * 5, ["ctrl+d"], ["h"] * 5, ["equals_sign", "ctrl+d"], ["W"], ["Z"], ["enter"], ["t"]):
                await reader.press(*keys)
                await reader.settle()
                for y in range(screen.grid.size.height):
                    strip = screen.grid.render_line(y)
                    assert strip.cell_length == cell_len(strip.text) == screen.grid.size.width, size
            reader.app.pop_screen()


async def test_the_issue_and_the_column_stay_in_sight_inside_a_long_cell(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        for size in SIZES:
            await reader.resize(*size)
            screen = await crowded(reader)
            for _ in range(6):
                await reader.press("ctrl+d")
            assert screen.grid.cursor
            assert screen.grid.cursor.entry > 5
            assert "Crowds" in "".join(screen.grid.render_line(y).text for y in range(1, 5)), size
            assert "A  Crowd-Many" in screen.grid.render_line(1).text, size
            reader.app.pop_screen()


async def test_j_and_k_go_entry_by_entry_and_every_entry_comes_into_sight(tmp_path: Path) -> None:
    async with reading(tmp_path, (100, 30)) as reader:
        screen = await crowded(reader)
        for entry in range(1, 40):
            await reader.press("j")
            assert screen.grid.cursor == (0, 0, entry)
            assert screen.grid.sees(screen.grid.cursor)
        for entry in reversed(range(39)):
            await reader.press("k")
            assert screen.grid.cursor == (0, 0, entry)
            assert screen.grid.sees(screen.grid.cursor)


async def test_half_pages_reach_the_last_of_all_entries(tmp_path: Path) -> None:
    async with reading(tmp_path, (200, 60)) as reader:
        screen = await crowded(reader)
        for _ in range(MANY):
            before = screen.grid.cursor
            await reader.press("ctrl+d")
            if screen.grid.cursor == before:
                break
        assert screen.grid.cursor == (0, 0, MANY)
        assert screen.grid.sees(screen.grid.cursor)


async def test_an_entry_longer_than_the_screen_is_read_to_its_end_by_half_pages(tmp_path: Path) -> None:
    async with reading(tmp_path, (100, 30)) as reader:
        screen = await crowded(reader)
        await reader.press("l", "l", "l", "j")
        seen = set()
        for _ in range(40):
            seen |= {line.pieces[-1][1].plain.strip() for line in screen.grid._seen}
            await reader.press("ctrl+d")
        assert any("crowd-paper" in line for line in seen)


async def test_only_what_comes_into_sight_is_laid_out(tmp_path: Path) -> None:
    async with reading(tmp_path, (140, 40)) as reader:
        screen = await crowded(reader)
        entries = screen.grid._rows[0].cells[0]
        made = 0
        make = entries._make  # type: ignore[attr-defined]  # what makes the texts

        def counted(piece: object) -> object:
            nonlocal made
            made += 1
            return make(piece)

        entries._make = counted  # type: ignore[attr-defined]  # as above
        screen.grid.settle()
        assert 0 < made < MANY // 5


async def test_silence_of_everybody_is_said(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        reader.app.library = crowd()
        await reader.app.push_screen(CompareScreen(ComparisonQuery(sides=SIDES[-2:])))
        await reader.settle()
        assert reader.sees("· no statement found")
