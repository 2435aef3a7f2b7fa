"""Pairs of perspectives over the issues on which both take a firm side themselves.

Agreement and opposition are counted beside each other, as congruence and conflict networks do (Discourse Network
Analyzer); there is no single rank of closeness.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from itertools import combinations

from msgspec import Struct

from summittui.library.answers.matrix import MatrixRow, matrix, most_quoted, speaking_actors
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.sets import belong_together, is_voice
from summittui.library.answers.sides import Side, side_of
from summittui.library.evidence import Evidence
from summittui.library.protocol import Library
from summittui.model import Actor, InputError, Issue, StanceValue
from summittui.queries.matrix import MatrixQuery
from summittui.queries.pairs import PairOrder, PairsQuery

MOST = 100
"""The largest number of actors that are paired where none is named: those with the most quotes."""
FEWEST = 2
"""From how many shared issues on a pair is counted; fewer say too little."""


class Relation(StrEnum):
    """The relation of two perspectives on one issue."""

    SAME = "same"
    """Both for, or both against."""
    OPPOSED = "opposed"
    """One for, the other against."""
    MIXED = "one side mixed"
    """At least one side is mixed."""


class SharedIssue(Struct, frozen=True, kw_only=True):
    """An issue on which both of a pair take a firm side."""

    issue: Issue
    relation: Relation
    left: Side
    right: Side


class Pair(Struct, frozen=True, kw_only=True):
    """Two perspectives and the issues on which both take a firm side by their own words or deeds."""

    left: Perspective
    right: Perspective
    shared: tuple[SharedIssue, ...] = ()

    def on(self, relation: Relation) -> tuple[Issue, ...]:
        """Return the issues on which they stand so to each other."""
        return tuple(each.issue for each in self.shared if each.relation is relation)

    @property
    def n(self) -> int:
        """The number of shared issues."""
        return len(self.shared)


Couple = tuple[Perspective, Perspective]


class Pairs(Struct, frozen=True, kw_only=True):
    """The pairs that share enough issues, and what is left out."""

    pairs: tuple[Pair, ...]
    too_few: tuple[Pair, ...] = ()
    """The pairs that share fewer than `FEWEST` issues."""
    sets: tuple[Couple, ...] = ()
    """A set and its member, or two that share somebody: nobody stands with itself."""
    same_record: tuple[tuple[Perspective, Perspective, Issue], ...] = ()
    """Issues on which two take the same side by one record, which is not two statements."""
    voices: tuple[Perspective, ...] = ()
    """Newspapers and authors, whose own voice was not asked for."""
    unpaired: tuple[str, ...] = ()
    """The ids of the actors with evidence who are not paired, for others have more quotes."""


def pairs(library: Library, query: PairsQuery | None = None) -> Pairs:
    """Return who stands with whom, all actors where no query says otherwise.

    Newspapers and authors are paired among themselves alone; those that are named always are.

    Raises:
        InputError: There is one perspective alone.
        UnknownId: An id names nothing that can be a perspective.
        QueryError: The scope is none.
    """
    query = query or PairsQuery()
    library, ids, folded = library.limited(query.scope), query.perspectives, not query.unfolded
    if len(set(ids)) == 1:
        raise InputError("one perspective alone makes no pair; name two or more, or none for all actors")
    chosen: list[str] = list(ids)
    unpaired: tuple[str, ...] = ()
    if not chosen:
        speaking = speaking_actors(library, folded=folded)
        own = [id_ for id_ in speaking if not (folded and _is_voiced(library, id_))]
        chosen, unpaired = most_quoted(library, own, MOST)
    if not chosen:
        return Pairs(pairs=())
    asked = MatrixQuery(perspectives=tuple(chosen), folded=folded)
    rows = [_Sides(row) for row in matrix(library, asked).rows if row.n]
    silent = [] if query.voices or ids else [row for row in rows if is_voice(library, row.whose)]
    found = _Paired(library, [row for row in rows if row not in silent])
    return Pairs(
        pairs=tuple(sorted((pair for pair in found.pairs if pair.n >= FEWEST), key=_ORDERS[query.order])),
        too_few=tuple(pair for pair in found.pairs if pair.n < FEWEST),
        sets=tuple(found.sets),
        same_record=tuple(found.same_record),
        voices=tuple(row.whose for row in silent),
        unpaired=unpaired,
    )


def _is_voiced(library: Library, id_: str) -> bool:
    """Tell whether an actor speaks for another one."""
    record = library.find(id_)
    return isinstance(record, Actor) and record.speaks_for is not None


class _Sides:
    """The firm sides of one perspective, by issue."""

    def __init__(self, row: MatrixRow) -> None:
        self.whose = row.perspective
        self.cells = {
            str(cell.issue): (side, cell)
            for cell in row.cells
            if (side := cell.firm_side) and side.stance is not StanceValue.UNCLEAR
        }


class _Paired:
    """Pairs of perspectives, with the pairs that are left out."""

    def __init__(self, library: Library, rows: Sequence[_Sides]) -> None:
        self._library = library
        self.pairs: list[Pair] = []
        self.sets: list[Couple] = []
        self.same_record: list[tuple[Perspective, Perspective, Issue]] = []
        voices = {row.whose.id for row in rows if is_voice(library, row.whose)}
        for left, right in combinations(rows, 2):
            mixes_layers = (left.whose.id in voices) is not (right.whose.id in voices)
            if not mixes_layers and not left.cells.keys().isdisjoint(right.cells):
                self._relate(left, right)

    def _relate(self, left: _Sides, right: _Sides) -> None:
        one, other = left.whose, right.whose
        if belong_together(self._library, one, other):
            self.sets.append((one, other))
            return
        shared = []
        for issue in self._library.issues():
            id_ = issue.id
            if id_ not in left.cells or id_ not in right.cells or not _concern(left, right, id_):
                continue
            found = _shared(issue, left.cells[id_][0], right.cells[id_][0])
            if found is None:
                self.same_record.append((one, other, issue))
            else:
                shared.append(found)
        if shared:
            self.pairs.append(Pair(left=one, right=other, shared=tuple(shared)))


def _concern(left: _Sides, right: _Sides, issue: str) -> bool:
    """Tell whether the stance of neither is about somebody else alone."""
    return all(
        not scope or not set(scope).isdisjoint(whose.members)
        for scope, whose in (
            (left.cells[issue][1].only_about, right.whose),
            (right.cells[issue][1].only_about, left.whose),
        )
    )


def _shared(issue: Issue, left: Side, right: Side) -> SharedIssue | None:
    """Return how two firm sides stand to each other; None where they are the same by one record alone."""
    relation = _relation(left, right)
    if relation is not Relation.SAME:
        return SharedIssue(issue=issue, relation=relation, left=left, right=right)
    common = _records(left) & _records(right)
    one, other = _without(left, common), _without(right, common)
    if one is None or other is None or _relation(one, other) is not relation:
        return None
    return SharedIssue(issue=issue, relation=relation, left=one, right=other)


def _records(side: Side) -> set[str]:
    """Return the ids of the records that a side rests on, and of the utterances that they report."""
    return {key for unit in side.units for piece in unit.pieces for key in _rests_on(piece)}


def _without(side: Side, records: set[str]) -> Side | None:
    """Return the firm side that is left without some records; None where nothing is."""
    units = (unit for unit in side.units if not any(records & _rests_on(piece) for piece in unit.pieces))
    return side_of(units) if records else side


def _rests_on(piece: Evidence) -> set[str]:
    return {key for key in (piece.record, piece.utterance) if key}


def _relation(left: Side, right: Side) -> Relation:
    if StanceValue.MIXED in {left.stance, right.stance}:
        return Relation.MIXED
    return Relation.SAME if left.stance is right.stance else Relation.OPPOSED


def _by_name(pair: Pair) -> tuple[str, str]:
    return pair.left.label.casefold(), pair.right.label.casefold()


_ORDERS: Mapping[PairOrder, Callable[[Pair], tuple[object, ...]]] = {
    PairOrder.NAME: _by_name,
    PairOrder.SAME: lambda pair: (-len(pair.on(Relation.SAME)), *_by_name(pair)),
    PairOrder.OPPOSED: lambda pair: (-len(pair.on(Relation.OPPOSED)), *_by_name(pair)),
    PairOrder.N: lambda pair: (-pair.n, *_by_name(pair)),
}
