"""The program inside a real GNU screen and a real tmux: what it paints, hands over and leaves behind."""

import base64
import contextlib
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from benchmarks.pty_terminal import PtyTerminal

from summittui.session import Session
from tests.ssh.server import has_ended

AT_REST = 0.4
"""Seconds in which nothing comes: then the screen is whole."""
ENTERED = rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]*)"
CONFIGS = {
    "screen": "startup_message off\ndefutf8 on\n",
    "tmux": "set -g status off\nset -g set-clipboard on\nset -g default-terminal screen-256color\n",
}


class Desk:
    """A folder with a store, and terminals with the program in them, inside a multiplexer or not."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = folder / "store.json"
        self.programs: list[int] = []
        """The numbers of their processes."""
        self.environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "SCREENDIR": str(folder),
        }
        self._opened: list[PtyTerminal] = []
        Session.open(self.store).close()
        for name, config in CONFIGS.items():
            (folder / name).write_text(config)

    def open(self, name: str = "", first: str = "exec") -> PtyTerminal:
        program = shlex.join([sys.executable, "-m", "summittui", "--store", str(self.store), "--fresh"])
        number = self.folder / "number"
        script = f"echo $$ >{number}; {first} {program}"
        terminal = PtyTerminal([*self.around(name), "sh", "-c", script], self.environment)
        self._opened.append(terminal)
        terminal.pump_until(r"1 of \d")
        terminal.pump_quiet(AT_REST)
        self.programs.append(int(number.read_text()))
        return terminal

    def around(self, name: str, *command: str) -> Sequence[str]:
        """The command line of a multiplexer; nothing without a name."""
        if name and shutil.which(name) is None:
            pytest.skip(f"there is no {name} here")
        whole = {
            "": (),
            "screen": ("screen", "-c", f"{self.folder}/screen", "-T", "screen-256color", "-S", "desk"),
            "tmux": (
                "tmux",
                "-S",
                f"{self.folder}/socket",
                "-f",
                f"{self.folder}/tmux",
                *(command or ("new-session",)),
            ),
        }
        return (*whole[name], *(command if name == "screen" else ()))

    def kill_window(self, name: str) -> None:
        command = {"screen": ("-X", "kill"), "tmux": ("kill-pane",)}[name]
        subprocess.run(self.around(name, *command), check=True, env=self.environment)

    def close(self) -> None:
        """End the programs, with them what is around them."""
        for program in self.programs:
            with contextlib.suppress(ProcessLookupError):
                os.kill(program, signal.SIGTERM)
            has_ended(program)
        for each in self._opened:
            each.close()


@pytest.fixture
def desk() -> Iterator[Desk]:
    with tempfile.TemporaryDirectory() as name:  # a short path: that of a socket may have some 100 letters
        found = Desk(Path(name))
        yield found
        found.close()


def compared(terminal: PtyTerminal) -> list[str]:
    """Compare two actors, and return what is shown."""
    for keys, shown in ((b" ", "1 marked"), (b" ", "2 marked"), (b"c", "B  Chinese officials")):
        terminal.press(keys)
        terminal.pump_until(shown)
    terminal.pump_quiet(AT_REST)
    return terminal.lines


def copied(terminal: PtyTerminal) -> str:
    """Copy the row, and return what reached the terminal."""
    terminal.press(b"y")
    terminal.pump_until("Copied the row")
    terminal.pump_quiet(AT_REST)
    sent = re.findall(ENTERED, terminal.written)
    return base64.b64decode(sent[-1]).decode() if sent else ""


@pytest.mark.parametrize("name", CONFIGS)
def test_inside_a_multiplexer_the_same_is_painted_and_a_long_copy_arrives_whole(desk: Desk, name: str) -> None:
    alone, inside = desk.open(), desk.open(name)
    assert inside.lines == alone.lines
    assert compared(inside) == compared(alone)
    expected = copied(alone)
    assert len(expected) > 1_000
    assert copied(inside) == expected
    inside.press(b"Q")
    inside.wait()
    assert inside.modes <= {7}


@pytest.mark.parametrize(("name", "variable"), [("screen", "STY"), ("tmux", "TMUX")])
def test_a_copy_arrives_though_the_multiplexer_is_at_the_other_end_of_the_line(
    desk: Desk, name: str, variable: str
) -> None:
    terminal = desk.open(name, first=f"exec env -u {variable} SSH_TTY=/dev/tty")
    compared(terminal)
    assert "Chinese officials" in copied(terminal)


@pytest.mark.parametrize("name", CONFIGS)
def test_a_killed_window_ends_the_program(desk: Desk, name: str) -> None:
    terminal = desk.open(name)
    terminal.press(b",")
    terminal.pump_until("Memo on china")
    desk.kill_window(name)
    assert has_ended(desk.programs[0])
    terminal.wait()
