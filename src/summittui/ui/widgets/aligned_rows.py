"""Aligned rows as lines: the columns of a row begin together, side by side or under each other."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, Protocol

from rich.text import Text

from summittui.ui.theme.paint import fit, wrap
from summittui.ui.widgets.cell import Cell, EntryCoordinate, GridRow, Line


class Measures(NamedTuple):
    """The measures of a grid on which its lines depend, besides the rows."""

    inner: int
    """Cells of a whole line."""
    label: int
    """Cells of the labels."""
    column: int
    """Cells of a column."""
    columns: tuple[int, ...]
    """The columns in sight."""
    wrapped: bool


class Layout(Protocol):
    """The layout of rows as lines, some of which are in sight."""

    def scroll_to(self, coordinate: EntryCoordinate, sight: int) -> None:
        """Bring an entry into a sight of so many lines."""

    def in_sight(self, sight: int) -> list[Line]:
        """Return the lines in sight."""

    def has_more_below(self, sight: int) -> bool:
        """Tell whether there are lines below those in sight."""

    def leap(self, coordinate: EntryCoordinate, lines: int, sight: int) -> EntryCoordinate:
        """Return the entry of the same column so many lines below, or above."""


class Band(Protocol):
    """One row as lines."""

    def line(self, y: int) -> Line | None:
        """Return line `y`; None below the last one."""

    def span(self, coordinate: EntryCoordinate) -> tuple[int, int]:
        """Return the first and the last line of an entry."""


class SideBand:
    """A row whose columns stand side by side; a rule is its last line."""

    def __init__(self, at: int, row: GridRow, measures: Measures) -> None:
        self._is_collapsed = row.is_collapsed
        self.label = _label(row, measures.label - 1)
        self._at, self._measures = at, measures
        wrapped = measures.wrapped and not row.is_collapsed
        self._cells = {column: Cell(row.cells[column], measures.column, wrapped=wrapped) for column in measures.columns}

    def line(self, y: int) -> Line | None:
        """Return line `y`; None below the rule."""
        found = {column: cell.line(y) for column, cell in self._cells.items()}
        if y < len(self.label) or any(found.values()):
            pieces = tuple(
                (EntryCoordinate(self._at, column, each[0]), each[1]) if each else (None, Text())
                for column, each in found.items()
            )
            return Line(self._at, self.label[y] if y < len(self.label) else Text(), pieces, first=y == 0)
        height = max(len(self.label), *(cell.height for cell in self._cells.values()))
        return self._rule() if y == height and not self._is_collapsed else None

    def span(self, coordinate: EntryCoordinate) -> tuple[int, int]:
        """Return the first and the last line of an entry."""
        return self._cells[coordinate.column].span(coordinate.entry)

    def _rule(self) -> Line:
        ruler = Text("─" * self._measures.column, "frame")
        label = Text("─" * (self._measures.label - 1), "frame")
        return Line(self._at, label, tuple((None, ruler) for _ in self._cells))


def _label(row: GridRow, width: int) -> list[Text]:
    return [fit(row.label, width)] if row.is_collapsed else wrap(row.label, width)


class StackedBand:
    """A row whose columns stand under each other, each under its heading."""

    def __init__(self, at: int, row: GridRow, measures: Measures, headings: Sequence[Text]) -> None:
        self._at, self._row, self._measures, self._headings = at, row, measures, headings
        self._lines: list[Line] = []
        self._rest = self._laid_out()

    def line(self, y: int) -> Line | None:
        """Return line `y`; None below the rule."""
        self._lines += islice(self._rest, max(0, y + 1 - len(self._lines)))
        return self._lines[y] if y < len(self._lines) else None

    def span(self, coordinate: EntryCoordinate) -> tuple[int, int]:
        """Return the first and the last line of an entry."""
        first, y = -1, 0
        while (line := self.line(y)) is not None:
            here = line.pieces[0][0] == coordinate
            if here and first < 0:
                first = y
            if first >= 0 and not here:
                break
            y += 1
        return max(0, first), max(0, y - 1)

    def _laid_out(self) -> Iterator[Line]:
        width = self._measures.inner
        label = Text("  ").join(self._row.label.split("\n"))
        yield Line(self._at, fit(label, width - 1), first=True)
        if self._row.is_collapsed:
            yield from self._collapsed()
            return
        for column, heading in enumerate(self._headings):
            yield Line(self._at, Text(), ((None, fit(Text.assemble(" ", heading), width)),))
            cell, y = Cell(self._row.cells[column], width - 3, wrapped=self._measures.wrapped), 0
            while (found := cell.line(y)) is not None:
                coordinate = EntryCoordinate(self._at, column, found[0])
                yield Line(self._at, Text(), ((coordinate, Text.assemble("   ", found[1])),))
                y += 1
        yield Line(self._at, Text("─" * (width - 1), "frame"))

    def _collapsed(self) -> Iterator[Line]:
        """Yield one line for each column: its heading, then the beginning of its cell."""
        for column, heading in enumerate(self._headings):
            cell = Cell(self._row.cells[column], self._measures.inner, wrapped=False)
            found = cell.line(0)
            text = Text.assemble(" ", heading, "  ", found[1] if found else Text())
            yield Line(self._at, Text(), ((EntryCoordinate(self._at, column, 0), fit(text, self._measures.inner)),))


class AlignedRows:
    """All rows as bands under each other, from the one at the top of the sight."""

    def __init__(self, rows: Sequence[GridRow], band: Callable[[int], Band]) -> None:
        """Lay out `rows`, each by `band`, when it is asked for."""
        self._rows, self._make = rows, band
        self._bands: dict[int, Band] = {}
        self.top = (0, 0)
        """The row at the top of the sight, and its first line there."""

    def begin_at(self, row: int, y: int) -> None:
        """Put a line at the top of the sight, the start of its row where it has no such line."""
        if row < len(self._rows):
            self.top = (row, y if self._band(row).line(y) is not None else 0)

    def scroll_to(self, coordinate: EntryCoordinate, sight: int) -> None:
        """Bring an entry into sight; at a row's first entry as much of the row as fits."""
        first, last = self._band(coordinate.row).span(coordinate)
        if last - first >= sight and self._is_inside(coordinate.row, first, last - sight + 1):
            return
        if coordinate.entry == 0 and isinstance(self._band(coordinate.row), SideBand):
            first, last = 0, self._last_line(coordinate.row, sight)
        if (coordinate.row, first) < self.top:
            self.top = (coordinate.row, first)
        elif self._distance(coordinate.row, last, sight) is None:
            self.top = self._back(coordinate.row, min(last, first + sight - 1), sight - 1)
        self._fill(sight)

    def in_sight(self, sight: int) -> list[Line]:
        """Return the lines in sight; the label of a row that began above them stands at its first line here."""
        lines = list(islice(self._from_top(), sight))
        band = self._band(self.top[0])
        if self.top[1] and isinstance(band, SideBand):
            for y, line in enumerate(lines):
                if line.row != self.top[0] or y >= len(band.label):
                    break
                lines[y] = line._replace(label=band.label[y], first=y == 0)
        return lines

    def has_more_below(self, sight: int) -> bool:
        """Tell whether there are lines below those in sight."""
        return next(islice(self._from_top(), sight, None), None) is not None

    def leap(self, coordinate: EntryCoordinate, lines: int, sight: int) -> EntryCoordinate:
        """Return the entry of the same column so many lines below or above; first a long entry is read to its end."""
        first, last = self._band(coordinate.row).span(coordinate)
        if last - first >= sight and self._scroll_inside(coordinate.row, first, last - sight + 1, lines):
            return coordinate
        down = lines > 0
        row, y = self._moved(coordinate.row, first, lines)
        while (line := self._band(row).line(y)) is not None or (down and row + 1 < len(self._rows)):
            if line is None:
                row, y = row + 1, 0
                continue
            found = next((there for there, _ in line.pieces if there and there.column == coordinate.column), None)
            if found is not None:
                return found
            row, y = (row, y + 1) if down else self._moved(row, y, -1)
            if (row, y) == (0, 0) and not down:
                break
        return self._end(coordinate.column, down=down)

    def _end(self, column: int, *, down: bool) -> EntryCoordinate:
        last = len(self._rows) - 1
        return (
            EntryCoordinate(last, column, len(self._rows[last].cells[column]) - 1)
            if down
            else EntryCoordinate(0, column, 0)
        )

    def _scroll_inside(self, row: int, first: int, latest: int, lines: int) -> bool:
        """Scroll inside an entry that is longer than the sight; False where its end is reached."""
        here = self.top[1] if self._is_inside(row, first, latest) else first
        there = max(first, min(here + lines, latest))
        self.top = (row, there)
        return there != here

    def _is_inside(self, row: int, first: int, latest: int) -> bool:
        return self.top[0] == row and first <= self.top[1] <= latest

    def _band(self, row: int) -> Band:
        if row not in self._bands:
            self._bands[row] = self._make(row)
        return self._bands[row]

    def _from_top(self) -> Iterator[Line]:
        row, y = self.top
        while row < len(self._rows):
            line = self._band(row).line(y)
            if line is None:
                row, y = row + 1, 0
            else:
                yield line
                y += 1

    def _last_line(self, row: int, most: int) -> int:
        """Return the last line of a row, or line `most` - 1 where it is longer."""
        band = self._band(row)
        return next((y - 1 for y in range(1, most) if band.line(y) is None), most - 1)

    def _distance(self, row: int, y: int, most: int) -> int | None:
        """Return how many lines under the top one a line is; None if above it or `most` or more below."""
        at, line = self.top
        gone = -line
        while at < row:
            while self._band(at).line(line) is not None:
                line += 1
                if gone + line >= most:
                    return None
            gone, line, at = gone + line, 0, at + 1
        return gone + y if at == row and 0 <= gone + y < most else None

    def _back(self, row: int, y: int, lines: int) -> tuple[int, int]:
        """Return the line so many above another one, or the start of a row before which a row of many entries ends."""
        while lines > y and row > 0:
            if max(map(len, self._rows[row - 1].cells)) > max(lines, y):
                return row, 0
            lines -= y + 1
            row, y = row - 1, self._height(row - 1) - 1
        return row, max(0, y - lines)

    def _moved(self, row: int, y: int, lines: int) -> tuple[int, int]:
        """Return the line so many below or above another one, at most the last or the first."""
        y += lines
        while y < 0 and row > 0:
            row -= 1
            y += self._height(row)
        while y > 0 and self._band(row).line(y) is None:
            height = self._height(row)
            if row + 1 == len(self._rows):
                return row, height - 1
            row, y = row + 1, y - height
        return row, max(0, y)

    def _height(self, row: int) -> int:
        band, y = self._band(row), 0
        while band.line(y) is not None:
            y += 1
        return y

    def _fill(self, sight: int) -> None:
        """Leave no room under the last line while there are lines above the top one."""
        seen = sum(1 for _ in islice(self._from_top(), sight))
        if seen < sight and self.top != (0, 0):
            self.top = self._back(*self.top, sight - seen)
