from itertools import product
from pathlib import Path

import pytest

from summittui.ui.command_screen import CommandScreen
from summittui.ui.keys.command import Scope
from summittui.ui.keys.lookup import commands_for
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.documents import DocumentsScreen
from summittui.ui.screens.ledger import LedgerScreen
from summittui.ui.screens.matrix import MatrixScreen
from summittui.ui.screens.timeline import TimelineScreen
from tests.hostile.walk import go_home
from tests.ui.visiting import SIZES, Visitor, visiting

PLACES: dict[str, type[CommandScreen[None]]] = {
    "M": MatrixScreen,
    "R": LedgerScreen,
    "L": TimelineScreen,
    "D": DocumentsScreen,
}
SCOPES = (Scope.MATRIX, Scope.PAIRS, Scope.EVIDENCE, Scope.TIMELINE, Scope.DOCUMENTS, Scope.ACCOUNTS, Scope.VARIANTS)


def commands_shown(reader: Visitor) -> int:
    return sum(isinstance(screen, CommandScreen) for screen in reader.app.screen_stack)


@pytest.mark.parametrize("scope", SCOPES)
def test_no_two_commands_of_a_screen_share_a_key(scope: Scope) -> None:
    keys = [key for each in commands_for(scope, Scope.LIST, Scope.APP) for key in each.keys]
    assert sorted(set(keys)) == sorted(keys)


async def test_every_place_is_reached_from_every_other_and_the_stack_does_not_grow(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        for here in (*PLACES, "b"):
            for there, kind in PLACES.items():
                await reader.press(here, there)
                assert isinstance(reader.app.screen, kind)
        assert commands_shown(reader) <= 1 + len(PLACES)
        await reader.press("b")
        reader.on(BrowseScreen)
        assert commands_shown(reader) == 1


async def test_every_place_has_help_a_palette_and_three_themes(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        for size, key in product(SIZES, PLACES):
            await reader.resize(*size)
            await reader.press(key, "question_mark")
            assert reader.sees("Help"), (size, key)
            await reader.press("escape", "colon")
            assert reader.sees("Commands"), (size, key)
            await reader.press("escape", "T", "T")
            assert reader.fits(), (size, key)
            assert isinstance(reader.app.screen, PLACES[key]), (size, key)
            await go_home(reader)


async def test_a_place_opened_before_the_store_is_read_says_that_it_is_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summittui.ui.scheduling.input_queue.PATIENCE_SECONDS", 0)  # no answer comes
    async with visiting(tmp_path) as reader:
        for key in PLACES:
            library, reader.app.library = reader.app.library, None
            await reader.press(key)
            assert reader.sees("Reading the records …"), key
            await reader.press("enter", "n", "space", "j")
            reader.app.library = library
            await reader.wait()
            assert not reader.sees("Reading the records …"), key
            await go_home(reader)


async def test_a_quote_in_browse_opens_the_timeline_of_the_actor_that_leads(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.choose("united-kingdom")
        await reader.press("2", "L")
        assert reader.sees("United Kingdom · Esc shows everybody")
