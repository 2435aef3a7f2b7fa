from pathlib import Path

import pytest

from tests.store.kill import run_trials


@pytest.mark.parametrize("writers", [1, 3])
def test_killed_writers_lose_nothing_and_leave_nothing_half(tmp_path: Path, writers: int) -> None:
    counts = run_trials(25, writers, tmp_path)
    assert counts.acknowledged > 25
    assert counts.compactions > 0
