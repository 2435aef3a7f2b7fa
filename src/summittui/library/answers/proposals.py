"""Proposals in the library: those that a query asks for, and the spans of a source that are coded already."""

from collections.abc import Iterator
from functools import partial

from summittui.library.protocol import Library
from summittui.model import Declaration, Proposal, Selector, SourceId
from summittui.queries.review import ReviewQuery


def proposals_for(library: Library, query: ReviewQuery) -> tuple[Proposal, ...]:
    """Return the proposals that a query asks for, source by source in the order of each text."""
    if query.sources:
        found = [proposal for source in dict.fromkeys(query.sources) for proposal in library.proposals_in(source)]
    else:
        found = list(library.every(Proposal))
    kept = (each for each in found if query.keeps(each) and library.find(each.source) is not None)
    return tuple(sorted(kept, key=partial(_place, library)))


def _place(library: Library, proposal: Proposal) -> tuple[int, int, int]:
    """Return where a proposal stands: its source, the place in its text, and its own rank."""
    return library.rank(proposal.source), proposal.spans[0].start, library.rank(proposal.id)


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
