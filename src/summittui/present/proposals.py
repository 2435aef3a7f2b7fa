"""The wording of proposals: each with its words, its speaker and the reason."""

from collections.abc import Iterator

from summittui.library import Library
from summittui.model import ActProposal, Proposal, QuoteProposal, TallyProposal
from summittui.model.text import clip
from summittui.present.line import Line, labelled

_AROUND = 60
"""Code points of the text on each side of a passage."""
_SHOWN = 80


HEADINGS = ("id", "state", "kind", "speaker", "words", "confidence")


def proposal_cells(library: Library, proposal: Proposal) -> tuple[str | None, ...]:
    """Return the cells of a proposal in a table, by `HEADINGS`."""
    said, confidence = clip(proposal_words(proposal), _SHOWN), f"{proposal.reading.confidence:.2f}"
    return proposal.id, proposal.state.value, proposal.kind, proposal_speaker(library, proposal), said, confidence


def proposal_lines(library: Library, proposal: Proposal) -> Iterator[Line]:
    """Yield a proposal as lines: kind, confidence, reason, speaker, words, and the passage in its text."""
    reading = proposal.reading
    yield Line((proposal.id, "title"), (f" ({proposal.state})", "apparatus"))
    confidence = f"{proposal.kind}, confidence {reading.confidence:.2f}"
    yield Line("  ", labelled(confidence, reading.reason or "no reason is given"))
    yield Line("  ", labelled("who", (proposal_speaker(library, proposal), "heading")))
    yield Line("  ", labelled("words", (proposal_words(proposal), "words")))
    if isinstance(reading, QuoteProposal):
        named = {"cue": reading.cue, "via": reading.via, "as worded": reading.mention}
        yield from (Line("  ", labelled(name, span.exact or "")) for name, span in named.items() if span is not None)
        if reading.note:
            yield Line("  ", labelled("corrected", reading.note))
    spans = ", ".join(f"{span.start}–{span.end}" for span in proposal.spans)
    yield Line((f"  in {proposal.source} at {spans}", "source"))
    text = library.text(proposal.source)
    if text is not None:
        start, end = proposal.spans[0].start, proposal.spans[-1].end
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        yield Line("  ", labelled("passage", f"…{before}[", (text[start:end], "match"), f"]{after}…"))


def proposal_speaker(library: Library, proposal: Proposal) -> str:
    """Return who speaks or acts, and whether it is somebody new; of a number what it belongs to."""
    new = f" (new: {proposal.newcomer.kind})" if proposal.newcomer else ""
    match proposal.reading:
        case QuoteProposal(speaker=name, actor=known):
            return library.name(known) if known and library.find(known) else f"{name}{new}"
        case ActProposal(actor=actor, actor_id=known):
            return library.name(known) if known and library.find(known) else f"{actor.exact}{new}"
        case TallyProposal(declaration=declaration, declaration_id=known):
            return library.name(known) if known else (declaration.exact or "") if declaration else ""


def proposal_words(proposal: Proposal) -> str:
    """Return the words of the passage, its pieces joined; of an act what is done with what."""
    joined = " … ".join(" ".join((span.exact or "").split()) for span in proposal.spans)
    return f"{proposal.act.act}: {joined}" if proposal.act else joined
