"""What is painted first: the records where they are read in no time, else the frame."""

import gc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest

from summittui.session import Session
from summittui.session.opening import bytes_to_read
from summittui.ui.app import SummitApp
from summittui.ui.screens.browse import LOADING
from summittui.ui.services import first_paint
from tests.ui.driver import Reader
from tests.ui.emulator import RecordingDriver, Terminal


@asynccontextmanager
async def painting(open_session: Callable[[], Session], *, waits: bool) -> AsyncIterator[tuple[Reader, Terminal]]:
    app = SummitApp(open_session, waits=waits, poll_seconds=3600)
    app.driver_class = RecordingDriver
    async with app.run_test(headless=False) as pilot:
        assert isinstance(app._driver, RecordingDriver)
        yield Reader(app, pilot), app._driver.terminal


@pytest.mark.parametrize("waits", [True, False])
async def test_the_records_of_a_small_store_are_on_the_first_paint(
    waits: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_paint, "PATIENCE_SECONDS", 3600)
    async with painting(lambda: Session.open(tmp_path / "store.json"), waits=waits) as (reader, terminal):
        while not reader.app.session_host.session:
            await reader.settle()
        await reader.settle()
        assert (LOADING in terminal.written) is not waits
        assert "China" in "\n".join(terminal.lines)


async def test_a_busy_store_does_not_keep_the_frame_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_paint, "PATIENCE_SECONDS", 0.01)
    free = Event()

    def open_session() -> Session:
        free.wait()
        return Session.open(tmp_path / "store.json")

    async with painting(open_session, waits=True) as (reader, terminal):
        while LOADING not in terminal.written:
            await reader.press()
        free.set()
        await reader.settle()
        assert "China" in "\n".join(terminal.lines)


async def test_garbage_is_collected_again_once_the_start_is_over(tmp_path: Path) -> None:
    gc.disable()
    try:
        async with painting(lambda: Session.open(tmp_path / "store.json"), waits=True) as (reader, _):
            while not reader.app.session_host.session:
                await reader.settle()
            await reader.settle()
            assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()


def test_the_bytes_of_a_store_are_known_before_it_is_read(tmp_path: Path) -> None:
    assert bytes_to_read(tmp_path / "store.json") == 0
    Session.open(tmp_path / "store.json").close()
    assert bytes_to_read(tmp_path / "store.json") == (tmp_path / "store.json").stat().st_size
