"""A bulk import: workers read and propose, and one process writes what they found, batch by batch."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import chain
from typing import TYPE_CHECKING

from summittui.intake.gathering import find_files
from summittui.intake.known import known_records
from summittui.model import Cancelled
from summittui.session.bulk.batch_writer import BatchWriter
from summittui.session.bulk.batches import Batch, batches_of
from summittui.session.bulk.extraction import Extraction, Job
from summittui.session.bulk.workers import Workers
from summittui.session.importing import Details, Imported, check_details
from summittui.session.proposing import Proposer

if TYPE_CHECKING:
    from summittui.session import Session

MOST_FILES = 2_000_000
"""Files of the fullest folder that is imported."""
_AHEAD = 3
"""Batches for each worker that are read, or done, before the first of them is written."""
_PATIENCE = 0.2
"""Seconds between two looks whether the import is to end."""

IsStopped = Callable[[], bool]
OnImported = Callable[[Sequence[Imported]], None]
"""Is told the documents of a batch once they are in the store, in the order in which they were found."""


class BulkImport:
    """The import of many documents into the store of a session.

    Each batch is one edit. Documents come in in the order in which they are found, whichever worker is the fastest, so
    that their sources have the ids that they have without workers. A file that was read before is known by its
    digest and not read again: what was ended at any moment goes on when the same places are imported again.
    """

    def __init__(self, session: "Session", details: Details, *, even_so: bool, proposer: Proposer | None) -> None:
        """Take what holds for every document.

        Args:
            session: The session; its library is the present one after each batch.
            details: Metadata that goes before that of the files.
            even_so: Add a document that is nearly the text of another source, too.
            proposer: The proposer of the texts; None for no proposals.

        Raises:
            InputError: A detail cannot stand in any source.
        """
        check_details(details)
        self.job = Job(known=known_records(session.library), proposer=proposer)
        """Everything that a worker has to know."""
        self._writer = BatchWriter(session, details, self.job, even_so=even_so)

    def run(
        self, places: Iterable[str], workers: Workers, *, on_imported: OnImported, is_stopped: IsStopped = lambda: False
    ) -> None:
        """Import the documents at some places.

        Args:
            places: Paths of files, folders and archives, web addresses, or `-` for standard input.
            workers: The workers; they are closed in the end.
            on_imported: Told what became of each document.
            is_stopped: Asked several times a second; True ends the import.

        Raises:
            InputError: A place cannot be read.
            Cancelled: `is_stopped` came true.
            WorkersLost: There are no workers any more.
            StoreError: The store may not be written or is busy.
        """
        files = chain.from_iterable(find_files(place, MOST_FILES) for place in places)
        batches = batches_of(files, self._writer.known_files)
        executor = ThreadPoolExecutor(workers.number)
        try:
            for batch, extractions in extracted(batches, workers, executor, is_stopped, _AHEAD):
                on_imported(self._writer.write(batch, extractions))
        finally:
            workers.close()
            executor.shutdown(cancel_futures=True)


def extracted(
    batches: Iterator[Batch], workers: Workers, executor: ThreadPoolExecutor, is_stopped: IsStopped, most_ahead: int
) -> Iterator[tuple[Batch, list[Extraction]]]:
    """Yield the batches with their extractions, in order; others are worked on ahead of the one that is written.

    Args:
        batches: The batches.
        workers: The workers.
        executor: The threads that wait for them.
        is_stopped: Asked several times a second.
        most_ahead: Batches for each worker that are worked on ahead.

    Raises:
        Cancelled: `is_stopped` came true.
        WorkersLost: There are no workers any more.
    """
    ahead: deque[tuple[Batch, Future[list[Extraction]]]] = deque()
    for batch in batches:
        to_read = [each.found for each in batch if each.source is None]
        ahead.append((batch, executor.submit(workers.extract, to_read)))
        if len(ahead) > workers.number * most_ahead:
            first, future = ahead.popleft()
            yield first, _result(future, is_stopped)
    while ahead:
        first, future = ahead.popleft()
        yield first, _result(future, is_stopped)


def _result(future: "Future[list[Extraction]]", is_stopped: IsStopped) -> list[Extraction]:
    while True:
        refuse_if_stopped(is_stopped)
        if wait((future,), _PATIENCE).done:
            return future.result()


def refuse_if_stopped(is_stopped: IsStopped) -> None:
    """End an import that is to be stopped.

    Raises:
        Cancelled: It is.
    """
    if is_stopped():
        raise Cancelled(
            "The import was stopped; what was written so far is in, and importing the same places again goes on from "
            "there."
        )
