"""The import from a form: what it names, how far it is, and that a cancel imports nothing."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest

from summittui.model import Cancelled, InputError
from summittui.session import Session
from summittui.session.intake import Stage
from summittui.ui.forms.field import Entries
from summittui.ui.import_edits import ImportProgress, import_documents, places_of

TEXTS = {"a.txt": "“We will not sign,” said Pavel Drann.", "b.md": "# Title\n\nThe port is closed now."}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "folder"
    path.mkdir()
    for name, text in TEXTS.items():
        (path / name).write_text(text)
    (path / "c.bin").write_bytes(b"\0\1")
    return path


def entries(path: str) -> Entries:
    return Entries({"path": path, "outlet": "Courier", "title": "", "published": ""}, {})


def test_what_came_in_is_known_or_is_refused_is_counted_and_the_others_are_named(tmp_path: Path, folder: Path) -> None:
    session, progress = Session.create(tmp_path / "store.json"), ImportProgress()
    first = import_documents("rules", progress, session, entries(str(folder)), None)
    assert first.said.startswith("Imported: 2 in, 1 refused; 1 proposal to review.")
    assert progress.text == "3 read, 3 compared, 2 searched for quotes · b.md · Esc cancels"
    named = f"{folder}/a.txt, {folder}/*.md, {folder}/c.bin"
    assert len(progress.sources) == len(TEXTS)
    again = import_documents("rules", progress, session, entries(named), None)
    assert again.said == "Imported: 2 known already, 1 refused; 0 proposals to review."
    known = [f"{folder}/{name}: known; the text is there already" for name in TEXTS]
    assert progress.report[:-1] == tuple(known)
    assert progress.report[-1].startswith(f"{folder}/c.bin was not read: it is binary")
    session.close()


class Cancelling(ImportProgress):
    """Somebody who cancels when the first document was read."""

    def on_document(self, stage: Stage, name: str) -> None:
        super().on_document(stage, name)
        self.cancel()


def test_a_cancel_imports_nothing_and_says_so(tmp_path: Path, folder: Path) -> None:
    session, progress = Session.create(tmp_path / "store.json"), Cancelling()
    with pytest.raises(Cancelled, match=r"^The import was cancelled; nothing was imported\.$"):
        import_documents("rules", progress, session, entries(str(folder)), None)
    assert progress.text == "Cancelling …"
    assert session.library.size("sources") == 0
    session.close()


def test_a_cancel_ends_a_proposer_of_ones_own_in_the_middle_of_a_document(tmp_path: Path, folder: Path) -> None:
    session, progress, begun = Session.create(tmp_path / "store.json"), ImportProgress(), tmp_path / "begun"
    line = f"sh -c 'touch {begun}; sleep 600'"
    with ThreadPoolExecutor() as threads:
        importing = threads.submit(import_documents, line, progress, session, entries(str(folder)), None)
        while not begun.exists() and not importing.done():
            sleep(0.01)
        progress.cancel()
        with pytest.raises(Cancelled, match=r"^The import was cancelled; nothing was imported\.$"):
            importing.result()
    assert session.library.size("sources") == 0
    session.close()


def test_an_entry_names_one_place_several_or_those_that_fit_a_pattern(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "a, b.txt").write_text("x")
    assert places_of("a, b.txt") == ("a, b.txt",)
    assert places_of("a.txt, missing.txt") == ("a.txt", "missing.txt")
    assert places_of("https://example.org/a,b") == ("https://example.org/a,b",)
    assert places_of("*.md") == ("b.md",)
    assert places_of(f"{folder}/[ab].*") == (f"{folder}/a.txt", f"{folder}/b.md")
    for entry, words in (("*.pdf", "no file fits"), ("-", "is standard input")):
        with pytest.raises(InputError, match=words):
            places_of(entry)
