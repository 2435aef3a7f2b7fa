"""Every way out of a kiosk that docs/server.md lists, tried; the name of a test is the name of its row."""

import base64
import os
import re
import signal
import subprocess
import sys
import webbrowser
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from benchmarks.pty_terminal import PtyTerminal
from textual import events

from summittui.session import Session
from summittui.ui.command_screen import CommandScreen
from summittui.ui.dialogs.export import ExportScreen
from summittui.ui.dialogs.export_parts import PathLine
from summittui.ui.dialogs.saved import SavedScreen
from summittui.ui.restrictions import Restrictions
from summittui.ui.widgets.paragraph import Paragraph
from tests.ui.driver import Reader, reading

PAGE = Path(__file__).parents[2] / "docs" / "server.md"
NO_PROGRAM = "This is a kiosk: no other program can be started from here."
READ_ONLY = "This is a kiosk: nothing can be edited from here."
SHOWN = r"1 of \d"


def rows() -> list[str]:
    """Return the first column of the table."""
    _, found, rest = PAGE.read_text(encoding="utf-8").partition("\n## Ways out that were tried\n")
    assert found
    lines = [line for line in rest.partition("\n## ")[0].splitlines() if line.startswith("| ")]
    return [line.split(" | ")[0].removeprefix("| ") for line in lines[1:]]


def test_every_row_of_the_page_is_tried_here() -> None:
    wanted = [f"test_{re.sub(r'[^a-z0-9]+', '_', row.lower()).strip('_')}" for row in rows()]
    assert len(wanted) > 15
    assert [name for name in wanted if name not in globals()] == []
    tried = {name for name in globals() if name.startswith("test_")} - {"test_every_row_of_the_page_is_tried_here"}
    assert tried == set(wanted)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The programs that were started, none of them for real; every variable that could name one does."""
    found: list[object] = []
    for name in ("EDITOR", "VISUAL", "PAGER", "BROWSER", "LESSOPEN"):
        monkeypatch.setenv(name, "touch")
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    monkeypatch.setattr(subprocess, "Popen", lambda *arguments, **_: found.append(arguments))
    monkeypatch.setattr(subprocess, "run", lambda *arguments, **_: found.append(arguments))
    monkeypatch.setattr(webbrowser, "open", lambda *arguments, **_: found.append(arguments))
    return found


def files(folder: Path, name: str = "*") -> list[Path]:
    """Return everything under a folder, or what is called so."""
    return sorted(folder.rglob(name))


@asynccontextmanager
async def kiosk(home: Path, folder: Path | None = None) -> AsyncIterator[Reader]:
    """Open a kiosk whose one folder, if it has any, is `folder`."""
    async with reading(home, read_only=True) as reader:
        reader.app.restrictions = Restrictions(kiosk=True, folder=folder)
        yield reader


async def said(reader: Reader, key: str) -> str:
    """Press a key and return what the last notice says."""
    reader.app.clear_notifications()
    await reader.press(key)
    await reader.settle()
    return reader.told[-1]


async def test_the_editor(tmp_path: Path, started: list[object]) -> None:
    async with kiosk(tmp_path) as reader:
        assert await said(reader, "e") == NO_PROGRAM
    assert started == []


async def test_the_pager(tmp_path: Path, started: list[object]) -> None:
    async with kiosk(tmp_path) as reader:
        assert await said(reader, "P") == NO_PROGRAM
    assert started == []


async def test_the_palette(tmp_path: Path, started: list[object]) -> None:
    async with kiosk(tmp_path) as reader:
        for label in ("edit", "page"):
            reader.app.clear_notifications()
            await reader.run_from_palette(label)
            assert not [each for each in reader.told if "kiosk" not in each and "read-only" not in each]
            await reader.press("escape")
    assert started == []


async def test_textual_s_own_commands(tmp_path: Path) -> None:
    async with kiosk(tmp_path) as reader:
        assert not reader.app.ENABLE_COMMAND_PALETTE
        for words in ("screenshot", "maximize", "devtools"):
            await reader.press("colon")
            await reader.type(words)
            assert reader.sees("No command"), reader.text
            await reader.press("escape", "escape")
    assert not files(tmp_path, "*.svg")


async def test_export_without_a_folder(tmp_path: Path) -> None:
    async with kiosk(tmp_path) as reader:
        assert "nothing can be written" in await said(reader, "E")


async def export_to(reader: Reader, path: str) -> None:
    """Ask for an export to a path."""
    await reader.press("E")
    await reader.settle()
    screen = reader.app.screen
    assert isinstance(screen, ExportScreen)
    screen.query_one(PathLine).value = path
    screen.run_command("save")
    await reader.settle()


PATHS = ("../out.csv", "/etc/out.csv", "~/out.csv", "~nobody-here/out.csv", "link/out.csv", "loop", "n" * 300)


async def test_paths_of_an_export(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path)
    (folder / "loop").symlink_to(folder / "loop")
    before = files(tmp_path)
    async with kiosk(tmp_path / "home", folder) as reader:
        for path in PATHS:
            await export_to(reader, path if path[:1] in "/~" else str(folder / path))
            said = " ".join(each.text.plain for each in reader.app.screen.query(Paragraph))
            refusals = ("! This is a kiosk: files can", "! ~nobody", "cannot be written")
            assert any(words in said for words in refusals), path
            await reader.press("escape")
    assert [each for each in files(tmp_path) if tmp_path / "home" not in (each, *each.parents)] == before


async def test_links_in_the_export_folder(tmp_path: Path) -> None:
    folder, outside = tmp_path / "folder", tmp_path / "outside.csv"
    folder.mkdir()
    outside.write_text("as it was")
    (folder / "inside.csv").symlink_to(outside)
    async with kiosk(tmp_path / "home", folder) as reader:
        await export_to(reader, str(folder / "inside.csv"))
        assert reader.sees("files can be written to")
    assert outside.read_text() == "as it was"


async def test_a_path_typed_after_enter(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    async with kiosk(tmp_path / "home", folder) as reader:
        await reader.press("E")
        await reader.settle()
        screen = reader.app.screen
        assert isinstance(screen, ExportScreen)
        screen.query_one(PathLine).value = str(folder / "out.csv")
        made, screen._made_files = screen._made_files, {}
        screen.run_command("save")
        screen.query_one(PathLine).value = str(tmp_path / "outside.csv")
        screen._made(screen._form, made[screen._form])
        await reader.settle()
    assert (folder / "out.csv").exists()
    assert not (tmp_path / "outside.csv").exists()


async def test_names_of_files_by_tab(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "mine.csv").touch()
    (tmp_path / "folder-of-others").mkdir()
    async with kiosk(tmp_path / "home", folder) as reader:
        await reader.press("E")
        await reader.settle()
        line = reader.app.screen.query_one(PathLine)
        for typed in ("/", "/etc/", "~/", "../", "{}/../", "{}"):
            line.focus()
            line.value = typed.format(folder)
            assert not reader.sees("files can be written to")
            await reader.press("tab")
            await reader.settle()
            assert line.value == typed.format(folder)
            assert reader.sees("files can be written to"), typed
            line.focus()
            line.value = f"{folder}/"
            await reader.press("tab")
            await reader.settle()
            assert line.value == f"{folder}/mine.csv"


async def test_saved_views(tmp_path: Path) -> None:
    async with kiosk(tmp_path) as reader:
        assert "nothing is kept here" in await said(reader, "F")
        await reader.press("f")
        assert isinstance(reader.app.screen, SavedScreen)
        await reader.type("/etc/passwd")
        await reader.press("enter")
        await reader.settle()
        assert "root:" not in reader.text
    assert not files(tmp_path, "views.toml")


async def test_the_address_of_a_source(tmp_path: Path, started: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    async with kiosk(tmp_path) as reader:
        await reader.press("2")
        await reader.settle()
        screen = reader.app.screen
        assert isinstance(screen, CommandScreen)
        screen.run_command("address")
        await reader.settle()
        assert reader.told == [NO_PROGRAM]
        monkeypatch.delenv("BROWSER")
        screen.run_command("address")
        await reader.settle()
        assert reader.sees("https://")
        await reader.press("enter")
        await reader.settle()
    assert started == []


async def test_the_clipboard(tmp_path: Path, started: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    async with kiosk(tmp_path) as reader:
        sent: list[str] = []
        monkeypatch.setattr(reader.app.copying, "_write", sent.append)
        assert "OSC 52" in await said(reader, "y")
    assert started == []
    (sequence,) = sent
    assert "China" in base64.b64decode(sequence.removeprefix("\x1b]52;c;").removesuffix("\a")).decode()
    assert not files(tmp_path, "clipboard.txt")


async def test_editing(tmp_path: Path) -> None:
    async with kiosk(tmp_path) as reader:
        before = files(tmp_path)
        for key in ("a", "i", "t", "comma", "X", "u", "U"):
            assert await said(reader, key) == READ_ONLY, key
        assert files(tmp_path) == before


async def test_pasted_text(tmp_path: Path, started: list[object]) -> None:
    async with kiosk(tmp_path) as reader:
        await reader.press("slash")
        reader.app.post_message(events.Paste("file:///etc/passwd\n:!sh\n\x1b]0;owned\x07"))
        await reader.settle()
        assert "root:" not in reader.text
    assert started == []


HOSTILE_VARIABLES = {
    **dict.fromkeys(("EDITOR", "VISUAL", "PAGER", "BROWSER", "LESSOPEN", "TEXTUAL", "TEXTUAL_DEBUG"), "debug,devtools"),
    "TEXTUAL_DRIVER": "os:system",
    "TEXTUAL_LOG": "{}/log",
    "TEXTUAL_SCREENSHOT": "1",
    "TEXTUAL_SCREENSHOT_LOCATION": "{}",
    "TMUX": "{}/tmux,1,0",
    "TERMINFO": "{}",
    "SUMMITTUI_STORE": "{}/other.json",
    "SUMMITTUI_CONFIG": "{}/other.toml",
    "XDG_CONFIG_HOME": "{}/config",
    "XDG_STATE_HOME": "{}/state",
    "XDG_DATA_HOME": "{}/data",
    "SSH_ORIGINAL_COMMAND": "sh -c 'touch {}/ran'",
}


def begun(home: Path, *options: str, **variables: str) -> PtyTerminal:
    """Start a kiosk in a terminal."""
    told = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(home), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-m", "summittui", "--store", str(home / "store.json"), "--kiosk", *options]
    return PtyTerminal(command, told | variables)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    Session.open(tmp_path / "store.json").close()
    return tmp_path


@pytest.fixture
def terminal(home: Path) -> Iterator[PtyTerminal]:
    (home / ".config/summittui").mkdir(parents=True)
    (home / ".config/summittui/config.toml").write_text("this is no setting\n")
    before = files(home)
    opened = begun(home, **{name: value.format(home) for name, value in HOSTILE_VARIABLES.items()})
    opened.pump_until(SHOWN)
    yield opened
    opened.close()
    assert files(home) == before


def test_variables(terminal: PtyTerminal) -> None:
    for key in (b"e", b"P"):
        terminal.press(key)
        terminal.pump_until("no other program")
    terminal.press(b"y")
    terminal.pump_until("OSC 52")
    children = Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children")
    assert not children.exists() or children.read_text() == ""
    terminal.press(b"Q")
    terminal.wait()
    assert terminal.exit_code == 0


def test_the_file_of_settings(terminal: PtyTerminal) -> None:
    assert terminal.shows("read-only")


def test_ctrl_z_and_the_signal_that_stops(terminal: PtyTerminal) -> None:
    terminal.press(b"\x1a")
    terminal.signal(signal.SIGTSTP)
    terminal.press(b"?")
    terminal.pump_until("Esc")
    assert Path(f"/proc/{terminal.pid}/stat").read_text().rpartition(")")[2].split()[0] != "T"


def test_ctrl_c_and_other_signals(terminal: PtyTerminal) -> None:
    terminal.press(b"\x1c\x03")
    terminal.pump_until("again")
    terminal.signal(signal.SIGTERM)
    terminal.wait()
    assert terminal.exit_code == 128 + signal.SIGTERM
    assert 1049 not in terminal.modes


def ended(home: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a kiosk without a terminal to its end."""
    told: dict[str, Any] = {"HOME": str(home), "PATH": os.environ["PATH"], "TERM": "xterm"}
    command = [sys.executable, "-m", "summittui", "--kiosk", *options]
    return subprocess.run(
        command, env=told | variables, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


def test_variables_of_completion(home: Path) -> None:
    for name in ("_SUMMITTUI_COMPLETE", "_PYTHON__M_SUMMITTUI_COMPLETE"):
        done = ended(home, **{name: "bash_complete", "COMP_WORDS": "summittui --store /etc/", "COMP_CWORD": "2"})
        assert done.stdout == ""
        assert "needs a terminal" in done.stderr


def test_commands_of_the_command_line(home: Path) -> None:
    for arguments in (("list", "actors"), ("backup", str(home / "backup")), ("config", "init")):
        done = ended(home, *arguments)
        assert done.returncode == 2
        assert "takes no command" in done.stderr
    assert not (home / "backup").exists()


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    terminal = begun(tmp_path)
    terminal.wait()
    assert terminal.exit_code == 3
    assert not (tmp_path / "store.json").exists()
    terminal.close()
