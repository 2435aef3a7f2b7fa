"""The program in a pseudo-terminal, in homes in which it has run before."""

import os
import re
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from benchmarks.pty_terminal import PtyTerminal

from summittui.ui.kept_frame import KeptFrame, file_state, frame_path, read_frame, write_frame

AT_REST = 0.3
"""Seconds in which nothing comes: then a key is answered."""
ONE_OF_MANY = r"1 of \d"
TAKEN_OVER = re.compile(rb"\x1b\[>\d+u")
"""How the app pushes its keyboard protocol, which it does when it takes the terminal over."""
LONG_AT_REST = 2.0
"""Seconds in which an app that has begun draws again whatever it draws by a clock."""


def launch(folder: Path, *options: str, **environment: str) -> PtyTerminal:
    """Run the program on the store in a folder, which is the home of the user as well."""
    store = folder / "store.json"
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("SSH_", "NO_COLOR"))}
    told = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(folder)}
    arguments = [sys.executable, "-m", "summittui", "--store", str(store), *options]
    return PtyTerminal(arguments, inherited | told | environment)


def start(folder: Path, *options: str, **environment: str) -> PtyTerminal:
    """Run the program and wait until it shows its first screen."""
    terminal = launch(folder, *options, **environment)
    terminal.pump_until(ONE_OF_MANY)
    terminal.pump_quiet(AT_REST)
    return terminal


def leave(terminal: PtyTerminal) -> list[str]:
    """Quit the program and return what it showed last."""
    shown = terminal.lines
    terminal.press(b"Q")
    terminal.wait()
    terminal.close()
    assert terminal.exit_code == 0
    return shown


def before_and_after(terminal: PtyTerminal) -> tuple[bytes, bytes]:
    """Read until the app has taken the terminal over and rests; return what was written before that, and after it."""
    terminal.pump_while(lambda: not TAKEN_OVER.search(terminal.written))
    terminal.pump_quiet(LONG_AT_REST)
    before, after = TAKEN_OVER.split(terminal.written, maxsplit=1)
    return before, after


class Left(NamedTuple):
    """What a run of the program left in its home."""

    home: str
    files: dict[Path, tuple[int, bytes]]
    """The mode and the content of each, by its path from there."""
    frame: KeptFrame


@cache
def run_once() -> Left:
    """Run the program in a home of its own, quit it on its first screen, and return what it left."""
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        patch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
        leave(start(folder))
        frame = read_frame(frame_path())
        assert frame is not None
        paths = [each for each in folder.rglob("*") if each.is_file() and each != Path(frame_path())]
        files = {each.relative_to(folder): (each.stat().st_mode, each.read_bytes()) for each in paths}
        return Left(name, files, frame)


def put_home(folder: Path) -> None:
    """Make a folder, in which the settings and the state are kept too, a home in which the program has run once."""
    left = run_once()
    for path, (mode, content) in left.files.items():
        copied = folder / path
        copied.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        copied.touch()
        copied.chmod(mode)
        copied.write_bytes(content.replace(left.home.encode(), str(folder).encode()))
    frame = KeptFrame(
        conditions=left.frame.conditions.replace(left.home, str(folder)),
        size=left.frame.size,
        files=tuple((path, file_state(path)) for path in _moved(left, folder)),
        sent=left.frame.sent,
        lines=left.frame.lines,
    )
    write_frame(frame_path(), frame)


def _moved(left: Left, folder: Path) -> list[str]:
    return [path.replace(left.home, str(folder)) for path, _ in left.frame.files]
