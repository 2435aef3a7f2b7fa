"""The loading from a form: how far it is, that a cancel loads nothing, and what is said afterwards."""

from pathlib import Path

import pytest

from summittui.model import Cancelled
from summittui.session import Session
from summittui.session.loading import LoadStage
from summittui.ui.forms.field import Entries
from summittui.ui.load_edits import LoadProgress, SameIds, load_file
from tests.in_memory import in_memory

CODEBOOK = "name,description\nSigning,Should it be signed?\nSharing,\n"


def entries(path: Path, same: SameIds = SameIds.HERE) -> Entries:
    return Entries({"path": f" {path} ", "same": same}, {})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "codes.csv"
    path.write_text(CODEBOOK)
    return path


def test_what_came_in_is_said_and_the_progress_is_told(tmp_path: Path, file: Path) -> None:
    session, progress = Session.create(tmp_path / "store.json"), LoadProgress()
    assert progress.text == ""
    done = load_file(progress, session, entries(file), None)
    assert done.said == "codebook (CSV): 2 issues loaded; 0 there already. u undoes."
    assert progress.text == "2 records being saved; this cannot be stopped any more"
    progress.cancel()
    assert progress.text == "2 records being saved; this cannot be stopped any more"
    again = load_file(progress, session, entries(file), None)
    assert again.said == "codebook (CSV): nothing loaded; 0 there already."
    session.close()


class CancelledAt(LoadProgress):
    """Somebody who cancels when a stage begins."""

    def __init__(self, stage: LoadStage) -> None:
        super().__init__()
        self._stage = stage
        self.texts: list[str] = []

    def on_record(self, stage: LoadStage, number: int) -> None:
        if stage is self._stage:
            self.cancel()
        super().on_record(stage, number)
        self.texts.append(self.text)


def test_a_cancel_loads_nothing_and_says_so_until_it_is_being_saved(tmp_path: Path, file: Path) -> None:
    session = Session.create(tmp_path / "store.json")
    for stage in (LoadStage.READ, LoadStage.RECODED, LoadStage.CHECKED, LoadStage.ENTERED):
        progress = CancelledAt(stage)
        with pytest.raises(Cancelled, match=r"^The loading was cancelled; nothing was loaded\.$"):
            load_file(progress, session, entries(file), None)
        assert progress.text == "Cancelling …"
        assert all(text.endswith(" · Esc cancels") for text in progress.texts)
        assert not any(in_memory(session.library).records)
    session.close()


def test_records_that_differ_are_named_and_the_other_choice_takes_those_of_the_file(tmp_path: Path, file: Path) -> None:
    from summittui.exchange.formats import FORMATS

    session, progress = Session.create(tmp_path / "store.json"), LoadProgress()
    load_file(progress, session, entries(file), None)
    library = FORMATS["json"].write(session.library, ()).content
    file.write_bytes(library.replace(b"Sharing?", b"To share?"))
    kept = load_file(progress, session, entries(file), None)
    assert kept.report == (
        "Different here, and left as they are: sharing; choose “the one of the file” to take those of the file.",
    )
    load_file(progress, session, entries(file, SameIds.FILE), None)
    assert session.library.issue("sharing").question == "To share?"
    session.close()
