"""Proposals: what a proposer reads out of a text, waiting for somebody to accept or reject it.

Offsets count Unicode code points of the text, half-open; `exact` of each selector holds the words at its place.
"""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from summittui.model.actor import ActorKind
from summittui.model.declaration import ActKind, Qualifier
from summittui.model.ids import SourceId
from summittui.model.quote import QuoteKind
from summittui.model.record import Record
from summittui.model.selector import Selector

Confidence = Annotated[float, Meta(ge=0, le=1)]
"""The certainty of the proposer, from 0 to 1. Of rules: how often the rule holds on annotated news."""


class Gender(StrEnum):
    """The grammatical gender by which pronouns refer to a person."""

    FEMALE = "female"
    MALE = "male"


class KnownActor(Struct, frozen=True, kw_only=True):
    """An actor that a text may name."""

    id: str
    names: tuple[str, ...]
    """The name of the actor, then the aliases."""
    is_body: bool = False
    """Whether it is a state, an organisation or another body, and no person."""
    gender: Gender | None = None
    """None where it is not known, or has to be guessed from a first name."""


class KnownRecord(Struct, frozen=True, kw_only=True):
    """An issue or a declaration that a text may name."""

    id: str
    names: tuple[str, ...]


class Known(Struct, frozen=True, kw_only=True):
    """The records that a text may name."""

    actors: tuple[KnownActor, ...] = ()
    issues: tuple[KnownRecord, ...] = ()
    declarations: tuple[KnownRecord, ...] = ()


class _Proposal(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A reading of one passage."""


class QuoteProposal(_Proposal, frozen=True, kw_only=True):
    """A passage that a proposer takes for somebody's words."""

    kind: QuoteKind
    spans: tuple[Selector, ...]
    """The content; several spans where the attribution stands inside it."""
    speaker: str
    """The fullest name that is known of whoever speaks; else as `mention` has it."""
    mention: Selector | None = None
    """The speaker as worded: *she*."""
    cue: Selector | None = None
    """The reporting verb; None where a colon, a dash or the context attributes."""
    via: Selector | None = None
    """The outlet or the addressee that the words went through."""
    actor: str | None = None
    """The id of the known actor or declaration whose words they are."""
    confidence: Confidence
    reason: str = ""
    """The rule by which it was found, in a few words."""
    note: str | None = None
    """The corrections that were made to the claims of a proposer."""


class ActProposal(_Proposal, frozen=True, kw_only=True):
    """A passage that a proposer takes for what somebody did with a declaration."""

    act: ActKind
    actor: Selector
    """Whoever acts, as worded."""
    actor_id: str | None = None
    declaration: Selector
    """The declaration as worded."""
    declaration_id: str | None = None
    evidence: Selector
    """The clause that states it."""
    confidence: Confidence
    reason: str = ""


class TallyProposal(_Proposal, frozen=True, kw_only=True):
    """A passage that a proposer takes for a number of those who did something with a declaration."""

    number: int | None = None
    """None where the text gives no number, as in *dozens of*."""
    qualifier: Qualifier
    counts: Selector
    """The things that are counted, as worded."""
    declaration: Selector | None = None
    """The declaration as worded in the same sentence."""
    declaration_id: str | None = None
    span: Selector
    """The number with its qualifier and what it counts."""
    confidence: Confidence
    reason: str = ""


class ActorProposal(_Proposal, frozen=True, kw_only=True):
    """A speaker who is no known actor."""

    name: str
    kind: ActorKind
    role: str | None = None
    """The role as worded at the first mention."""
    at: Selector
    """The first mention as a speaker."""


class MentionProposal(_Proposal, frozen=True, kw_only=True):
    """A place where a text names a known actor, issue or declaration."""

    record: str
    """The id of the record that is mentioned."""
    at: Selector


class Proposals(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """All that a proposer reads out of one text, each in the order of the text."""

    quotes: tuple[QuoteProposal, ...] = ()
    acts: tuple[ActProposal, ...] = ()
    tallies: tuple[TallyProposal, ...] = ()
    actors: tuple[ActorProposal, ...] = ()
    mentions: tuple[MentionProposal, ...] = ()


class ProposalKind(StrEnum):
    """The kind of a proposal: that of a quote, an act or a tally."""

    DIRECT = QuoteKind.DIRECT
    MIXED = QuoteKind.MIXED
    INDIRECT = QuoteKind.INDIRECT
    TEXT = QuoteKind.TEXT
    ACT = "act"
    TALLY = "tally"


class ProposalState(StrEnum):
    """The fate of a proposal."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


Reading = QuoteProposal | ActProposal | TallyProposal
"""One passage as a proposer reads it."""


class Proposal(Record, frozen=True, kw_only=True):
    """A reading of one passage of a source, kept in the store until somebody decides; no record says it before."""

    source: SourceId
    state: ProposalState = ProposalState.PENDING
    quote: QuoteProposal | None = None
    """The quote that is proposed; exactly one of `quote`, `act` and `tally` is given."""
    act: ActProposal | None = None
    """The act that is proposed."""
    tally: TallyProposal | None = None
    """The tally that is proposed."""
    newcomer: ActorProposal | None = None
    """The speaker or actor who is not known but could become an actor."""

    @property
    def reading(self) -> Reading:
        """The quote, the act or the tally.

        Raises:
            ValueError: It has none, against the rules.
        """
        for each in (self.quote, self.act, self.tally):
            if each is not None:
                return each
        raise ValueError(f"the proposal {self.id!r} proposes nothing")

    @property
    def kind(self) -> ProposalKind:
        """The kind of the quote, else an act or a tally."""
        if self.quote:
            return ProposalKind(self.quote.kind)
        return ProposalKind.ACT if self.act else ProposalKind.TALLY

    @property
    def spans(self) -> tuple[Selector, ...]:
        """The passage: the content of a quote, the evidence of an act, the place of a number."""
        match self.reading:
            case QuoteProposal(spans=spans):
                return spans
            case ActProposal(evidence=span) | TallyProposal(span=span):
                return (span,)
