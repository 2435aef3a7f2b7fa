"""The rows of a comparison by issue: a position for each perspective, and how these stand to each other."""

from collections.abc import Sequence
from itertools import combinations

from summittui.library.answers.perspective import Perspective
from summittui.library.answers.positions import Position, positions
from summittui.library.answers.sets import belong_together
from summittui.library.answers.side_by_side import Row
from summittui.library.answers.verdict import RowState, verdict
from summittui.library.protocol import Library
from summittui.model import IssueId
from summittui.queries.comparison import ComparisonQuery

_RANK = {state: rank for rank, state in enumerate(RowState)}


def issue_rows(library: Library, columns: Sequence[Perspective], query: ComparisonQuery) -> list[Row]:
    """Return a row for each issue that a query asks for, the issues first on which the columns differ.

    Raises:
        UnknownId: An id names no issue.
    """
    found = [positions(library, column, evidence_filter=query.evidence_filter) for column in columns]
    sets = frozenset(
        (i, j) for (i, one), (j, other) in combinations(enumerate(columns), 2) if belong_together(library, one, other)
    )
    rows = []
    for issue in [library.issue(id_) for id_ in query.issues] or library.issues():
        silent = Position(issue=IssueId(issue.id))
        cells = tuple(position.get(issue.id, silent) for position in found)
        said = verdict(cells, columns, sets)
        rows.append(Row(key=issue.id, label=issue.label, note=issue.question, cells=cells, verdict=said))
    return sorted(rows, key=lambda row: (_RANK[row.state], -row.verdict.opposed, -row.n))
