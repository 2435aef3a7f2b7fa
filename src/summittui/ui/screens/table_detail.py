"""The pane of a table and, below it, the detail of the cell under the cursor."""

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Container
from textual.coordinate import Coordinate

from summittui.ui.live_query import LOADING
from summittui.ui.render.line import line
from summittui.ui.widgets.table import NoCells, Table, TableCells
from summittui.ui.widgets.text_view import TextView

BREAKPOINTS = [(0, "-low"), (30, "-tall")]
"""The classes that a screen with a table takes from the height of the terminal."""


class TableDetail(Container):
    """The pane of an answer that is a table whose rows and columns are records."""

    DEFAULT_CSS = "TableDetail { width: 1fr; height: 1fr; & #table { height: 1fr; } }"

    def __init__(self, legend: str) -> None:
        """Create the pane; `legend` explains the signs."""
        super().__init__(id="body")
        self._rows: Sequence[str] = ()
        self._columns: Sequence[str] = ()
        self.table = Table(message=LOADING, id="table")
        self.cell_view = TextView(line((legend, "apparatus")), id="cell")

    def compose(self) -> ComposeResult:
        """Compose the table and the cell."""
        yield self.table
        yield self.cell_view

    def show(self, cells: TableCells, rows: Sequence[str], columns: Sequence[str]) -> None:
        """Show other cells, the cursor on the row and the column on which it was.

        Args:
            cells: What is shown from now on.
            rows: The id of each row.
            columns: The id of each column.
        """
        cursor, (row, _, column) = self.table.cursor, self.at.partition("/")
        self._rows, self._columns = rows, columns
        if cursor is not None and row:
            at = rows.index(row) if row in rows else cursor.row
            cursor = Coordinate(at, columns.index(column) if column in columns else 0)
        self.table.show(cells, cursor)

    def show_problem(self, words: str) -> None:
        """Show an empty table with the reason why there is no answer."""
        self.table.message = words
        self.table.show(NoCells())

    def show_cell(self, title: Text, paragraphs: Sequence[Text]) -> None:
        """Show the heading and the detail of the cell under the cursor."""
        self.table.pane_title = title
        self.cell_view.show(paragraphs)

    @property
    def at(self) -> str:
        """The address of the cursor: its row and its column."""
        cursor = self.table.cursor
        return (
            f"{self._rows[cursor.row]}/{self._columns[cursor.column]}"
            if cursor and cursor.row < len(self._rows)
            else ""
        )

    def arrive(self, at: str) -> bool:
        """Put the cursor on an address; False where there is no such cell."""
        row, _, column = at.partition("/")
        if row not in self._rows or (column and column not in self._columns):
            return False
        self.table.put(Coordinate(self._rows.index(row), self._columns.index(column) if column else 0))
        return True
