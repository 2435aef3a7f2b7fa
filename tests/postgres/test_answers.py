"""A library on a store in a database, in memory or over its replica, answers every question as one in memory does."""

from pathlib import Path

import pytest

from summittui.library.memory.library import MemoryLibrary
from summittui.session.opening import shipped_collection
from summittui.session.replica import library_of
from summittui.store.postgres.opening import new_storage
from summittui.store.store import Store
from tests.library.contract import QUESTIONS, SHIPPED
from tests.library.sqlite.made import NEEDS_SQLITE
from tests.library.test_contract import TEXTS
from tests.postgres.servers import Server
from tests.postgres.stores import address_of, open_store


@pytest.mark.parametrize("is_in_file", [False, pytest.param(True, marks=NEEDS_SQLITE)])
def test_every_question_is_answered_alike(server: Server, database: str, tmp_path: Path, *, is_in_file: bool) -> None:
    address = address_of(server, database)
    collection = shipped_collection()
    Store(new_storage(address)).fill(collection, TEXTS).close()
    store = open_store(address, tmp_path / "replica" if is_in_file else None)
    assert (store.file is not None) is is_in_file
    library = library_of(store)
    expected = MemoryLibrary(collection.records, TEXTS, store.collections.of)
    different = [name for name, ask in QUESTIONS.items() if ask(library, SHIPPED) != ask(expected, SHIPPED)]
    assert different == []
    store.close()
