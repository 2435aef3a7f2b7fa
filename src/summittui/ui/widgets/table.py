"""A table of short cells: row labels and column heads stay in sight, the columns around the cursor are shown."""

from typing import Protocol

from rich.text import Text
from textual import events
from textual.coordinate import Coordinate
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from summittui.ui.theme.paint import fit, wrap
from summittui.ui.widgets.pane import LinePane
from summittui.ui.widgets.record_list import CURSOR, MARK

HEAD_LINES = 3
"""Lines of the column heads."""
NARROWEST, WIDEST = 9, 16
"""Cells of a column; where words stand for signs all are as wide as can be."""
_GUTTER = 2
_SMALLEST_LABEL, _LABEL_PART = 22, 4
"""A label takes the cells that it needs, at most this part of the width but always as many as the smallest."""


class TableCells(Protocol):
    """The cells of a table. Cells are asked for when they come into sight."""

    @property
    def columns(self) -> int:
        """The number of columns."""

    def __len__(self) -> int: ...

    def key(self, row: int) -> str:
        """The key of a row."""

    def label(self, row: int) -> Text:
        """The label of a row."""

    def head(self, column: int) -> Text:
        """The head of a column."""

    def cell(self, row: int, column: int) -> Text:
        """The text of a cell, at most eight cells wide."""


class NoCells:
    """The cells of an empty table."""

    columns = 0

    def __len__(self) -> int:
        return 0

    def key(self, row: int) -> str:
        """There is no row."""
        raise IndexError(row)

    def label(self, row: int) -> Text:
        """There is no row."""
        raise IndexError(row)

    def head(self, column: int) -> Text:
        """There is no column."""
        raise IndexError(column)

    def cell(self, row: int, column: int) -> Text:
        """There is no cell."""
        raise IndexError(row, column)


class Table(LinePane, can_focus=True):
    """A table with a cursor that goes from cell to cell, and marks on rows."""

    marks: reactive[frozenset[str]] = reactive(frozenset)
    """The keys of the marked rows."""

    class Highlighted(Message):
        """The cursor came to another cell."""

        def __init__(self, table: "Table", cursor: Coordinate | None) -> None:
            super().__init__()
            self.table = table
            self.cursor = cursor

    class Opened(Message):
        """A cell was clicked while the cursor was on it."""

    def __init__(self, *, message: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.cells: TableCells = NoCells()
        self.cursor: Coordinate | None = None
        """The cursor; None in an empty table."""
        self._top = 0
        self._first = 0
        self._label_cells = 0
        self.set_reactive(Table.message, message)

    @property
    def is_empty(self) -> bool:
        """Whether there is no cell."""
        return not len(self.cells) or not self.cells.columns

    @property
    def has_more_below(self) -> bool:
        """Whether there are rows below those in sight."""
        return self._top + self.rows_in_sight < len(self.cells)

    @property
    def rows_in_sight(self) -> int:
        """The number of rows that fit under the heads."""
        return max(1, self.inner_height - HEAD_LINES - 1)

    @property
    def columns_in_sight(self) -> range:
        """The columns that are shown."""
        count = max(1, min(self.cells.columns, (self.inner_width - self.label_width) // self._narrowest))
        return range(self._first, min(self._first + count, self.cells.columns))

    @property
    def _narrowest(self) -> int:
        return WIDEST if self.is_plain else NARROWEST

    @property
    def label_width(self) -> int:
        """The cells of the row labels, the signs of cursor and mark before them."""
        most = max(_SMALLEST_LABEL, self.inner_width // _LABEL_PART)
        return min(most, max(_SMALLEST_LABEL, self._label_cells + _GUTTER + 1))

    @property
    def column_width(self) -> int:
        """The cells of a column."""
        room = (self.inner_width - self.label_width) // max(1, len(self.columns_in_sight))
        return max(1, min(WIDEST, room))

    def top_count(self) -> Text:
        """Return the cursor's place, such as `3 of 25`, and how many rows are marked."""
        if self.cursor is None:
            return self.pane_count
        marked = Text(f"{len(self.marks)} marked · ", "mark") if self.marks else Text()
        return marked + Text(f"{self.cursor.row + 1} of {len(self.cells)}", "count")

    def show(self, cells: TableCells, cursor: Coordinate | None = None) -> None:
        """Show other cells, the cursor at `cursor`, else where it was as far as there is such a cell."""
        self.cells = cells
        self._label_cells = max((cells.label(row).cell_len for row in range(len(cells))), default=0)
        self.cursor = None if self.is_empty else self._nearest(cursor or self.cursor or Coordinate(0, 0))
        self.settle()
        self.refresh()
        self.post_message(self.Highlighted(self, self.cursor))

    def put(self, coordinate: Coordinate) -> None:
        """Put the cursor on the cell nearest to `coordinate`."""
        if self.cursor is None:
            return
        self.cursor = self._nearest(coordinate)
        self.settle()
        self.refresh()
        self.post_message(self.Highlighted(self, self.cursor))

    def move(self, delta: int) -> None:
        """Move by so many rows; stops at the ends."""
        if self.cursor:
            self.put(Coordinate(self.cursor.row + delta, self.cursor.column))

    def move_column(self, delta: int) -> None:
        """Move by so many columns; stops at the ends."""
        if self.cursor:
            self.put(Coordinate(self.cursor.row, self.cursor.column + delta))

    def page(self, direction: int) -> None:
        """Move by a screenful of rows."""
        self.move(direction * max(1, self.rows_in_sight - 1))

    def half_page(self, direction: int) -> None:
        """Move by half a screenful of rows."""
        self.move(direction * max(1, self.rows_in_sight // 2))

    def to_start(self) -> None:
        """Move to the first row."""
        self.move(-len(self.cells))

    def to_end(self) -> None:
        """Move to the last row."""
        self.move(len(self.cells))

    def settle(self) -> None:
        """Bring the cursor's cell into sight."""
        if self.cursor is None:
            self._top = self._first = 0
            return
        sight, shown = self.rows_in_sight, len(self.columns_in_sight)
        top = max(min(self._top, self.cursor.row), self.cursor.row - sight + 1)
        self._top = max(0, min(top, len(self.cells) - sight))
        first = max(min(self._first, self.cursor.column), self.cursor.column - shown + 1)
        self._first = max(0, min(first, self.cells.columns - shown))

    @property
    def cursor_line(self) -> int:
        """The line of the row under the cursor."""
        return HEAD_LINES + 1 + self.cursor.row - self._top if self.cursor else 0

    @property
    def cursor_offset(self) -> Offset:
        """The offset of the cursor's cell on the screen."""
        column = self.cursor.column - self._first if self.cursor else 0
        return super().cursor_offset + Offset(self.label_width + column * self.column_width, 0)

    def inner_line(self, y: int) -> Strip:
        """Return line `y`: the heads, a rule, the rows in sight."""
        if y < HEAD_LINES:
            return self._head_line(y)
        if y == HEAD_LINES:
            return self.painter.strip(Text("─" * self.inner_width, "frame"), self.inner_width)
        row = self._top + y - HEAD_LINES - 1
        if row >= len(self.cells):
            return self.painter.strip(Text(), self.inner_width)
        return self._row_line(row)

    def watch_marks(self) -> None:
        """Repaint the marks."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell; open it if it was there already."""
        event.stop()
        row = self._top + event.y - self.framed - HEAD_LINES - 1
        column = self._first + max(0, event.x - self.framed - self.label_width) // self.column_width
        if event.y - self.framed <= HEAD_LINES or row >= len(self.cells):
            return
        if self.cursor == self._nearest(Coordinate(row, column)):
            self.post_message(self.Opened())
        self.put(Coordinate(row, column))

    def _head_line(self, y: int) -> Strip:
        shown = self.columns_in_sight
        hidden = self.cells.columns - len(shown)
        more = Text(f" {hidden} more ↔" if hidden and y == HEAD_LINES - 1 else "", "key")
        strips = [self.painter.strip(more, self.label_width)]
        for column in shown:
            here = self.cursor is not None and column == self.cursor.column
            lines = head_lines(self.cells.head(column), self.column_width - 1)
            strips.append(self.painter.strip(lines[y], self.column_width, base="key" if here else "heading"))
        return self._full(strips)

    def _row_line(self, row: int) -> Strip:
        here = self.cursor is not None and row == self.cursor.row
        mark = self.cells.key(row) in self.marks
        said = "marked " if mark and self.is_plain else ""
        sign = Text.assemble(CURSOR if here else " ", (MARK, "mark") if mark and not said else " ")
        label = fit(Text.assemble((said, "mark"), self.cells.label(row)), self.label_width - _GUTTER - 1)
        strips = [self.painter.strip(sign + label, self.label_width, base="key" if here else "")]
        for column in self.columns_in_sight:
            base = ""
            if self.cursor == Coordinate(row, column):
                base = "cursor" if self.is_lit else "cursor-blurred"
            text = fit(self.cells.cell(row, column), self.column_width - 1)
            pieces = [self.painter.strip(text, self.column_width - 1, base=base), self.painter.strip(Text(), 1)]
            if self.is_plain:
                pieces = [self.painter.strip(Text(CURSOR if base else ""), 1), pieces[0]]
            strips += pieces
        return self._full(strips)

    def _full(self, strips: list[Strip]) -> Strip:
        return Strip.join(strips).adjust_cell_length(self.inner_width, self.painter.background)

    def _nearest(self, coordinate: Coordinate) -> Coordinate:
        row = max(0, min(coordinate.row, len(self.cells) - 1))
        return Coordinate(row, max(0, min(coordinate.column, self.cells.columns - 1)))


def head_lines(head: Text, width: int) -> list[Text]:
    """Return a column's head as exactly `HEAD_LINES` lines, the last one at the bottom; long words are cut."""
    words = [fit(word, width) for word in head.split(" ")]
    lines = wrap(Text(" ").join(words), max(1, width))
    if len(lines) > HEAD_LINES:
        lines = [*lines[: HEAD_LINES - 1], fit(Text(" ").join(lines[HEAD_LINES - 1 :]), width)]
    return [Text()] * (HEAD_LINES - len(lines)) + lines
