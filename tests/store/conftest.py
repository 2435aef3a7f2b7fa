"""The tests of what a store does run twice: on one in a file, and on one in a database where a server is installed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from summittui.store.store import Store
from tests.postgres.servers import shared
from tests.store.backends import FileBackend, Sessions, new_schema


@pytest.fixture(params=["file", "postgres"])
def sessions(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sessions]:
    """Yield the sessions on a store that is not made yet, in a file and in a database."""
    if request.param == "postgres":
        monkeypatch.setenv("SUMMITTUI_NON_DURABLE", "allow")
    opened = Sessions(FileBackend(tmp_path / "store.json") if request.param == "file" else new_schema(shared()))
    yield opened
    opened.close()


@pytest.fixture
def store(sessions: Sessions) -> Store:
    """Return a new store of the sample."""
    return sessions.create()
