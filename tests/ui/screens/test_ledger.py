"""The ledger on the screen: signs, the act under the cursor with its evidence, and absence that is no refusal."""

from pathlib import Path

import pytest

from summittui.queries.links import parse_view
from summittui.ui.screens.ledger import LedgerScreen
from summittui.ui.views.screen_links import view_of
from tests.record import record
from tests.ui.visiting import Visitor, visiting

SMALL, LARGE = (80, 24), (140, 40)


async def at(reader: Visitor, place: str) -> LedgerScreen:
    screen = reader.on(LedgerScreen)
    assert screen.body.arrive(place)
    await reader.wait()
    return screen


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_act_under_the_cursor_is_shown_with_its_dates_and_pages(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with visiting(tmp_path, size, records=record().records) as reader:
        await reader.run("ledger")
        await at(reader, "united-kingdom/paris-statement")
        assert reader.fits()
        assert "✗ 2025" in next(line for line in reader.lines if "▸ United Kingdom GBR" in line)
        assert reader.sees("✗ declined on 2025-02-11, as of 2025-02-11 — RTHK")
        await reader.press("enter")
        assert reader.on(LedgerScreen).body.cell_view.has_focus
        await reader.press("enter")
        assert reader.sees("On record  Esc goes back to the ledger")
        assert reader.sees("RTHK (rthk-paris)")
        await reader.press("escape", "escape")
        await at(reader, "south-africa/new-delhi-2026")
        assert reader.sees("not listed, which is no refusal")


async def test_rows_are_chosen_sorted_and_saved_as_a_view(tmp_path: Path) -> None:
    async with visiting(tmp_path, LARGE, records=record().records) as reader:
        await reader.run("ledger", "ledger-group", "ledger-order")
        screen = reader.on(LedgerScreen)
        assert reader.sees("10 members of BRICS over 23 declarations")
        assert reader.sees("by number of declarations")
        view = view_of(screen)
        assert view
        assert parse_view(str(view)) == view
        assert view.query.options == {"group": "brics", "order": "listed"}
        await reader.press("escape")
        assert reader.sees("actors over 23 declarations")
        shown = screen.to_export()
        assert shown
