import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from summittui.model import Actor, ActorKind, Records, StoreDamaged
from summittui.store.disk import StoreMissing
from summittui.store.recovery import recover
from summittui.store.store import Store
from tests.store.samples import ADA, BO, DAILY, TEXT, WORDS, collection_of


def history(path: Path) -> Path:
    return path.with_name(path.name + ".history")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with snapshots 1 and 2, edits before and after each."""
    path = tmp_path / "store.json"
    store = Store.create(path, collection_of())
    store.put(msgspec.structs.replace(ADA, note="one"))
    store.put(Actor(id="eve", name="Eve", kind=ActorKind.PERSON))
    store.compact()
    store.delete("eve")
    store.attach(DAILY, TEXT)
    store.put(msgspec.structs.replace(BO, note="two"))
    store.close()
    return path


def content(path: Path) -> tuple[Records, object]:
    store = Store.open(path)
    return store.records(), store.texts()


def flip(path: Path, index: int) -> None:
    whole = bytearray(path.read_bytes())
    whole[index] ^= 4
    path.write_bytes(whole)


def all_snapshots(path: Path, damage: Callable[[Path], object]) -> None:
    inodes: set[int] = set()
    for snapshot in (path, *history(path).glob("*.json")):
        if snapshot.stat().st_ino not in inodes:  # the newest backup is another name of the snapshot
            inodes.add(snapshot.stat().st_ino)
            damage(snapshot)


def everything_gone(path: Path) -> None:
    for snapshot in (path, *history(path).glob("*.json")):
        snapshot.unlink()


def gone_and_an_old_journal_flipped(path: Path) -> None:
    flip(history(path) / "000000000001.journal", 300)
    path.unlink()


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(path.read_bytes()[:500]),
        lambda path: path.write_bytes(b""),
        lambda path: path.unlink(),
        lambda path: flip(path, 700),
        lambda path: all_snapshots(path, lambda one: one.write_bytes(b"")),
        everything_gone,
        lambda path: all_snapshots(path, lambda one: flip(one, 30)),
        gone_and_an_old_journal_flipped,
    ],
    ids=["torn", "empty", "gone", "flipped", "all empty", "all gone", "all flipped", "gone and an old journal"],
)
def test_everything_is_recovered_while_the_journals_are_sound(path: Path, damage: Callable[[Path], object]) -> None:
    before = content(path)
    damage(path)
    with pytest.raises(StoreDamaged):
        Store.open(path)
    report = recover(path)
    assert content(path) == before
    assert (report.edits, report.lost) == (6, 0)
    assert report.problem
    assert report.counts["actors"] == 3
    Store.open(path).put(msgspec.structs.replace(ADA, note="after"))
    assert recover(path).problem == ""


def test_a_sound_store_stays_as_it_is(path: Path) -> None:
    files = {file: file.read_bytes() for file in [path, *history(path).iterdir()]}
    report = recover(path)
    assert (report.problem, report.aside, report.lost, report.edits) == ("", None, 0, 6)
    assert {file: file.read_bytes() for file in [path, *history(path).iterdir()]} == files


def test_of_a_damaged_journal_the_damaged_line_alone_is_lost(path: Path) -> None:
    journal = history(path) / "000000000002.journal"
    lines = journal.read_bytes().split(b"\n")
    flip(journal, len(lines[0]) + len(lines[1]) + 60)
    report = recover(path)
    assert (report.transactions, report.lost) == (2, 1)
    records, texts = content(path)
    assert texts == {}
    assert msgspec.structs.replace(BO, note="two") in records.actors
    assert "eve" not in {actor.id for actor in records.actors}
    assert report.aside
    assert {file.name for file in report.aside.iterdir()} == {"store.json", "000000000002.journal"}


def test_a_journal_that_is_gone_is_named(path: Path) -> None:
    (history(path) / "000000000002.journal").unlink()
    report = recover(path)
    assert (report.base, report.missing) == ("store.json", ("000000000002.journal",))
    assert msgspec.structs.replace(ADA, note="one") in content(path)[0].actors


def test_the_edits_of_a_journal_that_is_gone_are_counted_by_the_next(path: Path) -> None:
    everything_gone(path)
    (history(path) / "000000000001.journal").unlink()
    report = recover(path)
    assert (report.lost, report.missing, report.edits) == (2, ("000000000001.journal",), 6)
    assert msgspec.structs.replace(BO, note="two") in content(path)[0].actors


def test_the_damaged_files_are_kept_aside(path: Path) -> None:
    path.write_bytes(b"torn")
    aside = recover(path).aside
    assert aside
    assert (aside / "store.json").read_bytes() == b"torn"


def test_the_history_goes_on_after_a_recovery(path: Path) -> None:
    path.unlink()
    recover(path)
    store = Store.open(path)
    store.put(msgspec.structs.replace(WORDS, note="after"))
    assert store.history.log("ada-rules")[0].number == 7
    assert store.history.log("ada")[0].label == "change ada"
    store.history.undo()
    assert WORDS in store.records().quotes


def test_nothing_is_recovered_from_nothing(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="nor anything left"):
        recover(tmp_path / "other.json")
    assert not (tmp_path / "other.json.lock").exists()
    path.unlink()
    shutil.rmtree(history(path))
    with pytest.raises(StoreDamaged, match="is lost"):
        recover(path)


def test_what_a_killed_compaction_left_is_tidied_by_the_next(path: Path) -> None:
    left = path.with_name("store.json.000000000001.tmp")
    left.write_bytes(b"half")
    Store.open(path).compact()
    assert not left.exists()


def test_three_backups_are_kept_and_all_journals(path: Path) -> None:
    store = Store.open(path)
    for number in range(4):
        store.put(msgspec.structs.replace(ADA, note=str(number)))
        store.compact()
    names = sorted(file.name for file in history(path).iterdir())
    assert [name for name in names if name.endswith(".json")] == [f"{number:012}.json" for number in (4, 5, 6)]
    assert [name for name in names if name.endswith(".journal")] == [f"{number:012}.journal" for number in range(7)]
