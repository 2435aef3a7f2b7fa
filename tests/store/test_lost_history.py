"""A session whose store has lost edits, so that nobody can tell what others did: nothing of theirs is overwritten."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.model import StoreConflict, StoreError
from summittui.session import Session
from summittui.ui.edits import put_mine, reload_after_conflict
from tests.library.sqlite.made import NEEDS_SQLITE
from tests.postgres.servers import shared
from tests.store.backends import Backend, FileBackend, PostgresBackend, Sessions
from tests.store.samples import ADA, PAPER, REPORTED, found, noted

LOST = replace(ADA, id="lost", name="Lost")


_LOSS = """
set search_path = {};
delete from document where tab in ('actors', '_actors') and number = (select number from document where id = 'lost');
delete from edit where number = (select edits from store);
update store set (edits, last_edit) = (select number, id from edit order by number desc limit 1)
"""


@contextmanager
def losing(backend: Backend) -> Iterator[None]:
    """Let the edit inside, which adds the actor `LOST`, be lost from store and history at the end."""
    if isinstance(backend, PostgresBackend):
        yield
        shared().run(*_LOSS.format(backend.address.schema).split(";"))
        return
    assert isinstance(backend, FileBackend)
    journal = max(backend.path.with_name("store.json.history").glob("*.journal"))
    before = journal.read_bytes()
    yield
    journal.write_bytes(before)


def again(edit: Callable[[], object]) -> None:
    """Make an edit, once more where the first time everything was read anew."""
    try:
        edit()
    except StoreConflict:
        raise
    except StoreError:
        edit()


@pytest.mark.parametrize("has_replica", [False, pytest.param(True, marks=NEEDS_SQLITE)])
def test_a_record_that_others_deleted_or_changed_since_is_a_conflict(
    sessions: Sessions, tmp_path: Path, has_replica: bool
) -> None:
    theirs = sessions.create()
    with losing(sessions.backend):
        theirs.put(LOST)
        mine = Session(sessions.open(replica=tmp_path / "replica" if has_replica else None))
        assert mine.library.find("lost") == LOST
    others = sessions.open()
    others.delete("bo-rules")
    others.put(noted(PAPER, "theirs"))
    edited = replace(REPORTED, gist="Mine.")
    with pytest.raises(StoreConflict, match="Another session has deleted 'bo-rules'") as caught:
        again(lambda: mine.change(edited))
    assert (caught.value.mine, caught.value.theirs) == (edited, None)
    with pytest.raises(StoreConflict, match="Another session has changed 'paper'"):
        mine.change(noted(PAPER, "mine"))
    with pytest.raises(StoreConflict, match="Another session has deleted 'bo-rules' since it was loaded; reload"):
        mine.remove("bo-rules")
    assert found(others, "bo-rules") is None
    by = reload_after_conflict(caught.value, mine)
    assert by is not None
    assert by.label == "delete bo-rules"
    assert (mine.library.find("bo-rules"), mine.library.find("lost")) == (None, None)
    put_mine(caught.value, mine)
    mine.change(noted(PAPER, "mine"))
    mine.add(LOST)
    assert found(others, "bo-rules") == edited
    assert found(others, "paper") == noted(PAPER, "mine")
