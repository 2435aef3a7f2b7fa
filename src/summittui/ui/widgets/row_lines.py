"""The lines of rows as a list paints them: the signs of cursor and mark, then what the row says."""

from msgspec import Struct
from rich.text import Text
from textual.strip import Strip

from summittui.model.caching import BoundedCache
from summittui.ui.theme.paint import Painter
from summittui.ui.widgets.rows import Rows

CURSOR, MARK, IN_RANGE = "▸", "*", "+"
GUTTER = 2
"""Cells at the left of a row: the cursor's sign and the mark's."""
_KEPT = 256
"""The number of lines in the cache."""


class RowLine(Struct, frozen=True):
    """A line of a row, and how the list shows it."""

    at: int
    """The index of the row, from 0; an index behind the last row stands for an empty line."""
    part: int
    """Which of the row's lines, from 0."""
    cursor: str = ""
    """The style of the cursor's row where this is it."""
    is_marked: bool = False
    is_in_range: bool = False


class Parts(Struct, frozen=True):
    """The parts from which a line is painted."""

    signs: Text
    """The cursor's sign and the mark's."""
    gutter: int
    """The cells of the signs."""
    line: Text
    base: str
    """The style under both."""


class Painted(Struct, frozen=True):
    """A line with what it was painted from."""

    parts: Parts
    strip: Strip


class RowLines:
    """The lines of some rows, each made and painted only if it was not lately."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._lines: BoundedCache[tuple[int, int], tuple[Text, ...]] = BoundedCache(_KEPT)
        self._painted: BoundedCache[object, Painted] = BoundedCache(_KEPT)

    def painted(self, line: RowLine, width: int, painter: Painter, *, spoken: bool) -> Painted:
        """Return a line in `width` cells; where it is read aloud, words stand for its marks."""

        def paint() -> Painted:
            parts = self._parts(line, width, spoken=spoken)
            columns = (parts.signs, parts.gutter), (parts.line, width - parts.gutter)
            return Painted(parts, painter.row(*columns, base=parts.base))

        return self._painted.get((line, width, painter), paint)

    def _parts(self, line: RowLine, width: int, *, spoken: bool) -> Parts:
        if not 0 <= line.at < len(self._rows):
            return Parts(Text(), 0, Text(), "")
        key = self._rows.key(line.at)
        gutter = GUTTER if key else 1
        sign = (MARK if line.is_marked else IN_RANGE if line.is_in_range else "") if key and not line.part else ""
        said = {MARK: "marked ", IN_RANGE: "in the range "}.get(sign, "") if spoken else ""
        room = max(1, width - gutter - len(said))
        lines = self._lines.get((line.at, room), lambda: self._rows.lines(line.at, room))
        text = lines[line.part] if line.part < len(lines) else Text()
        if said:
            text = Text.assemble((said, "mark"), text)
        signs = Text((CURSOR if line.cursor and not line.part else " ") + " " * (gutter - 1))
        if sign and not said:
            signs = signs[:1] + Text(sign, "mark")
        return Parts(signs, min(gutter, width), text, line.cursor)
