"""A worker process as the importing process sees it: started when it is needed, replaced when it has ended."""

import subprocess
import sys
import time
from collections.abc import Sequence
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from summittui.intake.gathering import FoundFile
from summittui.session.bulk.extraction import Extraction, Job
from summittui.session.bulk.workers import WorkersLost

_PROGRAM = "import sys; from summittui.session.bulk.worker import serve; serve(int(sys.argv[1]))"
_PARTING = 2.0
"""Seconds that a worker has to end what it has started, before it is killed."""


class WorkerEnded(Exception):  # it never leaves this package
    """A worker process ended before its answer."""

    def __init__(self, at: int | None, *, is_late: bool) -> None:
        super().__init__(at)
        self.at = at
        """The number of the file that it worked on; None before the first."""
        self.is_late = is_late
        """Whether it was killed because the file took too long."""


class WorkerProcess:
    """One worker; its process is started with the first files, and again with the next after it has ended."""

    def __init__(self, job: Job, limit: float) -> None:
        """Start nothing yet.

        Args:
            job: Everything that the worker is told first.
            limit: Seconds that one file may take.
        """
        self._job = job
        self._limit = limit
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None
        self._latest = float("inf")
        """When the process must have sent something, on the monotonic clock."""
        self._is_late = False
        self._is_closed = False

    @property
    def pid(self) -> int | None:
        """The id of the process; None where none runs."""
        process = self._process
        return process.pid if process else None

    def extract(self, files: Sequence[FoundFile]) -> list[Extraction]:
        """Return the extraction of each file.

        Raises:
            WorkerEnded: The process ended, or was killed because a file took too long.
            WorkersLost: This worker was closed.
        """
        at: int | None = None
        try:
            pipe = self._connected()
            pipe.send(files)
            while not isinstance(answer := pipe.recv(), list):
                at = answer
                self._latest = time.monotonic() + self._limit
        except (EOFError, OSError):
            is_late = self._is_late
            self._part()
            self._refuse_closed()
            raise WorkerEnded(at, is_late=is_late) from None
        self._latest = float("inf")
        return answer

    def kill_if_late(self) -> None:
        """Kill the process where a file takes longer than it may; called from another thread."""
        process = self._process
        if process is not None and time.monotonic() > self._latest:
            self._is_late = True
            process.kill()

    def close(self) -> None:
        """End the process, and start none again; called from another thread than `extract`."""
        self._is_closed = True
        process = self._process
        if process is not None:
            process.terminate()
            try:
                process.wait(_PARTING)
            except subprocess.TimeoutExpired:
                process.kill()

    def _connected(self) -> Connection:
        """Return the pipe to the process, which is started where none runs."""
        self._latest = time.monotonic() + self._limit
        if self._pipe is None:
            self._refuse_closed()
            self._is_late = False
            self._pipe, far = Pipe()
            command = [sys.executable, "-P", "-c", _PROGRAM, str(far.fileno())]
            nothing = subprocess.DEVNULL
            self._process = subprocess.Popen(
                command, pass_fds=(far.fileno(),), stdin=nothing, stdout=nothing, stderr=nothing
            )
            far.close()
            if self._is_closed:  # meanwhile
                self._process.kill()
            self._pipe.send(self._job)
        return self._pipe

    def _part(self) -> None:
        """Let go of a process that has ended."""
        self._latest = float("inf")
        if self._process is not None and self._pipe is not None:
            self._process.kill()
            self._process.wait()
            self._pipe.close()
        self._process = self._pipe = None

    def _refuse_closed(self) -> None:
        if self._is_closed:
            raise WorkersLost("the workers were ended")
