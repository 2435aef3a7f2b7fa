"""Who stands with whom: pairs of perspectives over the issues on which both take a side themselves."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import combinations

from msgspec import Struct

from summittui.library.library import Library
from summittui.library.matrix import MatrixRow, matrix
from summittui.library.perspective import Perspective
from summittui.library.positions import Position
from summittui.library.stances import firm_stance
from summittui.model import InputError, Issue, StanceValue

RANKED_FROM = 2
"""From how many shared issues on a pair is ranked; fewer say too little."""


class Relation(StrEnum):
    """How two perspectives stand to each other on one issue."""

    SAME = "same"
    """Both for, or both against."""
    OPPOSED = "opposed"
    """One for, the other against."""
    PARTLY = "partly"
    """At least one of them is mixed."""


class SharedIssue(Struct, frozen=True, kw_only=True):
    """An issue on which both of a pair take a side."""

    issue: Issue
    relation: Relation
    left: Position
    right: Position


class Pair(Struct, frozen=True, kw_only=True):
    """Two perspectives and the issues on which both take a side by their own words or deeds."""

    left: Perspective
    right: Perspective
    shared: tuple[SharedIssue, ...] = ()

    @property
    def same(self) -> tuple[Issue, ...]:
        """The issues on which both are for, or both against."""
        return self.on(Relation.SAME)

    @property
    def opposed(self) -> tuple[Issue, ...]:
        """The issues on which one is for, the other against."""
        return self.on(Relation.OPPOSED)

    @property
    def partly(self) -> tuple[Issue, ...]:
        """The issues on which at least one of them is mixed."""
        return self.on(Relation.PARTLY)

    def on(self, relation: Relation) -> tuple[Issue, ...]:
        """Return the issues on which they stand so to each other."""
        return tuple(each.issue for each in self.shared if each.relation is relation)

    @property
    def n(self) -> int:
        """The number of shared issues."""
        return len(self.shared)

    @property
    def ranked(self) -> bool:
        """Whether there are enough shared issues to rank the pair."""
        return self.n >= RANKED_FROM


class Pairs(Struct, frozen=True, kw_only=True):
    """All pairs that share an issue."""

    ranked: tuple[Pair, ...]
    """Those with enough shared issues: the more they agree and the less they oppose each other, the earlier."""
    unranked: tuple[Pair, ...]
    """Those with too few, in no order of closeness."""
    overlapping: tuple[tuple[Perspective, Perspective], ...] = ()
    """Those that share members, and so are no pair: nobody stands with itself."""


def pairs(library: Library, ids: Sequence[str] = (), *, folded: bool = True) -> Pairs:
    """Return who stands with whom.

    What only others tell of a perspective, and what is doubtful, makes no pair.

    Args:
        library: The records.
        ids: Ids of the perspectives; where empty, all actors with evidence that speak for no other.
        folded: Whether to take those who speak for an actor as that actor.

    Raises:
        InputError: There is one perspective alone.
        UnknownId: An id names nothing that can be a perspective.
    """
    if len(set(ids)) == 1:
        raise InputError("one perspective alone makes no pair; name two or more, or none for all actors")
    chosen = list(ids) or [actor.id for actor in library.records.actors if not (folded and actor.speaks_for)]
    if not chosen:
        return Pairs(ranked=(), unranked=())
    found = matrix(library, chosen, folded=folded)
    every = list(combinations(found.rows, 2))
    shared = [_pair(found.issues, left, right) for left, right in every if not _overlap(left, right)]
    return Pairs(
        ranked=tuple(sorted((pair for pair in shared if pair.ranked), key=_closeness)),
        unranked=tuple(pair for pair in shared if pair.n and not pair.ranked),
        overlapping=tuple((left.perspective, right.perspective) for left, right in every if _overlap(left, right)),
    )


def _closeness(pair: Pair) -> tuple[int, int, str]:
    return len(pair.opposed) - len(pair.same), -pair.n, f"{pair.left.id} {pair.right.id}"


def _overlap(left: MatrixRow, right: MatrixRow) -> bool:
    return not set(left.perspective.members).isdisjoint(right.perspective.members)


def _pair(issues: tuple[Issue, ...], left: MatrixRow, right: MatrixRow) -> Pair:
    shared = []
    for issue, one, other in zip(issues, left.cells, right.cells, strict=True):
        relation = _relation(firm_stance(one.evidence), firm_stance(other.evidence))
        if relation is not None:
            shared.append(SharedIssue(issue=issue, relation=relation, left=one, right=other))
    return Pair(left=left.perspective, right=right.perspective, shared=tuple(shared))


def _relation(one: StanceValue | None, other: StanceValue | None) -> Relation | None:
    """Return how two sides stand to each other; None where one of them takes none."""
    if {one, other} & {None, StanceValue.UNCLEAR}:
        return None
    if StanceValue.MIXED in {one, other}:
        return Relation.PARTLY
    return Relation.SAME if one is other else Relation.OPPOSED
