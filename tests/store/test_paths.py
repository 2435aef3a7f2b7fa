from pathlib import Path

import pytest

from summittui.store.paths import default_store_path


def test_the_variable_names_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", "~/mine.json")
    assert default_store_path() == Path.home() / "mine.json"


@pytest.mark.parametrize("value", [None, ""])
def test_without_it_the_store_stands_in_the_users_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str | None
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("SUMMITTUI_STORE", raising=False)
    if value is not None:
        monkeypatch.setenv("SUMMITTUI_STORE", value)
    assert default_store_path().parts[-2:] == ("summittui", "store.json")
