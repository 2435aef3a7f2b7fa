"""The editor of the user: which one it is, and what becomes of its file."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from summittui.model import InputError
from summittui.session import editor
from summittui.session.editor import edited, editor_command, temporary_file


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Return what the temporary files hold that are left."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.delenv("VISUAL", raising=False)
    return lambda: [path.read_text() for path in tmp_path.rglob("a.toml")]


def writes(text: str, code: int = 0) -> editor.Program:
    def run(arguments: Sequence[str]) -> int:
        Path(arguments[-1]).write_text(text)
        return code

    return run


@pytest.mark.parametrize(
    ("environment", "setting", "command"),
    [
        ({"VISUAL": "code -w", "EDITOR": "nano"}, "pico", ["code", "-w"]),
        ({"VISUAL": " ", "EDITOR": "nano"}, "", ["nano"]),
        ({"VISUAL": "", "EDITOR": "  "}, "my\\ editor 'two words'", ["my editor", "two words"]),
    ],
)
def test_the_editor_is_visual_before_editor_before_the_setting(
    environment: dict[str, str], setting: str, command: list[str]
) -> None:
    assert editor_command(setting, environment) == command


def test_where_nothing_names_an_editor_one_that_is_there_is_taken(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no editor; set EDITOR"):
        editor_command("", {"EDITOR": " ", "PATH": str(tmp_path)})
    (tmp_path / "vi").write_text("#!/bin/sh\n")
    (tmp_path / "vi").chmod(0o700)
    assert editor_command("", {"EDITOR": " ", "PATH": str(tmp_path)}) == ["vi"]


@pytest.mark.parametrize(("environment", "setting"), [({"EDITOR": "'vi"}, ""), ({}, "vi 'a")])
def test_an_unfinished_quotation_is_told(environment: dict[str, str], setting: str) -> None:
    with pytest.raises(InputError, match="unfinished quotation"):
        editor_command(setting, environment)


def test_an_editor_that_fails_changes_nothing_and_leaves_nothing(files: Callable[[], list[str]]) -> None:
    with pytest.raises(InputError, match="ended with the code 3"):
        edited("text", "a.toml", lambda _arguments: 3)
    assert files() == []


@pytest.mark.parametrize(("code", "said"), [(3, "ended with the code 3"), (-1, "was broken off by the signal 1")])
def test_what_a_failed_editor_changed_stays_and_is_named(
    files: Callable[[], list[str]], tmp_path: Path, code: int, said: str
) -> None:
    with pytest.raises(InputError, match=said) as raised:
        edited("text", "a.toml", writes("changed", code))
    assert files() == ["changed"]
    assert str(tmp_path) in str(raised.value)


def test_an_editor_that_left_its_window_open_keeps_its_file_and_is_told_of_wait(
    files: Callable[[], list[str]], tmp_path: Path
) -> None:
    left = edited("text", "a.toml", lambda _arguments: 0)
    assert left.text == "text"
    assert "EDITOR='ed --wait'" in left.notice
    assert str(tmp_path) in left.notice
    assert files() == ["text"]


def test_an_editor_that_waits_or_took_its_time_leaves_nothing(
    files: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert edited("text", "a.toml", writes("changed")) == editor.Edited("changed")
    monkeypatch.setenv("EDITOR", "code --wait")
    assert edited("text", "a.toml", lambda _arguments: 0) == editor.Edited("text")
    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.setattr(editor, "AT_ONCE_SECONDS", 0.0)
    assert edited("text", "a.toml", lambda _arguments: 0) == editor.Edited("text")
    assert files() == []


def test_a_program_that_cannot_be_started_is_told() -> None:
    def run(_arguments: Sequence[str]) -> int:
        raise PermissionError(13, "Permission denied")

    with pytest.raises(InputError, match=r"The editor ed cannot be used \(Permission denied\); set EDITOR"):
        edited("text", "a.toml", run)


def test_a_name_that_holds_a_nul_is_told() -> None:
    def run(_arguments: Sequence[str]) -> int:
        raise ValueError("embedded null byte")

    with pytest.raises(InputError, match="cannot be used"):
        edited("text", "a.toml", run)


def test_without_a_folder_for_temporary_files_a_sentence_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr(tempfile, "mkdtemp", lambda **_: nowhere())
    with pytest.raises(InputError, match=r"No temporary file can be written .* set TMPDIR"):
        temporary_file("a.toml", "text")
