"""Writers that are killed at random moments: `python -m tests.store.kill --trials 1000 --writers 3 --replica`.

Each writer adds records, changes and deletes them under names of its own, and says into a pipe what was acknowledged.
A trial ends with SIGKILL for all of them at once; what was acknowledged must then be in the store, what was not must be
there whole or not at all, the history must have each edit once, and the store must take another one. The replica of a
file, which the writers of some trials make themselves, must then be the one that would be made anew, or be made anew.

With `--postgres`, the store is in a database of a throw-away server.
"""

import argparse
import math
import os
import random
import sys
import tempfile
import time
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import msgspec

from summittui.library.sqlite.file import discard
from summittui.model import Actor, ActorKind, Record
from summittui.store.store import Store
from summittui.store.store_paths import StorePaths
from tests.patience import PATIENCE
from tests.postgres.servers import shared
from tests.store.backends import Backend, FileBackend, new_schema
from tests.store.processes import pipe, started
from tests.store.samples import collection_of

COMPACT_AT = 6_000
"""Bytes of journals at which these writers compact: every few edits."""
AT_LEAST = 4
"""The number of edits that writers have acknowledged, at most, before the moment is random at which they are killed."""


class Counts(NamedTuple):
    """What the trials came to."""

    trials: int
    acknowledged: int
    compactions: int


class Lost(AssertionError):
    """The store is not what was acknowledged."""


def write(backend: Backend, replica: Path | None, name: str, acknowledged: Connection) -> None:
    """Edit until killed; each acknowledged edit is one line `id note`, a deletion `id -`."""
    store = backend.open(compact_at=COMPACT_AT, replica=replica)
    number = 0
    while True:
        number += 1
        for id_, note in _edits(name, number):
            if note is None:
                store.delete(id_)
            else:
                store.put(Actor(id=id_, name=name, kind=ActorKind.PERSON, note=note))
            os.write(acknowledged.fileno(), f"{id_} {note or '-'}\n".encode())


def run_trials(backend: Backend, trials: int, writers: int, *, seed: int = 1, replica: Path | None = None) -> Counts:
    """Run the trials on one store of the sample.

    Args:
        backend: What keeps the store.
        trials: The number of trials.
        writers: The number of writers in each.
        seed: The seed of what is random.
        replica: The replica that the writers keep; None for none.

    Raises:
        Lost: An acknowledged edit is missing, or one appears half or twice.
    """
    chance = random.Random(seed)
    with closing(backend.open()) as store:
        begun, acknowledged = store.info().generation, 0
    for trial in range(trials):
        names = [f"t{trial}w{writer}" for writer in range(writers)]
        said = _killed(backend, replica, names, edits=chance.randint(1, AT_LEAST), seconds=chance.uniform(0.0, 0.03))
        acknowledged += sum(map(len, said))
        _compare(backend, trial, names, said)
        if replica:
            _compare_replica(backend, replica, trial, keep=trial % 3 != 0)
    with closing(backend.open()) as store:
        _compare_history(store)
        return Counts(trials, acknowledged, store.info().generation - begun)


def _edits(name: str, number: int) -> list[tuple[str, str | None]]:
    id_ = f"{name}-{number}"
    edits: list[tuple[str, str | None]] = [(id_, "x" * (number * 37 % 400 + 1)), (id_, f"changed{number}")]
    return [*edits, (id_, None)] if number % 3 == 0 else edits


def _killed(
    backend: Backend, replica: Path | None, names: list[str], *, edits: int, seconds: float
) -> list[list[bytes]]:
    """Return the lines in which each writer acknowledged its edits before all of them were killed.

    Args:
        backend: What keeps the store.
        replica: The replica that the writers keep.
        names: The names of the writers.
        edits: The number of edits that each has acknowledged by then.
        seconds: How long they go on.
    """
    pipes = [pipe() for _ in names]
    running = [started(write, backend, replica, name, sending) for name, (_, sending) in zip(names, pipes, strict=True)]
    for _, sending in pipes:
        sending.close()
    said = [_said(receiving, edits) for receiving, _ in pipes]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    for process in running:
        process.kill()
    for process in running:
        process.join(PATIENCE)
    return [
        [line for line in (first + _said(receiving)).splitlines(keepends=True) if line.endswith(b"\n")]
        for first, (receiving, _) in zip(said, pipes, strict=True)
    ]


def _said(receiving: Connection, lines: float = math.inf) -> bytes:
    """Return what comes out of a pipe until there are so many lines, or until its end."""
    content = b""
    while content.count(b"\n") < lines and receiving.poll(PATIENCE):
        piece = os.read(receiving.fileno(), 65_536)
        if not piece:
            receiving.close()
            break
        content += piece
    return content


def _compare(backend: Backend, trial: int, names: list[str], said: list[list[bytes]]) -> None:
    with closing(backend.open()) as store:
        found: dict[str, Record] = {record.id: record for record in store.records()}
        for name, lines in zip(names, said, strict=True):
            expected = _after(name, len(lines))
            one_more = _after(name, len(lines) + 1)
            present = {
                id_: record.note for id_, record in found.items() if isinstance(record, Actor) and record.name == name
            }
            if present not in (expected, one_more):
                raise Lost(f"trial {trial}: {name} acknowledged {len(lines)} edits, the store differs")
        mark = Actor(id=f"trial-{trial}", name="mark", kind=ActorKind.PERSON)
        store.put(mark)
        store.delete(mark.id)
        if trial % 10 == 0:
            _clean(store)


def _compare_history(store: Store) -> None:
    """Hold the history against the number of edits: each is there once, the newest first."""
    numbers = [each.number for each in store._storage.history.backwards()]
    if numbers != list(range(store.info().edits, 0, -1)):
        raise Lost(f"the history has {len(numbers)} edits, the store {store.info().edits}")


def _compare_replica(backend: Backend, replica: Path, trial: int, *, keep: bool) -> None:
    """Open the replica that the killed left, and hold it against the one that is made anew in its place."""
    from tests.library.sqlite.made import derived

    found = []
    for _ in ("left", "anew"):
        backend.open(replica=replica).close()
        found.append(derived(replica))
        discard(replica)
    if found[0] != found[1]:
        raise Lost(f"trial {trial}: the replica is not that of the store")
    if keep:
        backend.open(replica=replica).close()
    left = [each.name for each in replica.parent.glob(f"{replica.name}*.tmp")]
    if left:
        raise Lost(f"trial {trial}: the killed left {left}")


def _after(name: str, count: int) -> dict[str, str | None]:
    """Return the notes by id after so many edits of a writer."""
    state: dict[str, str | None] = {}
    number = 0
    while count > 0:
        number += 1
        for id_, note in _edits(name, number)[:count]:
            state[id_] = note
            if note is None:
                del state[id_]
            count -= 1
    return state


def _clean(store: Store) -> None:
    """Delete what the trials left, so that the store stays small."""
    actors = [actor for actor in store.records().actors if actor.id.startswith("t")]
    store.edit({actor.id: None for actor in actors}, label="clean")


def main() -> None:
    """Run the trials that were asked for and print what they came to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--trials", type=int, default=50)
    parser.add_argument("--writers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--replica", action="store_true")
    parser.add_argument("--postgres", action="store_true")
    given = parser.parse_args()
    os.environ["SUMMITTUI_NON_DURABLE"] = "allow"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.json"
        backend = new_schema(shared()) if given.postgres else FileBackend(path)
        backend.create(collection_of()).close()
        replica = StorePaths(path).replica if given.replica else None
        counts = run_trials(backend, given.trials, given.writers, seed=given.seed, replica=replica)
    sys.stdout.write(msgspec.json.encode(counts._asdict()).decode() + "\n")


if __name__ == "__main__":
    main()
