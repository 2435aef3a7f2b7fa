"""Proofs in words: whether the passage is unchanged, and whose wording is shown; two things that are told apart."""

from collections.abc import Iterable, Iterator, Sequence

from summittui.library import Library
from summittui.library.answers.proof import UNPROVEN, Proof, ProofState, prove, prove_quote, prove_spans
from summittui.library.answers.sentences import sentences
from summittui.model import Claim, Quote, QuoteKind, Record, Selector
from summittui.model.passages import marked_spans
from summittui.model.text import capitalised
from summittui.present.line import Line, labelled
from summittui.present.signs import PROOFS, brief

_STATES = {
    ProofState.VERBATIM: "unchanged",
    ProofState.NORMALISED: "unchanged but for marks and blanks",
    ProofState.DRIFTED: "drifted: the attached text now has something else there",
    ProofState.NOT_FOUND: "not found: the attached text ends before it",
    ProofState.NOT_ATTACHED: "not checked: its text is not attached",
    ProofState.UNPROVEN: f"unproven: {UNPROVEN}",
}
UNCHANGED = frozenset({ProofState.VERBATIM, ProofState.NORMALISED})
"""The states in which the text has at the passage what was recorded."""
_WORDINGS = {
    QuoteKind.DIRECT: "the words in marks are as printed",
    QuoteKind.TEXT: "the words in marks are as printed",
    QuoteKind.MIXED: "the words in marks are as printed, the summary of the report is the coder's",
    QuoteKind.INDIRECT: "the summary is the coder's",
}


def passage_words(source: str, spans: Sequence[Selector], proof: Proof) -> str:
    """Return in words what became of a passage, such as `passage stdaily 914–993 unchanged`."""
    if not spans:
        return f"no place marked in {source}"
    return f"passage {source} {offsets(spans)} {_STATES[proof.state]}"


def offsets(spans: Iterable[Selector]) -> str:
    """Return the offsets of spans, such as `914–993`."""
    return " and ".join(dict.fromkeys(f"{span.start}–{span.end}" for span in spans))


def quote_proof_words(library: Library, quote: Quote) -> str:
    """Return in words what became of the passage of a quote, and whose wording is shown of it."""
    proof, spans = prove_quote(library, quote), content_of(quote)
    passage = passage_words(quote.source, spans, proof)
    if not spans and quote.words:
        told = "its text is not attached" if proof.state is ProofState.NOT_ATTACHED else proof.difference
        return f"{passage}, {told}; the words are as they were entered"
    return f"{passage}; {_WORDINGS[quote.kind]}"


def claim_proof_words(library: Library, claim: Claim) -> str:
    """Return in words what became of the passage of a claim; its wording is always the coder's."""
    proof = prove_spans(library, claim.source, claim.spans)
    return f"{passage_words(claim.source, claim.spans, proof)}; the summary is the coder's"


def proof_paragraph(proof: Proof, words: str) -> Line:
    """Return the proof of a record: its sign, then `words` on its passage and on whose wording is shown."""
    sign = PROOFS[proof.state]
    difference = f" ({proof.difference})" if proof.difference and proof.difference not in words else ""
    said = brief(f"{sign.glyph} ", "") + capitalised(words)
    return Line((said, sign.role), (difference, "problem"))


def proof_words(proof: Proof) -> Line:
    """Return the state of a proof, with the difference where there is one."""
    sign = PROOFS[proof.state]
    return Line((sign.full, sign.role), (f": {proof.difference}" if proof.difference else "", "problem"))


def proof_lines(library: Library, record: Record) -> Iterator[Line]:
    """Yield a line for each span of a record: field, source, offsets in code points, proof and any difference."""
    for marked in marked_spans(record):
        proof = prove(marked.selector, library.text(marked.source))
        difference = f": {proof.difference}" if proof.difference else ""
        place = f"{marked.source} {marked.selector.start}–{marked.selector.end}"
        state = (proof.state.value, PROOFS[proof.state].role)
        yield labelled("proof", f"{marked.field}, ", (place, "source"), ": ", state, (difference, "problem"))


def content_of(quote: Quote) -> tuple[Selector, ...]:
    """Return the spans of a quote's content, its quoted words where only these are marked."""
    return quote.spans or quote.quoted


def quote_sentence(library: Library, quote: Quote) -> str:
    """Return the source's own sentence with the words and the cue of a quote; empty where no text bears it out."""
    spans = content_of(quote)
    return _sentence(library, quote.source, spans, (*quote.cue, *quote.quoted), prove_quote(library, quote))


def passage_sentence(library: Library, source: str, spans: Sequence[Selector]) -> str:
    """Return the source's own sentence at some spans; empty where no text bears them out."""
    return _sentence(library, source, spans, (), prove_spans(library, source, spans))


def is_discontinuous(quote: Quote) -> bool:
    """Tell whether the source has other words between the pieces of a quote."""
    return len(quote.quoted) > 1 or len(quote.spans) > 1


def _sentence(
    library: Library, source: str, spans: Sequence[Selector], around: Sequence[Selector], proof: Proof
) -> str:
    text = library.text(source)
    if text is None or not spans or proof.state not in UNCHANGED:
        return ""
    inside = (each for each in (*spans, *around) if each.end <= len(text))
    return sentences(text, [(each.start, each.end) for each in inside])
