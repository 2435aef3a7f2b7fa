"""How fast the lists are, without a terminal: `python benchmarks/lists.py`.

Each size is measured in a process of its own, on a made-up library. A key is timed from its press to the repainted
screen with the answer to it. The floor is a plain scan of the same folded texts. The table is Markdown;
`docs/performance-lists.md` keeps one.
"""

import argparse
import asyncio
import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

from summittui.library import Library
from summittui.library.memory.library import MemoryLibrary
from summittui.library.memory.words import folded_texts
from summittui.store.synthetic import synthetic_collection
from summittui.ui.app import SummitApp
from summittui.ui.scheduling.deferred_refresh import FAST_SECONDS
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.search import SearchScreen
from summittui.ui.terminal.environment import FRAMES
from summittui.ui.widgets.filter_line import FilterLine

SIZES = (1_000, 10_000, 100_000)
WORDS = (
    "measure harbour",
    "lantern never",
    "synthetic actor 7",
    "copper winter x",
    "holds river kettle",
    "by:synthetic-actor-1",
)
SCREEN = (140, 40)
MOST_SECONDS = 20
_LOOK_SECONDS = 0.0005
"""How long the app is left alone before it is asked again; without a pause the asking would slow its threads."""
Figures = dict[str, float]


class Held:
    """Stands for a session: holds a library and nothing else."""

    why_read_only = None
    seeded = False
    is_shipped = False

    def __init__(self, library: Library) -> None:
        self.library = self.scoped_library = library

    def reload(self) -> bool:
        """Nothing changes here."""
        return False

    def is_behind(self) -> bool:
        """Nobody else changes anything."""
        return False

    def close(self) -> None:
        """Nothing is open."""


def share(values: list[float], part: float) -> float:
    """Return the value below which this part of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def latencies(name: str, values: list[float]) -> Figures:
    """Return the median and the 95th percentile in milliseconds."""
    return {f"{name} p50": share(values, 0.5), f"{name} p95": share(values, 0.95)}


async def until(done: Callable[[], bool]) -> None:
    """Let the app work until something holds and what it changed is on the screen."""
    begun = time.perf_counter()
    while not done():
        if time.perf_counter() - begun > MOST_SECONDS:
            raise TimeoutError(done)
        await asyncio.sleep(_LOOK_SECONDS)


async def timed(work: Callable[[], Awaitable[None]]) -> float:
    """Return how many milliseconds `work` takes on the clock."""
    begun = time.perf_counter()
    await work()
    return (time.perf_counter() - begun) * 1000


def settled(screen: BrowseScreen, table: str) -> bool:
    """Tell whether a list shows what is wanted and nothing is left to repaint."""
    shown = screen.lists._shown.get(table)  # noqa: SLF001  # measured from inside
    browsing = screen.browsing
    done = browsing is not None and shown is not None and shown.listed.query == browsing.wanted(table)
    return done and not screen.deferred.is_pending and painted(screen)


def painted(screen: Any) -> bool:
    """Tell whether everything that was asked to be repainted is, the widgets' own wishes included."""
    if screen._dirty_widgets or screen._repaint_required or screen._layout_required:  # noqa: SLF001
        return False
    return not any(widget._repaint_required or widget._layout_required for widget in screen.walk_children())  # noqa: SLF001


async def measured(quotes: int) -> Figures:
    """Return the figures of one size."""
    library = MemoryLibrary(synthetic_collection(quotes).records)
    app = SummitApp(lambda: Held(library))  # type: ignore[arg-type,return-value]  # all of a session that is used
    figures: Figures = {}
    gc.disable()  # as the program does until its first screen stands
    begun = time.perf_counter()
    async with app.run_test(size=SCREEN) as pilot:
        screen = app.screen
        assert isinstance(screen, BrowseScreen)
        await until(lambda: all(settled(screen, table) for table in ("actors", "quotes", "declarations")))
        figures["mount"] = (time.perf_counter() - begun) * 1000
        await app.workers.wait_for_complete()
        figures |= latencies("cursor, linked lists", await moves(app, pilot, screen, "actors"))
        await pilot.press("escape")
        figures |= latencies("scroll", await moves(app, pilot, screen, "quotes", lead=False))
        await pilot.press("escape")
        figures |= latencies("filter key", await filtering(pilot, screen))
        await pilot.press("asterisk")
        await pilot.pause()
        found = app.screen
        assert isinstance(found, SearchScreen)
        figures |= latencies("search key", await searching(pilot, found))
    figures |= latencies("plain scan", scans(library))
    return figures


def whole(screen: SearchScreen) -> bool:
    """Tell whether the results are those of what was typed, of all tables."""
    answer = screen.live.answer
    return answer is not None and answer.query == screen.live.query and not answer.awaited


async def moves(app: SummitApp, pilot: Any, screen: BrowseScreen, table: str, *, lead: bool = True) -> list[float]:
    """Return how long each move of a cursor takes until all lists show what belongs to the record."""
    screen.go_to(table)
    await pilot.pause()
    times = []
    for _ in range(60):
        before = screen.filtered_list.cursor_key

        async def press(before: str | None = before) -> None:
            rows = screen.filtered_list
            ended = rows.cursor.at == len(rows.rows) - 1
            app.simulate_key("home" if ended else "down" if lead else "pagedown")
            await until(lambda: screen.filtered_list.cursor_key != before)
            await asyncio.sleep(0)
            await until(lambda: all(settled(screen, each) for each in ("actors", "quotes", "declarations")))

        await asyncio.sleep(FAST_SECONDS)  # else it is a held key, which the lists follow when it rests
        times.append(await timed(press))
    return times


async def filtering(pilot: Any, screen: BrowseScreen) -> list[float]:
    """Return how long each letter takes from its press to the list that it makes."""
    screen.go_to("quotes")
    await pilot.pause()
    times = []
    for words in WORDS:
        screen.run_command("filter")
        await pilot.pause()
        for letter in words:

            async def press(letter: str = letter) -> None:
                line = screen.query_one("#filter", FilterLine)
                length = len(line.value)
                line.insert_text_at_cursor(letter)
                await until(
                    lambda: (
                        screen.browsing is not None
                        and len(screen.browsing.words.get("quotes", "").strip()) >= len((line.value).strip())
                        and len(line.value) > length
                    )
                )
                await until(lambda: settled(screen, "quotes"))

            times.append(await timed(press))
        await pilot.press("escape")
        await pilot.pause()
    return times


async def searching(pilot: Any, screen: SearchScreen) -> list[float]:
    """Return how long each letter takes from its press to the results that it makes."""
    times = []
    for words in WORDS:
        screen.query_line.value = ""
        await pilot.pause()
        for letter in words:

            async def press(letter: str = letter) -> None:
                screen.query_line.insert_text_at_cursor(letter)
                await asyncio.sleep(0)
                await until(lambda: not screen.query_line._message_queue.qsize())  # noqa: SLF001
                await asyncio.sleep(0)
                await until(lambda: whole(screen))
                await until(lambda: painted(screen))

            times.append(await timed(press))
    return times


def scans(library: Library) -> list[float]:
    """Return how long it takes to look for each of these words in all texts, one after the other."""
    texts = folded_texts(library, "quotes")
    times = []
    for words in WORDS:
        for end in range(1, len(words) + 1):
            wanted = words[:end].split()
            begun = time.perf_counter()
            [at for at, text in enumerate(texts) if all(word in text for word in wanted)]
            times.append((time.perf_counter() - begun) * 1000)
    return times


def table(found: dict[int, Figures]) -> str:
    """Return the figures as Markdown."""
    names = list(next(iter(found.values())))
    heads = " | ".join(f"{size:,}" for size in found)
    lines = [f"| milliseconds | {heads} |", "|---|" + "---:|" * len(found)]
    lines += [
        f"| {name} | " + " | ".join(f"{figures[name]:.1f}" for figures in found.values()) + " |" for name in names
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure every size, each in a process of its own."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    options.add_argument("--one", type=int, help="measure one size here and write JSON")
    chosen = options.parse_args()
    if chosen.one:
        print(json.dumps(asyncio.run(measured(chosen.one))))
        return
    found = {}
    environment = os.environ | {"TEXTUAL_FPS": FRAMES["local"]}
    for size in chosen.sizes:
        command = [sys.executable, __file__, "--one", str(size)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        found[size] = json.loads(done.stdout.splitlines()[-1])
    print(table(found))


if __name__ == "__main__":
    main()
