"""The bulk import of the command line: who works, how far it is, and how it is stopped."""

import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from summittui.cli.bulk_progress import REFUSED, BulkProgress
from summittui.cli.ending import PROBLEM_FOUND
from summittui.cli.form import Form, form
from summittui.cli.options import opened_session
from summittui.cli.output import say, write
from summittui.exchange.as_json import json_text
from summittui.exchange.plain import to_plain
from summittui.intake.gathering import count_files
from summittui.model.text import counted
from summittui.session.importing import IN, Details, Imported, Outcome
from summittui.session.proposing import Proposer

if TYPE_CHECKING:
    from summittui.session.bulk.dask_workers import DaskWorkers
    from summittui.session.bulk.extraction import Job
    from summittui.session.bulk.local_workers import LocalWorkers

MANY = 4_000
"""Files from which on the store has a replica, so that memory does not grow with each document."""
_REFRESH = 0.2
"""Seconds between two progress lines on a terminal."""
_SELDOM = 10.0
"""Seconds between two progress lines elsewhere."""


class BulkOptions(Struct, frozen=True):
    """The options of a bulk import."""

    workers: int | None
    """The number of processes of this machine."""
    scheduler: str | None
    """The address of the scheduler whose cluster does the work; None for this machine."""
    even_so: bool
    left_out: bool


def import_in_bulk(places: Sequence[str], details: Details, proposer: Proposer | None, options: BulkOptions) -> int:
    """Import documents, telling of each as it comes in, and return the exit code."""
    from summittui.session.bulk.bulk_import import BulkImport

    total = sum(map(count_files, places))
    with opened_session(grows=total >= MANY) as session:
        bulk = BulkImport(session, details, even_so=options.even_so, proposer=proposer)
        talk = _Talk(total, left_out=options.left_out)
        _run(partial(bulk.run, places), bulk.job, talk, options)
    return PROBLEM_FOUND if talk.progress.has_refused else 0


def work_off_queue(proposer: Proposer | None, options: BulkOptions) -> int:
    """Import what is in the queue of the store, telling of each document as it comes in, and return the exit code."""
    from summittui.cli.import_queue import opened_queue

    with opened_queue(grows=True) as (session, queue):
        from summittui.session.bulk.queue_import import QueueImport

        if not (waiting := queue.waiting()):
            say("Nothing waits in the import queue; put documents in with `summittui import PLACE --queue`.")
            return 0
        bulk = QueueImport(session, queue, even_so=options.even_so, proposer=proposer)
        talk = _Talk(waiting, left_out=options.left_out)
        _run(bulk.run, bulk.job, talk, options)
    return PROBLEM_FOUND if talk.progress.has_refused else 0


def _run(run: Callable[..., None], job: "Job", talk: "_Talk", options: BulkOptions) -> None:
    """Run an import with workers until it is through or a signal stops it, and report it in any case."""
    with _workers(job, options) as workers, _stopped_by_signals() as stop:

        def is_stopped() -> bool:
            talk.show_progress()
            return stop.is_set()

        try:
            run(workers, on_imported=talk.tell, is_stopped=is_stopped)
        finally:
            talk.report()


def _workers(job: "Job", options: BulkOptions) -> "LocalWorkers | DaskWorkers":
    if options.scheduler is not None:
        from summittui.session.bulk.dask_workers import DaskWorkers

        return DaskWorkers(job, options.scheduler)
    from summittui.session.bulk.local_workers import LocalWorkers

    return LocalWorkers(job, options.workers or 1)


class _Talk:
    """All that is said: ids or JSON lines to standard output, progress and refusals to standard error."""

    def __init__(self, total: int, *, left_out: bool) -> None:
        self.progress = BulkProgress(total, time.monotonic())
        self._left_out = left_out
        self._is_on_terminal = sys.stderr.isatty()
        self._width = 0
        """Cells of the progress line that stands on the terminal."""
        self._next = time.monotonic() + (_REFRESH if self._is_on_terminal else _SELDOM)

    def tell(self, imported: Sequence[Imported]) -> None:
        """Tell of the documents of a batch."""
        self.progress.count(imported, time.monotonic())
        self._clear_progress()
        for one in imported:
            if form() is Form.JSON:
                write(json_text(to_plain(one)) + "\n")
            else:
                self._tell_one(one)
        self.show_progress()

    def show_progress(self) -> None:
        """Write the progress, if a new line is due."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + (_REFRESH if self._is_on_terminal else _SELDOM)
        line = self.progress.line(now)
        if self._is_on_terminal:
            from shutil import get_terminal_size

            line = line[: get_terminal_size().columns - 1]
            self._overwrite(line)
        else:
            say(line)

    def report(self) -> None:
        """Write the report."""
        self._clear_progress()
        say(self.progress.report(time.monotonic()))
        if self.progress.proposals:
            waiting = counted(self.progress.proposals, "proposal")
            say(f"{waiting} to review: see `summittui review list`, accept with `summittui review accept`.")

    def _tell_one(self, one: Imported) -> None:
        if one.outcome in IN:
            write(f"{one.source}\n")
        elif one.outcome in {Outcome.UNREAD, Outcome.REFUSED}:
            say(one.note or one.name)
        elif one.outcome in REFUSED or one.outcome is Outcome.VARIANT:
            say(f"{one.outcome}: {one.name}; {one.note}")
        for invention in one.inventions:
            say(f"  not in the text: {invention}")
        for part in one.left_out if self._left_out else ():
            say(f"  left out: {part}")

    def _clear_progress(self) -> None:
        if self._width:
            self._overwrite("")
            self._overwrite("")  # and back to the beginning of the line

    def _overwrite(self, line: str) -> None:
        """Write a line of digits and words over the one before, by a carriage return alone, as any terminal can."""
        with suppress(OSError):
            click.echo(f"\r{line.ljust(self._width)}" if line or self._width else "\r", err=True, nl=False)
        self._width = len(line)


@contextmanager
def _stopped_by_signals() -> Iterator[Event]:
    """Let ctrl+c, SIGTERM and a hangup stop the import between two batches; the second one ends it at once."""
    stop = Event()

    def stop_or_end(*_: object) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {each: signal.signal(each, stop_or_end) for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield stop
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
