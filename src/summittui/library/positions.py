"""Positions: where a perspective stands on an issue, computed from evidence and never stored."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from summittui.library.evidence import Evidence, EvidenceKind, evidence_of
from summittui.library.library import Library
from summittui.library.perspective import Perspective
from summittui.model import IssueId, StanceValue


class Position(Struct, frozen=True, kw_only=True):
    """Where one perspective stands on one issue; without evidence it is silent, which is no stance."""

    issue: IssueId
    words: tuple[Evidence, ...] = ()
    deeds: tuple[Evidence, ...] = ()
    said_about: tuple[Evidence, ...] = ()

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
    def doubtful(self) -> bool:
        """Whether there is evidence and all of it stays the claim of its source."""
        return self.n > 0 and all(piece.doubt for piece in self.evidence)

    @property
    def stance(self) -> StanceValue | None:
        """The stance that the own words and deeds show, else the one that others tell; None where silent."""
        return joint_stance(piece.stance.stance for piece in (self.words + self.deeds or self.said_about))


def joint_stance(stances: Iterable[StanceValue]) -> StanceValue | None:
    """Return the stance that several stances make together; None for none.

    For and against make mixed; unclear yields to anything clearer.
    """
    values = set(stances)
    if not values:
        return None
    clear = values - {StanceValue.UNCLEAR}
    if not clear:
        return StanceValue.UNCLEAR
    return clear.pop() if len(clear) == 1 else StanceValue.MIXED


def positions(library: Library, perspective: Perspective) -> Mapping[str, Position]:
    """Return the position of a perspective on every issue on which there is evidence, by issue."""
    by_issue: dict[str, list[Evidence]] = {}
    for member in perspective.members:
        for piece in evidence_of(library, member):
            by_issue.setdefault(piece.stance.issue, []).append(piece)
    return {issue: _position(issue, by_issue[issue]) for issue in library.issues if issue in by_issue}


def _position(issue: str, pieces: list[Evidence]) -> Position:
    def of(kind: EvidenceKind) -> tuple[Evidence, ...]:
        return tuple(piece for piece in pieces if piece.kind is kind)

    return Position(
        issue=IssueId(issue),
        words=tuple(sorted(of(EvidenceKind.WORDS), key=lambda piece: not piece.exact)),
        deeds=of(EvidenceKind.DEEDS),
        said_about=of(EvidenceKind.SAID_ABOUT),
    )
