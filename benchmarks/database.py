"""Measures edits of a store in a PostgreSQL database: one writer, many writers, and another session that follows.

Usage: python benchmarks/database.py [QUOTES [SECONDS]], 10,000 quotes and 10 seconds by itself.

Starts a durable server of its own on loopback. Times are wall milliseconds, each of one edit of one quote from the call
until the server has it on its disk. Each writer is a process of its own.
"""

import random
import select
import subprocess
import sys
import time
from pathlib import Path

from msgspec.structs import replace

from summittui.model import StoreConflict
from summittui.model.location import address_in
from summittui.store.postgres.opening import new_storage, open_storage
from summittui.store.store import Store
from summittui.store.synthetic import synthetic_collection, synthetic_texts

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.postgres.servers import Server

WRITERS = (1, 8, 32)
FOLLOWED = 40


def open_store(text: str) -> Store:
    """Open a session on the store."""
    return Store(open_storage(address_in(text)[0])).begin()


def edit(store: Store, chance: random.Random) -> float:
    """Change one quote as it is now; return the milliseconds."""
    quote = chance.choice(store.records().quotes)
    begun = time.perf_counter()
    store.put(replace(quote, gist=f"changed {chance.random()}"))
    return (time.perf_counter() - begun) * 1000


def write(text: str, seed: int, seconds: float) -> None:
    """Edit for some seconds once the standard input has a line; the times go to the standard output."""
    store, chance = open_store(text), random.Random(seed)
    print("ready", flush=True)
    sys.stdin.readline()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            print(edit(store, chance))
        except StoreConflict:
            print("conflict")
            store.look()


def measured(text: str, writers: int, seconds: float) -> tuple[list[float], int]:
    """Return the times of the edits of some writers, sorted, and the number of conflicts."""
    command = [sys.executable, __file__, "--write", text]
    running = [
        subprocess.Popen([*command, str(seed), str(seconds)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for seed in range(writers)
    ]
    for each in running:
        assert each.stdout
        select.select([each.stdout], [], [])
        each.stdout.readline()
    lines = [line for each in [_going(each) for each in running] for line in each.communicate()[0].split()]
    return sorted(float(line) for line in lines if line != "conflict"), lines.count("conflict")


def _going(process: "subprocess.Popen[str]") -> "subprocess.Popen[str]":
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()
    return process


def tell(what: str, times: list[float], more: str = "") -> None:
    """Print the median and the 95th percentile of some sorted times."""
    print(
        f"{what:44} p50 {times[len(times) // 2]:8.1f}   p95 {times[int(len(times) * 0.95)]:8.1f}   {more}", flush=True
    )


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
    tell("nothing new, asked", sorted(asked))
    tell("edit of another session taken over", sorted(taken))


def main() -> None:
    """Measure everything, or write as one of several."""
    if sys.argv[1:2] == ["--write"]:
        write(sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
        return
    quotes = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 10.0
    with Server(durable=True, settings={"shared_buffers": "128MB", "max_wal_size": "1GB"}) as server:
        text = server.address()
        begun = time.perf_counter()
        Store(new_storage(address_in(text)[0])).fill(synthetic_collection(quotes), synthetic_texts(quotes)).close()
        print(f"{quotes:,} quotes, made in {time.perf_counter() - begun:.1f} s")
        begun = time.perf_counter()
        open_store(text).close()
        print(f"opened in {time.perf_counter() - begun:.2f} s")
        for writers in WRITERS:
            times, conflicts = measured(text, writers, seconds)
            told = f"{len(times) / seconds:.0f} edits a second, {conflicts} conflicts"
            tell(f"edit, {writers} writer{'s' if writers > 1 else ''}", times, told)
        follow(text)


if __name__ == "__main__":
    main()
