"""Programs that have the terminal for a while, in a real pseudo-terminal: the screens always come back."""

from pathlib import Path

import pytest

from summittui.ui.terminal.pager import pager_ends_by_itself
from tests.ui.test_in_a_terminal import Terminal, store

__all__ = ["store"]
ENTERED = b"\x1b[?1049h"


def script(folder: Path, text: str) -> str:
    path = folder / "program"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o700)
    return str(path)


@pytest.mark.parametrize(("variable", "keys"), [("VISUAL", b"e"), ("PAGER", b"P"), ("BROWSER", b":browser\r")])
def test_a_program_that_cannot_be_started_is_told_and_the_screens_come_back(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, keys: bytes
) -> None:
    no_program = tmp_path / "not-executable"
    no_program.write_text("nothing")
    for program in ("no-such-program", str(no_program)):
        monkeypatch.setenv(variable, program)
        with Terminal(store, SSH_CONNECTION="", SSH_TTY="") as terminal:
            terminal.until(b"States")
            terminal.type(keys)
            terminal.until(b" cannot ")
            assert terminal.written.count(ENTERED) == 2
            terminal.type(b"?")
            terminal.until(b"Esc")
            terminal.type(b"qq")
            assert terminal.end() == 0
            assert terminal.is_restored()


def test_blanks_name_no_editor(store: Path, tmp_path: Path) -> None:
    editor = script(tmp_path, "echo the fallback runs")
    Path(editor).rename(tmp_path / "nano")
    with Terminal(store, VISUAL=" ", EDITOR="\t", PATH=f"{tmp_path}:/usr/bin:/bin") as terminal:
        terminal.until(b"States")
        terminal.type(b"e")
        terminal.until(b"the fallback runs")
        terminal.until(b"Nothing was changed")
        terminal.type(b"q")
        assert terminal.end() == 0


def test_a_text_that_a_pager_left_on_the_terminal_is_covered_after_a_key(store: Path) -> None:
    with Terminal(store, PAGER="cat") as terminal:
        terminal.until(b"States")
        terminal.type(b"P")
        terminal.until(b"a key leads back")
        shown = terminal.written[terminal.written.rindex(b"\x1b[?1049l") :]
        assert ENTERED not in shown
        terminal.type(b"\x1b[B")
        terminal.until(ENTERED)
        terminal.until(b"States")
        terminal.type(b"q")
        assert terminal.end() == 0


def test_a_signal_while_a_key_is_waited_for_ends_the_program(store: Path) -> None:
    with Terminal(store, PAGER="cat") as terminal:
        terminal.until(b"States")
        terminal.type(b"P")
        terminal.until(b"a key leads back")
        terminal.process.terminate()
        assert terminal.end() == 143
        assert terminal.is_restored()


def test_without_a_folder_for_temporary_files_the_screens_stay(store: Path) -> None:
    code = "import tempfile; tempfile._candidate_tempdir_list = lambda: ['/proc/none']"
    (store.parent / "sitecustomize.py").write_text(code)
    with Terminal(store, PYTHONPATH=str(store.parent)) as terminal:
        terminal.until(b"States")
        for key in (b"P", b"e"):
            terminal.type(key)
            terminal.until(b"No temporary file can be written")
        terminal.type(b"q")
        assert terminal.end() == 0


@pytest.mark.parametrize(
    ("command", "options", "expected"),
    [
        (["cat", "text"], "", True),
        (["/usr/bin/less", "text"], "", False),
        (["less", "-R", "text"], "", False),
        (["less", "-FRX", "text"], "", True),
        (["less", "--quit-at-eof", "text"], "", True),
        (["less", "text"], "FRX", True),
        (["less", "text"], "-R --mouse", False),
        (["more", "text"], "", True),
    ],
)
def test_pagers_that_end_by_themselves_are_known(command: list[str], options: str, expected: bool) -> None:
    assert pager_ends_by_itself(command, {"LESS": options}) is expected
