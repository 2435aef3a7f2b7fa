"""The commands that focus the next or the previous stop of a screen; a stop is a widget or a column of a grid."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.widget import Widget

from summittui.ui.actions import Action, Actions
from summittui.ui.widgets.grid import Grid


class ColumnStop:
    """A column of a grid, as a stop."""

    def __init__(self, grid: Grid, column: int) -> None:
        """Create the stop of a column; columns count from 0."""
        self._grid = grid
        self._column = column

    @property
    def has_focus(self) -> bool:
        """Whether the cursor of the grid that has the keys is in the column; its first one without a cursor."""
        return self._grid.has_focus and self._column == (self._grid.cursor.column if self._grid.cursor else 0)

    def focus(self) -> None:
        """Focus the grid, its cursor in the column."""
        self._grid.focus()
        self._grid.move_column(self._column - (self._grid.cursor.column if self._grid.cursor else 0))


Stop = Widget | ColumnStop


class StopCommands:
    """The commands that focus the next and the previous stop; after the last stop comes the first."""

    def __init__(
        self, stops: Callable[[], Sequence[Stop]], go_to: Callable[[Any], object] = lambda stop: stop.focus()
    ) -> None:
        """Create the commands for the stops of a screen.

        Args:
            stops: Returns what takes the keys, in its order.
            go_to: Focuses one of them.
        """
        self._stops = stops
        self._go_to = go_to

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        return {"next-pane": Action(lambda: self._step(1)), "previous-pane": Action(lambda: self._step(-1))}

    def _step(self, by: int) -> None:
        stops = self._stops()
        here = next((at for at, stop in enumerate(stops) if stop.has_focus), 0)
        self._go_to(stops[(here + by) % len(stops)])
