import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB

from summittui.model import InputError, PartyId, Record, Selector, StoreConflict, StoreReadOnly, UnknownId
from summittui.store import filesystem
from summittui.store.disk import StoreExists, StoreMissing
from summittui.store.reports import Changes
from summittui.store.store import Store
from tests.patience import PATIENCE
from tests.store.samples import ADA, BO, DAILY, REPORTED, TEXT, WORDS, collection_of, records_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.json"


@pytest.fixture
def store(path: Path) -> Store:
    return Store.create(path, collection_of())


def noted(record: Record, note: str) -> Record:
    return msgspec.structs.replace(record, note=note)


def found(store: Store, id_: str) -> Record | None:
    return next((record for record in store.records() if record.id == id_), None)


def test_what_was_seeded_is_read_back(store: Store, path: Path) -> None:
    assert store.records() == records_of()
    assert Store.open(path).records() == records_of()


def test_after_compaction_the_file_opens_with_plain_tinydb(store: Store, path: Path) -> None:
    store.put(noted(ADA, "edited"))
    assert store.compact()
    with TinyDB(path) as database:
        assert {document["id"] for document in database.table("quotes")} == {"ada-rules", "bo-rules"}
        assert [one["note"] for one in database.table("actors") if one["id"] == "ada"] == ["edited"]


def test_a_missing_store_is_said_to_be_missing(path: Path) -> None:
    with pytest.raises(StoreMissing, match="There is no store at"):
        Store.open(path)
    assert not path.parent.joinpath("store.json.lock").exists()


def test_creating_refuses_a_file_that_is_there(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(StoreExists):
        Store.create(path, collection_of())
    assert path.read_text() == "mine"


def test_an_edit_outlives_the_store(store: Store, path: Path) -> None:
    store.put(noted(BO, "new"))
    store.close()
    assert found(Store.open(path), "bo") == noted(BO, "new")


def test_an_edit_that_drops_a_field_drops_it_in_the_file(store: Store, path: Path) -> None:
    assert "B." in path.read_text()
    store.put(msgspec.structs.replace(BO, aliases=()))
    store.compact()
    assert "B." not in path.read_text()


def test_every_edit_counts_up_the_revision(store: Store, path: Path) -> None:
    store.put(noted(BO, "one"))
    store.put(noted(BO, "two"))
    store.compact()
    tables = json.loads(path.read_text())
    number = next(number for number, actor in tables["actors"].items() if actor["id"] == "bo")
    assert tables["_actors"][number]["rev"] == 3


@pytest.mark.parametrize(
    "record",
    [
        msgspec.structs.replace(WORDS, speaker="nobody"),
        msgspec.structs.replace(WORDS, spans=(Selector(5, 5),)),
        msgspec.structs.replace(WORDS, kind="shouted"),
        msgspec.structs.replace(ADA, id="daily"),
        msgspec.structs.replace(ADA, note="\ud800"),
    ],
    ids=["reference", "span", "type", "id of another table", "no text"],
)
def test_an_unsound_record_is_refused_and_the_file_stays(store: Store, record: Record) -> None:
    before = store.info()
    with pytest.raises(InputError):
        store.put(record)
    assert store.info() == before
    assert store.records() == records_of()


def test_deleting_refuses_what_others_name(store: Store) -> None:
    with pytest.raises(InputError, match="named by 'ada-rules' in quotes"):
        store.delete("ada")
    store.delete("ada-rules")
    store.delete("ada")
    assert found(store, "ada") is None


def test_deleting_an_unknown_id_says_so(store: Store) -> None:
    with pytest.raises(UnknownId, match="'ghost'"):
        store.delete("ghost")


def test_another_session_sees_an_edit_and_says_that_it_has_not_seen_it(store: Store, path: Path) -> None:
    other = Store.open(path)
    assert not other.changed()
    store.put(noted(ADA, "edited"))
    assert other.changed()
    assert not store.changed()
    assert found(other, "ada") == noted(ADA, "edited")
    assert not other.changed()


def test_two_who_edit_one_record_are_told_not_overwritten(store: Store, path: Path) -> None:
    other = Store.open(path)
    store.put(noted(ADA, "mine"))
    with pytest.raises(StoreConflict, match="Another session has changed 'ada'") as caught:
        other.put(noted(ADA, "theirs"))
    assert (caught.value.mine, caught.value.theirs) == (noted(ADA, "theirs"), noted(ADA, "mine"))
    with pytest.raises(StoreConflict, match="Another session has changed 'ada'"):
        other.put(noted(ADA, "theirs, again without reloading"))
    other.records()
    other.put(noted(ADA, "theirs, having seen mine"))
    assert found(store, "ada") == noted(ADA, "theirs, having seen mine")


def test_an_edit_beside_another_sessions_edit_keeps_both(store: Store, path: Path) -> None:
    other = Store.open(path)
    store.put(noted(ADA, "mine"))
    other.put(noted(BO, "theirs"))
    assert other.changed()
    assert found(other, "ada") == noted(ADA, "mine")
    assert found(store, "bo") == noted(BO, "theirs")


def test_a_store_opened_for_reading_refuses_edits(store: Store, path: Path) -> None:
    before = path.read_bytes()
    reader = Store.open(path, read_only=True)
    with pytest.raises(StoreReadOnly):
        reader.put(noted(ADA, "edited"))
    assert path.read_bytes() == before
    assert found(store, "ada") == ADA


def test_an_attached_text_is_kept_and_replaced(store: Store, path: Path) -> None:
    store.attach(DAILY, "first")
    store.attach(DAILY, TEXT)
    assert Store.open(path).texts() == {DAILY: TEXT}
    assert store.info().attached == ("daily",)


def test_the_figures_are_those_of_the_files(store: Store, path: Path) -> None:
    info = store.info()
    journal = path.with_name("store.json.history") / "000000000001.journal"
    assert info.bytes == path.stat().st_size + journal.stat().st_size
    assert (info.schema, info.generation, info.edits) == (2, 1, 1)
    assert info.collections == {"sample": "1.0.0"}
    assert info.counts["actors"] == 3


def test_the_file_takes_its_mode_from_the_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o770)
    Store.create(tmp_path / "store.json", collection_of())
    assert (tmp_path / "store.json").stat().st_mode & 0o777 == 0o660
    assert (tmp_path / "store.json.lock").stat().st_mode & 0o777 == 0o660
    history = tmp_path / "store.json.history"
    assert history.stat().st_mode & 0o2777 == 0o770
    assert {path.stat().st_mode & 0o777 for path in history.iterdir()} == {0o660}


def test_a_link_to_the_store_stays_a_link(store: Store, path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)
    Store.open(link).put(noted(ADA, "through the link"))
    assert link.is_symlink()
    assert found(store, "ada") == noted(ADA, "through the link")


ADDING = """
import sys
from pathlib import Path
from summittui.model import Actor, ActorKind
from summittui.store.reports import Changes
from summittui.store.store import Store
store = Store.open(Path(sys.argv[1]))
for number in range(25):
    store.put(Actor(id=f"{sys.argv[2]}-{number}", name="N", kind=ActorKind.PERSON))
"""


def test_processes_that_add_at_once_lose_nothing(store: Store, path: Path) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", ADDING, str(path), name], stderr=subprocess.PIPE, text=True)
        for name in ("left", "middle", "right")
    ]
    for process in running:
        assert process.communicate(timeout=PATIENCE)[1] == ""
    ids = {actor.id for actor in store.records().actors}
    assert {f"{name}-{number}" for name in ("left", "middle", "right") for number in range(25)} <= ids
    assert found(store, REPORTED.id) == REPORTED


def test_several_edits_are_made_together_or_not_at_all(store: Store) -> None:
    with pytest.raises(InputError):
        store.put_many([noted(ADA, "edited"), msgspec.structs.replace(WORDS, speaker=PartyId("nobody"))], label="both")
    assert found(store, "ada") == ADA
    before = store.info().edits
    store.put_many([noted(ADA, "edited"), noted(BO, "edited")], label="both")
    assert [found(store, "ada"), found(store, "bo")] == [noted(ADA, "edited"), noted(BO, "edited")]
    assert store.info().edits == before + 1


def test_a_record_is_renamed_along_with_what_names_it(store: Store) -> None:
    renamed = msgspec.structs.replace(ADA, id="ada-l")
    quote = msgspec.structs.replace(WORDS, speaker=PartyId("ada-l"))
    with pytest.raises(InputError, match="'ada' is named by 'ada-rules'"):
        store.edit({"ada": None, "ada-l": renamed}, label="rename")
    store.edit({"ada": None, "ada-l": renamed, quote.id: quote}, label="rename")
    assert (found(store, "ada"), found(store, "ada-l"), found(store, quote.id)) == (None, renamed, quote)


def test_what_is_put_as_it_is_makes_no_edit(store: Store) -> None:
    before = store.info().edits
    store.put(ADA)
    assert store.info().edits == before


def test_what_has_changed_is_told_once(store: Store, path: Path) -> None:
    other = Store.open(path)
    assert other.changes() == Changes()
    store.put(noted(ADA, "edited"))
    store.delete("bo-rules")
    store.attach(DAILY, TEXT)
    told = Changes(changed=frozenset({"ada"}), removed=frozenset({"bo-rules"}), texts=frozenset({DAILY}))
    assert other.changes() == told
    assert store.changes() == told
    assert other.changes() == Changes()


def test_the_figures_do_not_count_as_having_seen_what_others_changed(store: Store, path: Path) -> None:
    other = Store.open(path)
    store.put(noted(ADA, "mine"))
    other.info()
    assert other.changed()
    with pytest.raises(StoreConflict):
        other.put(noted(ADA, "theirs"))


def test_a_number_is_never_given_twice(store: Store, path: Path) -> None:
    store.put(noted(msgspec.structs.replace(ADA, id="last"), "one"))
    store.delete("last")
    store.put(noted(msgspec.structs.replace(ADA, id="next"), "two"))
    store.compact()
    numbers = list(json.loads(path.read_text())["actors"])
    assert numbers == ["1", "2", "3", "5"]


def test_a_backup_opens_as_a_store_of_its_own(store: Store, tmp_path: Path) -> None:
    store.put(noted(ADA, "edited"))
    copy = Store.open(store.backup(tmp_path / "copies"))
    assert copy.records() == store.records()
    copy.put(noted(ADA, "in the copy"))
    assert found(Store.open(Path(str(copy.info().path))), "ada") == noted(ADA, "in the copy")
    assert found(store, "ada") == noted(ADA, "edited")


@pytest.mark.parametrize("value", [{"note": float("nan")}, {"note": {1: "one"}}])
def test_what_json_cannot_keep_is_refused(store: Store, value: dict[str, object]) -> None:
    storage = store._storage
    with pytest.raises(InputError, match="Nothing was changed"), storage.transaction("odd"):
        storage.drafts.table("actors").insert(value)
    assert store.records() == records_of()


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_a_store_on_a_network_file_system_is_read_only(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    mounts = path.with_name("mounts")
    mounts.write_text(f"/dev/vda / ext4 rw 0 0\nhost:/x {path.parent} {kind} rw 0 0\n")
    monkeypatch.setattr(filesystem, "MOUNTS", mounts)
    with pytest.raises(StoreReadOnly, match=f"is on {kind}"):
        Store.open(path).put(noted(ADA, "edited"))
    assert found(store, "ada") == ADA
