import hashlib
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from summittui.model import InputError, StoreReadOnly
from summittui.session import Session
from summittui.session.documents import Match
from summittui.session.opening import shipped_collection
from summittui.store import filesystem
from summittui.store.disk import StoreMissing
from summittui.store.store import Store
from tests.in_memory import in_memory
from tests.store.samples import ADA, DAILY, SOURCE, TEXT, collection_of

KNOWN = msgspec.structs.replace(SOURCE, sha256=hashlib.sha256(TEXT.encode()).hexdigest())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Store.create(tmp_path / "store.json", collection_of(KNOWN)).close()
    return tmp_path / "store.json"


@pytest.fixture
def session(path: Path) -> Session:
    return Session.open(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    return tmp_path / "documents"


def written(folder: Path, content: str, name: str = "daily.txt") -> Path:
    (folder / name).write_bytes(content.encode())
    return folder / name


def test_a_first_session_is_seeded_from_the_shipped_collection(tmp_path: Path) -> None:
    session = Session.open(tmp_path / "deep" / "store.json")
    assert session.seeded
    assert session.library.find("jd-vance")
    assert list(session.info().collections) == ["paris-2025"]
    assert not Session.open(tmp_path / "deep" / "store.json").seeded


def test_a_session_for_reading_creates_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        Session.open(tmp_path / "store.json", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_reload_takes_over_what_another_process_changed(session: Session, path: Path) -> None:
    before = session.library
    assert not session.reload()
    Store.open(path).put(msgspec.structs.replace(ADA, note="edited"))
    assert session.reload()
    assert session.library.get("ada") == msgspec.structs.replace(ADA, note="edited")
    assert before.get("ada") == ADA


def test_seeding_an_open_store_adds_the_shipped_collection(session: Session) -> None:
    report = session.seed()
    assert "jd-vance" in report.added
    assert session.library.find("jd-vance")
    assert session.library.find("ada")


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (TEXT, Match.IDENTICAL),
        ("\ufeff" + TEXT, Match.NORMALISED),
        (TEXT.replace("\n", "\r\n"), Match.NORMALISED),
        (TEXT.rstrip(), Match.NORMALISED),
        ("\ufeff" + TEXT.rstrip() + "\r\n", Match.NORMALISED),
    ],
)
def test_a_known_text_is_recognised_and_kept_as_the_original(
    session: Session, folder: Path, content: str, match: Match
) -> None:
    attachment = session.attach([written(folder, content)])[0]
    assert attachment.document.match is match
    assert (attachment.document.note is None) is (match is Match.IDENTICAL)
    assert in_memory(session.library).texts == {DAILY: TEXT}
    assert attachment.spans["verbatim"] == 3
    assert attachment.quoted["verbatim"] == 1


def test_an_unknown_file_is_named_with_its_digest_and_the_known_documents(session: Session, folder: Path) -> None:
    path = written(folder, "something else")
    with pytest.raises(InputError) as caught:
        session.attach([written(folder, TEXT, "good.txt"), path])
    for part in (str(path), hashlib.sha256(b"something else").hexdigest(), "daily", str(KNOWN.sha256), "import"):
        assert part in str(caught.value)
    assert in_memory(session.library).texts == {}


@pytest.mark.parametrize("content", [b"\xff\xfe", b"caf\xe9"])
def test_a_file_that_is_not_utf_8_is_refused(session: Session, folder: Path, content: bytes) -> None:
    (folder / "latin.txt").write_bytes(content)
    with pytest.raises(InputError, match="is not UTF-8 at byte"):
        session.attach([folder / "latin.txt"])


def test_a_session_for_reading_attaches_nothing(path: Path, folder: Path) -> None:
    with pytest.raises(StoreReadOnly):
        Session.open(path, read_only=True).attach([written(folder, TEXT)])


def test_without_texts_a_check_finds_every_span_unattached_and_no_problem(session: Session) -> None:
    report = session.check()
    assert report.ok
    assert report.spans["not attached"] == 3


def test_a_folder_is_checked_whatever_its_files_are_called(session: Session, folder: Path) -> None:
    written(folder, TEXT, "x")
    written(folder, "About these files.", "README.md")
    matches = {document.path.name: document.match for document in session.documents(folder)}
    assert matches == {"x": Match.IDENTICAL, "README.md": Match.UNKNOWN}
    assert session.check(folder).spans["verbatim"] == 3


def test_a_changed_copy_is_recognised_and_its_drift_shown(session: Session, folder: Path) -> None:
    longer = TEXT.replace("Ada", "Adah")
    written(folder, longer)
    document = session.documents(folder)[0]
    assert (document.match, document.source) == (Match.CHANGED, DAILY)
    report = session.check(folder)
    assert not report.ok
    assert any(drift.record == "ada-rules" and drift.proof.state == "drifted" for drift in report.drifts)


def test_a_changed_copy_beside_the_original_is_no_second_witness(session: Session, folder: Path) -> None:
    written(folder, TEXT, "b")
    written(folder, TEXT.upper() + '"Rules help."', "a")
    assert [document.source for document in session.documents(folder)] == [None, DAILY]
    assert session.check(folder).ok


def test_a_folder_that_is_not_there_is_refused(session: Session, folder: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        session.check(folder / "nowhere")


@pytest.mark.parametrize("module", ["summittui.session", "summittui.cli", "summittui.cli.commands.check_"])
def test_importing_loads_nothing_heavy(module: str) -> None:
    heavy = {"textual", "tinydb", "platformdirs", "rich", "asyncio"}
    code = f"import sys, {module}; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("SUMMITTUI_STORE", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_where_no_store_can_be_kept_the_shipped_collection_is_read_and_edits_say_how(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filesystem, "file_system_of", lambda _: "nfs4")
    session = Session.open()
    assert session.is_shipped
    assert in_memory(session.library).records == shipped_collection().records
    assert not session.is_behind()
    edits = (
        lambda: session.set_note("china", memo="hello"),
        session.undo,
        session.redo,
        session.seed,
        session.compact,
        lambda: session.backup(home),
    )
    for edit in edits:
        with pytest.raises(StoreReadOnly, match=r"it is on nfs4, .* --store PATH"):
            edit()
    assert session.log() == ()
    assert session.info().edits == 0
    session.close()
    with pytest.raises(StoreReadOnly, match="it is on nfs4"):
        Session.open(home / "named.json")
    monkeypatch.setenv("SUMMITTUI_STORE", str(home / "named.json"))
    with pytest.raises(StoreReadOnly, match="it is on nfs4"):
        Session.open()


def test_a_first_start_that_may_not_create_a_store_reads_the_shipped_collection(home: Path) -> None:
    session = Session.open(read_only=True)
    assert session.is_shipped
    assert session.why_read_only is not None
    assert "creates none" in session.why_read_only
    assert not list(home.rglob("store.json*"))
