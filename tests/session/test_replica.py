"""A store with a replica is the same store: edits, others' edits, undoing, conflicts, and whatever is wrong with it."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.memory.library import MemoryLibrary
from summittui.library.sqlite import file
from summittui.library.sqlite.library import SqliteLibrary
from summittui.model import TABLES, Actor, Quote, Record, SourceId, StoreConflict, StoreDamaged
from summittui.queries.language.parsing import parse_query
from summittui.queries.listing import ListQuery
from summittui.session import Session
from summittui.session.opening import OFFERED
from summittui.store.reports import StoreInfo
from summittui.store.store import Store
from tests.library.sqlite.made import NEEDS_SQLITE

pytestmark = NEEDS_SQLITE

QUERIES = ("a", "renamed", "china", "collection:own", "collection:paris-2025", "has:text", "-kind:direct", "after:2025")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of the shipped collection and its replica."""
    folder = tmp_path_factory.mktemp("template")
    Session.open(folder / "store.json").close()
    Session.open(folder / "store.json", replica="on").close()
    return folder


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """A store of one's own, with a replica that fits it."""
    shutil.copytree(template, tmp_path / "own", copy_function=shutil.copy2)
    path = tmp_path / "own" / "store.json"
    opened(path).close()
    return path


def opened(path: Path) -> Session:
    """Return a session on a store with a replica."""
    session = Session.open(path, replica="on")
    assert isinstance(session.library, SqliteLibrary)
    return session


def replica(path: Path) -> Path:
    return path.with_name("store.json.replica")


def told(library: Library) -> object:
    """Return what a library says of every record, and which ones some queries keep."""
    records = {table: list(library.every(type_)) for table, type_ in TABLES.items()}
    asked = [ListQuery(table=table, query=parse_query(text)) for text in QUERIES for table in TABLES]
    kept = [[record.id for record in library.select(each)] for each in asked]
    brought = [library.collections_of(record.id) for table in records.values() for record in table]
    texts = [library.text(source.id) for source in records["sources"]]
    return records, kept, brought, texts


def whole(path: Path) -> MemoryLibrary:
    """Return the library of a store as it is read whole."""
    with closing(Store.open(path)) as store:
        seen = store.see()
        return MemoryLibrary(seen.records, seen.texts, store.collections.of)


def changed(session: Session, id_: str, **fields: object) -> Record:
    record: Record = replace(session.library.get(id_), **fields)
    return record


EDITS: dict[str, Callable[[Session], object]] = {
    "change": lambda session: session.change(changed(session, "vance-gold-standard", gist="Renamed.")),
    "rename an actor": lambda session: session.change(changed(session, "china", name="Renamed")),
    "date a source": lambda session: session.change(changed(session, "stdaily", published="2019-01")),
    "attach": lambda session: session.edit({}, "attach", texts={SourceId("stdaily"): "A text of one's own. " * 400}),
    "add": lambda session: session.add(
        Actor(id="new-actor", name="New", kind=session.library.get_as(Actor, "china").kind)
    ),
    "new id": lambda session: session.rename("new-actor", "newer-actor"),
    "remove": lambda session: session.remove("newer-actor"),
    "undo": lambda session: session.undo(),
    "redo": lambda session: session.redo(),
    "bring in": lambda session: session.seed(OFFERED),
    "take out": lambda session: session.collections.remove(OFFERED),
}


def test_each_edit_gives_the_library_that_the_store_holds_here_and_in_another_session(path: Path) -> None:
    mine, theirs = opened(path), opened(path)
    assert told(mine.library) == told(whole(path))
    for name, edit in EDITS.items():
        edit(mine)
        expected = told(whole(path))
        assert told(mine.library) == expected, name
        assert theirs.is_behind()
        assert theirs.reload()
        assert not theirs.is_behind()
        assert told(theirs.library) == expected, name
    assert mine.compact()
    again = opened(path)
    assert told(again.library) == told(theirs.library) == told(whole(path))
    again.change(changed(again, "vance-gold-standard", gist="Other."))
    theirs.reload()
    assert theirs.library.find("vance-gold-standard") == again.library.find("vance-gold-standard")
    assert mine.info() == replace(whole_info(path), path=mine.info().path)


def whole_info(path: Path) -> StoreInfo:
    with closing(Store.open(path)) as store:
        return store.info()


def test_an_overtaken_edit_is_refused_as_ever(path: Path) -> None:
    mine, theirs = opened(path), Session.open(path, replica="off")
    record = changed(mine, "vance-gold-standard", gist="Mine.")
    theirs.change(changed(theirs, "vance-gold-standard", gist="Theirs."))
    with pytest.raises(StoreConflict):
        mine.edit({record.id: record}, "change")
    mine.reload()
    mine.edit({record.id: record}, "change")
    assert mine.library.get_as(Quote, record.id).gist == "Mine."
    with pytest.raises(StoreConflict):
        theirs.edit({record.id: record}, "change")


def test_a_replica_that_was_left_behind_follows(path: Path) -> None:
    kept = path.with_name("kept")
    shutil.copy(replica(path), kept)
    with closing(Session.open(path, replica="off")) as session:
        session.change(changed(session, "china", name="Renamed"))
        session.compact()
        session.change(changed(session, "vance-gold-standard", gist="Other."))
    file.discard(replica(path))
    shutil.copy(kept, replica(path))
    assert told(opened(path).library) == told(whole(path))


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5_000])


def _holed(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:8192] + bytes(len(content) - 8192))


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table other(x)")


def _of_another_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma user_version=999")


BREAKAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "no database": lambda path: path.write_bytes(b"{}" * 5_000),
    "cut": _cut,
    "holed": _holed,
    "foreign": _foreign,
    "another version": _of_another_version,
    "gone": lambda path: path.unlink(),
}


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_a_replica_of_no_use_is_made_anew(path: Path, breakage: str) -> None:
    for suffix in ("-wal", "-shm"):
        path.with_name(f"store.json.replica{suffix}").unlink(missing_ok=True)
    BREAKAGES[breakage](replica(path))
    session = Session.open(path, replica="on")
    session.change(changed(session, "china", name="Renamed"))
    assert told(session.library) == told(whole(path))
    assert told(opened(path).library) == told(whole(path))


def test_where_none_can_be_made_all_is_in_memory(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = opened(path)
    monkeypatch.setattr(file, "follow", lambda *_: (_ for _ in ()).throw(sqlite3.OperationalError("disk is full")))
    session.change(changed(session, "china", name="Renamed"))
    assert told(session.library) == told(whole(path))
    assert isinstance(session.library, MemoryLibrary)
    session.change(changed(session, "china", name="Renamed once more"))
    assert told(session.library) == told(whole(path))
    replica(path).unlink()
    replica(path).mkdir()
    other = Session.open(path, replica="on")
    assert isinstance(other.library, MemoryLibrary)


def test_the_replica_of_another_store_is_made_anew(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "store.json"
    Session.create(other).close()
    shutil.copy(replica(path), replica(other))
    assert opened(other).library.size("quotes") == 0


def test_a_store_that_was_damaged_is_refused_as_ever(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content.replace(b"China", b"Chine", 1))
    with pytest.raises(StoreDamaged):
        Session.open(path, replica="on")


def test_a_small_store_has_none(tmp_path: Path) -> None:
    path = tmp_path / "store.json"
    with closing(Session.open(path)) as created, closing(Session.open(path)) as session:
        assert isinstance(created.library, MemoryLibrary)
        assert isinstance(session.library, MemoryLibrary)
    assert not replica(path).exists()


def test_a_session_that_only_reads_writes_no_replica_and_uses_one_that_is_kept_up(path: Path) -> None:
    writer, reader = opened(path), Session.open(path, replica="on", read_only=True)
    assert isinstance(reader.library, SqliteLibrary)
    writer.change(changed(writer, "china", name="Renamed"))
    assert reader.reload() == {"china"}
    assert isinstance(reader.library, SqliteLibrary)
    assert reader.library.name("china") == "Renamed"
    with closing(Session.open(path, replica="off")) as other:
        other.change(changed(other, "china", name="Renamed once more"))
    before = replica(path).read_bytes()
    reader.reload()
    assert isinstance(reader.library, MemoryLibrary)
    assert told(reader.library) == told(whole(path))
    assert replica(path).read_bytes() == before
    replica(path).unlink()
    with closing(Session.open(path, replica="on", read_only=True)) as alone:
        assert isinstance(alone.library, MemoryLibrary)
    assert not replica(path).exists()
