"""How often other sessions' edits are looked for."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from summittui.ui.scheduling import change_poller as looking
from summittui.ui.scheduling.change_poller import ChangePoller, pause
from tests.ui.driver import reading


@pytest.mark.parametrize(("idle", "seconds"), [(0, 0.5), (30, 0.5), (60, 1), (240, 4), (300, 5), (9_000, 5)])
def test_the_longer_nobody_types_the_longer_is_the_pause(idle: float, seconds: float) -> None:
    assert pause(idle) == seconds


@asynccontextmanager
async def begun(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[ChangePoller, list[float], list[float]]]:
    """Looks that have begun, the clock that they go by, and the times at which they looked."""
    now, looked = [0.0], []
    monkeypatch.setattr(looking, "monotonic", lambda: now[0])
    looks = ChangePoller(lambda: looked.append(now[0]))
    looks.begin()
    yield looks, now, looked
    looks.end()


async def test_a_key_after_a_long_rest_looks_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async with begun(monkeypatch) as (looks, now, looked):
        for now[0] in (10.0, 20.0, 320.0, 321.0):
            looks.pressed()
        assert looked == [320.0]


async def test_every_key_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pressed: list[bool] = []
    monkeypatch.setattr(ChangePoller, "pressed", lambda _looks: pressed.append(True))
    async with reading(tmp_path) as reader:
        await reader.press("down")
        assert pressed


async def test_after_the_end_nothing_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async with begun(monkeypatch) as (looks, now, looked):
        looks.end()
        now[0] = 900.0
        looks.pressed()
        assert looked == []


async def test_a_program_that_has_ended_asks_its_session_nothing(tmp_path: Path) -> None:
    async with reading(tmp_path, poll_seconds=0.001) as reader:
        await reader.press("down")
    assert reader.app.session_host.session is None
    assert reader.app.session_host.poller._next is None
