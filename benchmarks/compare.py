"""How fast comparing is in a large library: `python benchmarks/compare.py`.

Two actors of a made-up library get thousands of its quotes. The table is Markdown; `docs/performance-compare.md` keeps
one.
"""

import argparse
import asyncio
import gc
import time
from collections.abc import Callable

from msgspec.structs import replace
from textual.app import App

from summittui.library import Library
from summittui.library.answers.comparison import compare
from summittui.library.memory.library import MemoryLibrary
from summittui.model import PartyId, Records
from summittui.queries.comparison import Alignment, ComparisonQuery
from summittui.store.synthetic import synthetic_collection
from summittui.ui.screens.compare import CompareScreen
from summittui.ui.theme.themes import DARK, themes

SIDES = ("synthetic-actor-0", "synthetic-actor-1")
EVERY = 20
"""Each of the two actors speaks in every so many quotes."""
MOVES: dict[str, Callable[[CompareScreen], None]] = {
    "j": lambda screen: screen.grid.move(1),
    "ctrl+d": lambda screen: screen.grid.half_page(1),
    "l": lambda screen: screen.grid.move_column(1),
    "n": lambda screen: screen.actions["next-difference"].run(),
    "k": lambda screen: screen.grid.move(-1),
}


class BenchApp(App[None]):
    """An app that has a library and nothing else."""

    library: Library | None = None
    why_read_only: str | None = None


def library(quotes: int) -> Records:
    """Return the records of a made-up library in which both actors speak often."""
    records = synthetic_collection(quotes).records
    spoken = tuple(
        replace(quote, speaker=PartyId(SIDES[at // (EVERY // 2) % 2])) if at % (EVERY // 2) == 0 else quote
        for at, quote in enumerate(records.quotes)
    )
    return replace(records, quotes=spoken)


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes on the clock."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def row(name: str, values: list[float]) -> str:
    """Return a row of the table: the median and the 95th percentile."""
    ordered = sorted(values)
    p50, p95 = ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"| {name} | {p50:.1f} | {p95:.1f} |"


async def drawn(held: Library, times: int) -> dict[str, list[float]]:
    """Return the times from the question until the rows are drawn, and those of single keys."""
    found: dict[str, list[float]] = {"until the first rows are drawn": []}
    app = BenchApp()
    for each in themes():
        app.register_theme(each)
    app.theme = DARK
    app.library = held
    async with app.run_test(size=(140, 40)) as pilot:
        for _ in range(times):
            screen = CompareScreen(SIDES)
            begun = time.perf_counter()
            await app.push_screen(screen)
            while screen.live.answer is None or screen.grid.is_empty:  # noqa: ASYNC110  # nothing else tells that it has its answer
                await asyncio.sleep(0.001)
            painted(screen)
            found["until the first rows are drawn"].append((time.perf_counter() - begun) * 1000)
            for key, move in MOVES.items():
                begun = time.perf_counter()
                move(screen)
                painted(screen)
                spent = (time.perf_counter() - begun) * 1000
                found.setdefault(f"the key {key}, all lines painted", []).append(spent)
            app.pop_screen()
            await pilot.pause()
    return found


def painted(screen: CompareScreen) -> None:
    """Paint every line of the grid."""
    for y in range(screen.grid.size.height):
        screen.grid.render_line(y)


def main() -> None:
    """Measure, and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--quotes", type=int, default=100_000)
    arguments.add_argument("--times", type=int, default=20)
    chosen = arguments.parse_args()
    records = library(chosen.quotes)
    n = sum(quote.speaker in SIDES for quote in records.quotes)
    print(f"{chosen.quotes:,} quotes, {n:,} of the two actors\n\n| | p50 ms | p95 ms |\n| --- | ---: | ---: |")
    first = []
    for _ in range(max(1, chosen.times // 4)):
        fresh = MemoryLibrary(records)
        gc.collect()
        first.append(milliseconds(lambda held=fresh: compare(held, ComparisonQuery(sides=tuple(SIDES)))))  # type: ignore[misc]  # bound here
    print(row("the first question, the index built", first))
    held = MemoryLibrary(records)
    compare(held, ComparisonQuery(sides=tuple(SIDES)))
    gc.freeze()
    print(
        row(
            "a later question, by issue",
            [milliseconds(lambda: compare(held, ComparisonQuery(sides=tuple(SIDES)))) for _ in range(chosen.times)],
        )
    )
    for by in (Alignment.DATE, Alignment.SOURCE):
        spent = [
            milliseconds(lambda by=by: compare(held, ComparisonQuery(sides=tuple(SIDES), by=by)))
            for _ in range(chosen.times)
        ]  # type: ignore[misc]  # bound here
        print(row(f"a later question, by {by}", spent))
    for name, values in asyncio.run(drawn(held, chosen.times)).items():
        print(row(name, values))


if __name__ == "__main__":
    main()
