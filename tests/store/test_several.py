"""Many processes at one store."""

import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.model import StoreConflict
from summittui.store.storage import JournalStorage
from summittui.store.store import Store
from tests.patience import PATIENCE
from tests.store.samples import ADA, BO, collection_of

WRITING = """
import sys
from pathlib import Path
from summittui.model import Actor, ActorKind
from summittui.store.store import Store
store = Store.open(Path(sys.argv[1]), compact_at=20_000)
for number in range(100):
    store.put(Actor(id=f"{sys.argv[2]}-{number}", name=sys.argv[2], kind=ActorKind.PERSON))
"""

READING = """
import sys
from pathlib import Path
from summittui.store.store import Store
store = Store.open(Path(sys.argv[1]), read_only=True)
before = set()
while len(before) < 803:
    now = {actor.id for actor in store.records().actors}
    assert before <= now, sorted(before - now)
    before = now
"""


def started(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, *arguments], stderr=subprocess.PIPE, text=True)


def test_eight_writers_lose_nothing_and_two_readers_never_see_anything_go(tmp_path: Path) -> None:
    path = tmp_path / "store.json"
    store = Store.create(path, collection_of())
    readers = [started(READING, str(path)) for _ in range(2)]
    writers = [started(WRITING, str(path), f"w{number}") for number in range(8)]
    for process in [*writers, *readers]:
        assert process.communicate(timeout=PATIENCE)[1] == ""
        assert process.returncode == 0
    written = {f"w{writer}-{number}" for writer in range(8) for number in range(100)}
    assert {actor.id for actor in store.records().actors} == written | {"ada", "bo", "paper"}
    assert store.info().edits == 801
    assert store.info().generation > 1
    assert [entry.number for entry in store.log()] == sorted((entry.number for entry in store.log()), reverse=True)


def test_an_edit_just_before_the_compaction_of_another_session_is_not_taken_for_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.json"
    mine, theirs, compact = Store.create(path, collection_of()), Store.open(path), JournalStorage.compact

    def compact_behind_an_edit(storage: JournalStorage) -> bool:
        theirs.put(replace(BO, note="theirs"))
        return compact(storage)

    monkeypatch.setattr(JournalStorage, "compact", compact_behind_an_edit)
    monkeypatch.setattr(mine._storage, "_compact_at", 0)
    before = mine._storage.figures().generation
    mine.put(replace(ADA, note="long " * 1_000))
    assert mine._storage.figures().generation == before + 1
    with pytest.raises(StoreConflict):
        mine.put(replace(BO, note="mine"))
