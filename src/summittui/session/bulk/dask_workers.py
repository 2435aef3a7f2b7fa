"""Workers of a Dask cluster that somebody runs already."""

import hashlib
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

import msgspec

from summittui import __version__
from summittui.intake.gathering import FoundFile
from summittui.intake.readers import Reading
from summittui.model import InputError
from summittui.model.text import safe
from summittui.session.bulk.extraction import Extraction, Job, extract, set_aside
from summittui.session.bulk.workers import WorkersLost

if TYPE_CHECKING:
    from distributed import Client

MOST = 256
"""Batches that are worked on at once at most."""
_PATIENCE = 15
"""Seconds within which the scheduler answers and has a worker."""


class DaskWorkers:
    """The workers of a cluster; each batch is one task, whose key is the same whenever it is the same work.

    A context manager: leaving it cancels what is not done and lets go of the cluster, which goes on.
    """

    def __init__(self, job: Job, address: str) -> None:
        """Connect with a cluster.

        Args:
            job: Everything that a worker has to know.
            address: The address of the scheduler, such as `tcp://host:8786`.

        Raises:
            InputError: The extra `bulk` is not installed, nobody answers there, or a worker has another version.
        """
        self._job = job
        self._job_digest = hashlib.sha256(msgspec.json.encode((job.known, job.version)) + repr(job.proposer).encode())
        self._address = address
        self._client = _connected(address)
        try:
            _check_versions(self._client)
            self.number = min(MOST, 2 * sum(self._client.nthreads().values()))
        except BaseException:
            self._client.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def extract(self, files: Sequence[FoundFile]) -> list[Extraction]:
        """Return the extraction of each file, in order; a file whose task fails by itself is set aside.

        Raises:
            WorkersLost: The connection with the cluster is lost or closed.
        """
        from asyncio import CancelledError as TaskCancelled
        from concurrent.futures import CancelledError

        if not files:
            return []
        try:
            future = self._client.submit(extract_all, list(files), self._job, key=self._key(files), pure=False)
            done: list[Extraction] = future.result()
        except (CancelledError, TaskCancelled):
            raise self._lost() from None
        except Exception as error:  # noqa: BLE001  # a task may end with anything: its worker killed, no memory
            if self._client.status != "running":
                raise self._lost() from None
            if len(files) == 1:
                return [set_aside(files[0], f"its task failed ({type(error).__name__}); give a simpler copy")]
            return [alone for each in files for alone in self.extract((each,))]
        return done

    def close(self) -> None:
        """Cancel what is not done, and let go of the cluster."""
        self._client.close()

    def _lost(self) -> WorkersLost:
        return WorkersLost(
            f"The cluster at {safe(self._address)} is gone; what was written so far is in, and importing the same "
            "places again goes on from there."
        )

    def _key(self, files: Sequence[FoundFile]) -> str:
        digest = self._job_digest.copy()
        for each in files:
            digest.update(f"{each.name}\0{each.digest}\0".encode("utf-8", "surrogatepass"))
        return f"summittui-{digest.hexdigest()}"


def extract_all(files: Sequence[FoundFile], job: Job) -> list[Extraction]:
    """Return the extraction of each file; this is the task that runs on the cluster."""
    with Reading() as reading:
        return [extract(each, job, reading) for each in files]


def _connected(address: str) -> "Client":
    try:
        from distributed import Client
    except ImportError:
        raise InputError("--scheduler needs the library of Dask: pip install 'summittui[bulk]'") from None
    _silence_logs()
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, ImportError) as error:
        why = safe(str(error).splitlines()[0] if str(error) else type(error).__name__)
        raise InputError(
            f"No scheduler answers at {safe(address)} ({why}); give its address, such as tcp://host:8786."
        ) from None
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        client.close()
        raise InputError(f"The scheduler at {safe(address)} has no worker; start one, then import again.") from None
    return client


def _silence_logs() -> None:
    """Keep Dask from logging tracebacks to standard error: what ends an import is told in a sentence."""
    import logging

    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _check_versions(client: "Client") -> None:
    """Refuse a cluster that would read or propose differently.

    Raises:
        InputError: Names a worker with another version of this program, or without it.
    """

    def version_there() -> str | None:  # inside, so that its code is sent along: the worker may not have this module
        try:
            import summittui
        except ImportError:
            return None
        return summittui.__version__

    for worker, version in client.run(version_there).items():
        if version != __version__:
            has = f"summittui {safe(str(version))}" if version else "no summittui"
            raise InputError(f"The worker {safe(worker)} has {has}; install version {__version__} on it, as here.")
