"""The import queue of the command line: documents are put in, listed, and put back where they failed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summittui.cli.ending import PROBLEM_FOUND
from summittui.cli.form import Form, form
from summittui.cli.options import opened_session
from summittui.cli.output import say, write
from summittui.cli.proposers import ended_by_signals
from summittui.exchange.as_json import to_json
from summittui.model import StoreReadOnly
from summittui.model.text import counted, safe
from summittui.session.importing import Details

if TYPE_CHECKING:
    from summittui.session import Session
    from summittui.store.import_queue import ImportQueue, QueueEntry


@contextmanager
def opened_queue(*, grows: bool = False) -> "Iterator[tuple[Session, ImportQueue]]":
    """Open the session of the running command with the queue of its store, which is made where there is none.

    Raises:
        InputError: The store is not in a database.
        StoreReadOnly: The store may only be read, or there is no queue, and the role may not make one.
    """
    with opened_session(grows=grows) as session, session.import_queue() as queue:
        if session.why_read_only is not None:
            raise StoreReadOnly(session.why_read_only)
        queue.make()
        yield session, queue


def put_into_queue(places: Sequence[str], details: Details) -> int:
    """Put documents into the queue and return the exit code."""
    with opened_queue() as (session, queue), ended_by_signals():
        from summittui.session.bulk.queue_import import PutOutcome, QueueImport

        put = tuple(QueueImport(session, queue, even_so=False, proposer=None).put(places, details))
    if form() is Form.JSON:
        write(to_json(put))
    for one in put if form() is not Form.JSON else ():
        if one.outcome is PutOutcome.UNREAD:
            say(one.note or safe(one.name))
    counts = Counter(one.outcome for one in put)
    say(", ".join(f"{number:,} {outcome}" for outcome, number in counts.items()) or "No document was found there.")
    if counts[PutOutcome.QUEUED]:
        say("Work them off, on any machine that reaches the store, with `summittui import --workers N`.")
    return PROBLEM_FOUND if counts[PutOutcome.UNREAD] else 0


def list_queue() -> int:
    """Write every document of the queue with its state and return the exit code."""
    counts = Counter[str]()
    with opened_session() as session, session.import_queue() as queue:
        entries = _counted_in(counts, queue.entries())
        if form() is Form.JSON:
            write(to_json(tuple(entries)))
        else:
            for one in entries:
                told = one.why or one.source or ""
                write(f"{one.number}  {one.state:7}  {safe(one.name)}{f'  {safe(told)}' if told else ''}\n")
    say(", ".join(f"{number:,} {state}" for state, number in counts.items()) or "The import queue is empty.")
    return 0


def _counted_in(counts: Counter[str], entries: "Iterator[QueueEntry]") -> "Iterator[QueueEntry]":
    """Yield entries of the queue, and count their states."""
    for one in entries:
        counts[one.state] += 1
        yield one


def retry_failed() -> int:
    """Let the documents that failed wait again and return the exit code."""
    with opened_queue() as (_, queue):
        number = queue.retry()
    say(f"{counted(number, 'document')} put back into the queue.")
    return 0
