"""A grid of texts: labelled rows, columns side by side that scroll together, or stacked where they do not fit."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text
from textual.message import Message
from textual.strip import Strip

from summittui.ui.paint import fit, wrap
from summittui.ui.widgets.pane import LinePane

NARROWEST = 22
"""Cells below which columns are stacked."""
SIDE_BY_SIDE_FROM = 80
"""Cells of the whole widget below which columns are stacked."""
_RULE = " │ "
SIGN = 2
"""Cells at the left of an entry that only its sign stands in."""


class Heading(NamedTuple):
    """The heading of a column."""

    short: Text
    full: Text


class GridRow(NamedTuple):
    """One row: its label, and for each column its entries from top to bottom."""

    label: Text
    cells: tuple[tuple[Text, ...], ...]
    """The first two cells of an entry are its sign; its other lines begin behind them."""


class Place(NamedTuple):
    """Where the cursor is, each counted from 0."""

    row: int
    column: int
    entry: int


class _Line(NamedTuple):
    row: int
    label: Text
    pieces: tuple[tuple[Place | None, Text], ...] = ((None, Text()),)
    """One for each column; a single one where they are stacked."""
    first: bool = False
    """Whether the row begins here."""


class Grid(LinePane, can_focus=True):
    """Rows of aligned cells with a cursor that goes from entry to entry."""

    class Highlighted(Message):
        """The cursor came to another entry."""

        def __init__(self, grid: "Grid", place: Place | None) -> None:
            super().__init__()
            self.grid = grid
            self.place = place

    def __init__(self, *, message: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._headings: Sequence[Heading] = ()
        self._rows: Sequence[GridRow] = ()
        self._lines: list[_Line] = []
        self._top = 0
        self.place: Place | None = None
        """Where the cursor is; None in an empty grid."""
        self.set_reactive(Grid.message, message)

    @property
    def is_empty(self) -> bool:
        """Whether there is no row."""
        return not self._rows

    @property
    def stacked(self) -> bool:
        """Whether the columns stand under each other."""
        return self.size.width < SIDE_BY_SIDE_FROM or getattr(self.app, "is_plain", False)

    @property
    def columns_in_sight(self) -> tuple[int, ...]:
        """The columns that are shown: the first one always, and as many others around the cursor as fit."""
        count = len(self._headings)
        if self.stacked or count == 0:
            return tuple(range(count))
        fit_in = max(2, (self.inner_width - self._label_width) // (NARROWEST + len(_RULE)))
        if fit_in >= count:
            return tuple(range(count))
        here = self.place.column if self.place else 0
        first = min(max(1, here - fit_in + 2), count - fit_in + 1)
        return (0, *range(first, first + fit_in - 1))

    @property
    def goes_on(self) -> bool:
        """Whether there are lines below those in sight."""
        return self._top + self.lines_in_sight < len(self._lines)

    @property
    def lines_in_sight(self) -> int:
        """How many lines of rows are seen under the headings."""
        return max(1, self.inner_height - 1)

    def show(self, headings: Sequence[Heading], rows: Sequence[GridRow], place: Place | None = None) -> None:
        """Show other rows; the cursor goes to `place`, else it stays where it was as far as it can."""
        self._headings, self._rows = headings, rows
        wanted = place or self.place or Place(0, 0, 0)
        self.place = self._nearest(wanted) if rows else None
        self._lay_out()
        self.refresh()
        self.post_message(self.Highlighted(self, self.place))

    def put(self, place: Place) -> None:
        """Put the cursor on the entry nearest to `place`."""
        if not self._rows:
            return
        before = self.columns_in_sight
        self.place = self._nearest(place)
        if self.columns_in_sight != before:
            self._lay_out()
        self._scroll_to_cursor()
        self.refresh()
        self.post_message(self.Highlighted(self, self.place))

    def move(self, delta: int) -> None:
        """Move the cursor by so many entries of its column, on into the next rows."""
        if self.place is None:
            return
        column = self.place.column
        entries = [Place(r, column, e) for r, row in enumerate(self._rows) for e in range(len(row.cells[column]))]
        at = entries.index(self.place) + delta
        self.put(entries[max(0, min(at, len(entries) - 1))])

    def page(self, direction: int) -> None:
        """Move by a screenful of lines."""
        self._leap(direction * self.lines_in_sight)

    def half_page(self, direction: int) -> None:
        """Move by half a screenful of lines."""
        self._leap(direction * max(1, self.lines_in_sight // 2))

    def to_start(self) -> None:
        """Move to the first row."""
        if self.place:
            self.put(Place(0, self.place.column, 0))

    def to_end(self) -> None:
        """Move to the last row."""
        if self.place:
            self.put(Place(len(self._rows) - 1, self.place.column, 0))

    def move_column(self, delta: int, *, around: bool = False) -> None:
        """Move to a neighbouring column of the same row; `around` goes on at the other end."""
        if self.place is None:
            return
        count = len(self._headings)
        column = self.place.column + delta
        column = column % count if around else max(0, min(column, count - 1))
        self.put(
            Place(self.place.row, column, min(self.place.entry, len(self._rows[self.place.row].cells[column]) - 1))
        )

    def settle(self) -> None:
        """Wrap anew for the width, the cursor in sight."""
        self._lay_out()
        self.refresh()

    @property
    def cursor_line(self) -> int:
        """The first line of the entry under the cursor."""
        return 1 + max(0, self._lines_of(self.place)[0] - self._top) if self.place else 0

    def inner_line(self, y: int) -> Strip:
        """Return line `y`: the headings, then the rows in sight."""
        if y == 0:
            return self._heading_line()
        at = self._top + y - 1
        if at >= len(self._lines):
            return self.painter.strip(Text(), self.inner_width)
        return self._row_line(self._lines[at])

    def _heading_line(self) -> Strip:
        if self.stacked:
            text = Text("   ").join(heading.short for heading in self._headings)
            return self.painter.strip(fit(text, self.inner_width), self.inner_width)
        shown = self.columns_in_sight
        hidden = len(self._headings) - len(shown)
        more = Text(f" +{hidden} more ↔" if hidden else "", "key")
        strips = [self.painter.strip(more, self._label_width)]
        for column in shown:
            heading = fit(self._headings[column].full, self._column_width)
            strips += [self._rule(), self.painter.strip(heading, self._column_width)]
        return self._full(strips)

    def _row_line(self, each: _Line) -> Strip:
        here = each.first and self.place is not None and each.row == self.place.row
        sign = Text("▸" if here else " ")
        if self.stacked:
            place, text = each.pieces[0]
            shown = text if text.plain else Text.assemble(sign, each.label)
            return self.painter.strip(shown, self.inner_width, base=self._base(place))
        strips = [self.painter.strip(Text.assemble(sign, each.label), self._label_width)]
        for place, text in each.pieces:
            strips += [self._rule(), self.painter.strip(text, self._column_width, base=self._base(place))]
        return self._full(strips)

    def _full(self, strips: list[Strip]) -> Strip:
        return Strip.join(strips).adjust_cell_length(self.inner_width, self.painter.background)

    def _base(self, place: Place | None) -> str:
        if place is None or place != self.place:
            return ""
        return "cursor" if self.has_focus else "cursor-blurred"

    def _rule(self) -> Strip:
        return self.painter.strip(Text(_RULE, "frame"), len(_RULE))

    @property
    def _label_width(self) -> int:
        return 20 if self.inner_width >= 110 else 15

    @property
    def _column_width(self) -> int:
        count = max(1, len(self.columns_in_sight))
        return max(1, (self.inner_width - self._label_width - count * len(_RULE)) // count)

    def _nearest(self, place: Place) -> Place:
        row = max(0, min(place.row, len(self._rows) - 1))
        cells = self._rows[row].cells
        column = max(0, min(place.column, len(cells) - 1))
        return Place(row, column, max(0, min(place.entry, len(cells[column]) - 1)))

    def _lay_out(self) -> None:
        if not self.inner_width:
            return
        lay = self._stacked_lines if self.stacked else self._side_by_side_lines
        self._lines = [each for row in range(len(self._rows)) for each in lay(row)]
        self._scroll_to_cursor()

    def _side_by_side_lines(self, row: int) -> Iterator[_Line]:
        label = wrap(self._rows[row].label, self._label_width - 1)
        columns = [self._wrapped(row, column, self._column_width) for column in self.columns_in_sight]
        height = max(len(label), *map(len, columns))
        for y in range(height):
            pieces = tuple(column[y] if y < len(column) else (None, Text()) for column in columns)
            yield _Line(row, label[y] if y < len(label) else Text(), pieces, first=y == 0)
        ruler = Text("─" * self._column_width, "frame")
        yield _Line(row, Text("─" * (self._label_width - 1), "frame"), tuple((None, ruler) for _ in columns))

    def _stacked_lines(self, row: int) -> Iterator[_Line]:
        label = Text("  ").join(self._rows[row].label.split("\n"))
        yield _Line(row, fit(label, self.inner_width - 1), first=True)
        for column, heading in enumerate(self._headings):
            yield _Line(row, Text(), ((None, fit(Text.assemble(" ", heading.full), self.inner_width)),))
            for place, text in self._wrapped(row, column, self.inner_width - 3):
                yield _Line(row, Text(), ((place, Text.assemble("   ", text)),))
        yield _Line(row, Text("─" * (self.inner_width - 1), "frame"))

    def _wrapped(self, row: int, column: int, width: int) -> list[tuple[Place | None, Text]]:
        entries = self._rows[row].cells[column]
        return [(Place(row, column, e), text) for e, entry in enumerate(entries) for text in _hung(entry, width)]

    def _lines_of(self, place: Place) -> tuple[int, int]:
        """Return the first and last line of an entry."""
        found = [at for at, each in enumerate(self._lines) if any(place == there for there, _ in each.pieces)]
        return (found[0], found[-1]) if found else (0, 0)

    def _scroll_to_cursor(self) -> None:
        """Bring the entry into sight; at a row's first entry as much of the row as fits."""
        if self.place is None or not self._lines:
            return
        first, last = self._lines_of(self.place)
        if self.place.entry == 0 and not self.stacked:
            first = min(at for at, each in enumerate(self._lines) if each.row == self.place.row)
            last = max(at for at, each in enumerate(self._lines) if each.row == self.place.row)
        sight = self.lines_in_sight
        top = max(min(self._top, first), min(first, last - sight + 1))
        self._top = max(0, min(top, len(self._lines) - sight))

    def _leap(self, lines: int) -> None:
        if self.place is None:
            return
        first, _ = self._lines_of(self.place)
        target = max(0, min(first + lines, len(self._lines) - 1))
        step = 1 if lines > 0 else -1
        for at in range(target, len(self._lines) if step > 0 else -1, step):
            for place, _ in self._lines[at].pieces:
                if place is not None and place.column == self.place.column:
                    self.put(place)
                    return
        (self.to_end if step > 0 else self.to_start)()


def _hung(entry: Text, width: int) -> list[Text]:
    """Return the lines of an entry, all but the first one behind its sign."""
    lines = wrap(entry[SIGN:], max(1, width - SIGN))
    return [Text.assemble(" " * SIGN if at else entry[:SIGN], line) for at, line in enumerate(lines)]
