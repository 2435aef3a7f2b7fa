from collections.abc import Iterator

import pytest

from tests.postgres.servers import Server, shared


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    """Return the fast server of this process, which may be edited; the test is skipped where there is none."""
    monkeypatch.setenv("SUMMITTUI_NON_DURABLE", "allow")
    return shared()


@pytest.fixture
def database(server: Server) -> Iterator[str]:
    """Yield the name of a database of the test's own on the fast server."""
    name = server.new_database()
    yield name
    server.drop_database(name)
