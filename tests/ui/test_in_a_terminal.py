"""The whole program in a pseudo-terminal: how it begins and how it ends."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Self

import pytest

from summittui.session import Session
from tests.patience import PATIENCE

LEFT = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l")
"""What must be written at the end: the first screen, the cursor, pasting as before."""


class Terminal:
    """A pseudo-terminal with the program in it."""

    def __init__(self, store: Path, *options: str, log: Path | None = None, **variables: str) -> None:
        self.screen, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(inside)
        environment: Mapping[str, str] = os.environ | {"TERM": "xterm-256color", "LANG": "C.UTF-8"} | variables
        with log.open("wb") if log else contextlib.nullcontext(inside) as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "summittui", "--store", str(store), *options],
                stdin=inside,
                stdout=inside,
                stderr=errors,
                env=environment,
                preexec_fn=_take_terminal,  # noqa: PLW1509 - one thread here
                start_new_session=True,
            )
        self.inside = inside
        self.written = b""

    def until(self, wanted: bytes) -> None:
        """Read until something is written."""
        start = len(self.written)
        while wanted not in self.written[start:]:
            ready, _, _ = select.select([self.screen], [], [], PATIENCE)
            assert ready, self.written[-2000:]
            self.written += os.read(self.screen, 65536)

    def type(self, keys: bytes) -> None:
        os.write(self.screen, keys)

    def end(self) -> int:
        """Read to the end and return the exit code."""
        waited = 0.0
        while self.process.poll() is None and waited < PATIENCE:
            waited += 0.1
            if select.select([self.screen], [], [], 0.1)[0]:
                self.written += os.read(self.screen, 65536)
        while select.select([self.screen], [], [], 0)[0]:
            self.written += os.read(self.screen, 65536)
        assert self.process.returncode is not None, self.written[-2000:]
        return self.process.returncode

    def is_restored(self) -> bool:
        after = termios.tcgetattr(self.inside)
        return after[3] == self.before[3] and all(self.written.rfind(each) > 0 for each in LEFT)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.process.kill()
        self.process.wait()
        for each in (self.screen, self.inside):
            with contextlib.suppress(OSError):
                os.close(each)


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "store.json"
    Session.open(path).close()
    return path


@pytest.fixture
def terminal(store: Path) -> Iterator[Terminal]:
    with Terminal(store) as opened:
        opened.until(b"States")
        yield opened


def test_q_ends_with_zero_and_a_restored_terminal(terminal: Terminal) -> None:
    terminal.type(b"q")
    assert terminal.end() == 0
    assert terminal.is_restored()


def test_a_terminal_that_showed_the_kept_screen_at_once_is_restored_as_well(store: Path) -> None:
    for _ in range(2):
        with Terminal(store, HOME=str(store.parent)) as terminal:
            terminal.until(b"States")
            terminal.type(b"q")
            assert terminal.end() == 0
            assert terminal.is_restored()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_during_an_open_form_ends_it(terminal: Terminal, number: signal.Signals) -> None:
    terminal.type(b"i")
    terminal.until(b"must be filled in")
    terminal.process.send_signal(number)
    assert terminal.end() == 128 + number
    assert terminal.is_restored()


def test_ctrl_c_twice_ends_with_130(terminal: Terminal) -> None:
    terminal.type(b"\x03")
    terminal.until(b"again")
    terminal.type(b"\x03")
    assert terminal.end() == 130
    assert terminal.is_restored()


def test_bytes_that_are_no_text_are_no_end(terminal: Terminal) -> None:
    terminal.type(b"\xe9\xff\xc3")
    terminal.type(b"?")
    terminal.until(b"Esc")
    terminal.type(b"qq")
    assert terminal.end() == 0


def test_a_closed_terminal_ends_the_program(terminal: Terminal) -> None:
    os.close(terminal.screen)
    os.close(terminal.inside)
    assert terminal.process.wait(PATIENCE) in {128 + signal.SIGHUP, -signal.SIGHUP}


def test_a_signal_while_a_large_store_is_read_ends_it(tmp_path: Path) -> None:
    Session.create_synthetic(tmp_path / "large.json", 20_000).close()
    with Terminal(tmp_path / "large.json") as terminal:
        terminal.until(b"Loading")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.end() == 128 + signal.SIGTERM
        assert terminal.is_restored()


def test_a_signal_while_the_editor_runs_ends_both(store: Path, tmp_path: Path) -> None:
    script = tmp_path / "editor"
    script.write_text("#!/bin/sh\necho the editor runs\nexec sleep 600\n")
    script.chmod(0o700)
    with Terminal(store, VISUAL=str(script)) as terminal:
        terminal.until(b"States")
        terminal.type(b"e")
        terminal.until(b"the editor runs")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.end() == 128 + signal.SIGTERM
        assert terminal.is_restored()


def test_ctrl_c_in_the_editor_is_the_editors_alone(store: Path, tmp_path: Path) -> None:
    script = tmp_path / "editor"
    script.write_text("#!/bin/sh\ntrap 'echo caught' INT\necho the editor runs\nread line || read line\n")
    script.chmod(0o700)
    with Terminal(store, VISUAL=str(script)) as terminal:
        terminal.until(b"States")
        terminal.type(b"e")
        terminal.until(b"the editor runs")
        terminal.type(b"\x03")
        terminal.until(b"caught")
        terminal.type(b"\n")
        terminal.until(b"Nothing was changed")
        terminal.type(b"q")
        assert terminal.end() == 0


def test_stopped_and_continued_it_paints_again(terminal: Terminal) -> None:
    terminal.process.send_signal(signal.SIGTSTP)
    os.waitpid(terminal.process.pid, os.WUNTRACED)
    terminal.process.send_signal(signal.SIGCONT)
    terminal.until(b"States")
    terminal.type(b"q")
    assert terminal.end() == 0


def test_a_kiosk_is_not_stopped(store: Path) -> None:
    with Terminal(store, "--kiosk") as terminal:
        terminal.until(b"read-only")
        terminal.process.send_signal(signal.SIGTSTP)
        terminal.type(b"\x1a?")
        terminal.until(b"Esc")
        terminal.type(b"qq")
        assert terminal.end() == 0


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_place_its_cursor_gets_one_line(store: Path, term: str) -> None:
    with Terminal(store, TERM=term) as terminal:
        assert terminal.end() == 2
        assert b"list, show, search" in terminal.written
        assert b"\x1b" not in terminal.written


@pytest.mark.parametrize("term", ["xterm", "screen", "tmux-256color", "linux", "vt100"])
def test_the_cursor_is_seen_in_every_terminal(store: Path, term: str) -> None:
    with Terminal(store, TERM=term) as terminal:
        terminal.until(b"States")
        terminal.type(b"jq")
        assert terminal.end() == 0
        assert (re.search(rb"\x1b\[([0-9;]*;)?7[;m]", terminal.written) is not None) is (term != "tmux-256color")


@pytest.mark.parametrize("locale", ["C", "de_DE.ISO-8859-1"])
def test_a_locale_that_is_not_utf_8_gets_bytes_of_its_own(store: Path, locale: str) -> None:
    with Terminal(store, LANG=locale, LC_ALL=locale) as terminal:
        terminal.until(b"States")
        terminal.type(b"q")
        assert terminal.end() == 0
        assert "│".encode() not in terminal.written
        assert b"| States" in terminal.written or b"States" in terminal.written
        terminal.written.decode("ascii" if locale == "C" else "iso-8859-1")


def test_a_log_in_the_place_of_standard_error_takes_nothing_of_the_screen(store: Path, tmp_path: Path) -> None:
    with Terminal(store, log=tmp_path / "log") as terminal:
        terminal.until(b"States")
        terminal.type(b"q")
        assert terminal.end() == 0
    assert (tmp_path / "log").read_bytes() == b""
