"""What a store does wherever it is kept: records, edits that are refused, sessions that follow each other."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.model import InputError, PartyId, Selector, StoreConflict, StoreReadOnly, UnknownId
from summittui.store.disk import StoreExists, StoreMissing
from summittui.store.reports import Changes
from summittui.store.store import Store
from tests.store.backends import FileBackend, Sessions
from tests.store.samples import ADA, BO, DAILY, TEXT, WORDS, collection_of, found, noted, records_of


def test_what_was_seeded_is_read_back(store: Store, sessions: Sessions) -> None:
    assert store.records() == records_of()
    assert sessions.open().records() == records_of()
    info = store.info()
    assert (info.edits, info.collections, info.counts["actors"]) == (1, {"sample": "1.0.0"}, 3)


def test_a_missing_store_is_said_to_be_missing_and_one_that_is_there_is_not_made_again(sessions: Sessions) -> None:
    with pytest.raises(StoreMissing, match="There is no store at"):
        sessions.open()
    store = sessions.create()
    with pytest.raises(StoreExists, match="There is a"):
        sessions.create(collection_of(noted(ADA, "another")))
    assert store.records() == sessions.open().records() == records_of()


def test_an_edit_outlives_the_session(store: Store, sessions: Sessions) -> None:
    store.put(noted(BO, "new"))
    store.close()
    assert found(sessions.open(), "bo") == noted(BO, "new")


def test_every_edit_counts_up_the_revision(store: Store, sessions: Sessions) -> None:
    store.put(noted(BO, "one"))
    store.put(noted(BO, "two"))
    store.compact()
    assert sessions.open()._present.view.notes("bo").rev == 3


def test_an_unsound_record_is_refused_and_everything_stays(store: Store) -> None:
    before = store.info()
    for unsound in (
        replace(WORDS, speaker="nobody"),
        replace(WORDS, spans=(Selector(5, 5),)),
        replace(WORDS, kind="shouted"),
        replace(ADA, id="daily"),
        replace(ADA, name=""),
        replace(ADA, note="\ud800"),
    ):
        with pytest.raises(InputError):
            store.put(unsound)
        assert store.info() == before
        assert store.records() == records_of()


def test_deleting_refuses_what_others_name_and_leaves_the_store_to_others(store: Store, sessions: Sessions) -> None:
    other = sessions.open()
    with pytest.raises(InputError, match="named by 'ada-rules' in quotes"):
        store.delete("ada")
    assert not other.changed()
    other.put(noted(BO, "nobody holds the lock"))
    store.delete("ada-rules")
    store.delete("ada")
    assert found(store, "ada") is None
    assert found(store, "bo") == noted(BO, "nobody holds the lock")


def test_deleting_an_unknown_id_says_so(store: Store) -> None:
    with pytest.raises(UnknownId, match="'ghost'"):
        store.delete("ghost")


def test_another_session_sees_an_edit_and_says_that_it_has_not_seen_it(store: Store, sessions: Sessions) -> None:
    other = sessions.open()
    assert not other.changed()
    store.put(noted(ADA, "edited"))
    assert other.changed()
    assert not store.changed()
    assert found(other, "ada") == noted(ADA, "edited")
    assert not other.changed()


def test_two_who_edit_one_record_are_told_not_overwritten(store: Store, sessions: Sessions) -> None:
    other = sessions.open()
    store.put(noted(ADA, "mine"))
    with pytest.raises(StoreConflict, match="Another session has changed 'ada'") as caught:
        other.put(noted(ADA, "theirs"))
    assert (caught.value.mine, caught.value.theirs) == (noted(ADA, "theirs"), noted(ADA, "mine"))
    with pytest.raises(StoreConflict, match="Another session has changed 'ada'"):
        other.put(noted(ADA, "theirs, again without reloading"))
    other.records()
    other.put(noted(ADA, "theirs, having seen mine"))
    assert found(store, "ada") == noted(ADA, "theirs, having seen mine")


def test_an_edit_beside_another_sessions_edit_keeps_both(store: Store, sessions: Sessions) -> None:
    other = sessions.open()
    store.put(noted(ADA, "mine"))
    other.put(noted(BO, "theirs"))
    assert other.changed()
    assert found(other, "ada") == noted(ADA, "mine")
    assert found(store, "bo") == noted(BO, "theirs")


def test_a_store_opened_for_reading_refuses_edits(store: Store, sessions: Sessions) -> None:
    before = store.info()
    with pytest.raises(StoreReadOnly, match="opened for reading"):
        sessions.open(read_only=True).put(noted(ADA, "edited"))
    assert store.info() == before
    assert found(store, "ada") == ADA


def test_an_attached_text_is_kept_and_replaced(store: Store, sessions: Sessions) -> None:
    store.attach(DAILY, "first")
    store.attach(DAILY, TEXT)
    assert sessions.open().texts() == {DAILY: TEXT}
    assert store.info().attached == ("daily",)


def test_several_edits_are_made_together_or_not_at_all(store: Store) -> None:
    with pytest.raises(InputError):
        store.edit({"ada": noted(ADA, "edited"), WORDS.id: replace(WORDS, speaker=PartyId("nobody"))}, label="both")
    assert found(store, "ada") == ADA
    before = store.info().edits
    store.edit({"ada": noted(ADA, "edited"), "bo": noted(BO, "edited")}, label="both")
    assert [found(store, "ada"), found(store, "bo")] == [noted(ADA, "edited"), noted(BO, "edited")]
    assert store.info().edits == before + 1


def test_what_is_put_as_it_is_makes_no_edit(store: Store) -> None:
    before = store.info().edits
    store.put(ADA)
    assert store.info().edits == before


def test_what_has_changed_is_told_once(store: Store, sessions: Sessions) -> None:
    other = sessions.open()
    assert other.look() == Changes()
    store.put(noted(ADA, "edited"))
    store.delete("bo-rules")
    store.attach(DAILY, TEXT)
    told = Changes(changed=frozenset({"ada"}), removed=frozenset({"bo-rules"}), texts=frozenset({DAILY}))
    assert other.look() == told
    assert store.look() == told
    assert other.look() == Changes()


def test_the_figures_do_not_count_as_having_seen_what_others_changed(store: Store, sessions: Sessions) -> None:
    other = sessions.open()
    store.put(noted(ADA, "mine"))
    other.info()
    assert other.changed()
    with pytest.raises(StoreConflict):
        other.put(noted(ADA, "theirs"))


def test_a_number_is_never_given_twice(store: Store, sessions: Sessions) -> None:
    store.put(noted(replace(ADA, id="last"), "one"))
    store.delete("last")
    store.put(noted(replace(ADA, id="next"), "two"))
    assert store.compact() == isinstance(sessions.backend, FileBackend)
    assert bool(store.files()) == isinstance(sessions.backend, FileBackend)
    assert list(sessions.open()._present.view.rows("actors")) == ["1", "2", "3", "5"]


def test_a_backup_opens_as_a_store_of_its_own(store: Store, tmp_path: Path) -> None:
    store.put(noted(ADA, "edited"))
    copy = Store.open(store.backup(tmp_path / "copies"))
    assert copy.records() == store.records()
    copy.put(noted(ADA, "in the copy"))
    assert found(Store.open(Path(str(copy.info().path))), "ada") == noted(ADA, "in the copy")
    assert found(store, "ada") == noted(ADA, "edited")


def test_what_json_cannot_keep_is_refused(store: Store) -> None:
    storage = store._storage
    values: tuple[dict[str, object], ...] = ({"note": float("nan")}, {"note": {1: "one"}})
    for value in values:
        with pytest.raises(InputError, match="Nothing was changed"), storage.transaction("odd"):
            storage.drafts.table("actors").insert(value)
        assert store.records() == records_of()
