"""A store in a database behaves as one in a file: edits, history, undo, conflicts, several sessions."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from summittui.model import InputError, Record, StoreConflict, StoreReadOnly
from summittui.model.location import Address
from summittui.store.disk import StoreExists, StoreMissing
from summittui.store.reports import Changes
from summittui.store.store import Store
from tests.library.sqlite.made import NEEDS_SQLITE
from tests.postgres.servers import Server
from tests.postgres.stores import address_of, create_store, open_store
from tests.store.samples import ADA, BO, DAILY, PAPER, TEXT, collection_of, records_of


@pytest.fixture
def address(server: Server, database: str) -> Address:
    return address_of(server, database)


@pytest.fixture(params=["memory", pytest.param("file", marks=NEEDS_SQLITE)])
def opened(address: Address, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Open sessions on a new store, their documents in memory, or in one file."""
    create_store(address).close()
    stores: list[Store] = []

    def open_one() -> Store:
        stores.append(open_store(address, tmp_path / "replica" if request.param == "file" else None))
        return stores[-1]

    yield open_one
    for store in stores:
        store.close()


def noted(record: Record, note: str) -> Record:
    return msgspec.structs.replace(record, note=note)


def found(store: Store, id_: str) -> Record | None:
    return next((record for record in store.records() if record.id == id_), None)


def test_what_is_edited_here_is_there_with_its_history(opened: Callable[[], Store]) -> None:
    mine, theirs = opened(), opened()
    assert mine.records() == theirs.records() == records_of()
    mine.put(noted(ADA, "edited"))
    mine.attach(DAILY, TEXT)
    assert theirs.changed()
    assert theirs.changes() == Changes(changed=frozenset({"ada"}), texts=frozenset({DAILY}))
    assert found(theirs, "ada") == noted(ADA, "edited")
    assert theirs.texts() == {DAILY: TEXT}
    assert not theirs.changed()
    assert [(each.number, each.who, each.label) for each in theirs.log("ada")] == [
        (2, "postgres", "change ada"),
        (1, "postgres", "seed sample 1.0.0"),
    ]
    assert theirs.info().edits == 3


def test_edits_are_undone_done_again_and_refused_where_something_was_changed_since(opened: Callable[[], Store]) -> None:
    store, other = opened(), opened()
    store.put(noted(ADA, "one"))
    store.put(noted(BO, "two"))
    assert [store.undo().id, store.undo().id] == ["bo", "ada"]
    assert store.records() == other.records() == records_of()
    with pytest.raises(InputError, match="no edit of yours to undo"):
        store.undo()
    assert [other.redo().id, other.redo().id] == ["ada", "bo"]
    assert found(store, "bo") == noted(BO, "two")


def test_an_edit_of_what_another_session_has_changed_is_refused_with_both_versions(
    opened: Callable[[], Store],
) -> None:
    mine, theirs = opened(), opened()
    theirs.put(noted(ADA, "theirs"))
    with pytest.raises(StoreConflict) as caught:
        mine.put(noted(ADA, "mine"))
    assert (caught.value.mine, caught.value.theirs) == (noted(ADA, "mine"), noted(ADA, "theirs"))
    assert found(mine, "ada") == noted(ADA, "theirs")
    mine.put(noted(ADA, "mine"))
    assert found(theirs, "ada") == noted(ADA, "mine")


def test_a_renamed_record_is_found_by_its_former_id_and_its_number_never_given_again(
    opened: Callable[[], Store],
) -> None:
    store, other = opened(), opened()
    new = msgspec.structs.replace(ADA, id="ada-l")
    quote = next(each for each in store.records() if each.id == "ada-rules")
    moved = msgspec.structs.replace(quote, speaker="ada-l")
    store.edit({"ada": None, "ada-l": new, moved.id: moved}, label="rename ada ada-l", successors={"ada": "ada-l"})
    assert other.successors() == {"ada": "ada-l"}
    assert found(other, "ada") is None
    store.undo()
    assert other.successors()["ada-l"] == "ada"
    assert other.records() == records_of()
    store.put(msgspec.structs.replace(ADA, id="new"))
    assert [each.number for each in other.log("new")] == [4]
    assert opened().records() == other.records()


def test_what_is_refused_leaves_the_store_as_it_was(opened: Callable[[], Store]) -> None:
    store, other = opened(), opened()
    with pytest.raises(InputError, match="is named by"):
        store.delete("ada")
    with pytest.raises(InputError):
        store.put(msgspec.structs.replace(ADA, name=""))
    assert not other.changed()
    other.put(noted(BO, "the lock is free"))
    assert found(store, "bo") == noted(BO, "the lock is free")


def test_a_collection_is_brought_in_and_taken_out(opened: Callable[[], Store]) -> None:
    store = opened()
    store.put(noted(ADA, "mine"))
    report = store.merge(collection_of(noted(BO, "newer"), version="2.0.0"))
    assert (report.updated, report.kept) == (("bo",), ("ada",))
    assert store.info().collections == {"sample": "2.0.0"}


def test_no_store_an_existing_one_and_one_opened_for_reading(address: Address) -> None:
    with pytest.raises(StoreMissing, match="create it with"):
        open_store(address)
    create_store(address).close()
    with pytest.raises(StoreExists):
        create_store(address)
    store = open_store(address, read_only=True)
    with pytest.raises(StoreReadOnly, match="opened for reading"):
        store.put(noted(ADA, "x"))
    store.close()


def test_a_backup_is_a_store_in_a_file_with_the_same_records(opened: Callable[[], Store], tmp_path: Path) -> None:
    store = opened()
    store.put(noted(ADA, "edited"))
    copy = Store.open(store.backup(tmp_path))
    assert copy.records() == store.records()
    assert not store.compact()
    assert store.files() == ()


def test_what_nobody_changed_can_be_edited_once_the_documents_are_in_memory(opened: Callable[[], Store]) -> None:
    mine, theirs = opened(), opened()
    theirs.put(noted(BO, "before"))
    assert mine.changes().changed == {"bo"}
    mine.leave_file()
    theirs.put(noted(PAPER, "after"))
    mine.put(noted(ADA, "mine"))
    mine.put(noted(ADA, "mine again"))
    assert mine.file is None
    for record in (BO, PAPER):
        with pytest.raises(StoreConflict):
            mine.put(noted(record, "mine"))
