"""Suggestions for a passage that a coder selected: who speaks, in which role, and what is done, as worded there."""

from collections.abc import Iterable

from msgspec import Struct

from summittui.intake.known import known_records
from summittui.intake.quotations import marked_words_from, words_in_marks
from summittui.library import Library
from summittui.model import Actor, Proposal, Quote, QuoteKind, Selector, SourceId
from summittui.session.proposing import Proposer, unnumbered_proposals

LONGEST = 300_000
"""Code points of a text that is read by the rules while somebody waits; of a longer one what was proposed is known."""


class Suggestion(Struct, frozen=True, kw_only=True):
    """The readings of a passage, each where there is one."""

    source: SourceId
    kind: QuoteKind
    """The kind of the quote that it would be."""
    quote: Proposal | None = None
    act: Proposal | None = None
    tally: Proposal | None = None
    before: Quote | None = None
    """The quote before the passage, whose speaker probably goes on."""


def suggestion_at(library: Library, source: SourceId, span: Selector) -> Suggestion:
    """Return what is known of a passage: from the proposals for its text, else from the rules.

    Args:
        library: The records and texts.
        source: The source.
        span: The passage; the text of the source is attached.
    """
    text = library.text(source) or ""
    stored = [each for each in library.proposals_in(source) if _shared(each, span)]
    found = stored or [each for each in _by_rules(library, source, text) if _shared(each, span)]
    found.sort(key=lambda each: -_shared(each, span))
    quote = next((each for each in found if each.quote), None)
    return Suggestion(
        source=source,
        kind=_kind(text, span, quote),
        quote=quote,
        act=next((each for each in found if each.act), None),
        tally=next((each for each in found if each.tally), None),
        before=_quote_before(library, source, span),
    )


def _by_rules(library: Library, source: SourceId, text: str) -> Iterable[Proposal]:
    if len(text) > LONGEST:
        return ()
    return unnumbered_proposals(source, Proposer().read(text, known_records(library)).proposals)


def _shared(proposal: Proposal, span: Selector) -> int:
    """Return how many code points a proposal has in common with a passage."""
    return sum(max(0, min(each.end, span.end) - max(each.start, span.start)) for each in proposal.spans)


def _kind(text: str, span: Selector, proposal: Proposal | None) -> QuoteKind:
    """Return whose wording a passage is: the speaker's in quotation marks, else as proposed, else the source's."""
    around = marked_words_from(text, span.start)
    if around is not None and around[0] <= span.start and span.end <= around[1]:
        return QuoteKind.DIRECT
    if proposal is not None and proposal.quote is not None:
        return proposal.quote.kind
    pieces = tuple(words_in_marks(text, span.start, span.end))
    outside = sum(end - start for start, end in pieces) + 2 * len(pieces) < len(text[span.start : span.end].strip())
    return QuoteKind.INDIRECT if not pieces else QuoteKind.MIXED if outside else QuoteKind.DIRECT


def _quote_before(library: Library, source: SourceId, span: Selector) -> Quote | None:
    """Return the quote of a source that begins before a passage, the nearest one."""
    placed = ((first.start, each) for each in library.quotes_in(source) if (first := each.first_span) is not None)
    before = [(start, each) for start, each in placed if start < span.start]
    return max(before, key=lambda each: each[0])[1] if before else None


def author_of(library: Library, source: SourceId) -> str:
    """Return the id of whoever asserts what a source claims, as its claims have it, else its outlet; else empty."""
    claims = library.claims_in(source)
    if claims:
        return claims[-1].author
    bearers = library.bearers(library.source(source).outlet)
    return next((each.id for each in bearers if isinstance(each, Actor)), "")
