from pathlib import Path

import pytest

from summittui.queries.links import parse_view
from summittui.queries.orders import Order
from summittui.session.remembered import Remembered
from summittui.ui.dialogs.toggles import TogglesScreen
from summittui.ui.list_preferences import columns_of, orders_of, with_columns, with_order
from summittui.ui.row_columns import RowColumns
from tests.ui.driver import WIDE, reading

ONE_LINE = Remembered(welcomed=True, columns={"quotes": ("second",)})
BY_NAME = Remembered(welcomed=True, orders={"actors": "name,reversed"})


def test_what_was_chosen_comes_back_for_its_table_alone() -> None:
    kept = with_order(
        with_columns(Remembered(), "quotes", RowColumns(frozenset({"second", "occasion"}))), "actors", Order("name")
    )
    assert columns_of(kept) == {"quotes": RowColumns(frozenset({"second", "occasion"}))}
    assert orders_of(kept) == {"actors": Order("name")}
    assert with_order(with_columns(kept, "quotes", RowColumns()), "actors", Order()) == Remembered()


@pytest.mark.parametrize(
    ("columns", "orders"),
    [
        ({"quotes": ("height", "\x1b[2J", "occasion")}, {"quotes": "height", "actors": "\x1b[2J,reversed"}),
        ({"quotes": ("occasion", ""), "people": ("deeds",)}, {"people": "name", "actors": "name,reversed,reversed"}),
    ],
)
def test_what_no_list_has_is_left_out(columns: dict[str, tuple[str, ...]], orders: dict[str, str]) -> None:
    kept = Remembered(columns=columns, orders=orders)
    assert columns_of(kept) == {"quotes": RowColumns(frozenset({"occasion"}))}
    assert orders_of(kept) == {}


async def test_columns_and_orders_that_are_chosen_are_there_in_the_next_run(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await reader.run("sort")
        await reader.answer("by name")
        await reader.run("reverse")
        await reader.press("2")
        await reader.run("look")
        screen = reader.app.screen
        assert isinstance(screen, TogglesScreen)
        screen.list_pane.to_key("second")
        await reader.press("space", "escape")
        kept, lines = reader.app.remembered, reader.keys("actors")
    assert (kept.columns, kept.orders) == (ONE_LINE.columns, BY_NAME.orders)
    async with reading(tmp_path, WIDE, remembered=kept) as reader:
        assert reader.keys("actors") == lines
        assert reader.rows_of("quotes").rows.height == 1


async def test_a_view_has_its_own_order_and_its_own_columns_where_it_names_them(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE, remembered=ONE_LINE) as reader:
        for line, height in (("browse look-quotes:occasion", 2), ("browse", 1)):
            reader.app.views.open_view(parse_view(line))
            await reader.settle()
            assert reader.rows_of("quotes").rows.height == height
        assert reader.app.remembered == ONE_LINE
    async with reading(tmp_path, WIDE) as reader:
        unsorted = reader.keys("actors")
    async with reading(tmp_path, WIDE, remembered=BY_NAME) as reader:
        assert reader.keys("actors") != unsorted
        reader.app.views.open_view(parse_view("browse"))
        await reader.settle()
        assert reader.keys("actors") == unsorted
