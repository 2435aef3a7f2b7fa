"""The report on the opening of the workbench, as text and as JSON."""

from collections.abc import Iterable
from typing import Any

import msgspec

from summittui.session.startup import Phase, Startup


def startup_text(startup: Startup) -> str:
    """Return what a reader is told, a figure on each line."""
    rounds = "1 round" if startup.rounds == 1 else f"medians of {startup.rounds} rounds"
    opening = startup.opening
    return "".join(
        (
            f"{rounds}, the workbench and a bare Textual app in turn\n",
            _line("first paint", startup.first_paint, f"{startup.first_paint_ratio:.2f} times the bare app's"),
            _line("settled", startup.settled, f"{startup.settled_ratio:.2f} times the bare app's"),
            _line("bare app's first paint", startup.bare_first_paint),
            _line("bare app settled", startup.bare_settled),
            "the round in the middle, each stretch after the one before\n",
            *_phases(opening.phases),
            *(["work within these stretches, some of it in a thread\n"] if opening.work else []),
            *_phases(opening.work),
        )
    )


def plain_startup(startup: Startup) -> dict[str, Any]:
    """Return the figures as plain values, the ratios with them."""
    plain: dict[str, Any] = msgspec.to_builtins(startup)
    return plain | {"first_paint_ratio": startup.first_paint_ratio, "settled_ratio": startup.settled_ratio}


def _phases(phases: Iterable[Phase]) -> list[str]:
    return [_line(phase.name, phase.milliseconds) for phase in phases]


def _line(name: str, milliseconds: float, also: str = "") -> str:
    return f"  {name:<24}{milliseconds:7.1f} ms{', ' if also else ''}{also}\n"
