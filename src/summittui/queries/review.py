"""The query of the review: pending or decided proposals."""

from enum import StrEnum
from typing import Annotated, ClassVar

from summittui.model import Proposal
from summittui.model.proposal import ProposalKind
from summittui.queries.spelling import Choice, Choices, ManyRecords, Share
from summittui.queries.view_query import ViewQuery


class StateChoice(StrEnum):
    """The state of the proposals that are asked for."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ANY = "any"


class ReviewQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of proposals, of some sources or of all; it has no scope, since proposals are in no collection."""

    view: ClassVar[str] = "review"
    command: ClassVar[tuple[str, ...]] = ("review", "list")
    title: ClassVar[str] = "proposals"

    sources: Annotated[tuple[str, ...], ManyRecords(tables=("sources",), most=None)] = ()
    """The sources whose proposals are asked for; empty for all."""
    kinds: Annotated[
        tuple[ProposalKind, ...],
        Choices(of=ProposalKind, line="of-kind", option="--of-kind", help="Only of this kind; may be repeated."),
    ] = ()
    """The kinds; empty for all."""
    above: Annotated[
        float,
        Share(
            line="above",
            option="--above",
            words="of a confidence of {} or more",
            help="Only of this confidence or more, from 0 to 1.",
        ),
    ] = 0.0
    """The least confidence, from 0 to 1."""
    state: Annotated[
        StateChoice,
        Choice(
            of=StateChoice,
            line="state",
            option="--state",
            help="Only with this fate; any for all. Else those that are pending.",
        ),
    ] = StateChoice.PENDING

    def keeps(self, proposal: Proposal) -> bool:
        """Tell whether a proposal is asked for."""
        return (
            self.state in {StateChoice.ANY, str(proposal.state)}
            and (not self.sources or proposal.source in self.sources)
            and (not self.kinds or proposal.kind in self.kinds)
            and proposal.reading.confidence >= self.above
        )
