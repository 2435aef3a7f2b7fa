import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from summittui.queries.links import parse_view
from summittui.session.remembered import (
    Remembered,
    keep_remembered,
    leaving,
    left_view,
    read_remembered,
    state_path,
)
from summittui.session.settings import Settings
from summittui.session.settings_file import SettingsError, SettingsFile, read_settings
from summittui.ui.app import SummitApp
from summittui.ui.launch import launch
from summittui.ui.restrictions import Restrictions

NO_FILE = SettingsFile(Path())


@pytest.fixture(autouse=True)
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[SummitApp, bool]]:
    """Return the apps that were run, each with whether it took the mouse."""
    runs: list[tuple[SummitApp, bool]] = []
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    for name in ("SSH_CONNECTION", "SSH_TTY", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TEXTUAL_COLOR_SYSTEM", "auto")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(SummitApp, "run", lambda app, *, mouse: runs.append((app, mouse)))
    monkeypatch.setattr("summittui.ui.launch.prepare_environment", lambda _profile, **_options: None)
    return runs


def opened(file: SettingsFile, options: Mapping[str, object] | None = None) -> int:
    return launch(None, read_only=False, file=file, options=options or {})


@pytest.mark.parametrize(
    ("settings", "options", "over_ssh", "expected"),
    [
        (Settings(), {}, False, True),
        (Settings(), {}, True, False),
        (Settings(profile="ssh"), {}, False, False),
        (Settings(profile="local"), {}, True, True),
        (Settings(mouse="off"), {}, False, False),
        (Settings(mouse="off"), {"mouse": "on"}, True, True),
        (Settings(mouse="on"), {"mouse": "off"}, False, False),
    ],
)
def test_the_mouse_is_taken_as_the_option_the_settings_and_the_line_say(
    started: list[tuple[SummitApp, bool]],
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    options: dict[str, object],
    over_ssh: bool,
    expected: bool,
) -> None:
    if over_ssh:
        monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    assert opened(SettingsFile(Path(), settings=settings), options) == 0
    ((app, mouse),) = started
    assert mouse is expected
    assert app.settings.profile == settings.profile


@pytest.mark.parametrize(("truecolor", "expected"), [("auto", "auto"), ("on", "truecolor"), ("off", "256")])
def test_textual_is_told_of_the_colours(truecolor: Any, expected: str) -> None:
    opened(SettingsFile(Path(), settings=Settings(truecolor=truecolor)))
    assert os.environ["TEXTUAL_COLOR_SYSTEM"] == expected


def test_nothing_is_opened_with_broken_settings(started: list[tuple[SummitApp, bool]], tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[keys]\nswap = "n"\n')
    with pytest.raises(SettingsError, match=r"line 2, keys.swap: 'n' is the key of next-difference already"):
        opened(read_settings(path))
    assert started == []


def test_what_a_run_remembers_is_there_for_the_next_one(
    started: list[tuple[SummitApp, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_remembered(state_path(), Remembered(theme="light"))
    run: Callable[..., None] = lambda app, **_: setattr(app, "remembered", Remembered(theme="dark", welcomed=True))  # noqa: E731
    opened(NO_FILE)
    assert started[0][0].remembered == Remembered(theme="light")
    monkeypatch.setattr(SummitApp, "run", run)
    opened(NO_FILE)
    assert read_remembered(state_path()) == Remembered(theme="dark", welcomed=True)


def remembered_as_left(line: str) -> None:
    keep_remembered(state_path(), leaving(Remembered(), None, line))


def test_the_next_run_on_the_same_store_begins_where_the_last_one_ended(started: list[tuple[SummitApp, bool]]) -> None:
    remembered_as_left("pairs at:x")
    assert opened(NO_FILE) == 0
    launch(Path("other.json"), read_only=False, file=NO_FILE, options={})
    launch(None, read_only=False, file=NO_FILE, options={}, fresh=True)
    launch(None, read_only=False, file=NO_FILE, options={}, view=parse_view("matrix"))
    assert [app.views.opening for app, _ in started] == [parse_view("pairs at:x"), None, None, parse_view("matrix")]


def test_a_kiosk_begins_with_browse_wherever_the_owner_of_the_account_has_left(
    started: list[tuple[SummitApp, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summittui.ui.launch.forget_ways_out", lambda _environment: None)
    remembered_as_left("pairs at:x")
    launch(None, read_only=False, file=NO_FILE, options={}, restrictions=Restrictions(kiosk=True))
    assert started[0][0].views.opening is None


def test_a_fresh_start_keeps_the_columns_and_lets_the_orders_go(started: list[tuple[SummitApp, bool]]) -> None:
    kept = Remembered(columns={"quotes": ("date",)}, orders={"actors": "name"})
    keep_remembered(state_path(), kept)
    launch(None, read_only=False, file=NO_FILE, options={})
    launch(None, read_only=False, file=NO_FILE, options={}, fresh=True)
    assert [app.remembered for app, _ in started] == [kept, Remembered(columns=kept.columns)]


def test_a_remembered_line_that_nobody_understands_begins_with_browse(started: list[tuple[SummitApp, bool]]) -> None:
    remembered_as_left("pears")
    assert opened(NO_FILE) == 0
    assert started[0][0].views.opening is None


def test_where_a_run_ended_is_remembered_for_its_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SummitApp, "run", lambda app, *, mouse: setattr(app.views, "left", f"matrix at:{mouse}"))
    assert opened(NO_FILE) == 0
    assert left_view(read_remembered(state_path()), None) == parse_view("matrix at:True")
    assert left_view(read_remembered(state_path()), Path("other.json")) is None
