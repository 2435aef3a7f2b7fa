"""Documents, workers and proposers for the tests of bulk imports."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from summittui.intake.gathering import FoundFile
from summittui.intake.readers import Reading
from summittui.session import Session
from summittui.session.bulk import batches
from summittui.session.bulk.bulk_import import BulkImport
from summittui.session.bulk.extraction import Extraction, Job, extract
from summittui.session.importing import Details, Imported
from summittui.session.proposing import Proposer
from tests.in_memory import in_memory

WIRE = Details(outlet="Wire")


def article(number: int) -> str:
    return (
        f"The port number {number} was closed on day {number * 7}.\n\n"
        f"“We will open port {number} again,” said Mara Lindqvist, the minister.\n"
    )


def folder_of(path: Path, number: int) -> Path:
    """Return a folder with so many short articles."""
    path.mkdir()
    for at in range(number):
        (path / f"{at:03}.txt").write_text(article(at), encoding="utf-8")
    return path


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """An empty store; ten files make a batch."""
    monkeypatch.setattr(batches, "FILES", 10)
    opened = Session.create(tmp_path / "store.json")
    yield opened
    opened.close()


def bulk_of(session: Session, proposer: Proposer | None = None, details: Details = WIRE) -> BulkImport:
    return BulkImport(session, details, even_so=False, proposer=proposer)


class WorkersHere:
    """Workers in this process, which count the files that they read."""

    number = 1

    def __init__(self, job: Job) -> None:
        self.read = 0
        self._job = job

    def extract(self, files: Sequence[FoundFile]) -> list[Extraction]:
        with Reading() as reading:
            self.read += len(files)
            return [extract(each, self._job, reading) for each in files]

    def close(self) -> None:
        """Do nothing."""


def imported_here(bulk: BulkImport, place: Path) -> list[Imported]:
    """Import a place by workers in this process, and return what became of each document."""
    told: list[Imported] = []
    bulk.run([str(place)], WorkersHere(bulk.job), on_imported=told.extend)
    return told


def same_library(one: Session, other: Session) -> bool:
    """Tell whether two stores have the same records and texts."""
    first, second = in_memory(one.library), in_memory(other.library)
    return first.records == second.records and first.texts == second.texts


def shell_proposer(script: str) -> Proposer:
    """Return a proposer that runs a script, the text in `$text`, and proposes nothing."""
    return Proposer(("sh", "-c", f"text=$(cat); {script}\necho '{{\"quotes\": []}}'"))


def import_at_once(open_session: Callable[[], Session], folder: Path, outlets: Sequence[str]) -> list[Imported]:
    """Import one folder by several sessions at once, each with an outlet of its own; return all that was told."""

    def run(outlet: str) -> list[Imported]:
        with closing(open_session()) as opened:
            return imported_here(bulk_of(opened, details=Details(outlet=outlet)), folder)

    with ThreadPoolExecutor(len(outlets)) as executor:
        return [one for told in executor.map(run, outlets) for one in told]
