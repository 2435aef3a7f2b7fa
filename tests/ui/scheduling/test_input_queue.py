"""Keys that come at once are answered as if they were typed one by one."""

import asyncio
import tempfile
from pathlib import Path
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.events import Key, Paste
from textual.widgets import Input

from summittui.session import Session
from summittui.ui.app import SummitApp
from summittui.ui.scheduling import input_queue
from summittui.ui.screens.compare import CompareScreen
from summittui.ui.widgets.record_list import RecordList
from tests.hostile.walk import go_home
from tests.patience import PATIENCE
from tests.ui.demo import DemoApp, Records
from tests.ui.driver import SMALL, WIDE, Reader, reading, send_at_once

BURSTS = (
    ("/gold enter jj escape 3j", SMALL),
    ("/e", WIDE),
    ("2jjjoj", SMALL),
    ("2jy", SMALL),
    ("*gold enter /s", WIDE),
    ("'va", SMALL),
    ("?/theme", WIDE),
    (":sort enter j enter", SMALL),
    ("ffoo", WIDE),
    ("jcjjcd", WIDE),
    ("Mjl enter jo", WIDE),
    ("tab tab tab tab enter", SMALL),
)
NAMED = ("space", "tab", "enter", "escape", "down", "backspace")
KEYS = (*"/'*:?1234jkGgfsMDLcvzldegoy", *NAMED)
"""Keys that leave nothing of what is kept changed, and never quit."""


def keys_of(burst: str) -> list[str]:
    """The keys of a text; a word between blanks may name one."""
    return [key for part in burst.split() for key in ([part] if part in NAMED else part)]


async def shown_after(bursts: list[list[str]], size: tuple[int, int], *, at_once: bool) -> list[list[str]]:
    """What is shown after each of some bursts, each begun on the first screen, without the notices."""
    with tempfile.TemporaryDirectory() as folder:
        async with reading(Path(folder), size, program=lambda _arguments: 0) as reader:
            shown = []
            for keys in bursts:
                for part in [keys] if at_once else [[key] for key in keys]:
                    await reader.burst(*part)
                reader.app.clear_notifications()
                await reader.settle()
                shown.append(reader.lines)
                await go_home(reader)
            return shown


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_burst_of_keys_does_what_they_do_one_by_one(size: tuple[int, int]) -> None:
    bursts = [keys_of(burst) for burst, shown_in in BURSTS if shown_in == size]
    at_once, one_by_one = [await shown_after(bursts, size, at_once=each) for each in (True, False)]
    assert [keys for keys, *shown in zip(bursts, at_once, one_by_one, strict=True) if shown[0] != shown[1]] == []


@settings(max_examples=5)
@given(bursts=st.lists(st.lists(st.sampled_from(KEYS), min_size=2, max_size=5), min_size=2, max_size=3))
async def test_any_bursts_do_what_their_keys_do_one_by_one(bursts: list[list[str]]) -> None:
    assert await shown_after(bursts, SMALL, at_once=True) == await shown_after(bursts, SMALL, at_once=False)


async def test_keys_that_were_typed_while_the_store_was_read_are_answered_then(tmp_path: Path) -> None:
    free = Event()

    def open_session() -> Session:
        free.wait()
        return Session.open(tmp_path / "store.json")

    app = SummitApp(open_session, poll_seconds=3600)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        send_at_once(app, *"/gold")
        while not app.input_queue.is_busy:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0)
        free.set()
        await reader.settle()
        assert app.screen.query_one("#filter", Input).value == "gold"


async def test_a_screen_that_never_gets_ready_does_not_keep_the_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(input_queue, "PATIENCE_AT_START_SECONDS", 0.01)
    rows = RecordList()
    rows.show(Records(["a", "b", "c"]))
    app = DemoApp(rows)
    app.demo.is_ready = False
    async with app.run_test() as pilot:
        send_at_once(app, "j", "j")
        while app.input_queue.is_busy:
            await pilot.pause()
        await pilot.pause()
        assert rows.cursor_key == "c"


@pytest.mark.parametrize("patience", [0.0, PATIENCE])
async def test_no_key_is_lost_and_none_overtakes_another(patience: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(input_queue, "PATIENCE_SECONDS", patience)
    line = Input()
    words = "the quick brown fox jumps over the lazy dog" * 5
    app = DemoApp(line)
    async with app.run_test() as pilot:
        line.focus()
        send_at_once(app, *words)
        async with asyncio.timeout(PATIENCE):
            while len(line.value) < len(words):
                assert words.startswith(line.value)
                await pilot.pause()
        assert line.value == words


async def test_what_is_pasted_right_behind_a_key_goes_where_the_key_leads(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        assert reader.app._driver is not None
        send_at_once(reader.app, "/")
        reader.app._driver.process_message(Paste("vance"))
        send_at_once(reader.app, "s")
        await reader.settle()
        assert reader.app.focused is not None
        assert reader.app.screen.query_one("#filter", Input).value == "vances"


async def test_what_was_typed_ahead_of_another_program_is_left_out_and_told(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("down")
        before = reader.rows_of("actors").cursor_key
        kept = [reader.app.input_queue.defer(Key("j", "j")) for _ in range(4)]
        assert kept == [False, True, True, True]
        reader.app._suspend_signal()
        await reader.settle()
        assert reader.rows_of("actors").cursor_key == before
        assert reader.told[-1] == "Another program had the terminal; what was typed ahead is left out (3 keys)."


async def test_keys_behind_the_one_that_quits_are_no_trouble(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        send_at_once(reader.app, *"QjjMj")
        while reader.app.is_running:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.001)  # a moment in which nothing is left to be done
        assert reader.app.return_code == 0


async def test_a_key_waits_for_the_answer_of_the_screen_that_was_just_opened(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("united-states")
        await reader.run("mark")
        await reader.choose("china")
        await reader.burst("c", "d")
        screen = reader.app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.view_query.differences_only


async def test_two_who_wait_for_an_idle_loop_do_not_keep_each_other_from_it() -> None:
    queue = input_queue.InputQueue(DemoApp())
    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(queue._rest(), queue._rest())
