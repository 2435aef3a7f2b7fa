"""Comparison: perspectives as columns, issues as aligned rows."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from summittui.library.answers.perspective import Perspective, perspective
from summittui.library.answers.positions import Position, positions
from summittui.library.answers.sets import belong_together
from summittui.library.answers.verdict import EMPTIED, RowState, Verdict, verdict
from summittui.library.evidence import EvidenceFilter
from summittui.library.protocol import Library
from summittui.model import InputError, Issue, IssueId

FEWEST = 2
"""The number of perspectives that a comparison needs."""


DIFFERING = frozenset({RowState.DIFFER, RowState.MIXED})
"""The states of a difference."""
_RANK = {state: rank for rank, state in enumerate(RowState)}


class Row(Struct, frozen=True, kw_only=True):
    """One issue over all columns."""

    issue: Issue
    cells: tuple[Position, ...]
    verdict: Verdict
    """The verdict on the row, in the words that every front end prints."""

    @property
    def state(self) -> RowState:
        """The relation of the cells to each other."""
        return self.verdict.state

    @property
    def n(self) -> int:
        """The number of units in all cells."""
        return sum(cell.n for cell in self.cells)

    @property
    def state_word(self) -> str:
        """The state in a word or two; a row that a filter emptied is not silent."""
        left_out = any(cell.left_out for cell in self.cells)
        return EMPTIED if self.state is RowState.SILENT and left_out else self.state.value

    @property
    def speaking(self) -> tuple[int, ...]:
        """The indexes of the columns that have evidence."""
        return tuple(index for index, cell in enumerate(self.cells) if cell.n)


class Comparison(Struct, frozen=True, kw_only=True):
    """Perspectives side by side, the rows on which they differ first."""

    columns: tuple[Perspective, ...]
    rows: tuple[Row, ...]
    kept: EvidenceFilter = EvidenceFilter()
    """Which evidence counts."""

    @property
    def shared_members(self) -> tuple[str, ...]:
        """The ids of those who stand in more than one column, so that its evidence counts in each."""
        return shared_members(self.columns)

    def count(self, state: RowState) -> int:
        """Return the number of rows in this state."""
        return sum(row.state is state for row in self.rows)

    def differences(self) -> tuple[Row, ...]:
        """Return the rows on which the columns differ, wholly or partly."""
        return tuple(row for row in self.rows if row.state in DIFFERING)

    @property
    def differing(self) -> "Comparison":
        """The same with the rows alone on which the columns differ."""
        return replace(self, rows=self.differences())


def compare(
    library: Library,
    ids: Sequence[str],
    *,
    issues: Sequence[str] = (),
    unfolded: frozenset[str] = frozenset(),
    merged: frozenset[str] = frozenset(),
    kept: EvidenceFilter | None = None,
) -> Comparison:
    """Put perspectives side by side, issue by issue.

    Args:
        library: The records.
        ids: Ids of the actors, camps, declarations or sources, first column first.
        issues: Ids of the issues to compare on; all where empty.
        unfolded: Ids whose speakers are left out of their perspective.
        merged: Ids that take in the states and bodies close to them, though these are recorded apart.
        kept: Which evidence counts; all where it is None.

    Raises:
        InputError: There are too few perspectives, or one stands twice.
        UnknownId: An id names no perspective or no issue.
    """
    columns = columns_of(library, ids, unfolded, merged)
    found = [positions(library, column, kept=kept) for column in columns]
    sets = frozenset(
        (i, j) for (i, one), (j, other) in combinations(enumerate(columns), 2) if belong_together(library, one, other)
    )
    chosen = [library.get_as(Issue, id_) for id_ in issues] or list(library.issues())
    rows = []
    for issue in chosen:
        silent = Position(issue=IssueId(issue.id))
        cells = tuple(position.get(issue.id, silent) for position in found)
        rows.append(Row(issue=issue, cells=cells, verdict=verdict(cells, columns, sets)))
    rows.sort(key=lambda row: (_RANK[row.state], -row.verdict.opposed, -row.n))
    return Comparison(columns=columns, rows=tuple(rows), kept=kept or EvidenceFilter())


def columns_of(
    library: Library, ids: Sequence[str], unfolded: frozenset[str], merged: frozenset[str]
) -> tuple[Perspective, ...]:
    """Return the perspectives of a comparison; who has a column of its own is folded into no other.

    Raises:
        InputError: There are too few, or one stands twice.
        UnknownId: An id names no perspective.
    """
    if len(ids) < FEWEST:
        raise InputError("one perspective alone cannot be compared; name two or more")
    if len(set(ids)) < len(ids):
        raise InputError("a perspective stands twice in the comparison; name each once")
    apart = tuple(ids)
    return tuple(
        perspective(library, id_, folded=id_ not in unfolded, apart=apart, merged=id_ in merged) for id_ in ids
    )


def shared_members(columns: Sequence[Perspective]) -> tuple[str, ...]:
    """Return the ids of those who stand in more than one column."""
    counts = Counter(member for column in columns for member in column.members)
    return tuple(member for member, count in counts.items() if count > 1)
