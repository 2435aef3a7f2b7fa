"""The kept frame: shown before anything is imported, taken over without a byte, and never where anything differs."""

import os
import re
import signal
import stat
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from benchmarks.pty_terminal import KITTY_KEYS, PtyTerminal, lines_after

from summittui.store.paths import default_config_path, state_folder
from summittui.ui.kept_frame import KeptFrame, conditions, frame_path, read_frame, write_frame
from tests.ui.program import AT_REST, ONE_OF_MANY, before_and_after, launch, leave, put_home, start
from tests.ui.test_pty import DOWN, WRAPS

PAINT = "import sys; from summittui.ui import early_paint; early_paint.paint_early(); "
TOLD = PAINT + "shown = early_paint.painted() is not None; early_paint.release(); print(('new', 'kept')[shown])"
WAITING = PAINT + "import time; time.sleep(60)"
CONTROL = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*\x07)")


def environment(folder: Path) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("SSH_", "NO_COLOR"))}
    return inherited | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(folder)}


def early(folder: Path, script: str, *options: str, **variables: str) -> PtyTerminal:
    """A terminal in which nothing but the early paint of the program's command line runs."""
    arguments = [sys.executable, "-c", script, "--store", str(folder / "store.json"), *options]
    return PtyTerminal(arguments, environment(folder) | variables)


def is_shown(folder: Path, *options: str, **variables: str) -> bool:
    terminal = early(folder, TOLD, *options, **variables)
    terminal.wait()
    terminal.close()
    (said,) = re.findall(rb"new|kept", CONTROL.sub(b"", terminal.written).splitlines()[-1])
    return bool(said == b"kept")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A home in which the program has run once, with a store of its own and a frame."""
    put_home(tmp_path)
    return tmp_path


def kept_lines() -> list[str]:
    """The lines of the frame that was kept."""
    frame = read_frame(frame_path())
    assert frame is not None
    return ["".join(texts) for texts, _ in msgspec.json.decode(frame.lines)]


JOURNEYS = {
    "the first screen": b"",
    "another row": b"jjj",
    "the detail": b"4",
    "a list that scrolls": b"G",
    "Compare": b" j c",
    "the matrix": b"Mll",
    "the timeline": b"Ljj",
}


@pytest.mark.parametrize("journey", JOURNEYS)
def test_the_screen_that_was_left_is_there_at_once_and_stays_without_a_byte(journey: str, folder: Path) -> None:
    terminal = start(folder)
    for key in JOURNEYS[journey]:
        terminal.press(bytes([key]))
        terminal.pump_quiet(AT_REST)
    leave(terminal)
    left = kept_lines()
    again = launch(folder)
    before, after = before_and_after(again)
    assert lines_after(before, again.size) == left
    assert again.lines == left
    assert CONTROL.sub(b"", after) == b""
    assert b"\x1b[2J" not in after
    assert again.written.count(b"\x1b[?1049h") == 1
    leave(again)


@pytest.mark.parametrize("keys", [b"2jj", b"Dj"])
def test_where_a_view_opens_scrolled_otherwise_the_cells_that_differ_are_sent(keys: bytes, folder: Path) -> None:
    terminal = start(folder)
    for key in keys:
        terminal.press(bytes([key]))
        terminal.pump_quiet(AT_REST)
    leave(terminal)
    left = kept_lines()
    again = launch(folder)
    before, after = before_and_after(again)
    assert lines_after(before, again.size) == left
    assert b"\x1b[2J" not in after
    shown = leave(again)
    Path(frame_path()).unlink()
    anew = launch(folder)
    before_and_after(anew)
    assert leave(anew) == shown


GATE = """
import sys, time
from pathlib import Path
while not Path({gate!r}).exists():
    time.sleep(0.01)
sys.path.remove({library!r})
del sys.modules["textual"]
import textual
"""
"""Textual as a module that can be imported only once a file is there."""


def launch_behind(gate: Path) -> PtyTerminal:
    """Run the program, which takes the terminal over only once a file beside the store is there."""
    package = gate.parent / "library" / "textual"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(GATE.format(gate=str(gate), library=str(package.parent)), encoding="utf-8")
    return launch(gate.parent, PYTHONPATH=str(package.parent))


def test_keys_that_are_typed_before_the_app_takes_over_are_not_echoed_and_are_answered(folder: Path) -> None:
    gate = folder / "gate"
    terminal = launch_behind(gate)
    terminal.pump_until(ONE_OF_MANY)
    terminal.press(DOWN + b"j/gold")
    terminal.pump_for(0.05)
    assert KITTY_KEYS not in terminal.modes
    assert not any("gold" in line for line in terminal.lines)
    gate.touch()
    terminal.pump_until("gold")
    terminal.pump_quiet(AT_REST)
    slow = start(folder, "--fresh")
    for key in (DOWN, b"j", *(bytes([each]) for each in b"/gold")):
        slow.press(key)
        slow.pump_quiet(AT_REST)
    assert terminal.lines == slow.lines
    terminal.close()
    slow.close()


def touched_settings(_folder: Path) -> None:
    config = default_config_path()
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text('theme = "light"\n', encoding="utf-8")


def edited(folder: Path) -> None:
    command = [sys.executable, "-m", "summittui", "--store", str(folder / "store.json"), "star", "china"]
    subprocess.run(command, env=environment(folder), check=True, capture_output=True)


def locked(folder: Path) -> None:
    (folder / "store.json").chmod(0o400)


def another_store(folder: Path) -> None:
    (folder / "store.json").rename(folder / "other.json")


DIFFERENCES: dict[str, Callable[[Path], None]] = {
    "an edit": edited,
    "a settings file": touched_settings,
    "a store that may not be written": locked,
    "a store that is gone": another_store,
    "another state": lambda _folder: (Path(frame_path()).with_name("state.json")).write_text("{}"),  # type: ignore[dict-item]
}


@pytest.mark.parametrize("difference", DIFFERENCES)
def test_where_a_file_differs_no_frame_is_shown(difference: str, folder: Path) -> None:
    assert is_shown(folder)
    DIFFERENCES[difference](folder)
    assert not is_shown(folder)


@pytest.mark.parametrize(
    "variables",
    [
        {"TERM": "xterm"},
        {"COLORTERM": ""},
        {"NO_COLOR": "1"},
        {"LANG": "C"},
        {"SUMMITTUI_DISPLAY": "stock"},
        {"SSH_TTY": "/dev/pts/9"},
        {"_SUMMITTUI_COMPLETE": "bash_source"},
    ],
)
def test_where_the_environment_differs_no_frame_is_shown(variables: dict[str, str], folder: Path) -> None:
    assert is_shown(folder)
    assert not is_shown(folder, **variables)


@pytest.mark.parametrize("option", ["--fresh", "--plain", "--ascii", "--kiosk", "--read-only", "--profile=ssh"])
def test_where_the_command_line_differs_no_frame_is_shown(option: str, folder: Path) -> None:
    assert not is_shown(folder, option)


def test_in_a_terminal_of_another_size_no_frame_is_shown(folder: Path) -> None:
    terminal = early(folder, "import sys; sys.stdin.readline(); " + TOLD)
    terminal.resize(100, 30)
    terminal.press(b"\n")
    terminal.wait()
    terminal.close()
    assert b"new" in terminal.written


@pytest.mark.parametrize("option", ["--plain", "--kiosk", "--fresh"])
def test_in_these_modes_no_frame_is_ever_kept(option: str, folder: Path) -> None:
    Path(frame_path()).unlink()
    terminal = launch(folder, option)
    terminal.pump_until("Actors")
    terminal.pump_quiet(AT_REST)
    terminal.press(b"Q")
    terminal.wait()
    assert not Path(frame_path()).exists()


def test_the_frame_is_for_its_owner_alone_and_goes_with_the_setting(folder: Path) -> None:
    frame = Path(frame_path())
    assert stat.S_IMODE(frame.stat().st_mode) == 0o600
    frame.chmod(0o640)
    assert not is_shown(folder)
    config = default_config_path()
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text("keep_screen = false\n", encoding="utf-8")
    leave(start(folder))
    assert not frame.exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_program_that_is_ended_before_it_takes_over_gives_the_terminal_back(number: int, folder: Path) -> None:
    terminal = early(folder, WAITING)
    terminal.pump_until(ONE_OF_MANY)
    assert 1049 in terminal.modes
    assert not termios.tcgetattr(terminal.file)[3] & termios.ECHO
    terminal.signal(number)
    terminal.wait()
    assert terminal.exit_code == -number
    assert terminal.modes <= {WRAPS}
    terminal.close()


def test_a_failure_before_the_app_takes_over_gives_the_terminal_back(folder: Path) -> None:
    (folder / "library" / "textual").mkdir(parents=True)
    (folder / "library" / "textual" / "__init__.py").write_text("raise SystemExit(7)\n", encoding="utf-8")
    terminal = launch(folder, PYTHONPATH=str(folder / "library"))
    terminal.wait()
    assert terminal.exit_code == 7
    assert b"China" in terminal.written
    assert terminal.modes <= {WRAPS}
    terminal.close()


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "state" / "frame")


def made(lines: bytes = b"[]") -> KeptFrame:
    return KeptFrame(conditions=conditions(), size=(80, 24), files=(("/a\nb", "1 2"),), sent=b"\x1b[mx", lines=lines)


def test_a_frame_is_read_as_it_was_written(path: str) -> None:
    write_frame(path, made())
    found = read_frame(path)
    assert found is not None
    assert vars(found) == vars(made())
    write_frame(path, made(b"[1]"))
    assert [each.name for each in Path(path).parent.iterdir()] == ["frame"]


def test_a_damaged_frame_is_none(path: str) -> None:
    write_frame(path, made())
    whole = Path(path).read_bytes()
    for at in range(len(whole)):
        Path(path).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert read_frame(path) is None, at
    for end in range(len(whole)):
        Path(path).write_bytes(whole[:end])
        assert read_frame(path) is None


def test_a_frame_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    write_frame(str(tmp_path / "state" / "frame"), made())
    assert read_frame(str(tmp_path / "state" / "frame")) is None


def test_the_frame_stands_in_the_state_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert Path(frame_path()) == state_folder() / "frame"
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert Path(frame_path()) == state_folder() / "frame"


def test_nothing_that_takes_long_is_imported_before_the_frame_is_shown() -> None:
    script = "import sys; had = {*sys.modules}; import summittui.ui.early_paint; print(*({*sys.modules} - had))"
    done = subprocess.run([sys.executable, "-S", "-c", script], capture_output=True, text=True, check=False)
    if done.returncode:  # an installation that needs the module site
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {
        "summittui",
        "summittui.ui",
        "summittui.ui.early_paint",
        "summittui.ui.kept_frame",
        "zlib",
    }
