"""Bulk imports into a store in a database, by several sessions at once."""

from pathlib import Path

import pytest

from summittui.session import Session
from summittui.session.bulk import batches
from summittui.session.importing import Outcome
from tests.postgres.servers import Server
from tests.postgres.stores import address_of, create_store
from tests.session.bulk.made import article, folder_of, import_at_once


def test_two_imports_of_one_folder_at_once_bring_each_document_once(
    server: Server, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "FILES", 10)
    address = address_of(server, database)
    create_store(address).close()
    folder = folder_of(tmp_path / "in", 40)
    told = import_at_once(lambda: Session.open(address), folder, ["Wire", "Post"])
    added = [one.source or "" for one in told if one.outcome is Outcome.ADDED]
    assert {one.outcome for one in told} == {Outcome.ADDED, Outcome.KNOWN}
    session = Session.open(address, read_only=True)
    assert sorted(session.library.text(source) or "" for source in added) == sorted(map(article, range(40)))
    session.close()
