"""Columns that scroll apart: each a list of its own, row by row, and the cursor moves in one alone."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice

from rich.cells import cell_len
from rich.text import Text

from summittui.ui.theme.paint import fit
from summittui.ui.widgets.aligned_rows import Measures
from summittui.ui.widgets.cell import EntryCoordinate, GridRow, Line, hanging_indent

ItemLine = tuple[int, int]
"""An item of a column and a line of it, each from 0."""


class ColumnScroll:
    """One column as items: for each row its heading, then its entries."""

    def __init__(self, rows: Sequence[GridRow], column: int, measures: Measures) -> None:
        self._rows, self._column, self._measures = rows, column, measures
        self._items: dict[int, tuple[Text, ...]] = {}
        self.top: ItemLine = (0, 0)
        """The item and the line of it at the top of the sight."""

    def item_of(self, coordinate: EntryCoordinate) -> int:
        """Return which item an entry is."""
        return self._starts[coordinate.row] + 1 + coordinate.entry

    def coordinate_of(self, item: int) -> EntryCoordinate | None:
        """Return the entry that an item is; None for a heading."""
        row = bisect_right(self._starts, item) - 1
        entry = item - self._starts[row] - 1
        return None if entry < 0 else EntryCoordinate(row, self._column, entry)

    def scroll_to(self, coordinate: EntryCoordinate, sight: int) -> None:
        """Bring an entry into sight, under the line that its row's heading takes; above all its first lines."""
        item, room = self.item_of(coordinate), max(1, sight - 1)
        long = len(self._lines(item)) > room
        first: ItemLine = (item, self.top[1] if long and self.top[0] == item else 0)
        if first < self.top:
            self.top = first
        elif first > self.top or not long:
            last: ItemLine = (item, min(len(self._lines(item)), room) - 1)
            self.top = max(self.top, self.moved(last, 1 - room))

    def in_sight(self, sight: int) -> list[tuple[EntryCoordinate | None, Text]]:
        """Return the lines in sight; the first one is always the heading of a row."""
        lines = list(islice(self._from(self.top), sight))
        item, y = self.top
        row = bisect_right(self._starts, item) - 1
        heading = self._starts[row]
        if (item, y) != (heading, 0):
            lines = [(None, self._lines(heading)[0]), *lines[: sight - 1]]
        return lines + [(None, Text())] * (sight - len(lines))

    def has_more_below(self, sight: int) -> bool:
        """Tell whether there are lines below those in sight."""
        return next(islice(self._from(self.top), sight, None), None) is not None

    def leap(self, coordinate: EntryCoordinate, lines: int, sight: int) -> EntryCoordinate:
        """Return the entry so many lines below or above; first a long entry is read to its end."""
        item = self.item_of(coordinate)
        latest = len(self._lines(item)) - max(1, sight - 1)
        here = self.top[1] if self.top[0] == item else 0
        there = max(0, min(here + lines, latest))
        if latest > 0 and there != here:
            self.top = (item, there)
            return coordinate
        item, _ = self.moved((item, 0), lines)
        step = 1 if lines > 0 else -1
        while (found := self.coordinate_of(item)) is None and 0 <= item + step < self._total:
            item += step
        return found or self.coordinate_of(item - step) or coordinate

    def moved(self, line: ItemLine, lines: int) -> ItemLine:
        """Return the line so many below or above another one, at most the last or the first."""
        item, y = line
        y += lines
        while y < 0 and item > 0:
            item -= 1
            y += len(self._lines(item))
        while y >= len(self._lines(item)) and item + 1 < self._total:
            y -= len(self._lines(item))
            item += 1
        return item, max(0, min(y, len(self._lines(item)) - 1))

    @cached_property
    def _starts(self) -> list[int]:
        """The item that each row begins with; after them the number of all items."""
        return list(accumulate((1 + len(row.cells[self._column]) for row in self._rows), initial=0))

    @property
    def _total(self) -> int:
        return self._starts[-1]

    def _lines(self, item: int) -> tuple[Text, ...]:
        if item not in self._items:
            coordinate, width = self.coordinate_of(item), self._measures.column
            if coordinate is None:
                label = self._rows[bisect_right(self._starts, item) - 1].label.split("\n")[0]
                self._items[item] = (_ruled(label, width),)
            else:
                entry = self._rows[coordinate.row].cells[coordinate.column][coordinate.entry]
                self._items[item] = tuple(hanging_indent(entry, width, wrapped=self._measures.wrapped))
        return self._items[item]

    def _from(self, line: ItemLine) -> Iterator[tuple[EntryCoordinate | None, Text]]:
        item, y = line
        while item < self._total:
            coordinate = self.coordinate_of(item)
            yield from ((coordinate, text) for text in self._lines(item)[y:])
            item, y = item + 1, 0


def _ruled(label: Text, width: int) -> Text:
    label = fit(label, width - 2)
    rest = max(0, width - 3 - cell_len(label.plain))
    return Text.assemble(("─ ", "frame"), label, (" " + "─" * rest, "frame"))


class IndependentColumns:
    """The columns in sight, each with its own top."""

    def __init__(self, rows: Sequence[GridRow], measures: Measures) -> None:
        """Lay out the columns of `rows`."""
        self._tracks = {column: ColumnScroll(rows, column, measures) for column in range(len(rows[0].cells))}
        self._rows, self._measures = rows, measures
        self.columns = measures.columns
        """The columns in sight."""

    def serves(self, rows: Sequence[GridRow], measures: Measures) -> bool:
        """Tell whether it is the layout of these rows; which columns are in sight makes no difference."""
        return rows is self._rows and measures == self._measures._replace(columns=measures.columns)

    def scroll_to(self, coordinate: EntryCoordinate, sight: int) -> None:
        """Bring an entry into a sight of so many lines; the other columns stay."""
        self._tracks[coordinate.column].scroll_to(coordinate, sight)

    def in_sight(self, sight: int) -> list[Line]:
        """Return the lines in sight."""
        columns = [self._tracks[column].in_sight(sight) for column in self.columns]
        return [Line(-1, Text(), pieces) for pieces in zip(*columns, strict=True)]

    def has_more_below(self, sight: int) -> bool:
        """Tell whether there are lines below those in sight."""
        return any(self._tracks[column].has_more_below(sight) for column in self.columns)

    def leap(self, coordinate: EntryCoordinate, lines: int, sight: int) -> EntryCoordinate:
        """Return the entry of the same column so many lines below, or above."""
        return self._tracks[coordinate.column].leap(coordinate, lines, sight)

    def seen(self, column: int, sight: int) -> EntryCoordinate | None:
        """Return the first entry in sight of a column."""
        return next((coordinate for coordinate, _ in self._tracks[column].in_sight(sight) if coordinate), None)
