"""Primaries that are killed under writers: `python -m tests.postgres.failover --trials 20 --writers 8 [--standby cut]`.

Each writer adds actors to a store in a database with a synchronous standby, and says on its standard output what became
of each edit. A trial kills the primary with SIGKILL, as when its machine loses power, and promotes the standby, to
which the writers go on by themselves. With `--standby cut` the standby is cut off first, so that nothing can be
acknowledged any more. Whatever was acknowledged must then be there, and nothing may be there that was told as failed.
"""

import argparse
import random
import select
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

import msgspec

from summittui.model import Actor, ActorKind, StoreError
from summittui.model.location import address_in
from summittui.store.postgres.opening import new_storage, open_storage
from summittui.store.store import Store
from tests.patience import PATIENCE
from tests.postgres.servers import Pair, started_pair

StandbyState = Literal["synchronous", "cut"]
ACKNOWLEDGED, FAILED, UNKNOWN = "acknowledged", "failed", "unknown"


class Counts(NamedTuple):
    """What became of the edits of some trials."""

    trials: int = 0
    acknowledged: int = 0
    lost: int = 0
    """Acknowledged, and not there after the failover."""
    failed: int = 0
    """Told as not written."""
    failed_but_there: int = 0
    unknown: int = 0
    """Told as perhaps written, after the edit could not be looked up."""
    paused: float = 0.0
    """Seconds between two edits that a writer had acknowledged, at most."""

    def plus(self, other: "Counts") -> "Counts":
        """Return the counts of both."""
        summed = {name: getattr(self, name) + getattr(other, name) for name in self._fields}
        return Counts(**{**summed, "paused": max(self.paused, other.paused)})


class Told(NamedTuple):
    """What a writer said of an edit."""

    outcome: str
    id: str
    when: float
    """By the clock that all processes share, in seconds."""


def write(text: str, name: str) -> None:
    """Add actors until the standard input ends; what became of each is one line."""
    store = Store(open_storage(address_in(text)[0])).begin()
    number = 0
    while not select.select([sys.stdin], [], [], 0)[0]:
        number += 1
        outcome, id_ = _put(store, f"{name}-{number}")
        sys.stdout.write(f"{outcome} {id_} {time.monotonic()}\n")
        sys.stdout.flush()


def run_trials(trials: int, writers: int, standby: StandbyState = "synchronous", seed: int = 1) -> Counts:
    """Run the trials, each on a pair of servers of its own.

    Args:
        trials: The number of trials.
        writers: The number of writers in each.
        standby: Whether the standby is cut off before the primary is killed.
        seed: The seed of what is random.
    """
    chance, counts = random.Random(seed), Counts()
    for _ in range(trials):
        with started_pair() as pair:
            new_store(pair)
            counts = counts.plus(run_trial(pair, writers, standby, chance))
    return counts


def new_store(pair: Pair) -> None:
    """Make an empty store on a pair of servers."""
    Store(new_storage(address_in(pair.address())[0])).fill(None, None).close()


def run_trial(pair: Pair, writers: int, standby: StandbyState, chance: random.Random) -> Counts:
    """Kill the primary of a pair under writers, and compare what they were told with what the standby has."""
    text = pair.address()
    command = [sys.executable, "-m", "tests.postgres.failover", "--write", text]
    running = [
        subprocess.Popen([*command, f"w{each}"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for each in range(writers)
    ]
    first = [process.stdout.readline() for process in running if process.stdout]
    time.sleep(chance.uniform(0.2, 1.0))
    if standby == "cut":
        pair.standby.stop()
        time.sleep(chance.uniform(0.1, 0.5))
    pair.primary.kill()
    if standby == "cut":
        pair.standby.start()
    pair.standby.promote()
    time.sleep(1.0)
    rest = [process.communicate("", timeout=PATIENCE)[0] for process in running]
    told = [list(_told(begun + more)) for begun, more in zip(first, rest, strict=True)]
    return _counted(pair, told)


def _put(store: Store, id_: str) -> tuple[str, str]:
    try:
        store.put(Actor(id=id_, name=id_, kind=ActorKind.PERSON))
    except StoreError as error:
        sys.stderr.write(f"{id_}: {error}\n")
        return (UNKNOWN if "whether it was cannot be asked" in str(error) else FAILED), id_
    return ACKNOWLEDGED, id_


def _told(lines: str) -> Iterator[Told]:
    for line in lines.splitlines():
        outcome, id_, when = line.split()
        yield Told(outcome, id_, float(when))


def _counted(pair: Pair, told: list[list[Told]]) -> Counts:
    rows = pair.standby.run("select id from summittui.document where tab = 'actors'")
    there = {id_ for (id_,) in rows}
    every = [each for writer in told for each in writer]
    outcomes = Counter(each.outcome for each in every)
    times = [[each.when for each in writer if each.outcome == ACKNOWLEDGED] for writer in told]
    return Counts(
        trials=1,
        acknowledged=outcomes[ACKNOWLEDGED],
        lost=sum(each.outcome == ACKNOWLEDGED and each.id not in there for each in every),
        failed=outcomes[FAILED],
        failed_but_there=sum(each.outcome == FAILED and each.id in there for each in every),
        unknown=outcomes[UNKNOWN],
        paused=max((late - soon for each in times for soon, late in pairwise(each)), default=0.0),
    )


def main() -> None:
    """Run the trials that were asked for and print what they came to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--trials", type=int, default=5)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--standby", choices=get_args(StandbyState), default="synchronous")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", nargs=2, metavar=("ADDRESS", "NAME"))
    given = parser.parse_args()
    if given.write:
        write(*given.write)
        return
    counts = run_trials(given.trials, given.writers, given.standby, given.seed)
    sys.stdout.write(msgspec.json.encode(counts._asdict()).decode() + "\n")


if __name__ == "__main__":
    main()
