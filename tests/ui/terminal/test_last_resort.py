"""An error that nobody expected, wherever it arises in the screens, in a real pseudo-terminal."""

import os
import sys
from pathlib import Path

import pytest
from benchmarks.pty_terminal import PtyTerminal

SECRET = "words of a document"
PROGRAM = """
import sys
from summittui.cli import main
from summittui.ui.app import SummitApp
from summittui.ui.commands.everywhere import CommandsEverywhere

def fail(*_):
    secret = "words of a document"
    raise ValueError(f"about {{secret}}")

async def fail_later(*_):
    fail()

{spoil}
main()
"""
SPOILS = {
    "a command": "CommandsEverywhere.show_help = fail",
    "a worker": "CommandsEverywhere.show_help = lambda own: own._app.run_worker(fail_later())",
    "a callback": "CommandsEverywhere.show_help = lambda own: own._app._loop.call_soon(fail)",
    "the keys": (
        "from summittui.ui.scheduling import input_queue\n"
        "CommandsEverywhere.show_help = lambda _: setattr(input_queue.InputQueue, '_rest', fail_later)"
    ),
    "a message": "CommandsEverywhere.show_help = lambda own: own._app.call_later(fail)",
    "the drawing": "from summittui.ui.dialogs.help import HelpScreen; HelpScreen.compose = fail",
    "the start": "SummitApp.on_ready = fail",
}


@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS)
def test_an_unexpected_error_is_a_sentence_a_report_and_a_terminal_as_it_was(tmp_path: Path, spoil: str) -> None:
    program = [sys.executable, "-c", PROGRAM.format(spoil=spoil), "--store", str(tmp_path / "store.json")]
    home = {"TERM": "xterm-256color", "HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    terminal = PtyTerminal(program, os.environ | home)
    if "on_ready" not in spoil:
        terminal.pump_until(r"1 of \d")
        terminal.press(b"?")
        terminal.press(b"j")
    terminal.wait()
    said = terminal.written.decode().rpartition("\x1b[?1004l")[2]
    assert terminal.exit_code == 70
    assert terminal.modes <= {7}
    assert "an unexpected error (ValueError" in said
    assert "Traceback" not in said
    (report,) = (tmp_path / "state/summittui/reports").iterdir()
    assert "ValueError" in report.read_text()
    assert "in fail" in report.read_text()
    assert SECRET not in terminal.written.decode() + report.read_text()
