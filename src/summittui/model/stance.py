"""Issues, and where somebody stands on them."""

from enum import StrEnum

from msgspec import Struct

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
    """How sure the coder is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Issue(Record, frozen=True):
    """A question that an actor can be for or against."""

    label: str
    """A few words for a row or a column."""
    question: str
    pole_for: str
    """What being for it means, spelled out."""
    pole_against: str
    """What being against it means, spelled out."""
    note: str | None = None


class Stance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The side that one quote, act or claim shows somebody to take on one issue."""

    issue: IssueId
    stance: StanceValue
    level: Level
    certainty: Certainty
    holder: ActorId | None = None
    """Whose stance it is; None where it is that of the one who speaks, acts or asserts."""
    basis: Selector | None = None
    """The span that carries the stance, inside the content of its quote or claim; None where all of it does."""
    only_about: tuple[PartyId, ...] = ()
    """Whom alone the stance concerns; it is set against nobody else's position."""
    note: str | None = None
