"""How fast a new library follows an edit: `python benchmarks/renew.py`.

A session edits a made-up library in which everything was asked for before. The table is Markdown;
`docs/performance-store.md` keeps one.
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from summittui.library import Library
from summittui.library.memory.library import MemoryLibrary
from summittui.model import SEARCHED_TABLES, Actor, Quote
from summittui.session import Session
from summittui.store.store import Store
from summittui.store.synthetic import synthetic_collection, synthetic_texts

SIZES = (10_000, 100_000)
Edit = Callable[[Session], object]


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes on the clock."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def ask_everything(library: Library) -> None:
    """Ask for what the screens look things up in."""
    library.index()
    for table in SEARCHED_TABLES:
        library.index_words(table)
    library.quotes_in("")
    library.referrers("")


def edits(number: int, quotes: int) -> dict[str, Edit]:
    """Return edits in words, those of each number on other records."""
    quote, actor = f"synthetic-quote-{number * 7919 % quotes}", f"synthetic-actor-{number}"
    added = f"synthetic-added-{number}"

    def change(session: Session) -> None:
        session.change(replace(session.library.get_as(Quote, quote), gist=f"Edited {number}", stances=()))

    def rename(session: Session) -> None:
        session.change(replace(session.library.get_as(Actor, actor), name=f"Edited {number}"))

    return {
        "a quote changed": change,
        "a quote added": lambda session: session.add(replace(session.library.get_as(Quote, quote), id=added)),
        "a quote deleted": lambda session: session.remove(added),
        "the deletion undone": lambda session: session.undo(),
        "a memo written": lambda session: session.set_note(quote, memo=f"Edited {number}"),
        "an actor called otherwise": rename,
    }


def measured(folder: Path, quotes: int, times: int) -> dict[str, float]:
    """Return the medians of the milliseconds from an edit until all of the new library can be asked."""
    store = Store.create(folder / "store.json", synthetic_collection(quotes), synthetic_texts(quotes))
    session = Session(store)
    ask_everything(session.library)
    records, texts = session.library.records, session.library.texts
    found = {"a library made afresh": [milliseconds(lambda: ask_everything(MemoryLibrary(records, texts)))]}
    gc.collect()
    gc.freeze()
    for number in range(times):
        for name, edit in edits(number, quotes).items():
            spent = milliseconds(lambda edit=edit: edit(session))  # type: ignore[misc]  # bound here
            found.setdefault(name, []).append(spent + milliseconds(lambda: ask_everything(session.library)))
    store.close()
    return {name: sorted(values)[len(values) // 2] for name, values in found.items()}


def main() -> None:
    """Measure, and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="numbers of quotes")
    arguments.add_argument("--times", type=int, default=20)
    chosen = arguments.parse_args()
    found = []
    for quotes in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            found.append(measured(Path(folder), quotes, chosen.times))
    print(f"| | {' | '.join(f'{quotes:,}' for quotes in chosen.sizes)} |\n| --- |{' ---: |' * len(found)}")
    for name in found[0]:
        print(f"| {name} | {' | '.join(f'{figures[name]:,.1f}' for figures in found)} |")


if __name__ == "__main__":
    main()
