"""Positions: where a perspective stands on an issue, computed from evidence and never stored (docs/positions.md)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from summittui.library.answers.joint_evidence import joint_evidence
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.sides import Side, side_of
from summittui.library.answers.units import Unit, units
from summittui.library.evidence import Evidence, EvidenceKind, LazyEvidence, counts
from summittui.library.protocol import Library
from summittui.model import IssueId, StanceValue
from summittui.queries.perspectives import EvidenceFilter

_Place = tuple[LazyEvidence, int]
"""The evidence of a holder and the index of one piece of that evidence."""


class Position(Struct, frozen=True, kw_only=True, dict=True):
    """The position of one perspective on one issue; without evidence the perspective is silent, which is no stance."""

    issue: IssueId
    words: tuple[Evidence, ...] = ()
    deeds: tuple[Evidence, ...] = ()
    said_about: tuple[Evidence, ...] = ()
    left_out: int = 0
    """The number of pieces of evidence that a filter left out; a cell that is empty because of the filter is not
    silent.
    """

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The units of all evidence: words, then deeds, then what others say."""
        return units(self.evidence)

    @property
    def n(self) -> int:
        """The number of units."""
        return len(self.units)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All evidence: words, then deeds, then what others say."""
        return self.words + self.deeds + self.said_about

    @property
    def own(self) -> bool:
        """Whether the stance rests on the perspective's own words or deeds, not on what others say."""
        return bool(self.words or self.deeds)

    @cached_property
    def side(self) -> Side | None:
        """The side that the own words and deeds take, firm ones before weak ones; None without any."""
        return side_of(unit for unit in self.units if unit.kind is not EvidenceKind.SAID_ABOUT)

    @property
    def firm_side(self) -> Side | None:
        """The side that firm words and deeds of its own take; None without any."""
        return self.side if self.side and self.side.firm else None

    @cached_property
    def told(self) -> Mapping[str, Side]:
        """The side that each teller gives it, by the teller's id; empty where it has words or deeds of its own."""
        by_teller: dict[str, list[Unit]] = {}
        for unit in () if self.own else self.units:
            by_teller.setdefault(unit.teller or "", []).append(unit)
        return {teller: side for teller, found in by_teller.items() if (side := side_of(found))}

    @property
    def told_ways(self) -> int:
        """In how many ways the tellers tell it; 0 where it has evidence of its own or nobody tells anything."""
        return len({side.stance for side in self.told.values()})

    @cached_property
    def basis(self) -> tuple[Unit, ...]:
        """The units that the stance rests on."""
        sides = (self.side,) if self.side else tuple(self.told.values())
        return tuple(unit for side in sides for unit in side.units)

    @property
    def hollow(self) -> bool:
        """Whether there is evidence, but no firm words or deeds of its own."""
        return self.n > 0 and self.firm_side is None

    @property
    def doubtful(self) -> bool:
        """Whether there is evidence and all that the stance rests on stays the claim of its source."""
        return bool(self.basis) and all(unit.doubtful for unit in self.basis)

    @property
    def stance(self) -> StanceValue | None:
        """The stance of its own words and deeds, else the one that all tellers give it; None where silent.

        Where the tellers differ it is unclear; `told` has each of them.
        """
        if self.side:
            return self.side.stance
        if self.told_ways > 1:
            return StanceValue.UNCLEAR
        return next((side.stance for side in self.told.values()), None)

    @property
    def only_about(self) -> tuple[str, ...]:
        """Ids of whom alone the stance concerns; empty where it concerns everybody."""
        scopes = [unit.only_about for unit in self.basis]
        return tuple(dict.fromkeys(party for scope in scopes for party in scope)) if all(scopes) else ()


class Positions(Mapping[str, Position]):
    """The positions of one perspective, by issue; each is made when it is looked at."""

    def __init__(self, pieces: Mapping[str, Sequence[_Place]], evidence_filter: EvidenceFilter | None = None) -> None:
        """Take where the evidence on each issue is, and which of it counts; all where `evidence_filter` is None."""
        self._pieces = pieces
        self._evidence_filter = evidence_filter
        self._made: dict[str, Position] = {}

    def __getitem__(self, issue: str) -> Position:
        if issue not in self._made:
            pieces = [of[at] for of, at in self._pieces[issue]]
            self._made[issue] = position_of(issue, pieces, self._evidence_filter)
        return self._made[issue]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pieces)

    def __len__(self) -> int:
        return len(self._pieces)

    @property
    def n(self) -> int:
        """The number of all pieces of evidence, whether a filter leaves them out or not."""
        return sum(map(len, self._pieces.values()))


def positions(
    library: Library, perspective: Perspective, *, evidence_filter: EvidenceFilter | None = None
) -> Positions:
    """Return the position of a perspective on every issue on which there is evidence, by issue.

    Args:
        library: The records.
        perspective: Whose positions.
        evidence_filter: Which evidence counts; all where it is None.
    """
    by_issue: dict[str, list[_Place]] = {}
    for pieces, at in joint_evidence(library, perspective.members):
        by_issue.setdefault(pieces.stated[at].stance.issue, []).append((pieces, at))
    return Positions(
        {issue.id: by_issue[issue.id] for issue in library.issues() if issue.id in by_issue}, evidence_filter
    )


def position_of(issue: str, pieces: Iterable[Evidence], evidence_filter: EvidenceFilter | None = None) -> Position:
    """Return the position that pieces of evidence on one issue make."""
    every = list(pieces)
    counted = [piece for piece in every if counts(piece, evidence_filter)] if evidence_filter else every
    of: dict[EvidenceKind, list[Evidence]] = {kind: [] for kind in EvidenceKind}
    for piece in counted:
        of[piece.kind].append(piece)
    return Position(
        issue=IssueId(issue),
        words=tuple(sorted(of[EvidenceKind.WORDS], key=lambda piece: not piece.exact)),
        deeds=tuple(of[EvidenceKind.DEEDS]),
        said_about=tuple(of[EvidenceKind.SAID_ABOUT]),
        left_out=len(every) - len(counted),
    )
