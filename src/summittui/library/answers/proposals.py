"""Proposals that wait in the library: which there are for a source, and what of it is coded already."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from summittui.library.protocol import Library
from summittui.model import Declaration, Proposal, ProposalState, Selector, Source, SourceId


class ProposalFilter(Struct, frozen=True, kw_only=True):
    """The conditions that proposals meet."""

    sources: Collection[str] = ()
    """Ids of sources; of all where it is empty."""
    kinds: Collection[str] = ()
    """Kinds of quotes, `act` or `tally`; all where it is empty."""
    above: float = 0.0
    """The least confidence."""
    state: ProposalState | None = ProposalState.PENDING
    """None for any."""

    def keeps(self, proposal: Proposal) -> bool:
        """Tell whether a proposal meets all conditions."""
        return (
            self.state in {None, proposal.state}
            and (not self.sources or proposal.source in self.sources)
            and (not self.kinds or proposal.kind in self.kinds)
            and proposal.reading.confidence >= self.above
        )


def filtered_proposals(library: Library, conditions: ProposalFilter) -> tuple[Proposal, ...]:
    """Return the proposals that meet conditions, source by source in the order of each text."""
    sources = library.every(Source)
    found = (sorted(library.proposals_in(source.id), key=lambda each: each.spans[0].start) for source in sources)
    return tuple(proposal for every in found for proposal in every if conditions.keeps(proposal))


def coded_spans(library: Library, source: SourceId) -> tuple[Selector, ...]:
    """Return the spans of the quotes, acts and tallies that stand on record for a source."""
    return tuple(_coded(library, source))


def _coded(library: Library, source: SourceId) -> Iterator[Selector]:
    for quote in library.quotes_in(source):
        yield from (*quote.spans, *quote.quoted)
    for declaration in (each for each in library.referrers(source) if isinstance(each, Declaration)):
        for act in declaration.acts:
            yield from (passage for passage in act.evidence if passage.source == source)
        for tally in declaration.tallies:
            yield from tally.spans if tally.source == source else ()
