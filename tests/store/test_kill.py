from pathlib import Path

import pytest

from tests.library.sqlite.made import NEEDS_SQLITE
from tests.store.kill import run_trials
from tests.thorough import THOROUGH

TRIALS = 100 if THOROUGH else 10


@pytest.mark.parametrize("writers", [1, 3])
def test_killed_writers_lose_nothing_and_leave_nothing_half(tmp_path: Path, writers: int) -> None:
    counts = run_trials(TRIALS, writers, tmp_path)
    assert counts.acknowledged > TRIALS
    assert counts.compactions > 0


@NEEDS_SQLITE
def test_a_killed_writer_leaves_a_replica_that_is_right_or_made_anew(tmp_path: Path) -> None:
    trials = max(4, TRIALS // 4)
    counts = run_trials(trials, 1, tmp_path, wish="on")
    assert counts.acknowledged >= trials
