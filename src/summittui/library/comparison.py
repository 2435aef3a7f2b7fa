"""Comparison: perspectives as columns, issues as aligned rows."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from summittui.library.evidence import EvidenceFilter
from summittui.library.library import Library
from summittui.library.perspective import Perspective, perspective
from summittui.library.positions import Position, positions
from summittui.model import InputError, Issue, IssueId, StanceValue

FEWEST = 2
"""How many perspectives a comparison needs."""


class RowState(StrEnum):
    """How the columns of a row stand to each other."""

    DIFFER = "differ"
    """One is for and another against."""
    PARTLY = "partly"
    """They take different stances, but none the opposite one: at least one is mixed."""
    AGREE = "agree"
    """At least two speak, and all who do take the same stance."""
    INCOMPARABLE = "cannot be compared"
    """At least two speak, but for all but one at most the side is unclear."""
    ONE_SPEAKS = "only one speaks"
    SILENT = "no statement found"


DIFFERING = frozenset({RowState.DIFFER, RowState.PARTLY})
"""The states of a difference."""
EMPTIED = "nothing left by the filter"
"""Stands for silence where there is evidence and a filter left it out."""
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
    def left_out(self) -> int:
        """The number of pieces of evidence that a filter left out."""
        return sum(cell.left_out for cell in self.cells)

    @property
    def state_word(self) -> str:
        """The state in a word; a row that a filter emptied is not silent."""
        return EMPTIED if self.state is RowState.SILENT and self.left_out else self.state.value

    @property
    def verdict(self) -> str:
        """The state in words, with what it rests on where that is weak."""
        return ", ".join((self.state_word, *self.caveats))

    @property
    def caveats(self) -> tuple[str, ...]:
        """Why the state is weak: cells whose stance only others tell, or is doubtful; what a filter left out."""
        speaking = [cell for cell in self.cells if cell.n]
        told = sum(not cell.own for cell in speaking)
        doubtful = sum(cell.doubtful for cell in speaking)
        parts = (
            (told, f"{told} of {len(speaking)} as others tell"),
            (doubtful, f"{doubtful} of {len(speaking)} doubtful"),
            (self.left_out, f"{self.left_out} left out"),
        )
        return tuple(words for count, words in parts if count)

    @property
    def opposed(self) -> int:
        """How many pairs of columns stand against each other."""
        stances = [cell.stance for cell in self.cells]
        return stances.count(StanceValue.FOR) * stances.count(StanceValue.AGAINST)

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
    kept: EvidenceFilter | None = None,
) -> Comparison:
    """Put perspectives side by side, issue by issue.

    Args:
        library: The records.
        ids: Ids of the actors, camps, declarations or sources, first column first.
        issues: Ids of the issues to compare on; all where empty.
        unfolded: Ids whose speakers are left out of their perspective.
        kept: Which evidence counts; all where it is None.

    Raises:
        InputError: There are too few perspectives, or one stands twice.
        UnknownId: An id names no perspective or no issue.
    """
    columns = columns_of(library, ids, unfolded)
    found = [positions(library, column, kept=kept) for column in columns]
    chosen = [library.get_as(Issue, id_) for id_ in issues] or list(library.issues.values())
    rows = []
    for issue in chosen:
        silent = Position(issue=IssueId(issue.id))
        cells = tuple(position.get(issue.id, silent) for position in found)
        rows.append(Row(issue=issue, cells=cells, state=row_state(cells)))
    rows.sort(key=lambda row: (_RANK[row.state], -row.opposed, -row.n))
    return Comparison(columns=columns, rows=tuple(rows), kept=kept or EvidenceFilter())


def columns_of(library: Library, ids: Sequence[str], unfolded: frozenset[str]) -> tuple[Perspective, ...]:
    """Return the perspectives of a comparison; who has a column of its own is folded into no other.

    Raises:
        InputError: There are too few, or one stands twice.
        UnknownId: An id names no perspective.
    """
    if len(ids) < FEWEST:
        raise InputError("one perspective alone cannot be compared; name two or more")
    if len(set(ids)) < len(ids):
        raise InputError("a perspective stands twice in the comparison; name each once")
    return tuple(perspective(library, id_, folded=id_ not in unfolded, apart=tuple(ids)) for id_ in ids)


def shared_members(columns: Sequence[Perspective]) -> tuple[str, ...]:
    """Return the ids of those who stand in more than one column."""
    counts = Counter(member for column in columns for member in column.members)
    return tuple(member for member, count in counts.items() if count > 1)


def row_state(cells: Sequence[Position]) -> RowState:
    """Return how the cells of one row stand to each other."""
    stances = [cell.stance for cell in cells if cell.stance is not None]
    if not stances:
        return RowState.SILENT
    if len(stances) == 1:
        return RowState.ONE_SPEAKS
    clear = [stance for stance in stances if stance is not StanceValue.UNCLEAR]
    if {StanceValue.FOR, StanceValue.AGAINST} <= set(clear):
        return RowState.DIFFER
    if len(set(clear)) > 1:
        return RowState.PARTLY
    return RowState.AGREE if len(clear) > 1 else RowState.INCOMPARABLE
