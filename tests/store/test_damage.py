import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from summittui.model import StoreBusy, StoreDamaged, StoreError, StoreTooNew
from summittui.store.lock import held
from summittui.store.store import Store
from tests.store.samples import ADA, collection_of, records_of

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
        (b'{"_meta": {"1": {"schema": "new"}}}', "notes about itself"),
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


def test_an_invalid_record_is_named(path: Path) -> None:
    rewrite(path, lambda plain: plain["quotes"]["2"].update(kind="shouted"))
    message = refusal(path, StoreDamaged)
    assert "quotes 'bo-rules', kind" in message


def test_a_newer_schema_is_refused_and_says_what_to_do(path: Path) -> None:
    rewrite(path, lambda plain: plain["_meta"]["1"].update(schema=2))
    assert "upgrade summittui" in refusal(path, StoreTooNew)


def test_the_backup_is_named_where_there_is_one(path: Path) -> None:
    Store.open(path).put(msgspec.structs.replace(ADA, note="edited"))
    path.write_bytes(b"")
    assert "store.json.bak over it" in refusal(path, StoreDamaged)


def test_a_hostile_name_is_shown_harmlessly(tmp_path: Path) -> None:
    path = tmp_path / "evil\x1b[31m.json"
    path.write_bytes(b"")
    with pytest.raises(StoreDamaged) as caught:
        Store.open(path)
    assert "\x1b" not in str(caught.value)


def test_a_store_that_another_holds_is_busy_and_names_the_holder(path: Path) -> None:
    store = Store.open(path, time_out=0)
    before = path.read_bytes()
    with held(path), pytest.raises(StoreBusy, match=f"held by process {os.getpid()}"):
        store.put(msgspec.structs.replace(ADA, note="edited"))
    assert path.read_bytes() == before


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_write_that_fails_changes_neither_file_nor_memory(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    store = Store.open(path)
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os if call == "fsync" else Path, call, fail)
        with pytest.raises(StoreError, match="No space left on device"):
            store.put(msgspec.structs.replace(ADA, note="edited"))
    assert path.read_bytes() == before
    assert store.records() == records_of()
    assert not path.with_name("store.json.tmp").exists()
    store.put(msgspec.structs.replace(ADA, note="again, with room"))
    assert b"again, with room" in path.read_bytes()
