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
from summittui.store.recovery import recover
from summittui.store.store import Store
from summittui.store.store_paths import StorePaths
from tests.in_memory import in_memory
from tests.store.samples import ADA, collection_of

MARK = b"creating the store, process 1 of user 0 on host".ljust(200)


@pytest.fixture
def paths(tmp_path: Path) -> StorePaths:
    """A store that was just made, with its lock as it is until the end of the creation."""
    paths = StorePaths(tmp_path / "store.json")
    Store.create(paths.snapshot, collection_of()).close()
    paths.lock.write_bytes(MARK)
    return paths


def cut(path: Path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length])


def header_alone(paths: StorePaths) -> None:
    no_backup(paths)
    cut(paths.journal(0), paths.journal(0).read_bytes().index(b"\n") + 1)


def seed_torn(paths: StorePaths) -> None:
    no_backup(paths)
    cut(paths.journal(0), 500)


def seed_of_zeros(paths: StorePaths) -> None:
    header_alone(paths)
    paths.journal(0).write_bytes(paths.journal(0).read_bytes() + b"\0" * 4000)


def no_backup(paths: StorePaths) -> None:
    paths.kept(1).unlink()
    paths.journal(1).unlink()


def lock_alone(paths: StorePaths) -> None:
    shutil.rmtree(paths.history)


def half_a_snapshot(paths: StorePaths) -> None:
    no_backup(paths)
    paths.fresh(1).write_bytes(b'{"_meta"')


def folder_alone(paths: StorePaths) -> None:
    lock_alone(paths)
    paths.history.mkdir()


def everything(_places: StorePaths) -> None:
    """Leave everything but the snapshot."""


CUT_SHORT = [lock_alone, folder_alone, header_alone, seed_torn, seed_of_zeros, no_backup, half_a_snapshot, everything]


@pytest.mark.parametrize("leave", CUT_SHORT)
def test_a_creation_that_was_cut_short_is_made_anew_by_the_next_start(
    paths: StorePaths, leave: Callable[[StorePaths], None]
) -> None:
    paths.snapshot.unlink()
    leave(paths)
    with pytest.raises(StoreMissing):
        Store.open(paths.snapshot)
    with pytest.raises(StoreMissing, match=r"nothing to recover|nor anything left"):
        recover(paths.snapshot)
    session = Session.open(paths.snapshot)
    assert session.seeded
    assert len(in_memory(session.library).records.quotes) > 20
    session.add(msgspec.structs.replace(ADA, id="after"))
    assert Store.open(paths.snapshot).info().edits == 2
    assert recover(paths.snapshot).problem == ""
    assert not paths.fresh(1).exists()


def test_recover_says_on_the_command_line_that_there_is_nothing(
    paths: StorePaths, capsys: pytest.CaptureFixture[str]
) -> None:
    paths.snapshot.unlink()
    with pytest.raises(SystemExit) as ended:
        main(["recover", "--store", str(paths.snapshot)])
    assert ended.value.code == 2
    printed = capsys.readouterr()
    assert "there is nothing to recover, the next start makes it anew" in printed.err
    assert "recovered" not in printed.out


def test_a_store_with_an_edit_is_never_taken_for_one_that_is_unfinished(paths: StorePaths) -> None:
    store = Store.open(paths.snapshot)
    store.put(msgspec.structs.replace(ADA, note="mine"))
    store.close()
    paths.lock.write_bytes(MARK)
    paths.snapshot.unlink()
    for attempt in (Store.open, Session.open):
        with pytest.raises(StoreDamaged, match="it is gone"):
            attempt(paths.snapshot)
    assert recover(paths.snapshot).lost == 0
    assert msgspec.structs.replace(ADA, note="mine") in Store.open(paths.snapshot).records().actors


def test_a_backup_without_the_first_journal_is_not_cleared_away(paths: StorePaths) -> None:
    paths.snapshot.unlink()
    paths.journal(0).unlink()
    with pytest.raises(StoreDamaged, match="it is gone"):
        Session.open(paths.snapshot)
    recover(paths.snapshot)
    assert ADA in Store.open(paths.snapshot).records().actors


def test_a_finished_store_of_which_nothing_can_be_read_is_not_recovered_as_an_empty_one(paths: StorePaths) -> None:
    paths.lock.write_bytes(b"process 1 of user 0 on host")
    paths.snapshot.unlink()
    seed_of_zeros(paths)
    with pytest.raises(StoreDamaged, match="is lost: no snapshot and no edit"):
        recover(paths.snapshot)
    assert not paths.snapshot.exists()
