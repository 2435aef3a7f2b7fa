"""What follows the cursor waits for the cursor, once while a key is held."""

from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from summittui.ui.scheduling import deferred_refresh as deferred
from summittui.ui.scheduling.deferred_refresh import DeferredRefresh
from tests.ui.driver import WIDE, reading


class Counting(App[None]):
    """Counts how often something was done."""

    done = 0

    def get_default_screen(self) -> Screen[Any]:
        return Screen()

    def compose(self) -> ComposeResult:
        yield Widget()

    def count(self) -> None:
        self.done += 1


def following_on(app: Counting) -> DeferredRefresh:
    assert isinstance(app.screen, Screen)
    return DeferredRefresh(app.screen, app.count)


async def test_what_follows_from_one_key_waits_for_nothing_but_the_paint() -> None:
    app = Counting()
    async with app.run_test() as pilot:
        follows = following_on(app)
        follows.schedule()
        assert (app.done, follows.is_pending) == (0, True)
        while follows.is_pending:
            await pilot.pause()
        assert app.done == 1


async def test_what_follows_is_asked_for_twice_and_done_once() -> None:
    app = Counting()
    async with app.run_test() as pilot:
        follows = following_on(app)
        follows.schedule()
        follows.schedule()
        while follows.is_pending:
            await pilot.pause()
        assert app.done == 1


async def test_while_a_key_is_held_nothing_follows_until_it_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deferred, "FAST_SECONDS", 3600.0)
    monkeypatch.setattr(deferred, "REST_SECONDS", 3600.0)
    app = Counting()
    async with app.run_test() as pilot:
        follows = following_on(app)
        follows.schedule()
        while follows.is_pending:
            await pilot.pause()
        for _ in range(3):
            follows.schedule()
            await pilot.pause()
        assert (app.done, follows.is_pending) == (1, True)
        follows.flush()
        assert (app.done, follows.is_pending) == (2, False)


async def test_nothing_is_done_where_nothing_is_awaited() -> None:
    app = Counting()
    async with app.run_test():
        following_on(app).flush()
        assert app.done == 0


async def test_linked_lists_end_on_the_same_record_whatever_led_on_the_way(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await reader.choose("khan-pathway", "quotes")
        await reader.press("escape", "1", "home")
        while reader.rows_of("actors").cursor_key != "united-states":
            await reader.press("down")
        at_last = reader.rows_of("quotes").cursor_key
        await reader.press("escape")
        await reader.choose("khan-pathway", "quotes")
        await reader.press("escape")
        await reader.choose("united-states")
        assert reader.rows_of("quotes").cursor_key == at_last
