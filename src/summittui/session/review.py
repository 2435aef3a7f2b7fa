"""Review: proposals that wait in the store are accepted or rejected; each decision is one edit, with one undo."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from summittui.intake.known import known_records
from summittui.library.answers.proof import prove
from summittui.library.answers.proposals import proposals_for
from summittui.model import InputError, Proposal, ProposalState, Quote, Record, SourceId, Stance, StoreConflict
from summittui.model.passages import marked_spans
from summittui.model.text import counted
from summittui.queries.review import ReviewQuery
from summittui.session.accepting import Acceptance, Corrections, plan_acceptance
from summittui.session.cancelling import cancelled_by_interrupt
from summittui.session.editing import with_stance
from summittui.session.proposing import Proposer, waiting
from summittui.session.session import Session

_ATTEMPTS = 5
"""The number of times that a decision is planned anew because another session edited the same records meanwhile."""


Plan = Callable[[Sequence[Proposal]], Mapping[str, Record | None]]
"""A function from pending proposals to the changes that decide on them."""


class ProposedAgain(Struct, frozen=True, kw_only=True):
    """The findings of a proposer in the text of one source."""

    source: SourceId
    proposals: int
    inventions: tuple[str, ...] = ()


class Review:
    """The decisions of one session on proposals."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def named(self, words: Iterable[str], query: ReviewQuery) -> tuple[Proposal, ...]:
        """Return proposals named by id, and those of sources named by id or name that a query keeps.

        Args:
            words: Ids of proposals, ids or names of sources; all sources where there are none.
            query: The question to the proposals of these sources, whatever sources it names.

        Raises:
            UnknownId: Words mean neither.
        """
        library = self._session.library
        records = [library.find(each) or library.get(library.resolve(each, ("sources",))) for each in words]
        named = tuple(each for each in records if isinstance(each, Proposal))
        sources = [library.source(each.id).id for each in records if not isinstance(each, Proposal)]
        if named and not sources:
            return named
        return (*named, *proposals_for(library, replace(query, sources=tuple(sources))))

    def accept(
        self, proposals: Sequence[Proposal], corrections: Corrections, stance: Stance | None = None
    ) -> Acceptance:
        """Make records of proposals; a stance, where one is given, is that of each quote made.

        Raises:
            MissingRecords: They name actors or declarations whom nobody knows and who are not to be made.
            InputError: One is decided already, or none can be accepted as it is.
            StoreError: The store may not be written or is busy.
        """
        planned: list[Acceptance] = []

        def changes(pending: Sequence[Proposal]) -> Mapping[str, Record | None]:
            planned.append(plan_acceptance(self._session.library, pending, corrections))
            made = planned[-1].changes
            if stance is None:
                return made
            return {id_: with_stance(one, stance) if isinstance(one, Quote) else one for id_, one in made.items()}

        self._decide(proposals, "accept", changes)
        return planned[-1]

    def reject(self, proposals: Sequence[Proposal]) -> None:
        """Reject proposals; they stay in the store, so that nobody proposes them again.

        Raises:
            InputError: One is decided already.
            StoreError: The store may not be written or is busy.
        """
        rejected = ProposalState.REJECTED
        self._decide(proposals, "reject", lambda pending: {one.id: replace(one, state=rejected) for one in pending})

    def propose(self, sources: Iterable[SourceId], proposer: Proposer) -> tuple[ProposedAgain, ...]:
        """Let a proposer read the texts of sources; what is neither coded nor proposed there waits for review.

        Raises:
            InputError: A source has no text, or the proposer fails.
            Cancelled: The proposer was interrupted; nothing was proposed.
            StoreError: The store may not be written or is busy.
        """
        library, known = self._session.library, known_records(self._session.library)
        changes: dict[str, Record | None] = {}
        told = []
        with cancelled_by_interrupt("The proposer was cancelled; nothing was proposed."):
            for source in sources:
                text = library.text(source)
                if text is None:
                    raise InputError(f"the text of {source!r} is not attached, so nothing can be proposed; attach it")
                proposed = proposer.read(text, known)
                fresh = waiting(library, source, proposed.proposals)
                changes.update((each.id, each) for each in fresh)
                inventions = tuple(map(str, proposed.inventions))
                told.append(ProposedAgain(source=source, proposals=len(fresh), inventions=inventions))
        if changes:
            self._session.edit(changes, f"propose {len(changes)} for {', '.join(one.source for one in told)}"[:200])
        return tuple(told)

    def proofs(self, ids: Iterable[str]) -> dict[str, int]:
        """Return how many spans of records have which state of proof."""
        library = self._session.library
        spans = (marked for id_ in ids for marked in marked_spans(library.get(id_)))
        return dict(Counter(prove(each.selector, library.text(each.source)).state.value for each in spans))

    def _decide(self, proposals: Sequence[Proposal], verb: str, plan: Plan) -> None:
        """Write what is planned for proposals; planned anew where other records changed meanwhile."""
        for attempt in range(1, _ATTEMPTS + 1):
            pending = [self._pending(each) for each in proposals]
            try:
                self._session.edit(plan(pending), _label(verb, pending))
            except StoreConflict:
                if attempt == _ATTEMPTS:
                    raise
                self._session.reload()
            else:
                return

    def _pending(self, proposal: Proposal) -> Proposal:
        present = self._session.library.get_as(Proposal, proposal.id)
        if present.state is not ProposalState.PENDING:
            raise InputError(f"{proposal.id!r} is {present.state} already; nothing was changed.")
        return present


def _label(verb: str, proposals: Sequence[Proposal]) -> str:
    if len(proposals) == 1:
        return f"{verb} {proposals[0].id}"
    sources = dict.fromkeys(each.source for each in proposals)
    return f"{verb} {counted(len(proposals), 'proposal')} of {', '.join(sources)}"[:200]
