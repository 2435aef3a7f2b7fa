"""A file that follows edits holds what one made anew would hold, and its readers keep their state."""

import gc
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from summittui.library.memory.library import MemoryLibrary
from summittui.library.sqlite import open_file
from summittui.library.sqlite.connections import Unreadable
from summittui.library.sqlite.file import POSITION, InUse, discard, make, state_of
from summittui.library.sqlite.library import SqliteLibrary
from summittui.library.sqlite.replica_file import ReplicaFile
from summittui.library.sqlite.schema import TEXTS
from summittui.model import TABLE_OF, TABLES, Records
from summittui.queries.language.parsing import parse_query
from summittui.queries.listing import ListQuery
from tests.library.sqlite.made import (
    NEEDS_SQLITE,
    STATE,
    derived,
    document_of_text,
    documents_of,
    followed,
    no_collections,
)
from tests.library.test_renewing import Followed, steps
from tests.paris import paris

pytestmark = NEEDS_SQLITE

GAP = 1_000
Stored = dict[tuple[str, str], tuple[str | None, bytes]]


def stored(documents: Sequence[tuple[str, str, str | None, bytes]]) -> Stored:
    """Return documents by table and number, with room between the numbers."""
    return {(table, str(int(number) * GAP)): (id_, raw) for table, number, id_, raw in documents}


def made(path: Path, documents: Stored) -> None:
    rows = sorted(((t, int(n), id_, raw) for (t, n), (id_, raw) in documents.items()), key=lambda row: row[1])
    make(path, [(t, str(n), id_, raw) for t, n, id_, raw in rows], STATE, no_collections)


def next_documents(before: Stored, step: Followed) -> Stored:
    """Return the documents after a step: each record keeps its number unless it moved."""
    records, _, texts, _ = step
    after: Stored = {}
    for table in TABLES:
        numbers = {id_: int(number) for (of, number), (id_, _) in before.items() if of == table}
        last = 0
        ahead = [numbers.get(record.id, 0) for record in records.table(table)]
        for at, record in enumerate(records.table(table)):
            later = [number for number in ahead[at + 1 :] if number > last]
            number = ahead[at] if ahead[at] > last else (last + min(later)) // 2 if later else last + GAP
            last = number
            after[table, str(number)] = (record.id, msgspec.json.encode(record))
    for at, (source, text) in enumerate(texts.items(), 1):
        after[TEXTS, str(at)] = (source, document_of_text(source, text))
    return after


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps())
def test_what_follows_any_edits_equals_a_file_made_anew(tmp_path: Path, walk: Sequence[Followed]) -> None:
    folder = Path(mkdtemp(dir=tmp_path))
    path, other = folder / "followed", folder / "anew"
    documents = stored(list(documents_of(paris().records, {})))
    made(path, documents)
    for number, step in enumerate(walk, 1):
        after = next_documents(documents, step)
        changes: dict[str, dict[str, tuple[str | None, bytes | None]]] = {}
        for table, at in documents.keys() | after.keys():
            if documents.get((table, at)) != after.get((table, at)):
                changes.setdefault(table, {})[at] = after.get((table, at), (None, None))
        was = {**STATE, "edits": str(number - 1)}
        assert followed(path, was, changes, {"edits": str(number)})
        assert not followed(path, was, changes, {"edits": "no"})
        documents = after
    made(other, documents)
    assert derived(path) == derived(other)
    records, _, texts, _ = walk[-1]
    library, memory = SqliteLibrary(path, no_collections), MemoryLibrary(records, texts)
    for text in ("renamed", "a", "china", "has:text", "proof:not-attached", "after:2025"):
        for table in TABLES:
            asked = ListQuery(table=table, query=parse_query(text))
            assert [each.id for each in library.select(asked)] == [each.id for each in memory.select(asked)]


def test_a_library_stays_as_it_was_when_its_file_is_written(tmp_path: Path) -> None:
    path = tmp_path / "replica"
    made(path, stored(list(documents_of(paris().records, {}))))
    before = SqliteLibrary(path, no_collections)
    first = paris().records.actors[0]
    change = {TABLE_OF[type(first)]: {str(GAP): (None, None)}}
    assert followed(path, STATE, change, {"edits": "1"})
    after = SqliteLibrary(path, no_collections)
    assert before.find(first.id) == first
    assert after.find(first.id) is None
    assert before.version != after.version
    assert state_of(path) == {"edits": "1"}


def test_a_file_that_is_none_of_ours_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "replica"
    for content in (b"", b"{}", b"SQLite format 3\0 and then nothing"):
        path.write_bytes(content)
        with pytest.raises(Unreadable):
            state_of(path)
        with pytest.raises(Unreadable):
            SqliteLibrary(path, no_collections)
    with closing(sqlite3.connect(tmp_path / "foreign")) as connection:
        connection.execute("create table state(name, value)")
    with pytest.raises(Unreadable):
        state_of(tmp_path / "foreign")


def test_a_file_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "replica"
    with pytest.raises(ValueError, match="no room"):
        make(path, [("quotes", str(1 << 60), "x", b"{}")], STATE, no_collections)
    assert [each.name for each in tmp_path.iterdir()] == ["replica.lock"]
    made(path, stored(list(documents_of(Records(), {}))))
    assert {each.name for each in tmp_path.iterdir()} == {"replica", "replica.lock"}


def test_a_file_that_is_in_use_is_neither_deleted_nor_replaced(tmp_path: Path) -> None:
    path = tmp_path / "replica"
    made(path, {})
    library = SqliteLibrary(path, no_collections)
    before = path.stat().st_ino
    with pytest.raises(InUse):
        made(path, {})
    discard(path)
    assert path.stat().st_ino == before
    del library
    gc.collect()
    made(path, {})
    assert path.stat().st_ino != before
    discard(path)
    assert [each.name for each in tmp_path.iterdir()] == ["replica.lock"]


def test_a_long_write_ahead_log_begins_anew_and_libraries_stay_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it the log would grow with each edit for as long as a session lasts."""
    monkeypatch.setattr(open_file, "LOG", 300_000)
    path, first = tmp_path / "replica", paris().records.actors[0]
    replica = ReplicaFile(path, no_collections)
    replica.make(documents_of(paris().records, {}), {POSITION: "0"})
    before, sizes = replica.library(), []
    library = before
    for number in range(60):
        raw = msgspec.json.encode(replace(first, name=f"Called {number}"))
        assert replica.follow(str(number), {"actors": {"1": (first.id, raw)}}, {POSITION: str(number + 1)})
        if number == 30:
            del before
        library = replica.library()
        assert library.name(first.id) == f"Called {number}"
        library.index()
        assert library.name(first.id) == f"Called {number}"
        sizes.append(path.with_name("replica-wal").stat().st_size)
    assert max(sizes[:30]) > 4 * open_file.LOG  # the state from before the first edit is still read
    assert max(sizes[40:]) < 3 * open_file.LOG
    assert derived(path)["sizes"]
