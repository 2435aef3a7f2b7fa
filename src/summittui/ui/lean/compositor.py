"""What a screen draws of an update: the lines that changed of the widgets on top, and nothing under or beside them.

Textual 8.2.8 draws every line of every widget that touches the rectangle around all changes. Everything here that
begins with an underscore is Textual's own; `tests/ui/lean` compares the two cell for cell.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from rich.console import Console, ConsoleOptions, RenderResult
from rich.control import Control
from rich.segment import Segment
from textual._compositor import Compositor, CompositorUpdate
from textual._context import visible_screen_stack
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

Spans = list[tuple[int, int]]
"""Parts of one line, as half-open ranges of cells from the left."""


class Piece(NamedTuple):
    """A part of a line."""

    x: int
    y: int
    strip: Strip


class LeanUpdate(CompositorUpdate):
    """The parts of lines that are to be shown."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.pieces = tuple(pieces)

    def __rich_console__(self, _console: Console, _options: ConsoleOptions) -> RenderResult:
        """Yield the lines from the top, for a picture of them."""
        for _, line in groupby(sorted(self.pieces, key=itemgetter(1, 0)), key=itemgetter(1)):
            for piece in line:
                yield from piece.strip
            yield Segment.line()

    def render_segments(self, console: Console) -> str:
        """Return what Textual's own display sends."""
        return "".join(f"{Control.move_to(x, y).segment.text}{strip.render(console)}" for x, y, strip in self.pieces)


class LeanCompositor(Compositor):
    """A compositor that draws no line which nobody sees."""

    def render_update(
        self,
        full: bool = False,
        screen_stack: list[Screen[Any]] | None = None,
        simplify: bool = False,
    ) -> Any:
        """Return what has changed, or everything; None where nothing has."""
        if simplify:
            return super().render_update(full, screen_stack, simplify)
        visible_screen_stack.set(screen_stack or [])
        whole = self.size.region
        changed = [whole] if full else [region.intersection(whole) for region in self._dirty_regions]
        self._dirty_regions.clear()
        return LeanUpdate(self._pieces(changed)) if any(changed) else None

    def _pieces(self, changed: Iterable[Region]) -> Iterator[Piece]:
        """Yield what is seen in some regions, the widgets on top first."""
        wanted: dict[int, Spans] = {}
        for y, x1, x2 in self._regions_to_spans(changed):
            wanted.setdefault(y, []).append((x1, x2))
        for widget, (region, clip) in self.visible_widgets.items():
            if not wanted:
                return
            seen = region.intersection(clip)
            mine = _taken(wanted, seen)
            for first, last in _runs(sorted(mine)):
                strips = widget.render_lines(Region(seen.x - region.x, first - region.y, seen.width, last - first))
                for y, strip in enumerate(strips, first):
                    for x1, x2 in mine[y]:
                        yield Piece(x1, y, _part(strip, x1 - seen.x, x2 - seen.x))


def _taken(wanted: dict[int, Spans], seen: Region) -> dict[int, Spans]:
    """Take what lies in a region out of what is wanted; returns it."""
    taken: dict[int, Spans] = {}
    for y in seen.line_range:
        spans = wanted.get(y)
        if not spans:
            continue
        inside = [(max(x1, seen.x), min(x2, seen.right)) for x1, x2 in spans if x1 < seen.right and x2 > seen.x]
        if not inside:
            continue
        taken[y] = inside
        left = [(x1, min(x2, seen.x)) for x1, x2 in spans if x1 < seen.x]
        right = [(max(x1, seen.right), x2) for x1, x2 in spans if x2 > seen.right]
        if left or right:
            wanted[y] = [*left, *right]
        else:
            del wanted[y]
    return taken


def _runs(lines: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the half-open ranges of neighbouring lines."""
    first = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at] != lines[at - 1] + 1:
            yield lines[first], lines[at - 1] + 1
            first = at


def _part(strip: Strip, start: int, end: int) -> Strip:
    return strip if start == 0 and end == strip.cell_length else strip.crop(start, end)
