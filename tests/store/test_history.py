"""The history of a store wherever it is kept: the log, undoing and doing again."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from summittui.model import InputError, PartyId, StoreConflict
from summittui.store.store import Store
from tests.store.backends import COLLEAGUE, Sessions
from tests.store.samples import ADA, BO, DAILY, REPORTED, TEXT, WORDS, collection_of, found, noted, records_of


def test_the_log_says_who_changed_what_when_before_and_after(store: Store) -> None:
    store.put(noted(ADA, "edited"))
    entry = store.history.log("ada", last=1)[0]
    assert (entry.table, entry.id, entry.label, entry.kind) == ("actors", "ada", "change ada", "edit")
    assert entry.who == store._storage.who != ""
    assert datetime.fromisoformat(entry.when).utcoffset() == timedelta(0)
    assert entry.before == {"id": "ada", "name": "Ada", "kind": "person"}
    assert entry.after == {"id": "ada", "name": "Ada", "kind": "person", "note": "edited"}


def test_the_log_begins_with_the_seeding_and_survives_compaction(store: Store, sessions: Sessions) -> None:
    store.put(noted(ADA, "one"))
    store.compact()
    store.put(noted(ADA, "two"))
    store.compact()
    log = sessions.open().history.log("ada")
    assert [entry.label for entry in log] == ["change ada", "change ada", "seed sample 1.0.0"]
    assert [(entry.after or {}).get("note") for entry in log] == ["two", "one", None]
    assert len(store.history.log()) == len(list(records_of())) + 2


def test_edits_are_undone_one_by_one_in_any_session_and_done_again(store: Store, sessions: Sessions) -> None:
    store.put(noted(ADA, "one"))
    store.put(noted(BO, "two"))
    store.compact()
    assert store.history.undo().id == "bo"
    assert found(store, "bo") == BO
    assert sessions.open().history.undo().id == "ada"
    assert store.records() == records_of()
    with pytest.raises(InputError, match="no edit of yours to undo"):
        store.history.undo()
    assert sessions.open().history.redo().id == "ada"
    assert store.history.redo().id == "bo"
    assert (found(store, "ada"), found(store, "bo")) == (noted(ADA, "one"), noted(BO, "two"))
    with pytest.raises(InputError, match="to do again"):
        store.history.redo()
    assert store.history.undo().id == "bo"


def test_a_new_edit_ends_what_can_be_done_again(store: Store) -> None:
    store.put(noted(ADA, "one"))
    store.history.undo()
    store.put(noted(BO, "two"))
    with pytest.raises(InputError, match="to do again"):
        store.history.redo()
    assert store.history.undo().id == "bo"


def test_a_deletion_is_undone_with_its_text_and_its_place(store: Store) -> None:
    store.delete("bo-rules")
    store.put(replace(WORDS, id="later"))
    store.history.undo()
    store.history.undo()
    assert store.records() == records_of()
    assert found(store, "bo-rules") == REPORTED
    assert store.collections.merge(collection_of()).kept == ()


def test_an_attached_text_is_undone(store: Store) -> None:
    store.attach(DAILY, "first")
    store.attach(DAILY, TEXT)
    assert store.history.undo().before == {**(store.history.log(DAILY)[0].after or {})}
    assert store.texts() == {DAILY: "first"}
    store.history.undo()
    assert store.texts() == {}


def test_a_record_is_renamed_along_with_what_names_it_undone_and_done_again(store: Store, sessions: Sessions) -> None:
    other, renamed = sessions.open(), replace(ADA, id="ada-l")
    quote = replace(WORDS, speaker=PartyId("ada-l"))
    with pytest.raises(InputError, match="'ada' is named by 'ada-rules'"):
        store.edit({"ada": None, "ada-l": renamed}, label="rename")
    edits = {"ada": None, "ada-l": renamed, quote.id: quote}
    store.edit(edits, label="rename ada ada-l", successors={"ada": "ada-l"})
    assert (found(other, "ada"), found(other, "ada-l"), found(other, quote.id)) == (None, renamed, quote)
    assert other.history.successors() == {"ada": "ada-l"}
    store.history.undo()
    assert other.history.successors()["ada-l"] == "ada"
    assert store.records() == other.records() == records_of()
    store.history.redo()
    assert found(other, "ada-l") == renamed
    assert other.history.successors()["ada"] == "ada-l"
    assert sessions.open().records() == other.records()


def test_what_was_changed_since_is_not_undone_and_both_versions_are_told(store: Store, sessions: Sessions) -> None:
    store.put(noted(ADA, "mine"))
    other = sessions.open(is_colleague=True)
    other.put(noted(ADA, "theirs"))
    with pytest.raises(StoreConflict, match="'ada' was changed since") as caught:
        store.history.undo()
    assert (caught.value.mine, caught.value.theirs) == (ADA, noted(ADA, "theirs"))
    assert found(store, "ada") == noted(ADA, "theirs")
    assert [entry.who for entry in store.history.log("ada", last=2)] == [other._storage.who, store._storage.who]
    assert other._storage.who.startswith(COLLEAGUE)
    assert store.history.undo(of_anybody=True).who == other._storage.who
    assert found(store, "ada") == noted(ADA, "mine")


def test_an_edit_that_others_rely_on_by_now_is_not_undone(store: Store, sessions: Sessions) -> None:
    store.put(replace(ADA, id="eve"))
    sessions.open(is_colleague=True).put(replace(WORDS, speaker=PartyId("eve")))
    with pytest.raises(InputError, match="'eve' is named by 'ada-rules'"):
        store.history.undo()
    assert found(store, "eve")


def test_seeding_is_not_undone(store: Store) -> None:
    store.collections.merge(collection_of(noted(ADA, "newer"), version="1.1.0"))
    with pytest.raises(InputError, match="no edit of yours"):
        store.history.undo()
