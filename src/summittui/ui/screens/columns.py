"""The grid of a screen that compares records: its rows by keys, its cursor, its layout."""

from collections.abc import Sequence

from summittui.ui.addresses import address_of, coordinate_at
from summittui.ui.commands.stops import ColumnStop, Stop
from summittui.ui.live_query import LOADING
from summittui.ui.widgets.grid import EntryCoordinate, Grid, GridRow, Heading


class Columns:
    """A grid whose rows have keys: the id of an issue or a source, a date, a part with its record."""

    def __init__(self) -> None:
        self.grid = Grid(message=LOADING, id="grid")
        self.apart = False
        """Whether each column scrolls by itself."""
        self.wrapped = True
        """Whether words are wrapped; else each entry is cut to one line."""
        self.arriving: int | None = None
        """The column to which the cursor goes when rows are shown next; None where it stays."""
        self._keys: Sequence[str] = ()
        self._count = 0

    def show(self, headings: Sequence[Heading], rows: Sequence[GridRow], keys: Sequence[str]) -> None:
        """Show rows with keys; the cursor stays in the row of its key."""
        cursor = self.grid.cursor or EntryCoordinate(0, 0, 0)
        before = self.row_key
        if before is not None and before in keys:
            cursor = cursor._replace(row=keys.index(before))
        if self.arriving is not None:
            cursor, self.arriving = EntryCoordinate(cursor.row, self.arriving, 0), None
        self._keys, self._count = keys, len(headings)
        self.grid.show(headings, rows, cursor)

    def show_problem(self, words: str) -> None:
        """Show an empty grid with the reason why there is no answer."""
        self.grid.message = words
        self.grid.show((), ())

    def lay(self) -> None:
        """Lay the rows out anew."""
        self.grid.lay(apart=self.apart, wrapped=self.wrapped)

    @property
    def manner(self) -> str:
        """The layout of the rows in words; empty for the usual one."""
        parts = ("scrolling apart", self.apart), ("words cut to one line", not self.wrapped)
        return "".join(f" · {words}" for words, chosen in parts if chosen)

    @property
    def is_empty(self) -> bool:
        """Whether there is no row."""
        return not self._keys

    @property
    def row(self) -> int:
        """The row of the cursor, from 0."""
        return self.grid.cursor.row if self.grid.cursor else 0

    @property
    def row_key(self) -> str | None:
        """The key of the row of the cursor."""
        return self._keys[self.row] if self.grid.cursor and self.row < len(self._keys) else None

    @property
    def column(self) -> int:
        """The column of the cursor, from 0."""
        return self.grid.cursor.column if self.grid.cursor else 0

    @property
    def stops(self) -> Sequence[Stop]:
        """The columns, as stops of the key that goes from one to the next."""
        return [ColumnStop(self.grid, at) for at in range(self._count)]

    @property
    def at(self) -> str:
        """The address of the cursor: its row, column and entry."""
        return address_of(self._keys, self.grid.cursor)

    def arrive(self, at: str) -> bool:
        """Put the cursor on an address; False where there is no such entry."""
        cursor = coordinate_at(self._keys, at)
        if cursor is not None:
            self.grid.put(cursor)
        return cursor is not None
