"""A bounded share of `tests.store.every_call`: the creation and two edits, stopped at each call that touches files."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.store.every_call import MODES, run_trials
from tests.thorough import THOROUGH

STRIDES = (
    [("create", 1), ("edit", 1), ("rename-source", 1)]
    if THOROUGH
    else [("create", 23), ("edit", 3), ("rename-source", 3)]
)


def _why_not() -> str:
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return "strace may not trace here" if tried.returncode else ""


@pytest.mark.skipif(bool(_why_not()), reason=_why_not() or "strace works")
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("name", "stride"), STRIDES)
def test_a_command_that_is_stopped_at_any_call_is_done_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, stride: int, mode: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    counts, faults = run_trials(name, mode, tmp_path, stride=stride)
    assert faults == []
    assert counts["trials"] >= 2
