"""Where the time of an opening goes: stretches in order that add up, whatever they take."""

import os
import sys
from pathlib import Path

import pytest

from summittui import startup_trace
from summittui.model import InputError
from summittui.session import Session
from summittui.session.startup import measure_startup, opening_of
from summittui.session.watched import Watched, watch

MILLION = 1_000_000


def test_the_stretches_follow_one_another_and_add_up() -> None:
    stamped = [
        (startup_trace.INTERPRETER, 20 * MILLION),
        (f"{startup_trace.STORE_READ}<", 25 * MILLION),
        (f"{startup_trace.STORE_READ}>", 27 * MILLION),
        (startup_trace.SCREEN_MADE, 30 * MILLION),
        (f"{startup_trace.STORE_READ}<", 30 * MILLION),
        (f"{startup_trace.STORE_READ}>", 35 * MILLION),
        (startup_trace.RECORDS_TAKEN, 60 * MILLION),
    ]
    opening = opening_of(Watched(begun=10 * MILLION, first=50 * MILLION, settled=70 * MILLION), stamped)
    assert [(each.name, each.milliseconds) for each in opening.phases] == [
        ("interpreter", 10),
        ("first screen made", 10),
        ("first paint", 20),
        ("records taken over", 10),
        ("settled", 10),
    ]
    assert (opening.first_paint, opening.settled) == (40, 60)
    assert [(each.name, each.milliseconds) for each in opening.work] == [("store read", 7)]


def test_the_workbench_is_opened_beside_a_bare_app(tmp_path: Path) -> None:
    Session.open(tmp_path / "store.json").close()
    before = sorted(tmp_path.iterdir())
    found = measure_startup(["--store", str(tmp_path / "store.json"), "--no-config", "--fresh"], rounds=1)
    names = [phase.name for phase in found.opening.phases]
    assert names[:7] == [
        startup_trace.INTERPRETER,
        startup_trace.COMMAND,
        startup_trace.SETTINGS_READ,
        startup_trace.TEXTUAL_IMPORTED,
        startup_trace.SCREENS_IMPORTED,
        startup_trace.APP_MADE,
        startup_trace.SCREEN_MADE,
    ]
    assert names[-1] == "settled"
    assert {"first paint", startup_trace.RECORDS_TAKEN} <= set(names)
    assert all(phase.milliseconds >= 0 for phase in found.opening.phases)
    assert sum(phase.milliseconds for phase in found.opening.phases) == pytest.approx(found.opening.settled)
    assert {phase.name for phase in found.opening.work} == {
        startup_trace.STORE_READ,
        startup_trace.LIBRARY_BUILT,
    }
    assert 0 < found.bare_first_paint <= found.bare_settled
    assert found.first_paint_ratio == found.first_paint / found.bare_first_paint
    assert sorted(tmp_path.iterdir()) == before


def test_a_program_that_shows_nothing_is_told() -> None:
    with pytest.raises(InputError, match="showed nothing"):
        watch([sys.executable, "-c", "print('\\x1b[2J')"], os.environ)


def test_nothing_is_noted_unless_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(startup_trace.VARIABLE, raising=False)
    startup_trace.mark(startup_trace.INTERPRETER)
    monkeypatch.setenv(startup_trace.VARIABLE, str(tmp_path / "not-there"))
    startup_trace.mark(startup_trace.INTERPRETER)
    assert not list(tmp_path.iterdir())


def test_a_point_is_noted_with_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "startup_trace"
    file.touch()
    monkeypatch.setenv(startup_trace.VARIABLE, str(file))
    with startup_trace.timed(startup_trace.STORE_READ):
        startup_trace.mark(startup_trace.APP_MADE)
    points = [line.split("\t") for line in file.read_text().splitlines()]
    assert [point for point, _ in points] == ["store read<", "app made", "store read>"]
    assert [int(at) for _, at in points] == sorted(int(at) for _, at in points)
