"""A quote as text: words, who, whose wording, via whom, where, when, proof, stances, context."""

from collections.abc import Iterable, Iterator

from summittui.library import Library
from summittui.model import Quote, Stance
from summittui.present.attribution import manner, speaker_name, wording
from summittui.present.proof import quote_proof_words
from summittui.present.spans import context_lines, proof_lines, quote_place
from summittui.present.tables import when


def quote_lines(library: Library, quote: Quote) -> Iterator[str]:
    """Yield the lines that show one quote."""
    yield wording(quote)
    yield f"id: {quote.id}"
    yield f"kind: {quote.kind}, {manner(quote.kind)}"
    yield f"speaker: {speaker_name(library, quote)}"
    yield f"via: {library.name(quote.via) or 'nobody stated'}"
    yield f"source: {quote_place(library, quote)}"
    yield f"when: {when(library, quote)}"
    yield from _circumstances(library, quote)
    if quote.doubt:
        yield f"doubtful: {quote.doubt}"
    yield from stance_lines(library, quote.stances)
    if not quote.stances:
        yield "stance: none coded"
    yield quote_proof_words(library, quote)
    yield from proof_lines(library, quote)
    if quote.first_span:
        yield from context_lines(library, quote.source, quote.first_span.start)


def stance_lines(library: Library, stances: Iterable[Stance]) -> Iterator[str]:
    """Yield a line for each stance: whose where that is somebody else's, which side, on what, how sure."""
    for stance in stances:
        holder = f"{library.name(stance.holder)}: " if stance.holder else ""
        reading = f"{stance.level}, certainty {stance.certainty}"
        yield f"stance: {holder}{stance.stance} on {library.name(stance.issue)} ({reading})"


def _circumstances(library: Library, quote: Quote) -> Iterator[str]:
    """Yield what only some quotes have."""
    named = {"addressee": quote.addressee, "view of": quote.view_of, "reported in": quote.nested_in}
    yield from (f"{label}: {library.name(id_)}" for label, id_ in named.items() if id_)
    if quote.about:
        yield f"about: {', '.join(map(library.name, quote.about))}"
    if quote.topics:
        yield f"topics: {', '.join(quote.topics)}"
    if quote.occasion:
        yield f"occasion: {quote.occasion}"
    variants = [one for one in library.variants.get(quote.utterance or "", ()) if one.id != quote.id]
    for variant in variants:
        yield f"also reported: {wording(variant)} ({variant.id}; {library.name(variant.source)})"
    if quote.note:
        yield f"note: {quote.note}"
