"""Proposals that wait in the library: which there are for a source, and what of it is coded already."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from summittui.library.memory.derived import GroupIndex
from summittui.library.memory.library import Library
from summittui.model import Proposal, ProposalState, Selector, SourceId


def _by_source(record: Proposal) -> list[tuple[str, Proposal]]:
    return [(record.source, record)]


PROPOSALS_IN: GroupIndex[Proposal] = GroupIndex(("proposals",), _by_source, lambda record: record)
"""The proposals of each source, in the order of their ids' numbers."""


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


def proposals_in(library: Library, source: SourceId) -> tuple[Proposal, ...]:
    """Return the proposals of a source, whatever became of them."""
    return library.derived(PROPOSALS_IN).get(source, ())


def filtered_proposals(library: Library, conditions: ProposalFilter) -> tuple[Proposal, ...]:
    """Return the proposals that meet conditions, source by source in the order of each text."""
    by_source = library.derived(PROPOSALS_IN)
    sources = {source.id: at for at, source in enumerate(library.records.sources) if source.id in by_source}
    found = (proposal for source in sources for proposal in by_source[source] if conditions.keeps(proposal))
    return tuple(sorted(found, key=lambda each: (sources[each.source], each.spans[0].start)))


def coded_spans(library: Library, source: SourceId) -> tuple[Selector, ...]:
    """Return the spans of the quotes, acts and tallies that stand on record for a source."""
    return tuple(_coded(library, source))


def _coded(library: Library, source: SourceId) -> Iterator[Selector]:
    for quote in library.quotes_in.get(source, ()):
        yield from (*quote.spans, *quote.quoted)
    for declaration in library.records.declarations:
        for act in declaration.acts:
            yield from (passage for passage in act.evidence if passage.source == source)
        for tally in declaration.tallies:
            yield from tally.spans if tally.source == source else ()
