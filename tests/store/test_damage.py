import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from summittui.model import StoreBusy, StoreDamaged, StoreError, StoreTooNew
from summittui.session import Session
from summittui.store.lock import held
from summittui.store.storage import JournalStorage
from summittui.store.store import Store
from summittui.store.store_paths import StorePaths
from tests.store.samples import ADA, BO, collection_of

Plain = dict[str, Any]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store.json"
    Store.create(path, collection_of()).close()
    return path


def rewrite(path: Path, change: Callable[[Plain], object]) -> None:
    plain = json.loads(path.read_text())
    change(plain)
    path.write_text(json.dumps(plain))


def journal(path: Path) -> Path:
    return path.with_name(f"{path.name}.history") / "000000000001.journal"


def refusal(path: Path, error: type[StoreError]) -> str:
    """Return the sentence with which opening is refused; the file must stay as it was."""
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(error) as caught:
        Store.open(path)
    assert (path.read_bytes() if path.is_file() else b"") == before
    message = str(caught.value)
    assert str(path) in message
    assert message.endswith(".")
    return message


def test_a_directory_is_refused(tmp_path: Path) -> None:
    assert "it is a directory" in refusal(tmp_path, StoreDamaged)


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "no ordinary file" in refusal(tmp_path / "pipe", StoreDamaged)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(path: Path) -> None:
    path.chmod(0)
    with pytest.raises(StoreDamaged, match="may not be read"):
        Store.open(path)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (b"hello", "torn"),
        (b"\xff\xfe\x00", "torn"),
        (b'{"_meta": {"1": {"schema": ' + b"[" * 100_000, "torn"),
        (b"[]", "no store of this program"),
        (b'{"quotes": {"1": {"id": "q"}}}', "no store of this program"),
        (b'{"_meta": {"1": {"schema": "new"}}}', "no store of this program"),
        (b'{"_meta": {"1": {"schema": 2}}}', "does not match its checksum"),
    ],
)
def test_what_this_program_did_not_write_is_refused(path: Path, content: bytes, why: str) -> None:
    path.write_bytes(content)
    assert why in refusal(path, StoreDamaged)


def test_a_torn_file_is_refused_wherever_it_is_torn(path: Path) -> None:
    whole = path.read_bytes()
    for length in range(1, len(whole), 97):
        path.write_bytes(whole[:length])
        refusal(path, StoreDamaged)


def test_a_file_that_another_program_changed_is_refused(path: Path) -> None:
    rewrite(path, lambda plain: plain["quotes"]["2"].update(gist="another"))
    assert "does not match its checksum" in refusal(path, StoreDamaged)


def test_an_invalid_record_is_named(path: Path) -> None:
    storage = JournalStorage(path)
    with storage.transaction("by another version"):
        storage.drafts.table("quotes").update({"kind": "shouted"}, doc_ids=[2])
    assert "quotes 'bo-rules', kind" in refusal(path, StoreDamaged)


def test_a_newer_schema_is_refused_and_says_what_to_do(path: Path) -> None:
    rewrite(path, lambda plain: plain["_meta"]["1"].update(schema=99))
    assert "upgrade summittui" in refusal(path, StoreTooNew)


def test_a_newer_schema_is_refused_in_the_middle_of_a_session(path: Path) -> None:
    store = Store.open(path)
    rewrite(path, lambda plain: plain["_meta"]["1"].update(schema=99))
    with pytest.raises(StoreTooNew):
        store.put(msgspec.structs.replace(ADA, note="edited"))


def test_the_backup_and_the_way_out_are_named(path: Path) -> None:
    path.write_bytes(b"")
    message = refusal(path, StoreDamaged)
    assert "its last backup is" in message
    assert f"summittui recover --store {path}" in message


@pytest.mark.parametrize("also", [[], ["lock"], ["journals"], ["lock", "backups"], ["journals", "backups"]])
def test_a_store_whose_file_is_gone_never_opens_as_empty_nor_is_made_anew(path: Path, also: list[str]) -> None:
    gone = {"lock": ".lock", "journals": ".history/*.journal", "backups": ".history/*.json"}
    path.unlink()
    for what in also:
        for other in path.parent.glob(f"{path.name}{gone[what]}"):
            other.unlink()
    refusal(path, StoreDamaged)
    with pytest.raises(StoreDamaged, match="it is gone"):
        Store.create(path, collection_of())
    with pytest.raises(StoreDamaged, match="it is gone"):
        Session.open(path)


def test_a_journal_that_is_gone_is_damage(path: Path) -> None:
    journal(path).unlink()
    assert "000000000001.journal is gone" in refusal(path, StoreDamaged)


def test_the_journal_of_another_store_is_noticed(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    Store.create(other, collection_of(ADA, version="2")).close()
    journal(path).write_bytes(journal(other).read_bytes())
    assert "continues another store" in refusal(path, StoreDamaged)


def test_a_journal_is_refused_wherever_a_byte_of_an_acknowledged_line_is_flipped(path: Path) -> None:
    store = Store.open(path)
    for note in ("one", "two"):
        store.put(msgspec.structs.replace(ADA, note=note))
    whole = journal(path).read_bytes()
    for index in range(len(whole)):
        journal(path).write_bytes(whole[:index] + bytes([whole[index] ^ 4]) + whole[index + 1 :])
        with pytest.raises(StoreDamaged):
            Store.open(path)


def test_a_snapshot_is_refused_wherever_a_byte_is_flipped(path: Path) -> None:
    whole = path.read_bytes()
    for index in range(0, len(whole), 7):
        path.write_bytes(whole[:index] + bytes([whole[index] ^ 4]) + whole[index + 1 :])
        with pytest.raises((StoreDamaged, StoreTooNew)):
            Store.open(path)


def test_a_torn_line_hides_no_earlier_one_and_the_next_writer_cuts_it_off(path: Path) -> None:
    Store.open(path).put(msgspec.structs.replace(ADA, note="kept"))
    begun = len(journal(path).read_bytes())
    Store.open(path).put(msgspec.structs.replace(ADA, note="torn"))
    whole = journal(path).read_bytes()
    for length in range(begun, len(whole)):
        journal(path).write_bytes(whole[:length])
        store = Store.open(path)
        assert msgspec.structs.replace(ADA, note="kept") in store.records().actors
        assert len(journal(path).read_bytes()) == length
        store.put(msgspec.structs.replace(BO, note="next"))
        assert msgspec.structs.replace(BO, note="next") in Store.open(path).records().actors


def test_a_session_goes_on_with_what_it_has_when_the_file_is_damaged_under_it(path: Path) -> None:
    session = Session.open(path)
    path.write_bytes(b"torn")
    with pytest.raises(StoreDamaged):
        session.reload()
    assert session.library.get("ada") == ADA


def test_a_hostile_name_is_shown_harmlessly(tmp_path: Path) -> None:
    path = tmp_path / "evil\x1b[31m.json"
    path.write_bytes(b"")
    with pytest.raises(StoreDamaged) as caught:
        Store.open(path)
    assert "\x1b" not in str(caught.value)


def test_a_store_that_another_holds_is_busy_and_names_the_holder(path: Path) -> None:
    store = Store.open(path, time_out=0)
    before = store.info()
    with held(StorePaths(path)), pytest.raises(StoreBusy, match=f"held by process {os.getpid()}"):
        store.put(msgspec.structs.replace(ADA, note="edited"))
    assert store.info() == before
