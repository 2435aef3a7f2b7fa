"""Annotations recorded at some spans of a source: numbers and doubts."""

from collections.abc import Iterable, Iterator, Sequence

from summittui.library.protocol import Library
from summittui.model import Declaration, Selector, Tally


def tallies_at(library: Library, source: str, spans: Sequence[Selector]) -> tuple[tuple[Declaration, Tally], ...]:
    """Return the numbers that `source` states at one of the spans, each with the declaration that it is about."""
    return tuple(
        (declaration, tally)
        for declaration in _declarations(library, source)
        for tally in declaration.tallies
        if tally.source == source and _overlap(tally.spans, spans)
    )


def doubts_at(library: Library, source: str, spans: Sequence[Selector]) -> tuple[str, ...]:
    """Return why what `source` has at the spans is doubtful, each reason once."""
    return tuple(dict.fromkeys(doubt for doubt, marked in _doubtful(library, source) if _overlap(marked, spans)))


def _doubtful(library: Library, source: str) -> Iterator[tuple[str, Sequence[Selector]]]:
    """Yield every doubt about something in a source, with where that stands."""
    for declaration in _declarations(library, source):
        for tally in declaration.tallies:
            if tally.doubt and tally.source == source:
                yield tally.doubt, tally.spans
        for act in declaration.acts:
            if act.doubt:
                yield act.doubt, [each for each in act.evidence if each.source == source]
    for quote in library.quotes_in(source):
        if quote.doubt:
            yield quote.doubt, quote.spans


def _declarations(library: Library, source: str) -> Iterator[Declaration]:
    return (record for record in library.referrers(source) if isinstance(record, Declaration))


def _overlap(some: Iterable[Selector], others: Sequence[Selector]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)
