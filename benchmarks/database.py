"""Measures edits of a store in a PostgreSQL database: one writer, many writers, coders, and a session that follows.

Usage: python benchmarks/database.py [QUOTES [SECONDS]], 10,000 quotes and 10 seconds by itself.

Starts a durable server of its own on loopback, with the log of a server as it is installed. Times are wall
milliseconds, each of one edit of one quote from the call until the server has it on its disk. Each session is a process
of its own. A writer does nothing but edit; a coder edits every 2 to 5 seconds and looks twice a second whether others
have, as the screens do. The rows are those of the table in docs/performance-store.md.
"""

import random
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from summittui.model import StoreConflict
from summittui.model.location import address_in
from summittui.store.postgres.opening import new_storage, open_storage
from summittui.store.store import Store
from summittui.store.synthetic import synthetic_collection, synthetic_texts

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.postgres.servers import Server

Kind = Literal["writer", "coder"]
SESSIONS: tuple[tuple[Kind, int], ...] = (("writer", 1), ("writer", 8), ("writer", 32), ("coder", 32))
PAUSES = 2.0, 5.0
"""Seconds between two edits of a coder."""
LOOK = 0.5
"""Seconds between two looks of a coder."""
CODING = 3
"""How many times as long coders are measured, for they edit seldom."""
FOLLOWED = 40
LOG = {"shared_buffers": "128MB", "min_wal_size": "256MB", "max_wal_size": "1GB"}
"""Settings of the server, in place of the small ones of the tests."""


class Told(NamedTuple):
    """What a session tells of its work."""

    times: list[float]
    """Of its edits, in milliseconds."""
    conflicts: int
    cpu: float
    """Seconds of processor time."""


def open_store(text: str) -> Store:
    """Open a session on the store."""
    return Store(open_storage(address_in(text)[0])).begin()


def edit(store: Store, chance: random.Random) -> float:
    """Change one quote as it is now; return the milliseconds."""
    quote = chance.choice(store.records().quotes)
    changed = replace(quote, gist=f"changed {chance.random()}")
    begun = time.perf_counter()
    store.edit({quote.id: changed}, label=f"edit {quote.id}")  # as a session does
    return (time.perf_counter() - begun) * 1000


def work(kind: Kind, text: str, seed: int, seconds: float) -> None:
    """Edit for some seconds once the standard input has a line; what is told of it goes to the standard output."""
    store, chance = open_store(text), random.Random(seed)
    print("ready", flush=True)
    sys.stdin.readline()
    times, conflicts, cpu = list[float](), 0, time.process_time()
    for _ in turns(kind, store, chance, seconds):
        try:
            times.append(edit(store, chance))
        except StoreConflict:
            conflicts += 1
            store.look()
    print(msgspec.json.encode(Told(times, conflicts, time.process_time() - cpu)).decode())


def turns(kind: Kind, store: Store, chance: random.Random, seconds: float) -> Iterator[None]:
    """Yield when an edit is due, at once for a writer, and after some looks for a coder."""
    end = time.monotonic() + seconds
    due = time.monotonic() + chance.uniform(0, PAUSES[1]) if kind == "coder" else 0
    while (now := time.monotonic()) < end:
        if now >= due:
            due = now + chance.uniform(*PAUSES) if kind == "coder" else 0
            yield
        else:
            time.sleep(min(LOOK, due - now))
            if store.changed():
                store.look()


def measure(server: Server, kind: Kind, number: int, seconds: float) -> None:
    """Measure some sessions at once, and print a row of the table."""
    command = [sys.executable, __file__, "--work", kind, server.address()]
    running = [
        subprocess.Popen([*command, str(seed), str(seconds)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for seed in range(number)
    ]
    for each in running:
        assert each.stdout
        select.select([each.stdout], [], [])
        each.stdout.readline()
    told = [msgspec.json.decode(each.communicate()[0], type=Told) for each in [_going(each) for each in running]]
    times = sorted(one for each in told for one in each.times)
    cpu = sum(each.cpu for each in told) / number / seconds
    conflicts = sum(each.conflicts for each in told)
    what = f"an edit, {number} {kind}{'s' if number > 1 else ''}"
    tell(what, times, f"{len(times) / seconds:.0f}", f"{cpu:.1%}", str(conflicts))


def _going(process: "subprocess.Popen[str]") -> "subprocess.Popen[str]":
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()
    return process


def tell(what: str, times: list[float], *more: str) -> None:
    """Print a row with the median and the 95th percentile of some sorted times."""
    figures = [f"{times[len(times) // 2]:.1f}", f"{times[int(len(times) * 0.95)]:.1f}", *(more or ("", "", ""))]
    print(f"| {' | '.join([what, *figures])} |", flush=True)


def follow(text: str) -> None:
    """Measure what it costs a session to take over an edit of another one, and to ask whether there is any."""
    ours, theirs, chance = open_store(text), open_store(text), random.Random("follow")
    asked, taken = [], []
    for _ in range(FOLLOWED):
        begun = time.perf_counter()
        assert not ours.changed()
        asked.append((time.perf_counter() - begun) * 1000)
        edit(theirs, chance)
        begun = time.perf_counter()
        assert ours.changed()
        ours.look()
        taken.append((time.perf_counter() - begun) * 1000)
    tell("the question whether there is anything new", sorted(asked))
    tell("an edit of another session taken over", sorted(taken))


def main() -> None:
    """Measure everything, or work as one of several sessions."""
    if sys.argv[1:2] == ["--work"]:
        kind: Kind = "coder" if sys.argv[2] == "coder" else "writer"
        work(kind, sys.argv[3], int(sys.argv[4]), float(sys.argv[5]))
        return
    quotes = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 10.0
    with Server(durable=True, settings=LOG) as server:
        text = server.address()
        begun = time.perf_counter()
        Store(new_storage(address_in(text)[0])).fill(synthetic_collection(quotes), synthetic_texts(quotes)).close()
        print(f"{quotes:,} quotes, made in {time.perf_counter() - begun:.1f} s")
        begun = time.perf_counter()
        open_store(text).close()
        print(f"opened in {time.perf_counter() - begun:.2f} s\n")
        print("| milliseconds on the clock | p50 | p95 | edits a second | CPU of a session | conflicts |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |")
        for kind, number in SESSIONS:
            measure(server, kind, number, seconds * (CODING if kind == "coder" else 1))
        follow(text)


if __name__ == "__main__":
    main()
