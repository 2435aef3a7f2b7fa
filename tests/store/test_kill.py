from pathlib import Path

import pytest

from tests.library.sqlite.made import NEEDS_SQLITE
from tests.store.backends import FileBackend, Sessions
from tests.store.kill import run_trials
from tests.store.samples import collection_of
from tests.thorough import THOROUGH

TRIALS = 100 if THOROUGH else 10


@pytest.mark.parametrize("writers", [1, 3])
@pytest.mark.usefixtures("store")
def test_killed_writers_lose_nothing_and_leave_nothing_half(sessions: Sessions, writers: int) -> None:
    counts = run_trials(sessions.backend, TRIALS, writers)
    assert counts.acknowledged > TRIALS
    assert counts.compactions > 0 or not isinstance(sessions.backend, FileBackend)


@NEEDS_SQLITE
def test_a_killed_writer_leaves_a_replica_that_is_right_or_made_anew(tmp_path: Path) -> None:
    backend = FileBackend(tmp_path / "store.json")
    backend.create(collection_of()).close()
    trials = max(4, TRIALS // 4)
    counts = run_trials(backend, trials, 1, replica=tmp_path / "replica")
    assert counts.acknowledged >= trials
