"""Writers that are killed at random moments: `python -m tests.store.kill --trials 1000 --writers 3 --replica`.

Each writer adds records, changes and deletes them in a library of its own names, and says on its standard output what
was acknowledged. A trial ends with SIGKILL for all of them at once; what was acknowledged must then be in the store,
what was not must be there whole or not at all, and the store must take another edit. With a replica, which the
writers of some trials make themselves, it must then be the one that would be made anew, or be made anew.
"""

import argparse
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import msgspec

from summittui.library.sqlite.file import discard
from summittui.model import Actor, ActorKind, Record
from summittui.session.replica import Wish, follower_of
from summittui.store.store import Store
from summittui.store.store_paths import StorePaths
from tests.patience import PATIENCE
from tests.store.samples import collection_of

COMPACT_AT = 6_000
"""Bytes of journals at which these writers compact: every few edits."""


class Counts(NamedTuple):
    """What the trials came to."""

    trials: int
    acknowledged: int
    compactions: int


class Lost(AssertionError):
    """The store is not what was acknowledged."""


def write(path: Path, name: str, wish: Wish) -> None:
    """Edit until killed; each acknowledged edit is one line `id note`, a deletion `id -`."""
    store = Store.open(path, compact_at=COMPACT_AT, follower=follower_of(path, wish))
    number = 0
    while True:
        number += 1
        for id_, note in _edits(name, number):
            if note is None:
                store.delete(id_)
            else:
                store.put(Actor(id=id_, name=name, kind=ActorKind.PERSON, note=note))
            sys.stdout.write(f"{id_} {note or '-'}\n")
            sys.stdout.flush()


def run_trials(trials: int, writers: int, folder: Path, seed: int = 1, wish: Wish = "off") -> Counts:
    """Run the trials on one store.

    Args:
        trials: The number of trials.
        writers: The number of writers in each.
        folder: The folder of the store.
        seed: The seed of what is random.
        wish: Whether the writers keep a replica.

    Raises:
        Lost: An acknowledged edit is missing, or one appears half.
    """
    chance = random.Random(seed)
    path = folder / "store.json"
    if not path.exists():
        Store.create(path, collection_of()).close()
    acknowledged = 0
    begun = Store.open(path).info().generation
    for trial in range(trials):
        names = [f"t{trial}w{writer}" for writer in range(writers)]
        said = _killed(path, names, chance.uniform(0.0, 0.06), wish)
        acknowledged += sum(map(len, said))
        _compare(path, trial, names, said)
        if wish == "on":
            _compare_replica(path, trial, keep=trial % 3 != 0)
    return Counts(trials, acknowledged, Store.open(path).info().generation - begun)


def _edits(name: str, number: int) -> list[tuple[str, str | None]]:
    id_ = f"{name}-{number}"
    edits: list[tuple[str, str | None]] = [(id_, "x" * (number * 37 % 400 + 1)), (id_, f"changed{number}")]
    return [*edits, (id_, None)] if number % 3 == 0 else edits


def _killed(path: Path, names: list[str], seconds: float, wish: Wish) -> list[list[list[str]]]:
    """Return what each writer acknowledged before all of them were killed."""
    command = [sys.executable, "-m", "tests.store.kill", "--write", str(path)]
    running = [subprocess.Popen([*command, name, wish], stdout=subprocess.PIPE, text=True) for name in names]
    for process in running:
        if process.stdout:
            begun = select.poll()
            begun.register(process.stdout, select.POLLIN)
            begun.poll(PATIENCE * 1000)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    for process in running:
        process.send_signal(signal.SIGKILL)
    outputs = [process.communicate(timeout=PATIENCE)[0] for process in running]
    return [[line.split() for line in output.splitlines(keepends=True) if line.endswith("\n")] for output in outputs]


def _compare(path: Path, trial: int, names: list[str], said: list[list[list[str]]]) -> None:
    store = Store.open(path)
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
    store.close()


def _compare_replica(path: Path, trial: int, *, keep: bool) -> None:
    """Open the replica that the killed left, and hold it against the one that is made anew in its place."""
    from tests.library.sqlite.made import derived

    replica, found = StorePaths(path).replica, []
    for _ in ("left", "anew"):
        Store.open(path, follower=follower_of(path, "on")).close()
        found.append(derived(replica))
        discard(replica)
    if found[0] != found[1]:
        raise Lost(f"trial {trial}: the replica is not that of the store")
    if keep:
        Store.open(path, follower=follower_of(path, "on")).close()
    left = [each.name for each in path.parent.glob(f"{replica.name}*.tmp")]
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
    parser.add_argument("--replica", action="store_const", const="on", default="off")
    parser.add_argument("--write", nargs=3, metavar=("PATH", "NAME", "WISH"))
    given = parser.parse_args()
    if given.write:
        write(Path(given.write[0]), given.write[1], given.write[2])
        return
    with tempfile.TemporaryDirectory() as folder:
        counts = run_trials(given.trials, given.writers, Path(folder), given.seed, given.replica)
    sys.stdout.write(msgspec.json.encode(counts._asdict()).decode() + "\n")


if __name__ == "__main__":
    main()
