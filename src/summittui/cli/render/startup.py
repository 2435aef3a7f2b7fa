"""How the opening of the workbench is told in text and in JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from summittui.session.startup import Phase, Startup

_WIDTH = 22


def startup_lines(startup: Startup) -> Iterator[str]:
    """Yield what a reader is told."""
    rounds = "1 round" if startup.rounds == 1 else f"{startup.rounds} rounds"
    yield f"medians of {rounds}, each beside a bare Textual app:"
    yield f"{'  first paint':{_WIDTH}}{startup.first_paint:7.0f} ms, {startup.first_paint_ratio:.2f} times the bare app"
    yield f"{'  settled':{_WIDTH}}{startup.settled:7.0f} ms, {startup.settled_ratio:.2f} times the bare app"
    yield f"{'  bare app':{_WIDTH}}{startup.bare_first_paint:7.0f} ms, settled {startup.bare_settled:.0f} ms"
    yield "the round in the middle, one stretch after the other:"
    yield from _phases(startup.opening.phases)
    yield "within these, some of it in a thread:"
    yield from _phases(startup.opening.work)


def plain_startup(startup: Startup) -> dict[str, Any]:
    """Return the figures as plain values, the ratios with them."""
    plain: dict[str, Any] = msgspec.to_builtins(startup)
    return plain | {"first_paint_ratio": startup.first_paint_ratio, "settled_ratio": startup.settled_ratio}


def _phases(phases: Iterable[Phase]) -> Iterator[str]:
    for phase in phases:
        yield f"{'  ' + phase.name:{_WIDTH}}{phase.milliseconds:7.1f} ms"
