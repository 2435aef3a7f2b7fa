"""A bulk import by way of the import queue of a store in a database: put in by one, worked off by any number."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from enum import StrEnum
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct

from summittui.intake.gathering import FoundFile, find_files
from summittui.intake.known import known_records
from summittui.model import Cancelled, InputError, SourceId, StoreRewound, StoreUnreachable
from summittui.session.bulk import batches
from summittui.session.bulk.batch_writer import BatchWriter, Worked
from summittui.session.bulk.batches import Batch, BatchFile, batches_of
from summittui.session.bulk.bulk_import import MOST_FILES, IsStopped, OnImported, extracted, refuse_if_stopped
from summittui.session.bulk.extraction import Job
from summittui.session.bulk.workers import Workers
from summittui.session.importing import IN, Details, Imported, Outcome, check_details
from summittui.session.proposing import Proposer
from summittui.store.import_queue import ClaimedDocument, ClaimLost, Ending, ImportQueue, NewDocument

if TYPE_CHECKING:
    from summittui.session import Session

T = TypeVar("T")

_AHEAD = 1
"""Batches for each worker that are claimed before the first of them is written; the rest is left to other machines."""
_CLAIMS = 1_000
"""Documents that one session claims at most: each is a lock, of which a server has some thousands in all."""
_TRIES = 6
"""Times that a call is made while the server is lost; each waits some seconds for it or its successor."""
_PAUSE = 0.3
"""Seconds between two looks whether documents that others have claimed are free again."""


class PutOutcome(StrEnum):
    """The fate of a document that is put into the queue."""

    QUEUED = "queued"
    IN_QUEUE = "in the queue"
    """The document is in the queue already."""
    KNOWN = "known"
    """The document is in the store already."""
    UNREAD = "not read"


class Put(Struct, frozen=True, kw_only=True):
    """A document with what became of it."""

    name: str
    outcome: PutOutcome
    source: SourceId | None = None
    note: str | None = None


class QueueImport:
    """The import of documents through the queue of the store of a session.

    Each claimed batch is one edit, in whose transaction its documents are marked as done or failed.
    """

    def __init__(self, session: "Session", queue: ImportQueue, *, even_so: bool, proposer: Proposer | None) -> None:
        """Take what holds for every document; as `BulkImport`.

        Args:
            session: The session.
            queue: The queue of its store.
            even_so: Add a document that is nearly the text of another source, too.
            proposer: The proposer of the texts; None for no proposals.
        """
        self.job = Job(known=known_records(session.library), proposer=proposer)
        """Everything that a worker has to know."""
        self._queue = queue
        self._writer = BatchWriter(session, Details(), self.job, even_so=even_so, on_write=self._ending)

    def put(self, places: Iterable[str], details: Details) -> Iterator[Put]:
        """Put the documents at some places into the queue, batch by batch, and yield what became of each.

        Args:
            places: Paths of files, folders and archives, web addresses, or `-` for standard input.
            details: Metadata that goes before that of the files.

        Raises:
            InputError: A place cannot be read, or a detail cannot stand in any source.
            StoreError: The queue may not be written.
        """
        check_details(details)
        try:
            plain = msgspec.json.encode(details).decode()
        except UnicodeEncodeError:
            raise InputError("Nothing was put in: an option holds half a character; give it as UTF-8.") from None
        files = chain.from_iterable(find_files(place, MOST_FILES) for place in places)
        for batch in batches_of(files, self._writer.known_files):
            new = [each.found for each in batch if each.source is None and each.found.problem is None]
            put = iter(self._queue.put([_new_document(found, plain) for found in new]))
            for file in batch:
                yield _put(file, put)

    def run(self, workers: Workers, *, on_imported: OnImported, is_stopped: IsStopped = lambda: False) -> None:
        """Import what is in the queue until nothing waits, also what other machines have claimed and not ended.

        Args:
            workers: The workers; they are closed in the end.
            on_imported: Told what became of each document.
            is_stopped: Asked several times a second; True ends the import.

        Raises:
            Cancelled: `is_stopped` came true.
            WorkersLost: There are no workers any more.
            StoreError: The store may not be written or is busy.
        """
        executor = ThreadPoolExecutor(workers.number)
        try:
            while _tried(self._queue.waiting, is_stopped):
                refuse_if_stopped(is_stopped)
                if not self._work(workers, executor, on_imported, is_stopped):
                    time.sleep(_PAUSE)
        except Cancelled:
            raise Cancelled(
                "The import was stopped; what was written so far is in, and the queue keeps the rest."
            ) from None
        finally:
            workers.close()
            executor.shutdown(cancel_futures=True)

    def _work(
        self, workers: Workers, executor: ThreadPoolExecutor, on_imported: OnImported, is_stopped: IsStopped
    ) -> bool:
        """Import what can be claimed now; tell whether there was anything."""
        has_worked = False
        claimed = self._claimed(workers.number, is_stopped)
        for batch, extractions in extracted(claimed, workers, executor, is_stopped, _AHEAD):
            has_worked = True
            with suppress(ClaimLost):
                on_imported(_tried(partial(self._writer.write, batch, extractions), is_stopped))
            _tried(partial(self._queue.release, [file.number for file in batch]), is_stopped)
        return has_worked

    def _claimed(self, workers: int, is_stopped: IsStopped) -> Iterator[Batch]:
        files = min(batches.FILES, _CLAIMS // (workers * _AHEAD + 1))
        while claimed := _tried(partial(self._queue.claim, files, batches.BYTES), is_stopped):
            yield tuple(self._batch_file(one) for one in claimed)

    def _batch_file(self, one: ClaimedDocument) -> BatchFile:
        return BatchFile(
            found=FoundFile(name=one.name, content=one.content, url=one.url),
            source=self._writer.known_files.get(one.digest),
            number=one.number,
            details=msgspec.json.decode(one.details, type=Details),
        )

    def _ending(self, worked: Worked, imported: Sequence[Imported]) -> AbstractContextManager[None]:
        return self._queue.ending(
            [_ending_of(file.number, one) for (file, _), one in zip(worked, imported, strict=True)]
        )


def _tried(call: Callable[[], T], is_stopped: IsStopped) -> T:
    """Return the answer of a call, which is made again while its server is lost.

    No call brings a document twice: a batch that turns out to be written after all is refused as `ClaimLost`.

    Raises:
        StoreError: The server stayed away, or the store cannot be used.
        Cancelled: `is_stopped` came true.
    """
    for _ in range(_TRIES - 1):
        try:
            return call()
        except (StoreUnreachable, StoreRewound):
            refuse_if_stopped(is_stopped)
    return call()


def _ending_of(number: int, one: Imported) -> Ending:
    is_done = one.outcome in IN or one.outcome is Outcome.KNOWN
    why = None if is_done else one.note or str(one.outcome)
    return Ending(number=number, why=why, source=one.source if is_done else None)


def _new_document(found: FoundFile, details: str) -> NewDocument:
    return NewDocument(name=found.name, digest=found.digest, url=found.url, content=found.content, details=details)


def _put(file: BatchFile, put: Iterator[bool]) -> Put:
    name = file.found.name
    if file.found.problem is not None:
        return Put(name=name, outcome=PutOutcome.UNREAD, note=file.found.problem)
    if file.source is not None:
        return Put(name=name, outcome=PutOutcome.KNOWN, source=file.source)
    return Put(name=name, outcome=PutOutcome.QUEUED if next(put) else PutOutcome.IN_QUEUE)
