import os
import pwd
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from summittui.model import InputError, PartyId, Record, StoreConflict
from summittui.store import who
from summittui.store.store import Store
from tests.store.samples import ADA, BO, DAILY, REPORTED, TEXT, WORDS, collection_of, records_of


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "store.json", collection_of())


def noted(record: Record, note: str) -> Record:
    return msgspec.structs.replace(record, note=note)


def found(store: Store, id_: str) -> Record | None:
    return next((record for record in store.records() if record.id == id_), None)


def test_the_log_says_who_changed_what_when_before_and_after(store: Store) -> None:
    store.put(noted(ADA, "edited"))
    entry = store.log("ada", last=1)[0]
    assert (entry.table, entry.id, entry.label, entry.kind) == ("actors", "ada", "change ada", "edit")
    assert entry.who == who.current_user()
    assert datetime.fromisoformat(entry.when).utcoffset() == timedelta(0)
    assert entry.before == {"id": "ada", "name": "Ada", "kind": "person"}
    assert entry.after == {"id": "ada", "name": "Ada", "kind": "person", "note": "edited"}


def test_the_log_begins_with_the_seeding_and_survives_compaction(store: Store, tmp_path: Path) -> None:
    store.put(noted(ADA, "one"))
    store.compact()
    store.put(noted(ADA, "two"))
    store.compact()
    log = Store.open(tmp_path / "store.json").log("ada")
    assert [entry.label for entry in log] == ["change ada", "change ada", "seed sample 1.0.0"]
    assert [(entry.after or {}).get("note") for entry in log] == ["two", "one", None]
    assert len(store.log()) == len(list(records_of())) + 2


def test_edits_are_undone_one_by_one_and_done_again(store: Store, tmp_path: Path) -> None:
    store.put(noted(ADA, "one"))
    store.put(noted(BO, "two"))
    store.compact()
    assert store.undo().id == "bo"
    assert found(store, "bo") == BO
    assert Store.open(tmp_path / "store.json").undo().id == "ada"
    assert store.records() == records_of()
    with pytest.raises(InputError, match="no edit of yours to undo"):
        store.undo()
    assert store.redo().id == "ada"
    assert store.redo().id == "bo"
    assert (found(store, "ada"), found(store, "bo")) == (noted(ADA, "one"), noted(BO, "two"))
    with pytest.raises(InputError, match="to do again"):
        store.redo()
    assert store.undo().id == "bo"


def test_a_new_edit_ends_what_can_be_done_again(store: Store) -> None:
    store.put(noted(ADA, "one"))
    store.undo()
    store.put(noted(BO, "two"))
    with pytest.raises(InputError, match="to do again"):
        store.redo()
    assert store.undo().id == "bo"


def test_a_deletion_is_undone_with_its_text_and_its_place(store: Store) -> None:
    store.delete("bo-rules")
    store.put(msgspec.structs.replace(WORDS, id="later"))
    store.undo()
    store.undo()
    assert store.records() == records_of()
    assert found(store, "bo-rules") == REPORTED
    assert store.merge(collection_of()).kept == ()


def test_an_attached_text_is_undone(store: Store) -> None:
    store.attach(DAILY, "first")
    store.attach(DAILY, TEXT)
    assert store.undo().before == {**(store.log(DAILY)[0].after or {})}
    assert store.texts() == {DAILY: "first"}
    store.undo()
    assert store.texts() == {}


def test_several_edits_that_were_made_together_are_undone_together(store: Store) -> None:
    renamed = msgspec.structs.replace(ADA, id="ada-l")
    quote = msgspec.structs.replace(WORDS, speaker=PartyId("ada-l"))
    store.edit({"ada": None, "ada-l": renamed, quote.id: quote}, label="rename ada")
    store.undo()
    assert store.records() == records_of()
    store.redo()
    assert found(store, "ada-l") == renamed


def test_what_was_changed_since_is_not_undone_and_both_versions_are_told(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put(noted(ADA, "mine"))
    other = Store.open(tmp_path / "store.json")
    monkeypatch.setattr("summittui.store.storage.current_user", lambda: "other@host")
    other.put(noted(ADA, "theirs"))
    with pytest.raises(StoreConflict, match="'ada' was changed since") as caught:
        store.undo()
    assert (caught.value.mine, caught.value.theirs) == (ADA, noted(ADA, "theirs"))
    assert found(store, "ada") == noted(ADA, "theirs")
    assert store.undo(of_anybody=True).who == "other@host"
    assert found(store, "ada") == noted(ADA, "mine")


def test_an_edit_that_others_rely_on_by_now_is_not_undone(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put(msgspec.structs.replace(ADA, id="eve"))
    with monkeypatch.context() as patch:
        patch.setattr("summittui.store.storage.current_user", lambda: "other@host")
        Store.open(tmp_path / "store.json").put(msgspec.structs.replace(WORDS, speaker=PartyId("eve")))
    with pytest.raises(InputError, match="'eve' is named by 'ada-rules'"):
        store.undo()
    assert found(store, "eve")


def test_seeding_is_not_undone(store: Store) -> None:
    store.merge(collection_of(noted(ADA, "newer"), version="1.1.0"))
    with pytest.raises(InputError, match="no edit of yours"):
        store.undo()


def test_who_edits_is_the_account_of_the_process_whatever_the_environment_says(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(variable, "somebody-else")
    store.put(noted(ADA, "edited"))
    account = pwd.getpwuid(os.geteuid()).pw_name
    assert store.log("ada")[0].who == f"{account}@{os.uname().nodename}"
    monkeypatch.setenv("LOGNAME", "yet-another")
    assert store.undo().id == "ada"


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
