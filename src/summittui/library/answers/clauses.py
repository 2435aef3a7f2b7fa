"""Declarations side by side: their clauses by matter, what each actor did with them, their tallies as stated."""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from summittui.library.protocol import Library
from summittui.model import Act, ActKind, Clause, Declaration, InputError, Issue, counted_acts
from summittui.queries.comparison import DeclarationsQuery

FEWEST = 2
"""The number of declarations that a comparison needs."""


class ClauseRow(Struct, frozen=True, kw_only=True):
    """The clauses of each declaration that speak of one matter; whether they say the same is for the reader."""

    issue: Issue
    cells: tuple[tuple[Clause, ...], ...]

    @property
    def speaking(self) -> tuple[int, ...]:
        """The indexes of the declarations that have a clause on it."""
        return tuple(index for index, cell in enumerate(self.cells) if cell)


class Done(StrEnum):
    """The acts of an actor on the declarations side by side, in one word."""

    EACH = "each"
    """Backed each of them."""
    SOME = "some"
    """Backed more than one, but not each."""
    ONE = "only one"
    DECLINED = "declined"
    """Declined at least one and backed none."""
    DIVIDED = "divided"
    """Declined one and backed another."""
    NEITHER = "neither"
    """Stayed out or dissented, and neither declined nor backed any."""


_DONE = tuple(Done)


class ActRow(Struct, frozen=True, kw_only=True):
    """The acts of one actor on each declaration; an empty cell means no recorded act, not that the actor declined."""

    actor: str
    cells: tuple[tuple[Act, ...], ...]

    @property
    def backed(self) -> tuple[int, ...]:
        """The indexes of the declarations that it backed, by signing or otherwise."""
        return self._where(lambda act: act.is_backing)

    @property
    def declined(self) -> tuple[int, ...]:
        """The indexes of the declarations that it declined."""
        return self._where(lambda act: act is ActKind.DECLINED)

    @property
    def done(self) -> Done:
        """The acts of the row in one word."""
        if self.declined:
            return Done.DIVIDED if self.backed else Done.DECLINED
        if len(self.backed) == len(self.cells):
            return Done.EACH
        if not self.backed:
            return Done.NEITHER
        return Done.ONE if len(self.backed) == 1 else Done.SOME

    @property
    def doubtful(self) -> bool:
        """Whether the word rests on an act that stays the claim of its source."""
        return any(all(act.doubt for act in cell) for cell in self.cells if cell)

    def _where(self, holds: Callable[[ActKind], bool]) -> tuple[int, ...]:
        cells = enumerate(map(counted_acts, self.cells))
        return tuple(index for index, cell in cells if any(holds(act.act) for act in cell))


class DeclarationComparison(Struct, frozen=True, kw_only=True):
    """Declarations as columns. What their sources tell of them is seldom all that they say."""

    columns: tuple[Declaration, ...]
    clauses: tuple[ClauseRow, ...]
    """One row for each matter, those on which most declarations have a clause first."""
    apart: tuple[tuple[Clause, ...], ...]
    """For each declaration the clauses whose matter is not recorded, and which are aligned with nothing."""
    acts: tuple[ActRow, ...]
    """One row for each actor: those who acted on each, on some, on one, who declined."""

    def count(self, done: Done) -> int:
        """Return how many actors did this."""
        return sum(row.done is done for row in self.acts)


def compare_declarations(library: Library, query: DeclarationsQuery) -> DeclarationComparison:
    """Put declarations side by side.

    Raises:
        InputError: There are fewer than two, or one stands twice.
        UnknownId: An id names no declaration.
    """
    ids = query.sides
    if len(ids) < FEWEST:
        raise InputError("one declaration alone cannot be compared; name two or more")
    if len(set(ids)) < len(ids):
        raise InputError("a declaration stands twice in the comparison; name each once")
    columns = tuple(library.get_as(Declaration, id_) for id_ in ids)
    return DeclarationComparison(
        columns=columns,
        clauses=_clause_rows(library, columns),
        apart=tuple(tuple(each for each in column.clauses if each.issue is None) for column in columns),
        acts=_act_rows(columns),
    )


def _clause_rows(library: Library, columns: tuple[Declaration, ...]) -> tuple[ClauseRow, ...]:
    rows = []
    for issue in library.issues():
        cells = tuple(tuple(each for each in column.clauses if each.issue == issue.id) for column in columns)
        if any(cells):
            rows.append(ClauseRow(issue=issue, cells=cells))
    return tuple(sorted(rows, key=lambda row: -len(row.speaking)))


def _act_rows(columns: tuple[Declaration, ...]) -> tuple[ActRow, ...]:
    actors = dict.fromkeys(act.actor for column in columns for act in column.acts)
    rows = [
        ActRow(actor=actor, cells=tuple(tuple(act for act in column.acts if act.actor == actor) for column in columns))
        for actor in actors
    ]
    return tuple(sorted(rows, key=lambda row: (_DONE.index(row.done), row.doubtful)))
