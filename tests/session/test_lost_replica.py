"""A session whose documents move into a replica, or out of it, refuses an edit only where another session made one."""

import contextlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.library.sqlite import file
from summittui.library.sqlite.replica_file import ReplicaFile
from summittui.model import Actor, Record, StoreBusy, StoreConflict
from summittui.store.file_following import FileFollower
from summittui.store.store import Store
from summittui.store.tables import collections_in
from tests.library.sqlite.made import NEEDS_SQLITE
from tests.store.samples import ADA, BO, PAPER, collection_of, records_of

pytestmark = NEEDS_SQLITE
Lose = Callable[[Store, Path], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store.json"
    Store.create(path, collection_of()).close()
    return path


def opened(path: Path, at_least: int | None = 0) -> Store:
    """Return a session with a replica where there are at least so many quotes; None for a session without one."""
    replica = path.with_name("replica")
    return Store.open(
        path, follower=None if at_least is None else FileFollower(ReplicaFile(replica, collections_in), at_least)
    )


def noted(record: Actor, note: str) -> Actor:
    return replace(record, note=note)


def put(store: Store, record: Record) -> None:
    """Put a record, once more where the replica is found to be of no use."""
    with contextlib.suppress(StoreBusy):
        store.put(record)
        return
    store.put(record)


def _deleted(store: Store, _: Path) -> None:
    assert store.file is not None
    store.file.discard()


def _damaged(store: Store, path: Path) -> None:
    _deleted(store, path)
    with closing(sqlite3.connect(path.with_name("replica"))) as connection:
        connection.execute("create table other(x)")


LOSSES: dict[str, Lose] = {"deleted": _deleted, "damaged": _damaged}


@pytest.mark.parametrize("lose", LOSSES.values(), ids=LOSSES)
def test_what_nobody_changed_can_be_edited_once_the_replica_is_lost(path: Path, lose: Lose) -> None:
    with closing(opened(path)) as mine, closing(opened(path, None)) as theirs:
        assert mine.file is not None
        theirs.put(noted(BO, "before the loss"))
        assert mine.info().edits == theirs.info().edits  # taken over, not seen
        lose(mine, path)
        theirs.put(noted(PAPER, "after the loss"))
        put(mine, noted(ADA, "mine"))
        assert mine.file is None
        for record in (BO, PAPER):
            with pytest.raises(StoreConflict):
                mine.put(noted(record, "mine"))
        assert mine.look().changed >= {"ada", "bo", "paper"}
        mine.put(noted(BO, "mine"))
        assert {each.note for each in theirs.records().actors} == {"mine", "after the loss"}


def test_an_edit_whose_replica_fails_is_one_of_this_session(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(opened(path)) as mine, closing(opened(path, None)) as theirs:
        theirs.put(noted(BO, "theirs"))
        monkeypatch.setattr(file, "follow", lambda *_: (_ for _ in ()).throw(sqlite3.OperationalError("disk is full")))
        mine.put(noted(ADA, "mine"))
        assert mine.file is None
        mine.put(noted(ADA, "mine again"))
        with pytest.raises(StoreConflict):
            mine.put(noted(BO, "mine"))


def test_what_nobody_changed_can_be_edited_once_the_documents_go_into_a_replica(path: Path) -> None:
    quotes = len(records_of().quotes)
    with closing(opened(path, quotes + 1)) as mine, closing(opened(path, None)) as theirs:
        assert mine.file is None
        theirs.put(noted(BO, "before"))
        assert mine.info().edits == theirs.info().edits  # taken over, not seen
        theirs.put(replace(records_of().quotes[0], id="another"))
        theirs.compact()
        put(mine, noted(ADA, "mine"))
        assert mine.file is not None
        for record in (noted(BO, "mine"), replace(records_of().quotes[0], id="another", gist="Other.")):
            with pytest.raises(StoreConflict):
                mine.put(record)
        mine.put(noted(PAPER, "mine"))


def test_a_replica_that_stays_tells_what_others_changed_behind_a_new_snapshot(path: Path) -> None:
    with closing(opened(path)) as mine, closing(opened(path)) as theirs:
        theirs.put(noted(BO, "theirs"))
        theirs.compact()
        theirs.put(noted(PAPER, "theirs"))
        theirs.compact()
        put(mine, noted(ADA, "mine"))
        assert mine.file is not None
        for record in (BO, PAPER):
            with pytest.raises(StoreConflict):
                mine.put(noted(record, "mine"))


def test_everything_counts_as_unseen_where_the_store_is_no_longer_the_one_that_was_read(path: Path) -> None:
    journal = max(path.with_name("store.json.history").glob("*.journal"))
    with closing(opened(path)) as mine, closing(opened(path, None)) as theirs:
        before = journal.read_bytes()
        theirs.put(noted(BO, "lost"))
        mine.look()
        journal.write_bytes(before)
        with closing(opened(path, None)) as others:
            others.put(noted(PAPER, "in its place"))
        mine.leave_file()
        with pytest.raises(StoreConflict):
            put(mine, noted(ADA, "mine"))
        mine.look()
        mine.put(noted(ADA, "mine"))
