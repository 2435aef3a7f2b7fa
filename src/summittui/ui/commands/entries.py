"""The commands in a grid of entries: to the next column, to the next difference, to the passage behind an entry."""

from collections.abc import Sequence
from typing import Protocol

from summittui.model import Passage
from summittui.ui.actions import Action, Actions, Refusal
from summittui.ui.command_app import CommandApp
from summittui.ui.widgets.grid import EntryCoordinate, Grid


class EntryHost(Protocol):
    """A screen with a grid of entries."""

    @property
    def app(self) -> CommandApp:
        """The app that opens passages."""

    @property
    def grid(self) -> Grid:
        """The grid."""

    @property
    def differing(self) -> Sequence[int]:
        """The rows at which the keys for differences stop, from above."""

    def passages(self, cursor: EntryCoordinate) -> Sequence[Passage]:
        """Return the passages behind an entry."""

    def why_no_difference(self) -> str | None:
        """Return why there is no difference to go to; None where there is one."""

    def why_no_passage(self) -> str | None:
        """Return why there is no passage behind the entry under the cursor; None where there is one."""

    def refuse(self, reason: str) -> None:
        """Notify the reader why something was not done."""


class EntryCommands:
    """The commands that move the cursor of a grid and open the passage of an entry."""

    def __init__(self, host: EntryHost, difference: str = "difference") -> None:
        """Create the commands for a screen; `difference` names a differing row in notices."""
        self._host = host
        self._difference = difference

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        grid, opening = self._host.grid, Action(self.open_passage, self._host.why_no_passage)
        why_not: Refusal = self._host.why_no_difference
        return {
            "left": Action(lambda: grid.move_column(-1)),
            "right": Action(lambda: grid.move_column(1)),
            "next-difference": Action(lambda: self.to_difference(1), why_not),
            "previous-difference": Action(lambda: self.to_difference(-1), why_not),
            "open": opening,
            "source": opening,
        }

    def to_difference(self, step: int) -> None:
        """Go to the next row that differs down with 1, up with -1."""
        grid = self._host.grid
        here = grid.cursor or EntryCoordinate(0, 0, 0)
        ahead = [at for at in self._host.differing if (at - here.row) * step > 0]
        if ahead:
            grid.put(EntryCoordinate(ahead[0] if step > 0 else ahead[-1], here.column, 0))
        else:
            self._host.refuse(f"No further {self._difference} " + ("below." if step > 0 else "above."))

    def open_passage(self) -> None:
        """Show the passage behind the entry in its source."""
        cursor = self._host.grid.cursor
        found = self._host.passages(cursor) if cursor else ()
        if found:
            self._host.app.navigation.open("reader", found[0].source, found[0])
