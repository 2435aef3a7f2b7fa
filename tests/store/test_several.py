"""Many processes at one store, wherever it is kept."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.model import Actor, ActorKind, StoreConflict
from summittui.store.compactor import Compactor
from summittui.store.storage import JournalStorage
from summittui.store.store import Store
from tests.library.sqlite.made import NEEDS_SQLITE
from tests.patience import PATIENCE
from tests.store.backends import Backend, FileBackend, Sessions
from tests.store.processes import started
from tests.store.samples import ADA, BO, PAPER, collection_of, noted, records_of

PAUSE = 0.001
"""Seconds between two looks of a reader."""


def write(backend: Backend, name: str, edits: int) -> None:
    store = backend.open(compact_at=20_000)
    for number in range(edits):
        store.put(Actor(id=f"{name}-{number}", name=name, kind=ActorKind.PERSON))
    store.close()


def read(backend: Backend, until: int) -> None:
    store, before = backend.open(read_only=True), set[str]()
    while len(before) < until:
        now = {actor.id for actor in store.records().actors}
        assert before <= now, sorted(before - now)
        before = now
        time.sleep(PAUSE)
    store.close()


def test_eight_writers_lose_nothing_and_two_readers_never_see_anything_go(store: Store, sessions: Sessions) -> None:
    backend, names = sessions.backend, [f"w{number}" for number in range(8)]
    edits = 100 if isinstance(backend, FileBackend) else 25
    readers = [started(read, backend, len(names) * edits + 3) for _ in range(2)]
    writers = [started(write, backend, name, edits) for name in names]
    for process in [*writers, *readers]:
        process.join(PATIENCE)
        assert process.exitcode == 0
    written = {f"{name}-{number}" for name in names for number in range(edits)}
    assert {actor.id for actor in store.records().actors} == written | {"ada", "bo", "paper"}
    assert store.records().quotes == records_of().quotes
    assert store.info().edits == len(written) + 1
    assert store.info().generation > 1 or not isinstance(backend, FileBackend)
    numbers = [entry.number for entry in store.history.log()]
    assert all(later - earlier in (0, 1) for later, earlier in pairwise(numbers))
    assert set(numbers) == set(range(1, len(written) + 2))


@NEEDS_SQLITE
def test_what_nobody_changed_can_be_edited_once_the_documents_leave_the_replica(
    store: Store, sessions: Sessions, tmp_path: Path
) -> None:
    mine = sessions.open(replica=tmp_path / "replica")
    assert mine.file is not None
    assert mine.records() == store.records()
    store.put(noted(BO, "before"))
    assert mine.info().edits == store.info().edits  # taken over, not seen
    mine.leave_file()
    store.put(noted(PAPER, "after"))
    mine.put(noted(ADA, "mine"))
    mine.put(noted(ADA, "mine again"))
    assert mine.file is None
    for record in (BO, PAPER):
        with pytest.raises(StoreConflict):
            mine.put(noted(record, "mine"))
    assert mine.look().changed >= {"ada", "bo", "paper"}
    mine.put(noted(BO, "mine"))
    assert {each.note for each in store.records().actors} == {"mine again", "mine", "after"}


@NEEDS_SQLITE
def test_sessions_with_a_replica_and_without_follow_each_other(
    store: Store, sessions: Sessions, tmp_path: Path
) -> None:
    others = [sessions.open(replica=tmp_path / "replica") for _ in range(2)]
    for number, each in enumerate((store, *others)):
        each.records()
        each.put(noted(ADA, f"edit {number}"))
    with pytest.raises(StoreConflict):
        others[0].put(noted(ADA, "without having looked"))
    others[1].delete("bo-rules")
    assert store.history.undo().id == "bo-rules"
    for each in (store, *others):
        assert each.records() == records_of(noted(ADA, "edit 2"))
        assert [entry.number for entry in each.history.log("bo-rules")] == [6, 5, 1]


def test_an_edit_just_before_the_compaction_of_another_session_is_not_taken_for_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.json"
    mine, theirs, compact = Store.create(path, collection_of()), Store.open(path), Compactor.compact

    def compact_behind_an_edit(compactor: Compactor) -> bool:
        theirs.put(replace(BO, note="theirs"))
        return compact(compactor)

    monkeypatch.setattr(Compactor, "compact", compact_behind_an_edit)
    assert isinstance(mine._storage, JournalStorage)
    monkeypatch.setattr(mine._storage.compactor, "compact_at", 0)
    before = mine._storage.figures().generation
    mine.put(replace(ADA, note="long " * 1_000))
    assert mine._storage.figures().generation == before + 1
    with pytest.raises(StoreConflict):
        mine.put(replace(BO, note="mine"))
