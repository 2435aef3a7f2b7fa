"""Comparison: perspectives as columns, issues as aligned rows."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from summittui.library.library import Library
from summittui.library.perspective import Perspective, perspective
from summittui.library.positions import Position, positions
from summittui.model import InputError, Issue, IssueId, StanceValue

FEWEST, MOST = 2, 4
"""How many perspectives can stand side by side."""


class RowState(StrEnum):
    """How the columns of a row stand to each other."""

    DIFFER = "differ"
    """At least two take different stances."""
    AGREE = "agree"
    """At least two speak, and all who do take the same stance."""
    INCOMPARABLE = "cannot be compared"
    """At least two speak, but for all but one at most the side is unclear."""
    ONE_SPEAKS = "only one speaks"
    SILENT = "no statement found"


_RANK = {state: rank for rank, state in enumerate(RowState)}


class Row(Struct, frozen=True, kw_only=True):
    """One issue over all columns."""

    issue: Issue
    cells: tuple[Position, ...]
    state: RowState

    @property
    def n(self) -> int:
        """The number of pieces of evidence in all cells."""
        return sum(cell.n for cell in self.cells)

    @property
    def speaking(self) -> tuple[int, ...]:
        """The indexes of the columns that have evidence."""
        return tuple(index for index, cell in enumerate(self.cells) if cell.n)


class Comparison(Struct, frozen=True, kw_only=True):
    """Perspectives side by side, the rows on which they differ first."""

    columns: tuple[Perspective, ...]
    rows: tuple[Row, ...]

    def count(self, state: RowState) -> int:
        """Return the number of rows in this state."""
        return sum(row.state is state for row in self.rows)

    def differences(self) -> tuple[Row, ...]:
        """Return the rows on which the columns differ."""
        return tuple(row for row in self.rows if row.state is RowState.DIFFER)


def compare(
    library: Library, ids: Sequence[str], *, issues: Sequence[str] = (), unfolded: frozenset[str] = frozenset()
) -> Comparison:
    """Put perspectives side by side.

    Args:
        library: The records.
        ids: Ids of the actors or declarations, first column first.
        issues: Ids of the issues to compare on; all where empty.
        unfolded: Ids whose speakers are left out of their perspective.

    Raises:
        InputError: There are too few or too many perspectives, or one stands twice.
        UnknownId: An id names no perspective or no issue.
    """
    if not FEWEST <= len(ids) <= MOST:
        raise InputError(f"{len(ids)} perspectives cannot be put side by side; name {FEWEST} to {MOST}")
    if len(set(ids)) < len(ids):
        raise InputError("a perspective stands twice in the comparison; name each once")
    columns = tuple(perspective(library, id_, folded=id_ not in unfolded, apart=tuple(ids)) for id_ in ids)
    found = [positions(library, column) for column in columns]
    chosen = [library.get_as(Issue, id_) for id_ in issues] or list(library.issues.values())
    rows = []
    for issue in chosen:
        silent = Position(issue=IssueId(issue.id))
        cells = tuple(position.get(issue.id, silent) for position in found)
        rows.append(Row(issue=issue, cells=cells, state=row_state(cells)))
    rows.sort(key=lambda row: (_RANK[row.state], -row.n))
    return Comparison(columns=columns, rows=tuple(rows))


def row_state(cells: Sequence[Position]) -> RowState:
    """Return how the cells of one row stand to each other."""
    stances = [cell.stance for cell in cells if cell.stance is not None]
    if not stances:
        return RowState.SILENT
    if len(stances) == 1:
        return RowState.ONE_SPEAKS
    clear = [stance for stance in stances if stance is not StanceValue.UNCLEAR]
    if len(set(clear)) > 1:
        return RowState.DIFFER
    return RowState.AGREE if len(clear) > 1 else RowState.INCOMPARABLE
