"""Proposals in the library: those that a query asks for, and the spans of a source that are coded already."""

from collections.abc import Iterator

from summittui.library.protocol import Library
from summittui.model import Declaration, Proposal, Selector, Source, SourceId
from summittui.queries.review import ReviewQuery


def proposals_for(library: Library, query: ReviewQuery) -> tuple[Proposal, ...]:
    """Return the proposals that a query asks for, source by source in the order of each text."""
    sources = library.every(Source)
    found = (sorted(library.proposals_in(source.id), key=lambda each: each.spans[0].start) for source in sources)
    return tuple(proposal for every in found for proposal in every if query.keeps(proposal))


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
