"""Claims: what a source asserts in its own voice."""

from enum import StrEnum

from summittui.model.ids import ActorId, ClaimId, PartyId, SourceId
from summittui.model.record import Record
from summittui.model.selector import Selector
from summittui.model.stance import Stance


class ClaimKind(StrEnum):
    """Whether a claim can be checked, or weighs and reads what happened."""

    FACT = "fact"
    EVALUATION = "evaluation"


class Claim(Record, frozen=True):
    """One assertion of a source's author; it stays its source's."""

    source: SourceId
    kind: ClaimKind
    author: ActorId
    """The author who asserts the claim."""
    gist: str
    """The content of the claim, in our own words."""
    spans: tuple[Selector, ...] = ()
    manner: str | None = None
    """The force of an evaluation: praise, prediction, loaded label and the like."""
    about: tuple[PartyId, ...] = ()
    stances: tuple[Stance, ...] = ()
    doubt: str | None = None
    repeats: tuple[ClaimId, ...] = ()
    """Ids of claims of the same source that say the same; together they are one claim."""
    optional: bool = False
    note: str | None = None
