"""Queues whose server or worker is killed: `python -m tests.postgres.queue_failover [--trials 5] [--documents 400]`.

Two workers, the command line itself, work off the import queue of a store whose address names a primary and its
synchronous standby. A trial kills the primary with SIGKILL and promotes the standby, and with `--worker` kills one of
the workers, too. In the end each document must be there once, and whatever a worker has told as imported.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.patience import PATIENCE
from tests.postgres.failover import new_store
from tests.postgres.servers import Pair, started_pair
from tests.session.bulk.made import folder_of

WORKERS = 2


class Found(NamedTuple):
    """The end of a trial."""

    done: int
    """Documents that the queue has as done."""
    sources: int
    texts: int
    """Different texts of sources."""
    told: int
    """Sources that a worker has told as imported."""
    told_and_lost: int
    codes: list[int]
    """Exit codes of the workers."""


def run_trial(pair: Pair, documents: int, chance: random.Random, *, is_worker_killed: bool) -> Found:
    """Kill the primary of a pair while workers work off a queue of so many documents."""
    new_store(pair)
    with tempfile.TemporaryDirectory() as folder:
        place = folder_of(Path(folder) / "in", documents)
        subprocess.run(_command(pair, str(place), "--queue", "--outlet", "Wire"), check=True, capture_output=True)
        workers = [
            subprocess.Popen(
                _command(pair, "--workers", "1"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            )
            for _ in range(WORKERS)
        ]
        _wait_for_done(pair, chance.randrange(1, documents // 2))
        if is_worker_killed:
            workers[0].kill()
        pair.primary.kill()
        time.sleep(chance.uniform(0, 3))
        pair.standby.promote()
        ended = [each.communicate(timeout=PATIENCE * 5) for each in workers]
    for _, told in ended:
        sys.stderr.write(told)
    return _found(pair, "".join(out for out, _ in ended).split(), [each.returncode for each in workers])


def _command(pair: Pair, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "summittui", "--store", pair.address(), "import", *arguments]


def _wait_for_done(pair: Pair, number: int) -> None:
    while pair.primary.run("select count(*) from summittui.import_queue where state = 'done'")[0][0] < number:
        time.sleep(0.01)


def _found(pair: Pair, told: list[str], codes: list[int]) -> Found:
    ((done, sources, texts),) = pair.standby.run(
        "select (select count(*) from summittui.import_queue where state = 'done'), "
        "(select count(*) from summittui.document where tab = 'sources'), "
        "(select count(distinct body->>'text') from summittui.document where tab = 'texts')"
    )
    there = {id_ for (id_,) in pair.standby.run("select id from summittui.document where tab = 'sources'")}
    return Found(done, sources, texts, len(told), len(set(told) - there), codes)


def main() -> None:
    """Run the trials that were asked for and print what each came to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--trials", type=int, default=5)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--worker", action="store_true", help="kill one of the workers, too")
    given = parser.parse_args()
    chance = random.Random(1)
    for _ in range(given.trials):
        with started_pair() as pair:
            sys.stdout.write(f"{run_trial(pair, given.documents, chance, is_worker_killed=given.worker)}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
