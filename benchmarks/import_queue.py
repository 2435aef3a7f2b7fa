"""Measures the import queue of a store in a PostgreSQL database: putting in, claiming and ending many documents.

Usage: python benchmarks/import_queue.py [DOCUMENTS], 100,000 by itself.

Starts a durable server of its own on loopback. The documents are small and nobody reads them, so that only the queue
costs anything: batches of 50, as an import has them. The rows are those of the table in docs/performance-store.md.
"""

import sys
import time
from hashlib import sha256
from pathlib import Path

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.database import LOG
from tests.postgres.servers import Server

from summittui.model.location import address_in
from summittui.session.bulk.batches import BYTES, FILES
from summittui.store.import_queue import Ending, ImportQueue, NewDocument
from summittui.store.postgres.opening import new_storage, open_storage
from summittui.store.store import Store

PARTS = 5
"""Parts of the work that are told by themselves."""


def document(number: int) -> NewDocument:
    """Return a small document."""
    text = f"The port number {number} was closed.\n".encode() * 20
    return NewDocument(
        name=f"{number}.txt", digest=sha256(text).hexdigest(), url=None, content=text, details='{"outlet":"Wire"}'
    )


def put(queue: ImportQueue, number: int) -> None:
    """Put in so many documents."""
    for begin in range(0, number, FILES):
        queue.put([document(each) for each in range(begin, min(number, begin + FILES))])


def work(queue: ImportQueue, number: int) -> list[float]:
    """Claim and end about so many documents; return the milliseconds of each claim, sorted."""
    times = []
    for _ in range(number // FILES):
        begun = time.perf_counter()
        claimed = queue.claim(FILES, BYTES)
        times.append((time.perf_counter() - begun) * 1000)
        with queue.ending([Ending(number=one.number, why=None, source=None) for one in claimed]):
            pass
        queue.release([one.number for one in claimed])
    return sorted(times)


def main() -> None:
    """Measure everything."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with Server(durable=True, settings=LOG) as server:
        address = address_in(server.address())[0]
        Store(new_storage(address)).fill(None, None).close()
        store = Store(open_storage(address)).begin()
        with store.import_queue() as queue:
            begun = time.perf_counter()
            put(queue, number)
            print(f"{number:,} documents put in: {number / (time.perf_counter() - begun):,.0f} a second")
            print("| done | a claim of 50, p50 | p95 | documents a second | the list |")
            print("| ---: | ---: | ---: | ---: | ---: |")
            for part in range(PARTS):
                begun = time.perf_counter()
                times = work(queue, number // PARTS)
                rate = len(times) * FILES / (time.perf_counter() - begun)
                begun = time.perf_counter()
                listed = sum(1 for _ in queue.entries())
                assert listed == number
                taken = time.perf_counter() - begun
                figures = f"{times[len(times) // 2]:.1f} ms | {times[int(len(times) * 0.95)]:.1f} ms | {rate:,.0f}"
                print(f"| {(part + 1) * number // PARTS:,} | {figures} | {taken:.1f} s |", flush=True)
        store.close()


if __name__ == "__main__":
    main()
