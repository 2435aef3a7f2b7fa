"""Issues, and the stances that somebody takes on issues."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from summittui.model.ids import ActorId, IssueId, PartyId
from summittui.model.record import Record
from summittui.model.selector import Selector


class StanceValue(StrEnum):
    """The side taken on an issue (SemEval-2016 task 6, with the two ways of taking none)."""

    FOR = "for"
    AGAINST = "against"
    MIXED = "mixed"
    UNCLEAR = "unclear"


class Level(StrEnum):
    """Whether a stance stands in the words or is the coder's reading of them (InkVisitor)."""

    TEXTUAL = "textual"
    INTERPRETIVE = "interpretive"


class Certainty(StrEnum):
    """The certainty of the coder."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Issue(Record, frozen=True):
    """A question that an actor can be for or against."""

    label: str
    """A few words for a row or a column."""
    question: str
    pole_for: str
    """The meaning of being for the issue, spelled out."""
    pole_against: str
    """The meaning of being against the issue, spelled out."""
    note: str | None = None


class Stance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The side that one quote, act or claim shows somebody to take on one issue."""

    issue: IssueId
    stance: StanceValue
    level: Level
    certainty: Certainty
    holder: ActorId | None = None
    """The holder of the stance; None for the one who speaks, acts or asserts."""
    basis: Selector | None = None
    """The span that carries the stance, inside the content of its quote or claim; None where all of it does."""
    by: str | None = None
    """The coder who set it; None for what stands on record without a coder, which settles what coders say apart."""
    only_about: tuple[PartyId, ...] = ()
    """The one party that the stance concerns; it is set against nobody else's position."""
    note: str | None = None


def settled_stances(stances: Sequence[Stance]) -> tuple[Stance, ...]:
    """Return the one stance that counts for each holder and issue, in the order of the first.

    A stance without a coder settles; coders who agree count once, as the first of them has it. Where they differ the
    stance is unclear, of low certainty, and its note says who reads what.
    """
    if all(stance.by is None for stance in stances):
        return tuple(stances)
    return tuple(_differing(group) if _differs(group) else _counted(group) for group in _by_side(stances))


def coders_differ(stances: Sequence[Stance]) -> bool:
    """Tell whether coders read different stances on one issue, and nobody has settled it."""
    return any(map(_differs, _by_side(stances)))


def difference_of_coders(stances: Sequence[Stance], side: Stance) -> str | None:
    """Return in words how coders read the stance of one holder on one issue differently; None where they do not."""
    group = [stance for stance in stances if (stance.issue, stance.holder) == (side.issue, side.holder)]
    return _differing(group).note if group and _differs(group) else None


def _by_side(stances: Sequence[Stance]) -> list[list[Stance]]:
    """Return the stances of each holder on each issue."""
    groups: dict[tuple[IssueId, ActorId | None], list[Stance]] = {}
    for stance in stances:
        groups.setdefault((stance.issue, stance.holder), []).append(stance)
    return list(groups.values())


def _differs(group: Sequence[Stance]) -> bool:
    return all(stance.by is not None for stance in group) and len({stance.stance for stance in group}) > 1


def _counted(group: Sequence[Stance]) -> Stance:
    return next((stance for stance in group if stance.by is None), group[0])


def _differing(group: Sequence[Stance]) -> Stance:
    read = ", ".join(f"{stance.by}: {stance.stance}" for stance in group)
    note = f"the coders differ ({read})"
    first = group[0]
    return replace(
        first, stance=StanceValue.UNCLEAR, certainty=Certainty.LOW, by=None, basis=None, only_about=(), note=note
    )
