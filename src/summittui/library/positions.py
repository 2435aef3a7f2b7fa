"""Positions: where a perspective stands on an issue, computed from evidence and never stored."""

from collections.abc import Mapping

from msgspec import Struct

from summittui.library.evidence import Evidence, EvidenceFilter, EvidenceKind, evidence_of
from summittui.library.library import Library
from summittui.library.perspective import Perspective
from summittui.library.stances import joint_stance
from summittui.model import IssueId, StanceValue


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


def positions(
    library: Library, perspective: Perspective, *, kept: EvidenceFilter | None = None
) -> Mapping[str, Position]:
    """Return the position of a perspective on every issue on which there is evidence, by issue.

    Args:
        library: The records.
        perspective: Whose positions.
        kept: Which evidence counts; all where it is None.
    """
    by_issue: dict[str, list[Evidence]] = {}
    for member in perspective.members:
        for piece in evidence_of(library, member):
            by_issue.setdefault(piece.stance.issue, []).append(piece)
    return {issue: _position(issue, by_issue[issue], kept) for issue in library.issues if issue in by_issue}


def _position(issue: str, pieces: list[Evidence], kept: EvidenceFilter | None) -> Position:
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
