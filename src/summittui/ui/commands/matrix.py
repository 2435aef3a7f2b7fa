"""The commands of the matrix: its kind of rows, the folding of speakers, the sorting of rows and columns."""

from typing import Protocol

from msgspec.structs import replace

from summittui.library.answers.matrix import MatrixRow
from summittui.model import Issue
from summittui.queries.matrix import MatrixQuery, Rows
from summittui.ui.actions import Action, Actions, first_of
from summittui.ui.command_app import CommandApp
from summittui.ui.keys.lookup import key_of
from summittui.ui.marking import Marking
from summittui.ui.widgets.table import Table

_NEXT = {Rows.ACTORS: Rows.CAMPS, Rows.CAMPS: Rows.BOTH, Rows.BOTH: Rows.ACTORS}


class MatrixHost(Protocol):
    """A screen that shows a matrix."""

    marking: Marking
    """The marked actors."""
    view_query: MatrixQuery
    """The query whose answer is shown."""

    @property
    def app(self) -> CommandApp:
        """The app, which opens other screens."""

    @property
    def table(self) -> Table:
        """The table."""

    @property
    def row(self) -> MatrixRow | None:
        """The row under the cursor."""

    @property
    def issue(self) -> Issue | None:
        """The issue under the cursor."""

    def ask(self, query: MatrixQuery) -> None:
        """Compute the matrix of another query."""


class MatrixCommands:
    """The commands that sort a matrix, choose its rows, mark and compare."""

    def __init__(self, host: MatrixHost) -> None:
        """Create the commands for a screen."""
        self._host = host

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        return {
            "left": Action(lambda: self._host.table.move_column(-1)),
            "right": Action(lambda: self._host.table.move_column(1)),
            "mark": Action(self.mark, self.why_no_cell),
            "compare": Action(self.compare, first_of(self.why_no_cell, self._why_not_compare)),
            "sort-by-issue": Action(self.sort_by_issue, self.why_no_cell),
            "sort-by-actor": Action(self.sort_by_actor, self.why_no_cell),
            "rows": Action(self.turn_rows),
            "take-in": Action(self.take_in),
            "voices": Action(self.turn_voices),
        }

    def why_no_cell(self) -> str | None:
        """Return the refusal of an empty table; None where a cell is under the cursor."""
        return "Nothing is under the cursor." if self._host.row is None else None

    def _why_not_compare(self) -> str | None:
        if self._host.row is None or self._host.marking.sides(self._host.row.perspective.id):
            return None
        mark, compare = key_of("mark"), key_of("compare")
        return f"Mark an actor with {mark}, move to another and press {compare}; or mark two or more."

    def mark(self) -> None:
        """Toggle the mark of the actor under the cursor, and move on."""
        if self._host.row:
            self._host.marking = self._host.marking.toggled(self._host.row.perspective.id)
            self._host.table.move(1)

    def compare(self) -> None:
        """Compare the marked actors, or the one mark with the actor under the cursor."""
        if self._host.row:
            sides = self._host.marking.sides(self._host.row.perspective.id)
            self._host.app.navigation.open("compared", self._host.app.library, sides, whole=False)

    def sort_by_issue(self) -> None:
        """Sort the actors by their positions on the issue under the cursor."""
        if self._host.issue:
            self._host.ask(replace(self._host.view_query, sort=self._host.issue.id))

    def sort_by_actor(self) -> None:
        """Sort the issues by the positions of the actor under the cursor."""
        if self._host.row:
            self._host.ask(replace(self._host.view_query, sort=self._host.row.perspective.id))

    def turn_rows(self) -> None:
        """Show rows of actors, camps, or both, in turn."""
        now = self._host.view_query
        self._host.ask(replace(now, rows=_NEXT[now.rows]))

    def take_in(self) -> None:
        """Fold those who speak for an actor into its row, or leave them out."""
        now = self._host.view_query
        self._host.ask(replace(now, folded=not now.folded))

    def turn_voices(self) -> None:
        """Show the rows of newspapers and authors too, or leave these rows out."""
        now = self._host.view_query
        self._host.ask(replace(now, voices=not now.voices))
