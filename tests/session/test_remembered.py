from pathlib import Path

import pytest

from summittui.session.remembered import Remembered, keep_remembered, read_remembered, state_path


def test_what_is_kept_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "new" / "state.json"
    kept = Remembered(theme="light", recent=("compare", "swap"), welcomed=True)
    keep_remembered(path, kept)
    assert read_remembered(path) == kept
    assert [each.name for each in path.parent.iterdir()] == ["state.json"]


@pytest.mark.parametrize("content", [None, b"", b"[]", b'{"theme": 3}', b"\xff"])
def test_a_state_that_cannot_be_read_is_none(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "state.json"
    if content is not None:
        path.write_bytes(content)
    assert read_remembered(path) == Remembered()


def test_a_place_that_cannot_be_written_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    keep_remembered(tmp_path / "file" / "state.json", Remembered(welcomed=True))
    assert (tmp_path / "file").read_text() == "mine"


def test_it_stands_in_the_state_directory_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert state_path() == tmp_path / "summittui" / "state.json"
