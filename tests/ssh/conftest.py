"""A server for the tests of a file, and a store for each of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from summittui.session import Session
from tests.ssh.server import Server, started


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with started(tmp_path_factory.mktemp("sshd")) as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.json"
    Session.open(path).close()
    return path
