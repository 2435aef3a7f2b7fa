"""Workers on this machine: processes, each of which may be killed at any time."""

from collections import Counter
from collections.abc import Sequence
from queue import SimpleQueue
from threading import Event, Thread
from types import TracebackType
from typing import Self

from summittui.intake.gathering import FoundFile
from summittui.session.bulk.extraction import Extraction, Job, set_aside
from summittui.session.bulk.worker_process import WorkerEnded, WorkerProcess
from summittui.session.bulk.workers import WorkersLost

LIMIT = 180.0
"""Seconds that one file may take in a worker; its reader and a proposer have limits of 60 seconds of their own."""
ENDS = 2
"""Workers that a file may end before it is set aside."""
STARTS = 3
"""Workers that may end before their first file, one after the other."""
_LOOK = 0.5
"""Seconds between two looks for a file that takes too long."""


class LocalWorkers:
    """The worker processes of this machine; one that ends is replaced, and what that one had not done is done again.

    A context manager: leaving it ends the processes.
    """

    def __init__(self, job: Job, number: int, *, limit: float = LIMIT) -> None:
        """Start nothing yet.

        Args:
            job: Everything that each worker is told first.
            number: The number of processes.
            limit: Seconds that one file may take.
        """
        self.number = number
        self._limit = limit
        self._workers = [WorkerProcess(job, limit) for _ in range(number)]
        self._idle: SimpleQueue[WorkerProcess] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._closed = Event()
        self._watch = Thread(target=self._kill_late_ones, daemon=True)

    def __enter__(self) -> Self:
        self._watch.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
        self._watch.join()

    @property
    def pids(self) -> tuple[int, ...]:
        """The ids of the processes that run."""
        return tuple(pid for worker in self._workers if (pid := worker.pid) is not None)

    def extract(self, files: Sequence[FoundFile]) -> list[Extraction]:
        """Return the extraction of each file, in order; a file that ends two workers, or takes too long, is set aside.

        Raises:
            WorkersLost: They were closed, or cannot be started.
        """
        worker = self._idle.get()
        try:
            return self._extractions(worker, files)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End the processes."""
        self._closed.set()
        for worker in self._workers:
            worker.close()

    def _extractions(self, worker: WorkerProcess, files: Sequence[FoundFile]) -> list[Extraction]:
        done: dict[int, Extraction] = {}
        ends: Counter[int | None] = Counter()
        while left := [at for at in range(len(files)) if at not in done]:
            try:
                done.update(zip(left, worker.extract([files[at] for at in left]), strict=True))
            except WorkerEnded as ended:
                at = None if ended.at is None else left[ended.at]
                ends[at] += 1
                if at is None:
                    _refuse_to_start_again(ends[at])
                elif ended.is_late:
                    done[at] = set_aside(files[at], f"it took longer than {self._limit:g} seconds; give a simpler copy")
                elif ends[at] >= ENDS:
                    done[at] = set_aside(files[at], f"it ended {ENDS} workers; give a simpler copy")
        return [done[at] for at in range(len(files))]

    def _kill_late_ones(self) -> None:
        while not self._closed.wait(_LOOK):
            for worker in self._workers:
                worker.kill_if_late()


def _refuse_to_start_again(times: int) -> None:
    if times >= STARTS:
        raise WorkersLost(
            "The workers end as soon as they begin; what was written so far is in. See whether memory or the number of "
            "processes is limited, or import without --workers."
        )
