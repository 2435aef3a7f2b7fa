"""Coding of quotes: the words that a person entered, marked in the text of their source as it prints them."""

from collections.abc import Sequence

from msgspec.structs import replace

from summittui.intake.anchoring import anchor
from summittui.library import Library
from summittui.model import Claim, InputError, Quote, QuoteKind, Selector, SourceId, digest_of
from summittui.model.normalised import Range
from summittui.model.occurrences import MOST, Occurrence
from summittui.model.quotation import in_marks, unmarked
from summittui.model.quote import GAP
from summittui.model.text import clip, safe

AROUND = 32
"""The number of code points before and behind marked words that are kept with the words."""
_NAMED = 5
"""The number of occurrences that are named where a text has words several times."""
_SHOWN = 80
"""The number of code points of a passage that are shown."""


def anchor_words(library: Library, quote: Quote, *, at: Sequence[int] = ()) -> Quote:
    """Return a quote with the words that have no place yet marked in the attached text, where it has them once.

    Args:
        library: The records and texts.
        quote: The quote.
        at: Offsets that the place must hold, where the words stand at several.

    Raises:
        InputError: Offsets are given, and the words have not one place that holds them; or the quote has spans, and
            the words do not stand there.
    """
    if not quote.words or quote.quoted:
        return quote
    if quote.spans and library.has_text(quote.source):
        return _in_given_place(library, quote, quote.words, at)
    return quote if quote.spans else with_words(library, quote, quote.words, at=at)


def _in_given_place(library: Library, quote: Quote, words: str, at: Sequence[int]) -> Quote:
    """Return a quote with its words marked where its spans are, which stay as they are.

    Raises:
        InputError: The words do not stand there.
    """
    starts = () if quote.kind is QuoteKind.MIXED else tuple(span.start for span in quote.spans)
    placed = with_words(library, quote, words, at=at or starts)
    given = [(span.start, span.end) for span in quote.spans]
    if [(span.start, span.end) for span in placed.spans] != given:
        where = " and ".join(f"{start}–{end}" for start, end in given)
        raise InputError(
            f"the words do not stand at {where}, the spans that are given; correct these or leave them out"
        )
    return replace(placed, spans=quote.spans)


def with_words(library: Library, quote: Quote, words: str, *, at: Sequence[int] = ()) -> Quote:
    """Return a quote with other words, marked where the attached text prints them, else without a place.

    Words in several pieces, with an ellipsis between them, are marked piece by piece; otherwise as `anchor_words`.
    """
    text = library.text(quote.source)
    found = None if text is None else anchor(words, text, at=at)
    is_mixed = quote.kind is QuoteKind.MIXED
    if text is None or found is None or found.place is None:
        if at:
            raise InputError(_refusal(library, quote, words, at))
        return replace(quote, words=unmarked(words), spans=quote.spans if is_mixed else (), quoted=())
    quoted = tuple(quoted_selector(text, each) for each in found.place.ranges)
    spans = tuple(Selector(each.start, each.end, digest=digest_of(each.exact or "")) for each in quoted)
    is_inside = all(any(span.contains(each) for span in quote.spans) for each in quoted)
    return replace(quote, spans=quote.spans if is_mixed and is_inside else spans, quoted=quoted, words=None)


def claim_at(library: Library, claim: Claim, words: str, *, at: Sequence[int] = ()) -> Claim:
    """Return a claim with the words of its source marked that assert it.

    Raises:
        InputError: The text of its source is not attached, or has the words not exactly once.
    """
    text = library.text(claim.source)
    if text is None:
        raise InputError(f"the text of {claim.source!r} is not attached, so no words can be marked in it; attach it")
    place = anchor(words, text, at=at).place
    if place is None:
        raise InputError(f"the claim has no place. {_why_no_place(library, claim.source, words, text)}")
    spans = tuple(Selector(start, end, digest=digest_of(text[start:end])) for start, end in place.ranges)
    return replace(claim, spans=spans)


def remark(library: Library, quote: Quote, words: str | None) -> str:
    """Return what must be said of the place of words that were entered; empty where the text prints them just so.

    Args:
        library: The records and texts.
        quote: The quote as it was made of them.
        words: The words as they were entered.
    """
    text = library.text(quote.source)
    if text is None or not words or quote.kind is QuoteKind.INDIRECT:
        return ""
    if not quote.quoted:
        return f"{_why_no_place(library, quote.source, words, text)} The words are kept without a place."
    printed = GAP.join(each.exact or "" for each in quote.quoted)
    where = " and ".join(f"{each.start}–{each.end}" for each in quote.quoted)
    return "" if printed == unmarked(words) else f"Kept as the text prints it at {where}: {in_marks(safe(printed))}."


def quoted_selector(text: str, place: Range) -> Selector:
    """Return the selector of words that stand in quotation marks at a place, with what stands around them."""
    start, end = place
    prefix, suffix = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return Selector(start=start, end=end, exact=text[start:end], prefix=prefix, suffix=suffix)


def _refusal(library: Library, quote: Quote, words: str, at: Sequence[int]) -> str:
    text, offsets = library.text(quote.source), " and ".join(map(str, at))
    if text is None:
        return f"the text of {quote.source!r} is not attached, so nothing can be found at {offsets}; attach it"
    return f"the words have not one place that holds {offsets}. {_why_no_place(library, quote.source, words, text)}"


def _why_no_place(library: Library, source: SourceId, words: str, text: str) -> str:
    found = anchor(words, text)
    if found.occurrences:
        several = len(found.occurrences)
        times = "once" if several == 1 else f"{several}{' or more' if several == MOST else ''} times"
        named = ", ".join(_described(library, source, text, each) for each in found.occurrences[:_NAMED])
        more = ", …" if several > _NAMED else ""
        return f"The text has these words {times}: {named}{more}; choose by the offset."
    if found.nearest is None:
        return "The text has these words nowhere, and nothing like them."
    start, end = found.nearest
    passage = clip(safe(text[start:end]), _SHOWN)
    return f"The text has these words nowhere; the nearest passage is {in_marks(passage)} ({start}–{end})."


def _described(library: Library, source: SourceId, text: str, place: Occurrence) -> str:
    start = place.ranges[0][0]
    number = library.source(source).paragraph_at(start)
    around = safe(text[max(0, start - AROUND // 2) : start + AROUND])
    return f"at {start}{f' in paragraph {number}' if number else ''} (“…{around}…”)"
