"""The wheel: every pane follows it, to its ends and no further."""

from itertools import product
from pathlib import Path

from textual.events import MouseScrollDown, MouseScrollUp

from summittui.queries.links import parse_view
from summittui.ui.widgets.grid import Grid
from summittui.ui.widgets.pane import WHEEL, LinePane
from summittui.ui.widgets.record_list import RecordList
from summittui.ui.widgets.table import Table
from summittui.ui.widgets.text_view import TextView
from tests.ui.driver import MEDIUM, SMALL, WIDE, Reader, reading


async def turn(reader: Reader, pane: LinePane, *, down: bool = True) -> None:
    event = MouseScrollDown if down else MouseScrollUp
    pane.post_message(event(pane, 5, 3, 0, 0, 0, False, False, False))  # noqa: FBT003 - Textual's order
    await reader.settle()


async def opened(reader: Reader, view: str) -> LinePane:
    """Return the pane that a view gives the keys to."""
    reader.app.views.open_view(parse_view(view))
    await reader.settle()
    pane = reader.app.screen.focused
    assert isinstance(pane, LinePane)
    return pane


async def test_a_list_goes_some_rows_down_and_up(tmp_path: Path) -> None:
    async with reading(tmp_path, MEDIUM) as reader:
        pane = await opened(reader, "browse pane:quotes")
        assert isinstance(pane, RecordList)
        await turn(reader, pane)
        assert pane.cursor.at == WHEEL
        await turn(reader, pane, down=False)
        await turn(reader, pane, down=False)
        assert pane.cursor.at == 0


async def test_a_table_goes_some_rows_down_and_up(tmp_path: Path) -> None:
    async with reading(tmp_path, MEDIUM) as reader:
        pane = await opened(reader, "matrix")
        assert isinstance(pane, Table)
        before = pane.cursor
        await turn(reader, pane)
        assert pane.cursor != before
        await turn(reader, pane, down=False)
        assert pane.cursor == before


async def test_a_text_goes_some_lines_down_and_up(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL) as reader:
        pane = await opened(reader, "browse open:detail lead:paris-statement pane:declarations at:paris-statement")
        assert isinstance(pane, TextView)
        before = reader.lines
        await turn(reader, pane)
        assert reader.lines != before
        await turn(reader, pane, down=False)
        assert reader.lines == before


async def test_columns_side_by_side_go_down_to_the_end_and_back(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        for size, manner in product((SMALL, MEDIUM, WIDE), ("", " scroll:apart")):
            await reader.resize(*size)
            pane = await opened(reader, f"compare united-states china european-commission{manner}")
            assert isinstance(pane, Grid)
            await goes_to_both_ends(reader, pane)


async def goes_to_both_ends(reader: Reader, pane: Grid) -> None:
    await reader.press("G")
    last = pane.cursor
    await reader.press("g")
    first = pane.cursor
    assert first != last
    for down, end in ((True, last), (False, first)):
        seen = [pane.cursor]
        for _ in range(300):
            await turn(reader, pane, down=down)
            seen.append(pane.cursor)
            if pane.cursor == end:
                break
        assert pane.cursor == end, seen[-3:]
        places = [each for each in seen if each is not None]
        assert places == sorted(places, reverse=not down)
