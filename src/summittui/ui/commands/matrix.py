"""The commands of the matrix: what its rows are, whom they take in, and how rows and columns are sorted."""

from typing import Protocol

from summittui.library.answers.matrix import MatrixRow
from summittui.model import Issue
from summittui.queries.matrix import Rows
from summittui.ui.actions import Action, Actions, Refusal
from summittui.ui.matrix_order import Order

_NEXT = {Rows.ACTORS: Rows.CAMPS, Rows.CAMPS: Rows.BOTH, Rows.BOTH: Rows.ACTORS}


class MatrixHost(Protocol):
    """A screen that shows a matrix."""

    rows: Rows
    folded: bool
    """Whether an actor takes in those who speak for it."""
    voices: bool
    """Whether newspapers and authors have rows."""
    order: Order | None

    @property
    def row(self) -> MatrixRow | None:
        """The row under the cursor."""

    @property
    def issue(self) -> Issue | None:
        """The issue under the cursor."""

    def sort(self, order: Order | None) -> None:
        """Compute the matrix again as it is asked for now, in an order."""


class MatrixCommands:
    """Sorts a matrix and chooses its rows."""

    def __init__(self, host: MatrixHost, why_no_cell: Refusal) -> None:
        """Make them for a screen; `why_no_cell` says that nothing is under the cursor."""
        self._host = host
        self._why_no_cell = why_no_cell

    @property
    def actions(self) -> Actions:
        """What the commands do."""
        return {
            "sort-by-issue": Action(self.sort_by_issue, self._why_no_cell),
            "sort-by-actor": Action(self.sort_by_actor, self._why_no_cell),
            "rows": Action(self.turn_rows),
            "take-in": Action(self.take_in),
            "voices": Action(self.turn_voices),
        }

    def sort_by_issue(self) -> None:
        """Sort the actors by where they stand on the issue under the cursor."""
        if self._host.issue:
            self._host.sort(Order(by_issue=True, id=self._host.issue.id))

    def sort_by_actor(self) -> None:
        """Sort the issues by where the actor under the cursor stands."""
        if self._host.row:
            self._host.sort(Order(by_issue=False, id=self._host.row.perspective.id))

    def turn_rows(self) -> None:
        """Make the rows actors, camps, or both, in turn."""
        self._host.rows = _NEXT[self._host.rows]
        self._host.sort(self._host.order)

    def take_in(self) -> None:
        """Take in those who speak for an actor, or leave them out."""
        self._host.folded = not self._host.folded
        self._host.sort(self._host.order)

    def turn_voices(self) -> None:
        """Add newspapers and authors with their own voice, or leave them out."""
        self._host.voices = not self._host.voices
        self._host.sort(self._host.order)
