"""A grid of texts: labelled rows, columns side by side that scroll together, or stacked where they do not fit."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.text import Text
from textual.message import Message
from textual.strip import Strip

from summittui.ui.theme.paint import fit
from summittui.ui.widgets.aligned_rows import AlignedRows, Layout, Measures, SideBand, StackedBand
from summittui.ui.widgets.cell import EntryCoordinate, GridRow, Line
from summittui.ui.widgets.independent_columns import IndependentColumns
from summittui.ui.widgets.pane import LinePane

__all__ = ["EntryCoordinate", "Grid", "GridRow", "Heading"]
NARROWEST = 22
"""Cells below which columns are stacked."""
SIDE_BY_SIDE_FROM = 80
"""Cells of the whole widget below which columns are stacked."""
_PLAIN_GUTTER = 2
"""Cells at the left of a line that the cursor's sign takes where nothing lights it up."""
_RULE = " │ "


class Heading(NamedTuple):
    """The heading of a column."""

    short: Text
    full: Text


class Grid(LinePane, can_focus=True):
    """Rows of aligned cells with a cursor that goes from entry to entry."""

    class Highlighted(Message):
        """The cursor came to another entry."""

        def __init__(self, grid: "Grid", cursor: EntryCoordinate | None) -> None:
            super().__init__()
            self.grid = grid
            self.cursor = cursor

    def __init__(self, *, message: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._headings: Sequence[Heading] = ()
        self._rows: Sequence[GridRow] = ()
        self._layout: Layout | None = None
        self._seen: list[Line] = []
        self._measures = Measures(0, 0, 0, (), wrapped=True)
        self._is_stacked = False
        self._name_width = 0
        """Cells of the longest name of a collapsed row."""
        self._apart = False
        self._wrapped = True
        self.cursor: EntryCoordinate | None = None
        """The cursor; None in an empty grid."""
        self.set_reactive(Grid.message, message)

    @property
    def is_empty(self) -> bool:
        """Whether there is no row."""
        return not self._rows

    @property
    def stacked(self) -> bool:
        """Whether the columns stand under each other."""
        return self.size.width < SIDE_BY_SIDE_FROM or self.is_plain

    @property
    def columns_in_sight(self) -> tuple[int, ...]:
        """The columns that are shown: the first one always, and as many others around the cursor as fit."""
        count = len(self._headings)
        if self.stacked or count == 0:
            return tuple(range(count))
        fit_in = max(2, (self.inner_width - self._label_width) // (NARROWEST + len(_RULE)))
        if fit_in >= count:
            return tuple(range(count))
        here = self.cursor.column if self.cursor else 0
        first = min(max(1, here - fit_in + 2), count - fit_in + 1)
        return (0, *range(first, first + fit_in - 1))

    @property
    def has_more_below(self) -> bool:
        """Whether there are lines below those in sight."""
        return self._layout is not None and self._layout.has_more_below(self.lines_in_sight)

    @property
    def lines_in_sight(self) -> int:
        """The number of lines of rows in sight under the headings."""
        return max(1, self.inner_height - 1)

    def show(self, headings: Sequence[Heading], rows: Sequence[GridRow], cursor: EntryCoordinate | None = None) -> None:
        """Show other rows, the cursor at `cursor`, else where it was as far as there is such an entry."""
        self._headings, self._rows = headings, rows
        self._name_width = max((row.label_cells for row in rows), default=0)
        wanted = cursor or self.cursor or EntryCoordinate(0, 0, 0)
        self.cursor = self._nearest(wanted) if rows else None
        self._lay_out()
        self.refresh()
        self.post_message(self.Highlighted(self, self.cursor))

    def lay(self, *, apart: bool, wrapped: bool) -> None:
        """Let the columns scroll apart or aligned, and their words be wrapped or cut."""
        if (apart, wrapped) != (self._apart, self._wrapped):
            self._apart, self._wrapped = apart, wrapped
            self.settle()

    @property
    def scrolls_apart(self) -> bool:
        """Whether each column scrolls by itself; columns under each other cannot."""
        return self._apart and not self.stacked

    def sees(self, coordinate: EntryCoordinate) -> bool:
        """Tell whether any line of an entry is in sight."""
        return any(coordinate == there for line in self._seen for there, _ in line.pieces)

    def put(self, coordinate: EntryCoordinate) -> None:
        """Put the cursor on the entry nearest to `coordinate`."""
        if not self._rows:
            return
        before = self.columns_in_sight
        self.cursor = self._nearest(coordinate)
        if self.columns_in_sight != before:
            self._lay_out()
        self._scroll_to_cursor()
        self.refresh()
        self.post_message(self.Highlighted(self, self.cursor))

    def move(self, delta: int) -> None:
        """Move the cursor by so many entries of its column, on into the next rows."""
        if self.cursor is None:
            return
        row, column, entry = self.cursor
        entry += delta
        while entry < 0 and row > 0:
            row -= 1
            entry += len(self._rows[row].cells[column])
        while row + 1 < len(self._rows) and entry >= len(self._rows[row].cells[column]):
            entry -= len(self._rows[row].cells[column])
            row += 1
        self.put(EntryCoordinate(row, column, entry))

    def turn(self, lines: int) -> None:
        """Go by so many lines, from an entry that is longer than that at least to the next."""
        before = self.cursor, self._seen
        self._leap(lines)
        if (self.cursor, self._seen) == before:
            self.move(1 if lines > 0 else -1)

    def page(self, direction: int) -> None:
        """Move by a screenful of lines."""
        self._leap(direction * self.lines_in_sight)

    def half_page(self, direction: int) -> None:
        """Move by half a screenful of lines."""
        self._leap(direction * max(1, self.lines_in_sight // 2))

    def to_start(self) -> None:
        """Move to the first row."""
        if self.cursor:
            self.put(EntryCoordinate(0, self.cursor.column, 0))

    def to_end(self) -> None:
        """Move to the last row."""
        if self.cursor:
            self.put(EntryCoordinate(len(self._rows) - 1, self.cursor.column, 0))

    def move_column(self, delta: int, *, around: bool = False) -> None:
        """Move to a neighbouring column of the same row; `around` goes on at the other end.

        Where the columns scroll apart, it is the first entry in sight of that column.
        """
        if self.cursor is None:
            return
        count = len(self._headings)
        column = self.cursor.column + delta
        column = column % count if around else max(0, min(column, count - 1))
        coordinate = self.cursor._replace(column=column)
        if isinstance(self._layout, IndependentColumns) and column != self.cursor.column:
            coordinate = self._layout.seen(column, self.lines_in_sight) or coordinate
        self.put(coordinate)

    def settle(self) -> None:
        """Wrap anew for the width, the cursor in sight."""
        self._lay_out()
        self.refresh()

    @property
    def cursor_line(self) -> int:
        """The first line of the entry under the cursor."""
        lines = enumerate(self._seen, 1)
        return next((y for y, each in lines for there, _ in each.pieces if there and there == self.cursor), 0)

    def inner_line(self, y: int) -> Strip:
        """Return line `y`: the headings, then the rows in sight."""
        if y == 0:
            return self._heading_line()
        if y > len(self._seen):
            return self.painter.strip(Text(), self.inner_width)
        return self._row_line(self._seen[y - 1], is_cursor=y == self.cursor_line)

    def _heading_line(self) -> Strip:
        if self._is_stacked:
            return self.painter.strip(fit(self._stacked_heading(), self._measures.inner), self._measures.inner)
        shown = self._measures.columns
        hidden = len(self._headings) - len(shown)
        more = Text(f" +{hidden} more ↔" if hidden else "", "key")
        strips = [self.painter.strip(more, self._measures.label)]
        for column in shown:
            here = Text("▸" if self.scrolls_apart and self.cursor and column == self.cursor.column else "")
            heading = fit(here + self._headings[column].full, self._measures.column)
            strips += [self._rule(), self.painter.strip(heading, self._measures.column)]
        return self._full(strips)

    def _stacked_heading(self) -> Text:
        """Return the names of all columns; where a row goes on from above, its label and the column of the cursor."""
        if self.cursor and self._seen and not self._seen[0].first:
            label = self._rows[self._seen[0].row].label.split("\n")[0]
            return Text("  ").join((label, self._headings[self.cursor.column].short))
        return Text("   ").join(heading.short for heading in self._headings)

    def _row_line(self, each: Line, *, is_cursor: bool) -> Strip:
        here = each.first and self.cursor is not None and each.row == self.cursor.row
        sign = Text("▸" if here and not self.is_plain else " ")
        if self._is_stacked:
            coordinate, text = each.pieces[0]
            shown = text if text.plain else Text.assemble(sign, each.label)
            if self.is_plain:
                shown = Text("▸ " if is_cursor else "  ") + shown
            return self.painter.strip(shown, self.inner_width, base=self._base(coordinate))
        strips = [self.painter.strip(Text.assemble(sign, each.label), self._measures.label)]
        for coordinate, text in each.pieces:
            strips += [self._rule(), self.painter.strip(text, self._measures.column, base=self._base(coordinate))]
        return self._full(strips)

    def _full(self, strips: list[Strip]) -> Strip:
        return Strip.join(strips).adjust_cell_length(self._measures.inner, self.painter.background)

    def _base(self, coordinate: EntryCoordinate | None) -> str:
        if coordinate is None or coordinate != self.cursor:
            return ""
        return "cursor" if self.has_focus else "cursor-blurred"

    def _rule(self) -> Strip:
        return self.painter.strip(Text(_RULE, "frame"), len(_RULE))

    @property
    def _label_width(self) -> int:
        if self._apart:
            return len(" +99 more ↔") if self.inner_width >= 110 else 2
        usual, most = (20, self.inner_width // 4) if self.inner_width >= 110 else (15, self.inner_width // 3)
        return max(usual, min(most, self._name_width + 2))

    @property
    def _column_width(self) -> int:
        count = max(1, len(self.columns_in_sight))
        return max(1, (self.inner_width - self._label_width - count * len(_RULE)) // count)

    def _nearest(self, coordinate: EntryCoordinate) -> EntryCoordinate:
        row = max(0, min(coordinate.row, len(self._rows) - 1))
        cells = self._rows[row].cells
        column = max(0, min(coordinate.column, len(cells) - 1))
        return EntryCoordinate(row, column, max(0, min(coordinate.entry, len(cells[column]) - 1)))

    def _lay_out(self) -> None:
        """Discard the layout; rows are laid out again when scrolled into sight."""
        if not self.inner_width or not self._rows:
            self._layout, self._seen = None, []
            return
        before = self._layout
        room = self.inner_width - _PLAIN_GUTTER * (self.is_plain and self.stacked)
        measures = Measures(room, self._label_width, self._column_width, self.columns_in_sight, wrapped=self._wrapped)
        self._measures, self._is_stacked = measures, self.stacked
        if isinstance(before, IndependentColumns) and self.scrolls_apart and before.serves(self._rows, measures):
            before.columns = measures.columns
        else:
            self._layout = self._laid_out(measures)
            if isinstance(before, AlignedRows) and isinstance(self._layout, AlignedRows):
                self._layout.begin_at(*before.top)
        self._scroll_to_cursor()

    def _laid_out(self, measures: Measures) -> Layout:
        if self.scrolls_apart:
            return IndependentColumns(self._rows, measures)
        if self.stacked:
            return AlignedRows(self._rows, lambda at: StackedBand(at, self._rows[at], measures, self._names(at)))
        return AlignedRows(self._rows, lambda at: SideBand(at, self._rows[at], measures))

    def _names(self, row: int) -> list[Text]:
        """Return the headings that stand in a row itself; in a collapsed one the cells need the room."""
        return [each.short if self._rows[row].is_collapsed else each.full for each in self._headings]

    def _scroll_to_cursor(self) -> None:
        if self.cursor is None or self._layout is None:
            return
        self._layout.scroll_to(self.cursor, self.lines_in_sight)
        self._seen = self._layout.in_sight(self.lines_in_sight)

    def _leap(self, lines: int) -> None:
        if self.cursor is not None and self._layout is not None:
            self.put(self._layout.leap(self.cursor, lines, self.lines_in_sight))
