"""A store that is copied from a file into a database, and back, is the same store, its history included."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from summittui.model import StoreError
from summittui.model.location import Address
from summittui.session.copying import copy_store
from summittui.store.disk import StoreExists, StoreMissing
from summittui.store.postgres import connection, edits, rows
from summittui.store.protocol import Storage
from summittui.store.storage import JournalStorage
from summittui.store.store import Store
from tests.postgres.servers import Server
from tests.postgres.stores import address_of, open_store, storage_of
from tests.store.samples import ADA, BO, DAILY, TEXT, collection_of


@pytest.fixture
def address(server: Server, database: str) -> Address:
    return address_of(server, database)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with edits, texts, a rename, an undo, something deleted, over several journals."""
    path = tmp_path / "store.json"
    store = Store.create(path, collection_of())
    store.attach(DAILY, TEXT)
    store.put(msgspec.structs.replace(ADA, note='back\\slash, tab\t, "quotes", ünï, 😀 and \N{LINE SEPARATOR}'))
    store.compact()
    store.put(msgspec.structs.replace(BO, id="cy"))
    new = msgspec.structs.replace(BO, id="dee")
    store.edit({"cy": None, "dee": new}, label="rename cy to dee", successors={"cy": "dee"})
    store.history.undo()
    store.delete("cy")
    store.close()
    return path


def silent(_what: str, _done: int, _of: int) -> None:
    pass


def content(storage: Storage) -> Any:
    """Everything that a store holds, byte for byte."""
    storage.refresh()
    held = storage.held
    tables = {name: {number: bytes(raw) for number, raw in table.items()} for name, table in held.tables.items()}
    history = [msgspec.json.encode(each) for each in storage.history.forwards()]
    found = tables, {name: last for name, last in held.last_ids.items() if last}, held.edits, history
    storage.close()
    return found


def test_a_copy_is_the_same_store_on_either_side(path: Path, address: Address, tmp_path: Path) -> None:
    back = tmp_path / "back.json"
    copy_store(path, address, silent)
    copy_store(address, back, silent)
    expected = content(JournalStorage(path))
    for storage in (storage_of(address), JournalStorage(back)):
        for mine, theirs in zip(expected, content(storage), strict=True):
            assert mine == theirs
    stores = [Store.open(path), open_store(address), Store.open(back)]
    for store in stores:
        assert store.history.successors() == stores[0].history.successors() == {"dee": "cy", "cy": "cy"}
        assert store.history.undo(of_anybody=True).label == "delete cy"
        store.put(msgspec.structs.replace(ADA, note="goes on"))
        assert [each.number for each in store.history.log("ada", last=1)] == [9]
        store.close()
    assert Store.open(back).records() == stores[0].records()


def test_a_copy_that_stood_alone_has_no_history_and_goes_on(path: Path, address: Address, tmp_path: Path) -> None:
    alone = Store.open(path).backup(tmp_path / "copies")
    copy_store(alone, address, silent)
    store = open_store(address)
    assert store.info().edits == 7
    assert store.records() == Store.open(path).records()
    assert store.history.log() == ()
    store.put(msgspec.structs.replace(ADA, note="goes on"))
    assert [each.number for each in store.history.log("ada")] == [8]
    store.close()


def test_nothing_is_copied_over_a_store_nor_out_of_none(path: Path, address: Address, tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        copy_store(tmp_path / "none.json", address, silent)
    with pytest.raises(StoreMissing):
        copy_store(address, tmp_path / "new.json", silent)
    copy_store(path, address, silent)
    with pytest.raises(StoreExists):
        copy_store(path, address, silent)
    with pytest.raises(StoreExists):
        copy_store(address, path, silent)
    assert {each.name for each in tmp_path.iterdir()} == {"store.json", "store.json.history", "store.json.lock"}


def test_a_copy_that_is_ended_in_the_middle_leaves_nothing(path: Path, address: Address, tmp_path: Path) -> None:
    def end(what: str, _done: int, _of: int) -> None:
        if what == "documents":
            raise StoreError("ended")

    with pytest.raises(StoreError, match="ended"):
        copy_store(path, address, end)
    with pytest.raises(StoreMissing):
        open_store(address)
    with pytest.raises(StoreError, match="ended"):
        copy_store(path, tmp_path / "new.json", end)
    assert not list(tmp_path.glob("*new*"))


def test_an_edit_that_no_database_keeps_is_named_and_nothing_is_copied(
    path: Path, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(edits, "_LARGEST", 1_000)
        with pytest.raises(StoreError, match=r"Edit 1 \(seed sample 1.0.0\) has 0 MB.*make it in several parts"):
            copy_store(path, address, silent)
    with pytest.raises(StoreMissing):
        open_store(address)
    copy_store(path, address, silent)


def test_a_replica_that_fills_slowly_is_filled_whole(
    path: Path, address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_store(path, address, silent)
    settings = {**connection._SETTINGS, "idle_in_transaction_session_timeout": "20ms"}
    monkeypatch.setattr(connection, "_SETTINGS", settings)
    real = rows.documents

    def slowly(*given: Any) -> Iterator[Any]:
        for at, document in enumerate(real(*given)):
            time.sleep(0.1 if at == 0 else 0)
            yield document

    monkeypatch.setattr(rows, "documents", slowly)
    store = open_store(address, tmp_path / "replica")
    assert store.records() == Store.open(path).records()
    store.close()
