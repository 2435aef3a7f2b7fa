"""Who edits a store in a file: the account of the process, by a name that is harmless."""

import os
import pwd
from pathlib import Path

import pytest

from summittui.store import who
from summittui.store.store import Store
from tests.store.samples import ADA, collection_of, noted


def test_who_edits_is_the_account_of_the_process_whatever_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.create(tmp_path / "store.json", collection_of())
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(variable, "somebody-else")
    store.put(noted(ADA, "edited"))
    assert store.history.log("ada")[0].who == who.current_user()
    account = pwd.getpwuid(os.geteuid()).pw_name
    assert store.history.log("ada")[0].who == f"{account}@{os.uname().nodename}"
    monkeypatch.setenv("LOGNAME", "yet-another")
    assert store.history.undo().id == "ada"


def test_a_user_without_an_entry_in_the_user_list_is_called_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    unused = next(uid for uid in range(54_321, 60_000) if not _has_entry(uid))
    monkeypatch.setattr("os.geteuid", lambda: unused)
    assert who.current_user() == f"uid {unused}@{os.uname().nodename}"


def test_a_name_of_an_account_is_harmless(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = pwd.struct_passwd(("eve\x1b[31m\n", "x", 1, 1, "", "/", "/bin/sh"))
    monkeypatch.setattr("pwd.getpwuid", lambda _uid: entry)
    assert who.current_user().startswith("eve@")


def _has_entry(uid: int) -> bool:
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True
