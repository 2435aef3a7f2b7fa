"""A creation that is cut short, by a kill or a loss of power, is never a dead end; a damaged store stays damaged."""

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from summittui.cli.app import main
from summittui.model import StoreDamaged
from summittui.session import Session
from summittui.store.disk import StoreMissing
from summittui.store.places import Places
from summittui.store.recovery import recover
from summittui.store.store import Store
from tests.in_memory import in_memory
from tests.store.samples import ADA, collection_of

MARK = b"creating the store, process 1 of user 0 on host".ljust(200)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A store that was just made, with its lock as it is until the end of the creation."""
    places = Places(tmp_path / "store.json")
    Store.create(places.snapshot, collection_of()).close()
    places.lock.write_bytes(MARK)
    return places


def cut(path: Path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length])


def header_alone(places: Places) -> None:
    no_backup(places)
    cut(places.journal(0), places.journal(0).read_bytes().index(b"\n") + 1)


def seed_torn(places: Places) -> None:
    no_backup(places)
    cut(places.journal(0), 500)


def seed_of_zeros(places: Places) -> None:
    header_alone(places)
    places.journal(0).write_bytes(places.journal(0).read_bytes() + b"\0" * 4000)


def no_backup(places: Places) -> None:
    places.kept(1).unlink()
    places.journal(1).unlink()


def lock_alone(places: Places) -> None:
    shutil.rmtree(places.history)


def half_a_snapshot(places: Places) -> None:
    no_backup(places)
    places.fresh(1).write_bytes(b'{"_meta"')


def folder_alone(places: Places) -> None:
    lock_alone(places)
    places.history.mkdir()


def everything(_places: Places) -> None:
    """Leave everything but the snapshot."""


CUT_SHORT = [lock_alone, folder_alone, header_alone, seed_torn, seed_of_zeros, no_backup, half_a_snapshot, everything]


@pytest.mark.parametrize("leave", CUT_SHORT)
def test_a_creation_that_was_cut_short_is_made_anew_by_the_next_start(
    places: Places, leave: Callable[[Places], None]
) -> None:
    places.snapshot.unlink()
    leave(places)
    with pytest.raises(StoreMissing):
        Store.open(places.snapshot)
    with pytest.raises(StoreMissing, match=r"nothing to recover|nor anything left"):
        recover(places.snapshot)
    session = Session.open(places.snapshot)
    assert session.seeded
    assert len(in_memory(session.library).records.quotes) > 20
    session.add(msgspec.structs.replace(ADA, id="after"))
    assert Store.open(places.snapshot).info().edits == 2
    assert recover(places.snapshot).problem == ""
    assert not places.fresh(1).exists()


def test_recover_says_on_the_command_line_that_there_is_nothing(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    places.snapshot.unlink()
    with pytest.raises(SystemExit) as ended:
        main(["recover", "--store", str(places.snapshot)])
    assert ended.value.code == 2
    printed = capsys.readouterr()
    assert "there is nothing to recover, the next start makes it anew" in printed.err
    assert "recovered" not in printed.out


def test_a_store_with_an_edit_is_never_taken_for_one_that_is_unfinished(places: Places) -> None:
    store = Store.open(places.snapshot)
    store.put(msgspec.structs.replace(ADA, note="mine"))
    store.close()
    places.lock.write_bytes(MARK)
    places.snapshot.unlink()
    for attempt in (Store.open, Session.open):
        with pytest.raises(StoreDamaged, match="it is gone"):
            attempt(places.snapshot)
    assert recover(places.snapshot).lost == 0
    assert msgspec.structs.replace(ADA, note="mine") in Store.open(places.snapshot).records().actors


def test_a_backup_without_the_first_journal_is_not_cleared_away(places: Places) -> None:
    places.snapshot.unlink()
    places.journal(0).unlink()
    with pytest.raises(StoreDamaged, match="it is gone"):
        Session.open(places.snapshot)
    recover(places.snapshot)
    assert ADA in Store.open(places.snapshot).records().actors


def test_a_finished_store_of_which_nothing_can_be_read_is_not_recovered_as_an_empty_one(places: Places) -> None:
    places.lock.write_bytes(b"process 1 of user 0 on host")
    places.snapshot.unlink()
    seed_of_zeros(places)
    with pytest.raises(StoreDamaged, match="is lost: no snapshot and no edit"):
        recover(places.snapshot)
    assert not places.snapshot.exists()
