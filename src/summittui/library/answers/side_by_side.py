"""Perspectives side by side: columns, and rows that are issues, dates or sources."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from summittui.library.answers.perspective import Perspective, perspective
from summittui.library.answers.positions import Position
from summittui.library.answers.uncoded import Uncoded
from summittui.library.answers.verdict import EMPTIED, RowState, Verdict
from summittui.library.evidence import Evidence
from summittui.library.protocol import Library
from summittui.model import InputError
from summittui.queries.comparison import Alignment, ComparisonQuery
from summittui.queries.perspectives import EvidenceFilter

FEWEST = 2
"""The number of perspectives that a comparison needs."""
DIFFERING = frozenset({RowState.DIFFER, RowState.MIXED})
"""The states of a difference."""


class Cell(Protocol):
    """The evidence of one perspective in one row; that of an issue is a `Position`."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The pieces of evidence: words, then deeds, then what others say."""

    @property
    def left_out(self) -> int:
        """The number of pieces of evidence that a filter left out."""

    @property
    def n(self) -> int:
        """The number of units of a position, else of pieces of evidence."""


class EvidenceCell(Struct, frozen=True):
    """The evidence of one perspective on one date or in one source: words, then deeds, then what others say."""

    evidence: tuple[Evidence, ...] = ()
    left_out: int = 0
    """The number of pieces of evidence that a filter left out."""

    @property
    def n(self) -> int:
        """The number of pieces of evidence."""
        return len(self.evidence)


class Row(Struct, frozen=True, kw_only=True):
    """One issue, one date or one source over all columns."""

    key: str
    """The id of an issue or a source; a partial date, "not after" one where it is the latest possible; else empty."""
    label: str
    note: str = ""
    """The question of an issue; what must be known to read a date or a source."""
    cells: tuple[Cell, ...]
    """The cell of each column."""
    verdict: Verdict
    """The verdict on the row, in the words that every front end prints; dates and sources are not set against each
    other."""

    @property
    def positions(self) -> tuple[Position, ...]:
        """The cells of an issue; none of a date or a source."""
        return tuple(cell for cell in self.cells if isinstance(cell, Position))

    @property
    def state(self) -> RowState:
        """The relation of the cells to each other."""
        return self.verdict.state

    @property
    def n(self) -> int:
        """The number of units in all cells of an issue, else of pieces of evidence."""
        return sum(cell.n for cell in self.cells)

    @property
    def left_out(self) -> int:
        """The number of pieces of evidence that a filter left out."""
        return sum(cell.left_out for cell in self.cells)

    @property
    def state_word(self) -> str:
        """The state in a word or two; a row that a filter emptied is not silent."""
        return EMPTIED if self.state is RowState.SILENT and self.left_out else self.state.value

    @property
    def speaking(self) -> tuple[int, ...]:
        """The indexes of the columns that have evidence."""
        return tuple(index for index, cell in enumerate(self.cells) if cell.n)

    @property
    def is_shared(self) -> bool:
        """Whether more than one column has evidence."""
        return len(self.speaking) > 1

    def speakers(self, names: Sequence[str]) -> str:
        """Return who has evidence: both, all, or only those named; `names` are those of the columns."""
        speaking = self.speaking
        if not speaking:
            return EMPTIED
        if len(speaking) < len(self.cells):
            return f"only {', '.join(names[index] for index in speaking)}"
        return "both" if len(speaking) == 2 else f"all {len(speaking)}"


class Comparison(Struct, frozen=True, kw_only=True):
    """Perspectives side by side, by issue with the rows first on which they differ, or by date or source."""

    columns: tuple[Perspective, ...]
    rows: tuple[Row, ...]
    query: ComparisonQuery
    """The question that it answers."""
    uncoded: tuple[Uncoded, ...]
    """For each column the number of its quotes and deeds that carry no stance, so that they stand in no row."""

    @property
    def by(self) -> Alignment:
        """The kind of rows."""
        return self.query.by

    @property
    def evidence_filter(self) -> EvidenceFilter:
        """The filter of the evidence that counts."""
        return self.query.evidence_filter

    @property
    def shared_members(self) -> tuple[str, ...]:
        """The ids of those who stand in more than one column, so that its evidence counts in each."""
        counts = Counter(member for column in self.columns for member in column.members)
        return tuple(member for member, count in counts.items() if count > 1)

    def count(self, state: RowState) -> int:
        """Return the number of rows in this state."""
        return sum(row.state is state for row in self.rows)

    def differs(self, row: Row) -> bool:
        """Tell whether the columns differ in a row, wholly or partly; by date or source, whether several have some."""
        return row.state in DIFFERING if self.by is Alignment.ISSUE else row.is_shared

    def differences(self) -> tuple[Row, ...]:
        """Return the rows in which the columns differ."""
        return tuple(row for row in self.rows if self.differs(row))

    @property
    def differing(self) -> "Comparison":
        """The comparison with the rows alone in which the columns differ."""
        return replace(self, rows=self.differences())


def columns_of(library: Library, query: ComparisonQuery) -> tuple[Perspective, ...]:
    """Return the perspectives of a comparison; who has a column of its own is folded into no other.

    Raises:
        InputError: There are too few, or one stands twice.
        UnknownId: An id names no perspective.
    """
    ids = query.sides
    if len(ids) < FEWEST:
        raise InputError("one perspective alone cannot be compared; name two or more")
    if len(set(ids)) < len(ids):
        raise InputError("a perspective stands twice in the comparison; name each once")
    return tuple(
        perspective(library, id_, folded=id_ not in query.unfolded, apart=ids, merged=id_ in query.merged)
        for id_ in ids
    )
