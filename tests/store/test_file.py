"""What is true of a store in a file alone: the file itself, its mode, where it may stand."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from tinydb import TinyDB

from summittui.model import StoreReadOnly
from summittui.store import filesystem
from summittui.store.disk import StoreExists, StoreMissing
from summittui.store.store import Store
from tests.store.samples import ADA, BO, collection_of, found, noted


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.json"


@pytest.fixture
def store(path: Path) -> Store:
    return Store.create(path, collection_of())


def test_after_compaction_the_file_opens_with_plain_tinydb(store: Store, path: Path) -> None:
    store.put(noted(ADA, "edited"))
    assert store.compact()
    with TinyDB(path) as database:
        assert {document["id"] for document in database.table("quotes")} == {"ada-rules", "bo-rules"}
        assert [one["note"] for one in database.table("actors") if one["id"] == "ada"] == ["edited"]


def test_a_store_that_is_missing_is_not_locked(path: Path) -> None:
    with pytest.raises(StoreMissing, match="There is no store at"):
        Store.open(path)
    assert not path.parent.joinpath("store.json.lock").exists()


def test_creating_refuses_a_file_that_is_there(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(StoreExists):
        Store.create(path, collection_of())
    assert path.read_text() == "mine"


def test_an_edit_that_drops_a_field_drops_it_in_the_file(store: Store, path: Path) -> None:
    assert "B." in path.read_text()
    store.put(replace(BO, aliases=()))
    store.compact()
    assert "B." not in path.read_text()


def test_every_edit_counts_up_the_revision_in_the_file(store: Store, path: Path) -> None:
    store.put(noted(BO, "one"))
    store.put(noted(BO, "two"))
    store.compact()
    tables = json.loads(path.read_text())
    number = next(number for number, actor in tables["actors"].items() if actor["id"] == "bo")
    assert tables["_actors"][number]["rev"] == 3


def test_a_session_that_reads_leaves_the_file_as_it_is(store: Store, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(StoreReadOnly):
        Store.open(path, read_only=True).put(noted(ADA, "edited"))
    assert path.read_bytes() == before
    assert found(store, "ada") == ADA


def test_the_figures_are_those_of_the_files(store: Store, path: Path) -> None:
    info = store.info()
    journal = path.with_name("store.json.history") / "000000000001.journal"
    assert info.bytes == path.stat().st_size + journal.stat().st_size
    assert (info.schema, info.generation) == (2, 1)


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
