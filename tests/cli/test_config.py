import json
import os
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main
from summittui.session.settings import schema
from summittui.session.settings_file import read_settings
from summittui.ui.keys.keymap import settings_problems
from summittui.ui.keys.table import COMMANDS

BROKEN = 'theme = "drak"\n\n[keys]\nswap = "n"\ncomapre = "x"\n'


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("SUMMITTUI_CONFIG", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path / "summittui" / "config.toml"


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    assert "Traceback" not in result.output
    return result


def test_the_path_is_that_of_the_user_or_the_one_that_was_named(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("config", "path").stdout == f"{config}\n"
    monkeypatch.setenv("SUMMITTUI_CONFIG", "/of/variable")
    assert run("config", "path").stdout == "/of/variable\n"
    assert run("--config", "/before", "config", "path").stdout == "/before\n"
    assert run("config", "path", "--config", "/behind").stdout == "/behind\n"
    twice = run("--config", "/before", "config", "path", "--config", "/behind")
    assert (twice.exit_code, twice.stdout) == (2, "")
    assert "--config names two paths; leave one out" in twice.stderr


def test_a_new_file_changes_nothing_and_says_everything(config: Path) -> None:
    done = run("config", "init")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"Wrote {config}.\n")
    text = config.read_text(encoding="utf-8")
    assert tomllib.loads(text) == {"keys": {}}
    assert all(f"\n# {each.name} = " in text for each in schema() if each.kind is not dict)
    assert all(f"\n# {each.id} = " in text for each in COMMANDS)
    assert run("config", "validate").exit_code == 0


def test_every_line_of_a_new_file_can_be_taken_as_it_is(config: Path) -> None:
    run("config", "init")
    lines = config.read_text(encoding="utf-8").splitlines()
    whole = "\n".join(
        line.removeprefix("# ") if " = " in line and not line.endswith("palette.") else line for line in lines
    )
    config.write_text(whole, encoding="utf-8")
    file = read_settings()
    assert settings_problems(file) == ()
    assert file.named == {each.name for each in schema()}
    assert set(file.settings.keys) == {each.id for each in COMMANDS}


def test_a_file_that_is_there_is_never_written_over(config: Path) -> None:
    run("config", "init")
    config.write_text("# mine\n")
    done = run("config", "init")
    assert (done.exit_code, config.read_text()) == (2, "# mine\n")
    assert done.stderr.endswith("is there already and stays as it is; name another with --config.\n")


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("config", "init", "--config", tmp_path / "file" / "config.toml")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_a_full_disk_leaves_no_half_written_file(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = run("config", "init")
    assert (done.exit_code, list(config.parent.iterdir())) == (2, [])
    assert "No space left on device" in done.stderr


def test_what_holds_is_shown_with_where_it_comes_from(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config.parent.mkdir()
    config.write_text('profile = "ssh"\n[keys]\nfold = []\nswap = ["0", "f6"]\n')
    monkeypatch.setenv("NO_COLOR", "1")
    lines = run("--mouse", "config", "show").stdout.splitlines()
    assert lines[0] == f"file: {config}"
    told = {line.split()[0]: line.split()[1:] for line in lines[1:]}
    assert told["theme"] == ['"monochrome"', "(environment)"]
    assert told["mouse"] == ['"on"', "(option)"]
    assert told["profile"] == ['"ssh"', "(file)"]
    assert told["hints"] == ["true", "(default)"]
    assert lines[-2:] == ["  fold: none", "  swap: 0 f6"]
    found = json.loads(run("--no-mouse", "config", "show", "--json").stdout)["settings"]
    assert found["mouse"] == {"value": "off", "from": "option"}
    assert found["keys"] == {"value": {"fold": [], "swap": ["0", "f6"]}, "from": "file"}


def test_every_problem_is_a_line_and_the_exit_code_is_1(config: Path) -> None:
    config.parent.mkdir()
    config.write_text(BROKEN)
    done = run("config", "validate")
    assert done.exit_code == 1
    assert [line.removeprefix(f"{config}, ").split(":")[0] for line in done.stdout.splitlines()] == [
        "line 1, theme",
        "line 4, keys.swap",
        "line 5, keys.comapre",
    ]
    found = json.loads(run("config", "validate", "--json").stdout)
    assert [each["line"] for each in found["problems"]] == [1, 4, 5]
    shown = run("config", "show")
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert "There is more: 3 problems" in shown.stderr


def test_a_file_that_is_not_there_but_was_named_is_wrong_input(tmp_path: Path) -> None:
    done = run("config", "validate", "--config", tmp_path / "none.toml")
    assert done.exit_code == 2
    assert "there is no such file" in done.stdout


def test_what_a_file_holds_cannot_drive_the_terminal(config: Path) -> None:
    config.parent.mkdir()
    config.write_text('"a\\u001b[2Jb" = 1\n[keys]\n"\\u202ec" = "\\u001b]52;c;x\\u0007"\n')
    done = run("config", "validate")
    assert done.exit_code == 1
    assert not {"\x1b", "\x07", "\u202e"} & set(done.output)


def test_no_config_cannot_stand_beside_config() -> None:
    done = run("--no-config", "--config", "a.toml", "config", "path")
    assert done.exit_code == 2
    assert "--no-config cannot stand beside --config" in done.stderr
