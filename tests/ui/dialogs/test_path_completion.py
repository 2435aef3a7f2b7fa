"""Paths are completed as a shell does it."""

from pathlib import Path

import pytest

from summittui.ui.dialogs.path_completion import completed_path


@pytest.fixture
def base(tmp_path: Path) -> Path:
    for name in ("reports", "reports/march", "reports/may"):
        (tmp_path / name).mkdir()
    for name in ("quotes.json", ".hidden", "reports/x.csv", "bad\x1b[31m"):
        (tmp_path / name).write_text("")
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "text", "names"),
    [
        ("re", "reports/", ("reports/",)),
        ("reports/ma", "reports/ma", ("march/", "may/")),
        ("reports/m", "reports/ma", ("march/", "may/")),
        ("reports/x", "reports/x.csv", ("x.csv",)),
        ("", "", ("quotes.json", "reports/")),
        (".", ".hidden", (".hidden",)),
        ("nothing", "nothing", ()),
        ("nowhere/x", "nowhere/x", ()),
    ],
)
def test_a_path_is_completed_as_far_as_all_agree(base: Path, typed: str, text: str, names: tuple[str, ...]) -> None:
    assert completed_path(typed, base) == (text, names)
    if typed:
        assert completed_path(f"{base}/{typed}", Path("/")) == (f"{base}/{text}", names)


def test_the_users_own_folder_is_a_tilde(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(base))
    assert completed_path("~/quo", Path("/")) == ("~/quotes.json", ("quotes.json",))


def test_the_home_of_nobody_is_completed_to_nothing(tmp_path: Path) -> None:
    assert completed_path("~nobody-here/x", tmp_path).names == ()
