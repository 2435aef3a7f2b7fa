"""The matrix: actors x issues, with the position of each on each."""

from collections import Counter
from collections.abc import Collection
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from summittui.library.answers.perspective import Perspective, perspective
from summittui.library.answers.positions import Position, positions
from summittui.library.answers.sets import is_voice
from summittui.library.protocol import Library
from summittui.model import Actor, Camp, Issue, IssueId, StanceValue, UnknownId
from summittui.model.text import safe
from summittui.queries.listing import ListQuery
from summittui.queries.matrix import MatrixQuery, Rows
from summittui.queries.orders import Order
from summittui.queries.perspectives import EvidenceFilter

MOST = 200
"""The largest number of actors that have a row where no perspective is named: those with the most quotes."""
ORDER = (StanceValue.FOR, StanceValue.MIXED, StanceValue.UNCLEAR, StanceValue.AGAINST, None)
"""The order of stances in a matrix that is sorted by one of its rows or columns."""


class MatrixRow(Struct, frozen=True, kw_only=True):
    """One perspective with its position on every issue of the matrix."""

    perspective: Perspective
    cells: tuple[Position, ...]
    is_voice: bool = False
    """Whether it is the own voice of newspapers and authors, a layer of its own."""

    @property
    def n(self) -> int:
        """The number of units in the row."""
        return sum(cell.n for cell in self.cells)

    @property
    def feeding(self) -> frozenset[str]:
        """The records that feed more than one issue of the row, so that these are not independent."""
        feeds = Counter(record for cell in self.cells for record in records_of(cell))
        return frozenset(record for record, issues in feeds.items() if issues > 1)

    @property
    def spoken(self) -> int:
        """On how many issues there is evidence."""
        return sum(cell.n > 0 for cell in self.cells)


class Matrix(Struct, frozen=True, kw_only=True):
    """Perspectives x issues."""

    issues: tuple[Issue, ...]
    rows: tuple[MatrixRow, ...]
    left_out: tuple[str, ...] = ()
    """The ids of the actors with evidence who have no row, for others have more quotes."""

    def about(self, issues: Collection[str]) -> "Matrix":
        """Return the matrix with these of its issues alone."""
        kept = [at for at, issue in enumerate(self.issues) if issue.id in issues]
        rows = tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in self.rows)
        return replace(self, issues=tuple(self.issues[at] for at in kept), rows=rows)

    def sorted_by_issue(self, issue: str) -> "Matrix":
        """Return the matrix with its rows ordered by their stance on one issue.

        Within a stance: own words and deeds before what others tell, firm before doubtful, more evidence first.

        Raises:
            UnknownId: The matrix has no such issue.
        """
        ids = [each.id for each in self.issues]
        if issue not in ids:
            raise UnknownId(f"{safe(issue)!r} is no issue of this matrix; sort by one of {', '.join(ids)}")
        at = ids.index(issue)
        rows = sorted(self.rows, key=lambda row: (row.is_voice, *_order(row.cells[at])))
        return replace(self, rows=tuple(rows))

    def sorted_by_row(self, id_: str) -> "Matrix":
        """Return the matrix with its issues ordered by the stance of one perspective, as the rows by an issue.

        Raises:
            UnknownId: The matrix has no such row.
        """
        lead = next((row for row in self.rows if row.perspective.id == id_), None)
        if lead is None:
            raise UnknownId(f"{safe(id_)!r} has no row in this matrix; name it among the actors, or sort by another")
        order = sorted(range(len(self.issues)), key=lambda at: _order(lead.cells[at]))
        rows = tuple(replace(row, cells=tuple(row.cells[at] for at in order)) for row in self.rows)
        return replace(self, issues=tuple(self.issues[at] for at in order), rows=rows)


def matrix(library: Library, query: MatrixQuery | None = None) -> Matrix:
    """Return the positions of perspectives on issues, in the order that is asked for.

    Where none is named, all with any evidence have a row: those who speak to most issues first, camps before actors,
    newspapers and authors below all others.

    Raises:
        UnknownId: An id names nothing that can be a perspective, or what it is to be sorted by is not in the matrix.
        QueryError: The scope is none.
    """
    query = query or MatrixQuery()
    found = unsorted_matrix(library, query)
    if not query.sort:
        return found
    by_issue = isinstance(library.get(query.sort), Issue)
    return found.sorted_by_issue(query.sort) if by_issue else found.sorted_by_row(query.sort)


def unsorted_matrix(library: Library, query: MatrixQuery) -> Matrix:
    """Return a matrix in the order that it has by itself.

    Raises:
        UnknownId: An id names nothing that can be a perspective.
        QueryError: The scope is none.
    """
    library, folded = library.limited(query.scope), query.folded
    issues = library.issues()
    chosen: list[str] = list(dict.fromkeys(query.perspectives))
    left_out: tuple[str, ...] = ()
    if not chosen:
        chosen, left_out = most_quoted(library, _every(library, query.rows, folded=folded), MOST)
    rows = [_row(library, perspective(library, id_, folded=folded), issues, query.evidence_filter) for id_ in chosen]
    if not query.perspectives:
        spoken = (row for row in rows if row.n and (query.voices or not row.is_voice))
        rows = sorted(spoken, key=lambda row: (row.is_voice, row.perspective.rule is None, -row.spoken, -row.n))
    found = Matrix(issues=issues, rows=tuple(rows), left_out=left_out)
    return found.about([library.issue(id_).id for id_ in query.issues]) if query.issues else found


def _every(library: Library, rows: Rows, *, folded: bool) -> list[str]:
    camps = [] if rows is Rows.ACTORS else [camp.id for camp in library.every(Camp)]
    return camps if rows is Rows.CAMPS else [*camps, *speaking_actors(library, folded=folded)]


def most_quoted(library: Library, ids: list[str], most: int) -> tuple[list[str], tuple[str, ...]]:
    """Return those of some perspectives that are no actors or have the most quotes, `most` actors at most, and others.

    Both are in the order in which they were given.
    """
    actors = {id_ for id_ in ids if isinstance(library.find(id_), Actor)} if len(ids) > most else set()
    if len(actors) <= most:
        return ids, ()
    ordered = library.select(ListQuery(table="actors", order=Order("quotes")))
    others = {each.id for each in islice((each for each in ordered if each.id in actors), most, None)}
    return [id_ for id_ in ids if id_ not in others], tuple(id_ for id_ in ids if id_ in others)


def speaking_actors(library: Library, *, folded: bool) -> list[str]:
    """Return the ids of the actors of whom, or of whose speakers where these are folded in, there is evidence."""
    found = dict.fromkeys(library.holders())
    for holder in library.holders() if folded else ():
        record = library.find(holder)
        while isinstance(record, Actor) and record.speaks_for and record.speaks_for not in found:
            found[record.speaks_for] = None
            record = library.find(record.speaks_for)
    return sorted((id_ for id_ in found if isinstance(library.find(id_), Actor)), key=library.rank)


def _row(
    library: Library, whose: Perspective, issues: tuple[Issue, ...], evidence_filter: EvidenceFilter | None
) -> MatrixRow:
    found = positions(library, whose, evidence_filter=evidence_filter)
    cells = (found.get(issue.id, Position(issue=IssueId(issue.id))) for issue in issues)
    return MatrixRow(perspective=whose, cells=tuple(cells), is_voice=is_voice(library, whose))


def records_of(cell: Position) -> frozenset[str]:
    """Return the records that a position rests on; an act is a record for itself."""
    return frozenset(f"{each.record} {each.act}" if each.act else each.record for each in cell.evidence)


def _order(cell: Position) -> tuple[int, bool, bool, int]:
    return ORDER.index(cell.stance), not cell.own, cell.hollow, -cell.n
