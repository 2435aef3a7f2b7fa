"""Words that a person entered, marked in the text of their source."""

import re

from msgspec.structs import replace

from summittui.library import Library
from summittui.model import Quote, QuoteKind, Selector, digest_of

AROUND = 32
"""How many code points before and behind placed words are kept with them."""


def settled(library: Library, quote: Quote) -> Quote:
    """Return a quote with the words that have no place yet marked in the attached text, where it has them once."""
    if not quote.words or quote.quoted:
        return quote
    return placed(quote, quote.words, library.texts.get(quote.source))


def placed(quote: Quote, words: str, text: str | None) -> Quote:
    """Return a quote with its words marked where the text has them once, else with the words alone."""
    if text is None or not words or _occurrences(text, words) != 1:
        return replace(quote, words=words, spans=(), quoted=())
    start = text.index(words)
    end = start + len(words)
    around = {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
    quoted = Selector(start=start, end=end, exact=words, **around)
    reported = quote.kind is QuoteKind.MIXED and any(span.contains(quoted) for span in quote.spans)
    spans = quote.spans if reported else (Selector(start=start, end=end, digest=digest_of(words)),)
    return replace(quote, spans=spans, quoted=(quoted,), words=None)


def _occurrences(text: str, words: str) -> int:
    """Return how often `words` occur; those that overlap count too."""
    return len(re.findall(f"(?={re.escape(words)})", text))
