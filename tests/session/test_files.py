"""Files that a user asked for: whole or not at all, and over nothing without leave."""

import os
import stat
from pathlib import Path

import pytest

from summittui.model import InputError
from summittui.session.files import OURS_ALONE, FileThere, typed_path, write_file


def test_a_file_holds_every_character_that_was_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_file(path, "é\r\n\x1b\u202e\ttext")
    assert path.read_bytes() == "é\r\n\x1b\u202e\ttext".encode()
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_that_is_there_stays_without_leave_to_overwrite_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(FileThere, match="is there already"):
        write_file(path, "new")
    assert path.read_text() == "old"
    write_file(path, "new", overwrite=True)
    assert path.read_text() == "new"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_comes_meanwhile_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    link = os.link

    def late(one: Path, other: Path) -> None:
        path.write_text("theirs")
        link(one, other)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(FileThere):
        write_file(path, "mine")
    assert path.read_text() == "theirs"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_private_file_is_ours_alone_whatever_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o644)
    write_file(path, "new", overwrite=True, mode=OURS_ALONE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["", "missing/a.txt", "\udce9\x1b/b"])
def test_what_cannot_be_written_is_said_in_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as refused:
        write_file(tmp_path / name, "x")
    assert "give another path" in str(refused.value)
    assert "\x1b" not in str(refused.value)


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="No space left on device"):
        write_file(path, "new", overwrite=True)
    assert path.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_path_that_leads_nowhere_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name in ("n" * 300, "loop", "a\0b"):
        with pytest.raises(InputError, match="cannot be written"):
            write_file(tmp_path / name, "text")
    assert [each.name for each in tmp_path.iterdir()] == ["loop"]


def test_the_home_of_nobody_is_refused_with_a_sentence() -> None:
    assert typed_path(" ~/x ") == Path.home() / "x"
    with pytest.raises(InputError, match="no such user"):
        typed_path("~nobody-here/x")
