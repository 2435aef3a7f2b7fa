"""The merge of a collection into a store wherever it is kept."""

import msgspec

from summittui.model import Actor, ActorKind
from summittui.store.store import Store
from tests.store.samples import ADA, BO, ISSUE, WORDS, collection_of

NEWER_ADA = msgspec.structs.replace(ADA, note="from the newer collection")
CAI = Actor(id="cai", name="Cai", kind=ActorKind.PERSON)


def test_the_same_collection_changes_nothing(store: Store) -> None:
    generation = store.info().generation
    report = store.collections.merge(collection_of())
    assert (report.added, report.updated, report.kept, report.unchanged) == ((), (), (), 7)
    assert store.info().generation == generation


def test_a_newer_collection_adds_and_updates_what_nobody_edited(store: Store) -> None:
    report = store.collections.merge(collection_of(NEWER_ADA, CAI, version="1.1.0"))
    assert (report.added, report.updated, report.kept) == (("cai",), ("ada",), ())
    assert NEWER_ADA in store.records().actors
    assert store.info().collections == {"sample": "1.1.0"}


def test_an_edited_record_stays_and_is_a_conflict_only_where_the_collection_changed_too(store: Store) -> None:
    mine = msgspec.structs.replace(ADA, note="mine")
    my_issue = msgspec.structs.replace(ISSUE, note="mine")
    store.put(mine)
    store.put(my_issue)
    report = store.collections.merge(collection_of(NEWER_ADA, version="1.1.0"))
    assert report.kept == ("ada", "rules")
    assert report.conflicts == ("ada",)
    assert mine in store.records().actors
    assert my_issue in store.records().issues


def test_an_edit_that_was_taken_back_is_no_edit(store: Store) -> None:
    store.put(msgspec.structs.replace(ADA, note="mine"))
    store.put(ADA)
    assert store.collections.merge(collection_of(NEWER_ADA)).updated == ("ada",)


def test_a_deleted_record_stays_deleted(store: Store) -> None:
    store.delete("ada-rules")
    report = store.collections.merge(collection_of(version="1.1.0"))
    assert report.kept == ("ada-rules",)
    assert report.conflicts == ()
    assert WORDS not in store.records().quotes


def test_a_users_own_record_with_the_id_of_a_new_one_stays(store: Store) -> None:
    own = msgspec.structs.replace(CAI, name="My Cai")
    store.put(own)
    report = store.collections.merge(collection_of(CAI, version="1.1.0"))
    assert report.conflicts == ("cai",)
    assert own in store.records().actors


def test_what_the_collection_gave_up_stays_and_is_named(store: Store) -> None:
    store.collections.merge(collection_of(CAI, version="1.1.0"))
    report = store.collections.merge(collection_of(version="1.2.0"))
    assert report.withdrawn == ("cai",)
    assert CAI in store.records().actors
    assert BO in store.records().actors
