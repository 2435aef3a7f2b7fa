"""Measures a bulk import, with one of its workers killed half-way as well.

Usage: python benchmarks/bulk.py [DOCUMENTS], 4,000 by itself.

The documents are made up: some 700 words each, with twelve quotes. Each import is one of its own, into an empty store.
Seconds are wall; on a machine that does other work as well they say little, and the CPU seconds of the process that
writes, and of its workers, more. Memory is what belongs to a process alone.
"""

import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from summittui.model import Proposal
from summittui.session import Session
from summittui.session.bulk.bulk_import import BulkImport
from summittui.session.bulk.local_workers import LocalWorkers
from summittui.session.importing import Details, Imported
from summittui.session.proposing import Proposer
from summittui.session.replica import Wish

WIRE = Details(outlet="Wire")
WORDS = ("measure", "harbour", "signal", "minister", "port", "plan", "treaty", "council", "water", "grain", "vote")
PARAGRAPHS, WORDS_EACH = 12, 45


def article(chance: random.Random) -> str:
    """Return the text of a document."""
    return "\n\n".join(paragraph(chance) for _ in range(PARAGRAPHS)) + "\n"


def paragraph(chance: random.Random) -> str:
    """Return a sentence of the source's own, and one that is quoted."""
    words = " ".join(f"{chance.choice(WORDS)}{chance.randrange(3000)}" for _ in range(WORDS_EACH // 3))
    plain = " ".join(chance.choice(WORDS) for _ in range(WORDS_EACH - WORDS_EACH // 3))
    thing, other = chance.choice(WORDS), chance.randrange(100_000)
    return f"The {words} {plain}. “We will see to the {thing} of {other},” said Mara Lindqvist, the minister."


def private_megabytes(pid: int | str = "self") -> float:
    """Return the memory that belongs to a process alone."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private")) / 1024


def measure(folder: Path, workers: int, wish: Wish, *, kills: bool) -> None:
    """Import all documents and print what it took.

    Args:
        folder: The documents.
        workers: The number of workers; 0 for an import without, in one edit.
        wish: Whether the store has a replica.
        kills: Whether a worker is killed half-way.
    """
    path = Path(tempfile.mkdtemp()) / "store.json"
    Session.create(path).close()
    session = Session.open(path, replica=wish)
    seen: list[Imported] = []
    memory: list[float] = []
    began, number = time.perf_counter(), sum(1 for _ in folder.iterdir())
    if workers:
        bulk = BulkImport(session, WIRE, even_so=False, proposer=Proposer())

        def tell(imported: Sequence[Imported]) -> None:
            before, after = len(seen), len(seen) + len(imported)
            seen.extend(imported)
            if before < number // 2 <= after:
                memory.extend(map(private_megabytes, crew.pids))
                if kills:
                    os.kill(crew.pids[0], signal.SIGKILL)

        with LocalWorkers(bulk.job, workers) as crew:
            bulk.run([str(folder)], crew, on_imported=tell)
    else:
        seen.extend(session.intake.import_documents([str(folder)], WIRE, proposer=Proposer()))
    wall = time.perf_counter() - began
    cpu = [sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    extras = f"{', one killed' if kills else ''}{', with a replica' if wish == 'on' else ''}"
    what = f"{workers or 'no'} worker{'s' if workers != 1 else ''}{extras}"
    each = f"{max(memory):.0f}" if memory else "-"
    sources, proposals = session.library.size("sources"), len(session.library.every(Proposal))
    print(
        f"| {what} | {wall:.1f} | {cpu[0]:.1f} | {cpu[1]:.1f} | {private_megabytes():.0f} | {each} | {sources:,} | "
        f"{proposals:,} |",
        flush=True,
    )
    session.close()


def main() -> None:
    """Measure each import in a process of its own."""
    if len(sys.argv) > 2:
        measure(Path(sys.argv[2]), int(sys.argv[3]), cast("Wish", sys.argv[4]), kills=sys.argv[5] == "kills")
        return
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as made:
        for at in range(number):
            Path(made, f"{at:06}.txt").write_text(article(chance), encoding="utf-8")
        heads = ("import", "s", "CPU s", "CPU s of workers", "MB", "MB of a worker", "sources", "proposals")
        print(f"| {' | '.join(heads)} |\n{'|---' * len(heads)}|", flush=True)
        cases = ((0, "off", ""), (1, "off", ""), (2, "off", ""), (2, "off", "kills"), (2, "on", ""), (2, "on", "kills"))
        for workers, wish, kills in cases:
            subprocess.run([sys.executable, __file__, str(number), made, str(workers), wish, kills], check=True)


if __name__ == "__main__":
    main()
