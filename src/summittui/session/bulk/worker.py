"""A worker process: it reads files that it is sent, and sends back their documents with proposals."""

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection

from summittui.intake.gathering import FoundFile
from summittui.intake.readers import Reading
from summittui.session.bulk.extraction import Extraction, Job, extract


def serve(far: int) -> None:
    """Work until the other side is gone.

    The first message is the job; each further one is a list of files. Before each file its number in the list is sent,
    so that the other side knows on which file a worker ended; behind the last one the list of all extractions.

    Args:
        far: The file descriptor of the far end of the pipe.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c goes to the group; the process that imports ends its workers
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    pipe = Connection(far)
    with Reading() as reading, suppress(EOFError, OSError):
        job = pipe.recv()
        while True:
            pipe.send(list(_extractions(pipe, pipe.recv(), job, reading)))


def _extractions(pipe: Connection, files: Sequence[FoundFile], job: Job, reading: Reading) -> Iterator[Extraction]:
    for number, found in enumerate(files):
        pipe.send(number)
        yield extract(found, job, reading)
