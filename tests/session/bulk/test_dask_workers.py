"""A bulk import by a Dask cluster, which runs in this process."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summittui.intake.gathering import FoundFile
from summittui.model import InputError
from summittui.session import Session
from summittui.session.bulk import dask_workers
from summittui.session.bulk.dask_workers import DaskWorkers
from summittui.session.bulk.extraction import Extraction, Job
from summittui.session.bulk.workers import WorkersLost
from summittui.session.importing import Imported
from summittui.session.proposing import Proposer
from tests.session.bulk.made import WIRE, bulk_of, folder_of, same_library, session

if TYPE_CHECKING:
    from distributed import LocalCluster

distributed = pytest.importorskip("distributed", reason="the extra `bulk` is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")
__all__ = ["session"]


@pytest.fixture(scope="module")
def cluster() -> Iterator["LocalCluster"]:
    with distributed.LocalCluster(processes=False, n_workers=2, threads_per_worker=1, dashboard_address=None) as made:
        yield made


def test_documents_come_in_once_and_as_without_workers_and_a_task_that_fails_keeps_no_other_out(
    session: Session, tmp_path: Path, cluster: "LocalCluster", monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path / "in", 30)
    extract_all = dask_workers.extract_all

    def failing(files: Sequence[FoundFile], job: Job) -> list[Extraction]:
        if any(each.name.endswith("013.txt") for each in files):
            raise MemoryError
        return extract_all(files, job)

    bulk, told = bulk_of(session, Proposer()), list[Imported]()
    with monkeypatch.context() as patched, DaskWorkers(bulk.job, cluster.scheduler_address) as workers:
        patched.setattr(dask_workers, "extract_all", failing)
        bulk.run([str(folder)], workers, on_imported=told.extend)
    refused = [one for one in told if one.source is None]
    assert [one.note for one in refused] == [
        f"{folder}/013.txt was not read: its task failed (MemoryError); give a simpler copy."
    ]
    (folder / "013.txt").unlink()
    plain = Session.create(tmp_path / "plain.json")
    plain.intake.import_documents([str(folder)], WIRE, proposer=Proposer())
    assert same_library(session, plain)
    plain.close()


def test_a_cluster_of_another_version_or_none_is_refused_and_a_lost_one_told(
    session: Session, cluster: "LocalCluster", monkeypatch: pytest.MonkeyPatch
) -> None:
    job = bulk_of(session).job
    with DaskWorkers(job, cluster.scheduler_address) as workers:
        workers.close()
        with pytest.raises(WorkersLost, match="is gone"):
            workers.extract([FoundFile(name="a", content=b"Words.")])
    monkeypatch.setattr(dask_workers, "__version__", "99.0")
    with pytest.raises(InputError, match=r"has summittui .*; install version 99\.0 on it"):
        DaskWorkers(job, cluster.scheduler_address)
    monkeypatch.setattr(dask_workers, "_PATIENCE", 0.2)
    with pytest.raises(InputError, match=r"No scheduler answers at tcp://127\.0\.0\.1:1"):
        DaskWorkers(job, "tcp://127.0.0.1:1")
    with pytest.raises(InputError, match="No scheduler answers at nonsense"):
        DaskWorkers(job, "nonsense://x")
