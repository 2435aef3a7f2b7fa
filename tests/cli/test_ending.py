"""How a process ends: its streams may be closed or full, and an error may be one that nobody expected."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from summittui.session import Session
from tests.cli.test_commands import run
from tests.in_memory import in_memory

PROGRAM = (sys.executable, "-m", "summittui")
SECRET = "words of a document"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SUMMITTUI_STORE", str(tmp_path / "store.json"))
    for each in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{each}_HOME", str(tmp_path / each.lower()))
    return tmp_path


@pytest.fixture
def store(home: Path) -> Path:
    path = home / "store.json"
    Session.open(path).close()
    return path


def shell(line: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run a line of the shell in which `summittui` is the program."""
    function = f'summittui() {{ {" ".join(PROGRAM)} "$@"; }}; {line}'
    environment = os.environ | variables
    return subprocess.run(["sh", "-c", function], capture_output=True, text=True, env=environment, check=False)


def memos(store: Path) -> int:
    with_notes = Session.open(store)
    found = len(in_memory(with_notes.library).records.notes)
    with_notes.close()
    return found


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("command", ["list issues", "--help", "show china --json"])
def test_nothing_is_done_where_standard_output_is_closed(command: str) -> None:
    ended = shell(f"summittui {command} >&-")
    assert ended.returncode == 2
    assert ended.stderr.startswith("summittui: standard output is closed")
    assert len(ended.stderr.splitlines()) == 1


def test_no_edit_is_made_where_standard_output_is_closed(store: Path) -> None:
    assert shell("summittui memo china text >&-").returncode == 2
    assert memos(store) == 0


@pytest.mark.parametrize("closed", ["2>&-", "<&-", "2>/dev/full"])
def test_an_edit_is_made_whatever_the_other_streams_are(store: Path, closed: str) -> None:
    ended = shell(f"summittui memo china text {closed}")
    assert ended.returncode == 0
    assert "Traceback" not in ended.stderr
    assert memos(store) == 1


@pytest.mark.parametrize("command", ["list issues", "--help", "--version", "show china --json"])
@pytest.mark.usefixtures("store")
def test_a_full_disk_is_told(command: str) -> None:
    ended = shell(f"summittui {command} >/dev/full")
    assert ended.returncode == 74
    assert "No space left on device" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_an_edit_whose_output_is_lost_is_made_and_its_code_says_so(store: Path) -> None:
    ended = shell("summittui add actor --name 'Ada Example' --kind person >/dev/full")
    assert ended.returncode == 74
    assert "what was asked for is done all the same" in ended.stderr
    assert shell("summittui show ada-example").returncode == 0
    assert memos(store) == 0


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("command", ["list quotes", "show china", "compare united-states china", "--help", "matrix"])
def test_data_is_the_same_whatever_the_environment_says_of_a_terminal(command: str) -> None:
    plain = shell(f"summittui {command}")
    assert plain.returncode == 0
    assert "\x1b" not in plain.stdout
    told = {"FORCE_COLOR": "1", "TTY_COMPATIBLE": "1", "TTY_INTERACTIVE": "1", "COLUMNS": "40", "TERM": "xterm-direct"}
    surroundings = (
        told,
        {"NO_COLOR": "1", "FORCE_COLOR": "1"},
        {"TERM": "dumb", **told},
        {"TERM": "dumb", "COLUMNS": "999"},
    )
    assert all(shell(f"summittui {command}", **variables).stdout == plain.stdout for variables in surroundings)


def test_a_home_that_is_not_known_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> Path:
        raise RuntimeError("could not determine the home directory")

    for name in ("SUMMITTUI_STORE", "SUMMITTUI_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    for kind in ("data", "config", "state"):
        monkeypatch.setattr(f"platformdirs.user_{kind}_path", nobody)
    for command in (("info",), ("config", "path"), ("views",)):
        result = run(*command)
        assert result.exit_code == 2
        assert result.stderr.startswith("summittui: the home folder of this user is not known; set HOME")


def fail(*_: object, **__: object) -> None:
    secret = SECRET
    try:
        raise KeyError(secret)
    except KeyError as error:
        raise ValueError(f"about {secret}") from error


def test_an_error_that_nobody_expected_is_a_sentence_and_a_report(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summittui.session.session.Session.open", fail)
    result = run("info")
    assert result.exit_code == 70
    assert result.stdout == ""
    (report,) = (home / "state/summittui/reports").iterdir()
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("summittui: an unexpected error (ValueError at summittui/")
    assert str(report) in result.stderr
    text = report.read_text()
    assert SECRET not in text + result.stderr
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "test_ending.py" in text
    assert "textual 8" in text
    assert report.stat().st_mode & 0o077 == 0


def test_a_report_that_cannot_be_written_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "state").write_text("no folder")
    monkeypatch.setattr("summittui.session.session.Session.open", fail)
    result = run("info")
    assert result.exit_code == 70
    assert "No report could be written" in result.stderr
    assert SECRET not in result.stderr
