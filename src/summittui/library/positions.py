"""Positions: where a perspective stands on an issue, computed from evidence and never stored."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from summittui.library.evidence import Evidence, EvidenceFilter, EvidenceKind, Pieces, evidence_of
from summittui.library.library import Library
from summittui.library.perspective import Perspective
from summittui.library.stances import joint_stance
from summittui.model import IssueId, StanceValue

_Place = tuple[Pieces, int]
"""Where a piece of evidence is."""


class Position(Struct, frozen=True, kw_only=True):
    """Where one perspective stands on one issue; without evidence it is silent, which is no stance."""

    issue: IssueId
    words: tuple[Evidence, ...] = ()
    deeds: tuple[Evidence, ...] = ()
    said_about: tuple[Evidence, ...] = ()
    left_out: int = 0
    """How many pieces of evidence a filter left out; a cell that is empty because of it is not silent."""

    @property
    def n(self) -> int:
        """The number of pieces of evidence."""
        return len(self.words) + len(self.deeds) + len(self.said_about)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All evidence: words, then deeds, then what others say."""
        return self.words + self.deeds + self.said_about

    @property
    def own(self) -> bool:
        """Whether the stance rests on the perspective's own words or deeds, not on what others say."""
        return bool(self.words or self.deeds)

    @property
    def basis(self) -> tuple[Evidence, ...]:
        """What the stance rests on: own words and deeds, else what others say."""
        return self.words + self.deeds or self.said_about

    @property
    def doubtful(self) -> bool:
        """Whether there is evidence and all that the stance rests on stays the claim of its source."""
        return self.n > 0 and all(piece.doubt for piece in self.basis)

    @property
    def stance(self) -> StanceValue | None:
        """The stance that the own words and deeds show, else the one that others tell; None where silent."""
        return joint_stance(piece.stance.stance for piece in self.basis)


class Positions(Mapping[str, Position]):
    """The positions of one perspective, by issue; each is made when it is looked at."""

    def __init__(self, pieces: Mapping[str, Sequence[_Place]], kept: EvidenceFilter | None = None) -> None:
        """Take where the evidence on each issue is, and which of it counts; all where `kept` is None."""
        self._pieces = pieces
        self._kept = kept
        self._made: dict[str, Position] = {}

    def __getitem__(self, issue: str) -> Position:
        if issue not in self._made:
            pieces = [of[at] for of, at in self._pieces[issue]]
            self._made[issue] = _position(issue, pieces, self._kept)
        return self._made[issue]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pieces)

    def __len__(self) -> int:
        return len(self._pieces)

    @property
    def n(self) -> int:
        """The number of all pieces of evidence, whether a filter leaves them out or not."""
        return sum(map(len, self._pieces.values()))


def positions(library: Library, perspective: Perspective, *, kept: EvidenceFilter | None = None) -> Positions:
    """Return the position of a perspective on every issue on which there is evidence, by issue.

    Args:
        library: The records.
        perspective: Whose positions.
        kept: Which evidence counts; all where it is None.
    """
    by_issue: dict[str, list[_Place]] = {}
    for member in perspective.members:
        pieces = evidence_of(library, member)
        for at, stated in enumerate(pieces.stated):
            by_issue.setdefault(stated.stance.issue, []).append((pieces, at))
    return Positions({issue: by_issue[issue] for issue in library.issues if issue in by_issue}, kept)


def _position(issue: str, pieces: Sequence[Evidence], kept: EvidenceFilter | None) -> Position:
    counted = [piece for piece in pieces if kept.keeps(piece)] if kept else pieces
    of: dict[EvidenceKind, list[Evidence]] = {kind: [] for kind in EvidenceKind}
    for piece in counted:
        of[piece.kind].append(piece)
    return Position(
        issue=IssueId(issue),
        words=tuple(sorted(of[EvidenceKind.WORDS], key=lambda piece: not piece.exact)),
        deeds=tuple(of[EvidenceKind.DEEDS]),
        said_about=tuple(of[EvidenceKind.SAID_ABOUT]),
        left_out=len(pieces) - len(counted),
    )
