"""Adjusted proposals: a boundary moved by a word or a sentence, another kind or speaker, two joined or one split.

Each function returns the proposal as it is afterwards; the passage always stands in the text to the letter.
"""

from msgspec.structs import replace

from summittui.library import Library
from summittui.library.answers.text_units import Edge, TextUnit, unit_beside
from summittui.model import Actor, DeclarationId, InputError, Proposal, QuoteKind, QuoteProposal, Selector
from summittui.model.ids import PartyId

_KINDS = tuple(QuoteKind)


def moved_edge(text: str, proposal: Proposal, edge: Edge, unit: TextUnit, by: int) -> Proposal:
    """Return a proposal of a quote whose first or last boundary is moved.

    Args:
        text: The text of its source.
        proposal: The proposal.
        edge: Which boundary.
        unit: The step.
        by: 1 towards the end of the text, -1 towards its beginning.

    Raises:
        InputError: It proposes no quote, or the passage would be empty or leave the text.
    """
    quote, spans = _quote(proposal), list(_quote(proposal).spans)
    at = 0 if edge is Edge.START else -1
    span = spans[at]
    if edge is Edge.START:
        moved = _span(text, _moved(text, edge, unit, span.start, by), span.end)
    else:
        moved = _span(text, span.start, _moved(text, edge, unit, span.end, by))
    neighbours = spans[1:2] if edge is Edge.START else spans[-2:-1]
    if any(moved.overlaps(other) for other in neighbours):
        raise InputError("the passage would run into its next piece; split it first")
    spans[at] = moved
    return replace(proposal, quote=replace(quote, spans=tuple(spans)))


def next_kind(proposal: Proposal) -> Proposal:
    """Return a proposal of the next kind of quote.

    Raises:
        InputError: It proposes no quote.
    """
    quote = _quote(proposal)
    return replace(proposal, quote=replace(quote, kind=_KINDS[(_KINDS.index(quote.kind) + 1) % len(_KINDS)]))


def with_speaker(library: Library, proposal: Proposal, speaker: PartyId) -> Proposal:
    """Return a proposal of the words, or of the act, of somebody known."""
    if proposal.act is not None:
        act = replace(proposal.act, actor_id=library.get_as(Actor, speaker).id)
        return replace(proposal, act=act, newcomer=None)
    quote = replace(_quote(proposal), speaker=library.name(speaker), actor=speaker)
    return replace(proposal, quote=quote, newcomer=None)


def of_somebody_new(proposal: Proposal, actor: Actor) -> Proposal:
    """Return a proposal of the words, or of the act, of an actor that is added with it."""
    if proposal.act is not None:
        return replace(proposal, act=replace(proposal.act, actor_id=actor.id), newcomer=None)
    return replace(proposal, quote=replace(_quote(proposal), speaker=actor.name, actor=actor.id), newcomer=None)


def with_declaration(proposal: Proposal, declaration: DeclarationId) -> Proposal:
    """Return a proposal of an act on, or of a number of, a declaration that is known.

    Raises:
        InputError: It proposes a quote, which belongs to no declaration.
    """
    if proposal.act is not None:
        return replace(proposal, act=replace(proposal.act, declaration_id=declaration))
    if proposal.tally is not None:
        return replace(proposal, tally=replace(proposal.tally, declaration_id=declaration))
    raise InputError("a quote belongs to no declaration; only an act or a number does")


def joined(one: Proposal, other: Proposal) -> Proposal:
    """Return a proposal of the passages of two, by the speaker of the first.

    Raises:
        InputError: One proposes no quote, or they stand in different sources.
    """
    first, second = _quote(one), _quote(other)
    if one.source != other.source:
        raise InputError("the two stand in different sources; only passages of one text can be joined")
    spans = tuple(sorted((*first.spans, *second.spans), key=lambda span: span.start))
    return replace(one, quote=replace(first, spans=spans))


def split(text: str, proposal: Proposal) -> tuple[Proposal, QuoteProposal]:
    """Return a proposal of the first piece, or sentence, of a passage, and the quote of the rest.

    Raises:
        InputError: It proposes no quote, or has one sentence alone.
    """
    quote = _quote(proposal)
    first, rest = quote.spans[:1], quote.spans[1:]
    if not rest:
        span = quote.spans[0]
        behind = unit_beside(text, TextUnit.SENTENCE, Edge.START, span.start, 1)
        if behind is None or behind[0] >= span.end:
            raise InputError("the passage is one sentence; there is nothing to split")
        end = span.start + len(text[span.start : behind[0]].rstrip())
        first, rest = (_span(text, span.start, end),), (_span(text, behind[0], span.end),)
    return replace(proposal, quote=replace(quote, spans=first)), replace(quote, spans=rest)


def _quote(proposal: Proposal) -> QuoteProposal:
    if proposal.quote is None:
        raise InputError("this is no quote; accept or reject it as it is")
    return proposal.quote


def _moved(text: str, edge: Edge, unit: TextUnit, place: int, by: int) -> int:
    """Return where the next unit on one side of a boundary begins, or ends."""
    found = unit_beside(text, unit, edge, place, by)
    if found is None:
        raise InputError("there is nothing further on that side of the text")
    return found[0 if edge is Edge.START else 1]


def _span(text: str, start: int, end: int) -> Selector:
    if start >= end:
        raise InputError("the passage would be empty; reject it instead")
    return Selector(start, end, exact=text[start:end])
