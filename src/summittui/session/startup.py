"""The time until the workbench has opened, by phase, beside a bare Textual app that is opened in turn with it."""

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from msgspec import Struct

from summittui import startup_trace
from summittui.session.watched import Watched, watch

HELLO = """
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("hello")

Hello().run()
"""
"""The bare Textual app whose opening is the floor for that of the workbench."""
FIRST_PAINT = "first paint"
SETTLED = "settled"
_WORK = (startup_trace.STORE_READ, startup_trace.LIBRARY_BUILT)
_NANOSECONDS = 1_000_000
"""In a millisecond."""


class Phase(Struct, frozen=True, kw_only=True):
    """A stretch of an opening."""

    name: str
    """The point that is reached at the end of the phase."""
    milliseconds: float


class Opening(Struct, frozen=True, kw_only=True):
    """One opening of the workbench, in milliseconds."""

    first_paint: float
    settled: float
    phases: tuple[Phase, ...]
    """In the order of time; together they make up the time until it has settled."""
    work: tuple[Phase, ...]
    """Pieces of work that fall within these phases, some in a thread."""


class Startup(Struct, frozen=True, kw_only=True):
    """The opening of the workbench, by rounds in which it and a bare Textual app take turns."""

    rounds: int
    first_paint: float
    """Median milliseconds."""
    settled: float
    bare_first_paint: float
    bare_settled: float
    opening: Opening
    """The round in the middle by its first paint."""

    @property
    def first_paint_ratio(self) -> float:
        """The first paint as a multiple of the bare app's."""
        return self.first_paint / self.bare_first_paint

    @property
    def settled_ratio(self) -> float:
        """The settling of the workbench as a multiple of the bare app's."""
        return self.settled / self.bare_settled


def measure_startup(options: Sequence[str], rounds: int) -> Startup:
    """Open the workbench with these options of the command line, and a bare Textual app, as often as `rounds` says.

    Both run on a terminal of their own, 80x24, and are ended by force: nothing is kept of what they showed.

    Raises:
        InputError: One of them showed nothing.
    """
    kept = {name: value for name, value in os.environ.items() if name != startup_trace.VARIABLE}
    environment = kept | {"TERM": "xterm-256color"} if kept.get("TERM") in {None, "", "dumb"} else kept
    arguments = [sys.executable, "-m", "summittui", "--read-only", *options]
    openings, bare = [], []
    for _ in range(rounds):
        bare.append(watch([sys.executable, "-c", HELLO], environment))
        openings.append(_stamped(arguments, environment))
    openings.sort(key=lambda each: each.first_paint)
    return Startup(
        rounds=rounds,
        first_paint=median(each.first_paint for each in openings),
        settled=median(each.settled for each in openings),
        bare_first_paint=median(_milliseconds(each.begun, each.first) for each in bare),
        bare_settled=median(_milliseconds(each.begun, each.settled) for each in bare),
        opening=openings[(rounds - 1) // 2],
    )


def _stamped(arguments: Sequence[str], environment: Mapping[str, str]) -> Opening:
    with tempfile.NamedTemporaryFile(prefix="summittui-") as file:
        watched = watch(arguments, {**environment, startup_trace.VARIABLE: file.name})
        lines = Path(file.name).read_text().splitlines()
    return opening_of(watched, [(point, int(at)) for point, at in (line.split("\t") for line in lines)])


def opening_of(watched: Watched, stamped: Sequence[tuple[str, int]]) -> Opening:
    """Return what was seen of an opening together with the points that it noted itself, each with its nanoseconds."""
    spells = [(point, at) for point, at in stamped if point.endswith(("<", ">"))]
    points = [(point, at) for point, at in stamped if not point.endswith(("<", ">")) and at <= watched.settled]
    points += [(FIRST_PAINT, watched.first), (SETTLED, watched.settled)]
    points.sort(key=lambda point: (point[1], point[0] == SETTLED))
    starts = [watched.begun, *(at for _, at in points)]
    return Opening(
        first_paint=_milliseconds(watched.begun, watched.first),
        settled=_milliseconds(watched.begun, watched.settled),
        phases=tuple(
            Phase(name=point, milliseconds=_milliseconds(start, at))
            for start, (point, at) in zip(starts, points, strict=False)
        ),
        work=tuple(_work_of(name, spells) for name in _WORK if f"{name}>" in dict(spells)),
    )


def _work_of(name: str, spells: Sequence[tuple[str, int]]) -> Phase:
    """Return how long a piece of work took, all its spells together."""
    begun = [at for point, at in spells if point == f"{name}<"]
    ended = [at for point, at in spells if point == f"{name}>"]
    return Phase(name=name, milliseconds=sum(map(_milliseconds, begun, ended)))


def _milliseconds(begun: int, ended: int) -> float:
    return (ended - begun) / _NANOSECONDS
