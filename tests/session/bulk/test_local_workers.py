"""Worker processes that are killed, kill themselves or take too long: each document comes in once, or is named."""

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

import pytest

from summittui.intake.gathering import FoundFile
from summittui.model import Cancelled, Known
from summittui.session import Session
from summittui.session.bulk import worker_process
from summittui.session.bulk.extraction import Job
from summittui.session.bulk.local_workers import LocalWorkers
from summittui.session.bulk.workers import WorkersLost
from summittui.session.importing import Imported, Outcome
from summittui.session.proposing import Proposer
from tests.patience import PATIENCE
from tests.session.bulk.made import WIRE, bulk_of, folder_of, same_library, session, shell_proposer

__all__ = ["session"]
FILES = [FoundFile(name=name, content=f"The words of {name}.".encode()) for name in ("a", "b", "c", "d")]


def job(proposer: Proposer | None = None) -> Job:
    return Job(known=Known(), proposer=proposer)


def test_documents_come_in_once_and_as_without_workers_though_a_worker_is_killed(
    session: Session, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path / "in", 60)
    bulk, told, killed = bulk_of(session, Proposer()), list[Imported](), list[int]()

    def kill_one(imported: Sequence[Imported]) -> None:
        told.extend(imported)
        if not killed:
            killed.append(workers.pids[0])
            os.kill(killed[0], signal.SIGKILL)

    with LocalWorkers(bulk.job, 2) as workers:
        bulk.run([str(folder)], workers, on_imported=kill_one)
    assert killed
    assert [(one.name, one.outcome, one.proposals) for one in told] == [
        (str(folder / f"{at:03}.txt"), Outcome.ADDED, 1) for at in range(60)
    ]
    plain = Session.create(tmp_path / "plain.json")
    plain.intake.import_documents([str(folder)], WIRE, proposer=Proposer())
    assert same_library(session, plain)
    plain.close()


def test_a_document_that_ends_two_workers_is_set_aside_and_the_others_are_read(tmp_path: Path) -> None:
    kills = shell_proposer(f'case $text in *"of b."*) echo . >> {tmp_path / "ended"}; kill -KILL $PPID;; esac')
    with LocalWorkers(job(kills), 1) as workers:
        done = workers.extract(FILES)
    assert [each.gathered.document and each.gathered.document.text for each in done] == [
        "The words of a.",
        None,
        "The words of c.",
        "The words of d.",
    ]
    assert done[1].gathered.problem == "b was not read: it ended 2 workers; give a simpler copy."
    assert (tmp_path / "ended").read_text() == ".\n.\n"


def test_a_document_that_takes_too_long_is_ended_and_told(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    sleeps = shell_proposer(f'case $text in *"of c."*) echo > {begun}; exec sleep {PATIENCE};; esac')
    with LocalWorkers(job(sleeps), 1) as workers:

        def make_late() -> None:
            while not begun.exists():
                time.sleep(0.01)
            pids = workers.pids
            while workers.pids == pids:  # the word that the file was begun may come in meanwhile, and give it time
                workers._workers[0]._latest = 0.0
                time.sleep(0.01)

        Thread(target=make_late, daemon=True).start()
        done = workers.extract(FILES)
    assert done[2].gathered.problem == "c was not read: it took longer than 180 seconds; give a simpler copy."
    assert [each.gathered.document is None for each in done] == [False, False, True, False]


def test_workers_that_cannot_begin_are_told_and_closed_ones_work_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    with LocalWorkers(job(), 1) as workers:
        assert [each.gathered.name for each in workers.extract(FILES[:1])] == ["a"]
        workers.close()
        with pytest.raises(WorkersLost):
            workers.extract(FILES)
        assert workers.pids == ()
    monkeypatch.setattr(worker_process, "_PROGRAM", "raise SystemExit(1)")
    with LocalWorkers(job(), 1) as workers, pytest.raises(WorkersLost, match="end as soon as they begin"):
        workers.extract(FILES)


def test_a_stopped_import_ends_its_workers_while_they_work(session: Session, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    bulk = bulk_of(session, shell_proposer(f"echo > {begun}; exec sleep {PATIENCE}"))
    pids: list[int] = []

    def has_begun() -> bool:
        pids.extend(workers.pids)
        return begun.exists()

    with LocalWorkers(bulk.job, 1) as workers, pytest.raises(Cancelled, match="goes on from there"):
        bulk.run([str(folder_of(tmp_path / "in", 3))], workers, on_imported=print, is_stopped=has_begun)
    with pytest.raises(ProcessLookupError):
        os.kill(pids[0], 0)
    assert session.library.size("sources") == 0
