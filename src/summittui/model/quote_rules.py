"""Rules of a sound quote: who speaks, which words are quoted, and the fields that each kind needs."""

from collections.abc import Iterator

from summittui.model.quote import NOT_THE_WORDS, Quote, QuoteKind
from summittui.model.selector import Selector
from summittui.model.text import has_words

BrokenRules = Iterator[tuple[str, str]]
"""The field and the message of each broken rule."""


def quote_problems(quote: Quote) -> BrokenRules:
    """Yield the broken rules of a quote: its speakers, its quoted words, and what its kind needs."""
    yield from _speakers(quote)
    yield from _quoted_words(quote)
    if quote.fidelity in NOT_THE_WORDS and not quote.doubt:
        yield "doubt", f"the wording is marked as {quote.fidelity}; give the doubt that every view shows beside it"
    whole = quote.kind in (QuoteKind.DIRECT, QuoteKind.TEXT)
    if not whole and not quote.gist:
        yield "gist", f"a quote of the kind {quote.kind} needs its content in our own words; give the gist"
    name, inner, outer = ("spans", quote.spans, quote.quoted) if whole else ("quoted", quote.quoted, quote.spans)
    for index, selector in enumerate(inner):
        if outer and not any(other.contains(selector) for other in outer):
            around = "the quoted words" if whole else "the spans"
            yield f"{name}[{index}]", f"the span {span_label(selector)} lies outside {around}; correct one of them"


def _speakers(quote: Quote) -> BrokenRules:
    if quote.joint_speakers and not quote.speaker:
        yield "joint_speakers", "there is no speaker with whom they speak; set the speaker too"
    if quote.speaker in quote.joint_speakers:
        field = f"joint_speakers[{quote.joint_speakers.index(quote.speaker)}]"
        yield field, f"{quote.speaker!r} is named twice; name each speaker once"


def _quoted_words(quote: Quote) -> BrokenRules:
    indirect = quote.kind is QuoteKind.INDIRECT
    if indirect and quote.quoted:
        yield "quoted", "an indirect quote has no words in quotation marks; make it mixed"
    if not indirect and not quote.quoted and not quote.words:
        yield "quoted", f"a quote of the kind {quote.kind} needs the words in quotation marks; give them"
    for index, selector in enumerate(quote.quoted):
        if selector.exact is None:
            yield f"quoted[{index}].exact", "what stands in quotation marks needs its exact words; give them"
        elif not has_words(selector.exact):
            yield f"quoted[{index}].exact", "it has no words, but blanks and punctuation alone; mark the words"


def span_label(span: Selector) -> str:
    """Return start and end of a span, such as `914–993`."""
    return f"{span.start}–{span.end}"
