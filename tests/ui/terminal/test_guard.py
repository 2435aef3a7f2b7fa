"""The guard in a real pseudo-terminal."""

import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.patience import PATIENCE

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
from summittui.ui.terminal.guard import TerminalGuard
from summittui.ui.terminal.environment import prepare_environment
prepare_environment("local")
from summittui.ui.widgets.record_list import RecordList
from tests.ui.demo import DemoApp

class App(DemoApp):
    def on_load(self):
        self.guard = TerminalGuard(self, driver=lambda: self.driver)
        self.guard.start()

    def on_mount(self):
        super().on_mount()
        self.guard.watch()

    def on_key(self):
        for _ in range(1000):
            self._driver.write("more " * 1000)

app = App(RecordList(message="ready to leave"))
app.run(mouse=False)
sys.exit(app.return_code)
"""


class Running:
    """The program in a pseudo-terminal, and what it wrote."""

    def __init__(self) -> None:
        self.screen, child_side = pty.openpty()
        environment = os.environ | {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            stdin=child_side,
            stdout=child_side,
            stderr=child_side,
            env=environment,
            start_new_session=True,
        )
        os.close(child_side)
        self.written = b""

    def read_until(self, wanted: bytes) -> None:
        while wanted not in self.written:
            ready, _, _ = select.select([self.screen], [], [], PATIENCE)
            assert ready, self.written[-500:]
            self.written += self.read()

    def read(self) -> bytes:
        try:
            return os.read(self.screen, 65536)
        except OSError:  # Linux says so when the last writer has gone
            return b""

    def read_to_end(self) -> int:
        while more := self.read():
            self.written += more
        return self.process.wait(PATIENCE)


@pytest.fixture
def running() -> Iterator[Running]:
    started = Running()
    started.read_until(b"ready to leave")
    yield started
    started.process.kill()
    started.process.wait()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_ends_the_program_with_its_number_and_a_restored_terminal(running: Running, number: int) -> None:
    running.process.send_signal(number)
    assert running.read_to_end() == 128 + number
    ending = running.written[running.written.index(b"ready to leave") :]
    assert b"\x1b[?1049l" in ending
    assert b"\x1b[?25h" in ending


def test_a_vanished_terminal_ends_the_program(running: Running) -> None:
    os.close(running.screen)
    assert running.process.wait(PATIENCE) != 0


def test_a_signal_ends_the_program_though_nobody_reads_the_terminal(running: Running) -> None:
    os.write(running.screen, b"x")
    running.read_until(b"more")
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(PATIENCE) == -signal.SIGALRM
