"""How the tests run: no time limit fails one, and more of them at a time than there are processors."""

import os
from functools import cache

import pytest
from hypothesis import HealthCheck, settings

import summittui.session.opening
from tests.patience import PATIENCE

read_once = cache(summittui.session.opening.shipped_collection)
"""Reads a shipped collection the first time; a worker seeds hundreds of stores with it."""

settings.register_profile("summittui", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("summittui")


@pytest.fixture(autouse=True)
def _every_key_in_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a key wait for what the one before it caused, however long a busy machine takes for that."""
    for name in ("PATIENCE_SECONDS", "PATIENCE_AT_START_SECONDS", "STUCK_SECONDS"):
        monkeypatch.setattr(f"summittui.ui.scheduling.input_queue.{name}", PATIENCE)


@pytest.fixture(autouse=True)
def _a_collection_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summittui.session.opening, "shipped_collection", read_once)


def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run side by side; those of the screens wait more than they compute."""
    return 2 * (os.cpu_count() or 1)
