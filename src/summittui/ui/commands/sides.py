"""The commands of columns side by side: their records, their layout, rows copied as a table."""

from collections.abc import Callable
from typing import Protocol

from summittui.library.answers.letters import letter
from summittui.ui.actions import Action, Actions
from summittui.ui.command_app import CommandApp
from summittui.ui.sides import FEWEST, Sides, replaced, swapped, without
from summittui.ui.widgets.grid import Grid


class ColumnLayout(Protocol):
    """The columns of a screen with their layout."""

    apart: bool
    wrapped: bool
    arriving: int | None
    """The column to which the cursor goes when rows are shown next."""

    @property
    def grid(self) -> Grid:
        """The grid that renders the columns."""

    @property
    def is_empty(self) -> bool:
        """Whether there is no row."""

    @property
    def row(self) -> int:
        """The row of the cursor, from 0."""

    @property
    def column(self) -> int:
        """The column of the cursor, from 0."""

    def lay(self) -> None:
        """Lay the rows out anew."""


class SidesHost(Protocol):
    """A screen with records side by side."""

    tables: tuple[str, ...]
    """The tables whose records can be a column."""
    what: str
    """The kind of record that a column is, in a few words."""

    @property
    def app(self) -> CommandApp:
        """The app, which shows dialogs and copies."""

    @property
    def columns(self) -> ColumnLayout:
        """The columns with their layout."""

    @property
    def sides(self) -> Sides:
        """The ids of the columns."""

    def take_sides(self, sides: Sides) -> None:
        """Compare other columns."""

    def copied(self, row: int | None) -> str:
        """Return a row, or all of them, as Markdown."""

    def show_title(self) -> None:
        """Show in the title what is compared, and how."""


class SidesCommands:
    """The commands that add, drop, swap, lay out and copy columns."""

    def __init__(self, host: SidesHost) -> None:
        """Create the commands for a screen."""
        self._host = host

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        return {
            "swap": Action(self.swap),
            "drop-column": Action(self.drop, self._why_not_drop),
            "add-column": Action(self.add),
            "pick-first": Action(self.pick_first),
            "pick-second": Action(self.pick_second),
            "scroll-apart": Action(self.scroll_apart, self._why_not_scroll_apart),
            "wrap": Action(self.wrap),
            "copy-row": Action(self.copy_row, self.why_no_row),
            "copy-table": Action(self.copy_table, self.why_no_row),
        }

    def why_no_row(self) -> str | None:
        """Return the refusal where there is no row; None where there is one."""
        return "There is no row here." if self._host.columns.is_empty else None

    def _why_not_drop(self) -> str | None:
        is_least = len(self._host.sides) <= FEWEST
        return "Two columns are the fewest that can be compared; add one before you drop one." if is_least else None

    def _why_not_scroll_apart(self) -> str | None:
        stacked = self._host.columns.grid.stacked
        return "The columns stand under each other here; they cannot scroll apart." if stacked else None

    def swap(self) -> None:
        """Swap the column with the one on its right, the last one with the one on its left."""
        self._host.take_sides(swapped(self._host.sides, self._host.columns.column))

    def drop(self) -> None:
        """Drop the column of the cursor."""
        self._host.take_sides(without(self._host.sides, self._host.columns.column))

    def add(self) -> None:
        """Pick another column, and append it."""
        self._host.columns.arriving = None
        self._pick("Add a column", lambda sides, id_: ((*sides, id_), len(sides)))

    def pick_first(self) -> None:
        """Pick another first column."""
        self._pick("Put in column A", lambda sides, id_: (replaced(sides, 0, id_), 0))

    def pick_second(self) -> None:
        """Pick another column instead of that of the cursor; with the cursor in the first, instead of the second."""
        at = self._host.columns.column or 1
        self._pick(f"Put in column {letter(at)}", lambda sides, id_: (replaced(sides, at, id_), at))

    def _pick(self, title: str, placed: Callable[[Sides, str], tuple[Sides, int]]) -> None:
        from summittui.ui.dialogs.picker import PickerScreen

        host, library = self._host, self._host.app.library
        if library is None:
            return
        refused = {id_: f"stands in column {letter(at)} already" for at, id_ in enumerate(host.sides)}

        def take(id_: str | None) -> None:
            if id_ is not None:
                sides, host.columns.arriving = placed(host.sides, id_)
                host.take_sides(sides)

        host.app.push_screen(PickerScreen(f"{title}: {host.what}", library, host.tables, refused), take)

    def scroll_apart(self) -> None:
        """Toggle whether each column scrolls independently."""
        self._host.columns.apart = not self._host.columns.apart
        self._lay()

    def wrap(self) -> None:
        """Toggle whether words are wrapped or cut to one line."""
        self._host.columns.wrapped = not self._host.columns.wrapped
        self._lay()

    def _lay(self) -> None:
        self._host.columns.lay()
        self._host.show_title()

    def copy_row(self) -> None:
        """Copy the row of the cursor."""
        self._host.app.copying.copy_text(self._host.copied(self._host.columns.row), "the row with its sources")

    def copy_table(self) -> None:
        """Copy all rows."""
        self._host.app.copying.copy_text(self._host.copied(None), "the table with its sources")
