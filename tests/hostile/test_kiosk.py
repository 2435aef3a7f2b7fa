"""What a kiosk closes."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from summittui.cli import main
from summittui.model import InputError
from summittui.session import Session
from summittui.ui.app import SummitApp
from summittui.ui.restrictions import UNRESTRICTED, Restrictions, forget_ways_out
from summittui.ui.terminal.programs import run_program
from tests.ui.driver import reading

KIOSK = Restrictions(kiosk=True)


def walked(store: Path) -> list[str]:
    """Return what the commands of a kiosk started or wrote."""
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "EDITOR": "touch", "VISUAL": "touch"}
    command = [sys.executable, "-m", "tests.hostile.kiosk", str(store)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert ended.returncode == 0, ended.stderr[-2000:]
    return ended.stdout.splitlines()


def test_no_command_starts_a_program_or_writes_a_file(tmp_path: Path) -> None:
    store = tmp_path / "store.json"
    Session.open(store).close()
    *events, last = walked(store)
    assert events == []
    word, count = last.split()
    assert word == "commands"
    assert int(count) > 50


def test_the_walk_would_notice_a_program_and_a_file() -> None:
    program = "import sys, subprocess; from tests.hostile.kiosk import watch; sys.addaudithook(watch)\n"
    program += "subprocess.run(['true']); open('/dev/stderr', 'w').close()"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert "subprocess.Popen" in told
    assert "writes /dev/stderr" in told


async def test_a_closed_key_says_why_in_a_notice_and_in_the_palette(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        reader.app.restrictions = KIOSK
        await reader.run("edit")
        assert reader.told[-1] == KIOSK.why_not_program()
        await reader.press("colon")
        await reader.type("toml")
        assert reader.sees("This is a kiosk: no other program")


def test_no_program_runs_however_it_is_asked_for(tmp_path: Path) -> None:
    app = SummitApp(lambda: Session.open(tmp_path / "store.json"), restrictions=KIOSK)
    with pytest.raises(InputError, match="no other program"):
        run_program(app, ["touch", str(tmp_path / "made")])
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("path", ["out.csv", "a/b/out.csv"])
def test_a_file_in_the_folder_may_be_written(tmp_path: Path, path: str) -> None:
    assert Restrictions(kiosk=True, folder=tmp_path).why_not_write(tmp_path / path) is None


@pytest.mark.parametrize("parts", [("..", "out.csv"), ("/etc/passwd",), ("link", "out.csv"), ("~", "out.csv")])
def test_a_file_elsewhere_may_not_be_written(tmp_path: Path, parts: Sequence[str]) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path)
    path = Path("~/out.csv") if parts[0] == "~" else folder.joinpath(*parts)
    assert "only" in str(Restrictions(kiosk=True, folder=folder).why_not_write(path))


def test_without_a_folder_no_file_may_be_written(tmp_path: Path) -> None:
    assert "nothing can be written" in str(KIOSK.why_not_write(tmp_path / "out.csv"))
    assert "nothing can be written" in str(KIOSK.why_not_write())
    assert UNRESTRICTED.why_not_write(tmp_path / "out.csv") is None


def test_only_variables_that_describe_the_terminal_the_user_and_the_language_are_kept() -> None:
    environment = dict.fromkeys(
        ("TERM", "LC_ALL", "EDITOR", "VISUAL", "PAGER", "BROWSER", "SUMMITTUI_STORE", "TMUX", "TEXTUAL_DRIVER"), "x"
    )
    forget_ways_out(environment)
    assert environment.keys() == {"TERM", "LC_ALL"}


@pytest.mark.parametrize("arguments", [("--kiosk", "list", "actors"), ("--kiosk-folder", "/tmp")])
def test_a_kiosk_takes_no_command_and_a_folder_needs_a_kiosk(arguments: tuple[str, ...]) -> None:
    ended = CliRunner().invoke(main, arguments)
    assert ended.exit_code == 2
    assert "--kiosk" in ended.stderr
