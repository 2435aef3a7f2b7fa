"""Where the time of an opening goes: stretches in order that add up, whatever they take."""

import os
import sys
from pathlib import Path

import pytest

from summittui import stamps
from summittui.model import InputError
from summittui.session import Session
from summittui.session.startup import measure_startup, opening_of
from summittui.session.watched import Watched, watch

MILLION = 1_000_000


def test_the_stretches_follow_one_another_and_add_up() -> None:
    stamped = [
        (stamps.INTERPRETER, 20 * MILLION),
        (f"{stamps.STORE_READ}<", 25 * MILLION),
        (f"{stamps.STORE_READ}>", 27 * MILLION),
        (stamps.SCREEN_MADE, 30 * MILLION),
        (f"{stamps.STORE_READ}<", 30 * MILLION),
        (f"{stamps.STORE_READ}>", 35 * MILLION),
        (stamps.RECORDS_TAKEN, 60 * MILLION),
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
        stamps.INTERPRETER,
        stamps.COMMAND,
        stamps.SETTINGS_READ,
        stamps.TEXTUAL_IMPORTED,
        stamps.SCREENS_IMPORTED,
        stamps.APP_MADE,
        stamps.SCREEN_MADE,
    ]
    assert names[-1] == "settled"
    assert {"first paint", stamps.RECORDS_TAKEN} <= set(names)
    assert all(phase.milliseconds >= 0 for phase in found.opening.phases)
    assert sum(phase.milliseconds for phase in found.opening.phases) == pytest.approx(found.opening.settled)
    assert {phase.name for phase in found.opening.work} == {
        stamps.STORE_READ,
        stamps.LIBRARY_BUILT,
    }
    assert 0 < found.bare_first_paint <= found.bare_settled
    assert found.first_paint_ratio == found.first_paint / found.bare_first_paint
    assert sorted(tmp_path.iterdir()) == before


def test_a_program_that_shows_nothing_is_told() -> None:
    with pytest.raises(InputError, match="showed nothing"):
        watch([sys.executable, "-c", "print('\\x1b[2J')"], os.environ)


def test_nothing_is_noted_unless_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(stamps.VARIABLE, raising=False)
    stamps.stamp(stamps.INTERPRETER)
    monkeypatch.setenv(stamps.VARIABLE, str(tmp_path / "not-there"))
    stamps.stamp(stamps.INTERPRETER)
    assert not list(tmp_path.iterdir())


def test_a_point_is_noted_with_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "stamps"
    file.touch()
    monkeypatch.setenv(stamps.VARIABLE, str(file))
    with stamps.spell(stamps.STORE_READ):
        stamps.stamp(stamps.APP_MADE)
    points = [line.split("\t") for line in file.read_text().splitlines()]
    assert [point for point, _ in points] == ["store read<", "app made", "store read>"]
    assert [int(at) for _, at in points] == sorted(int(at) for _, at in points)
