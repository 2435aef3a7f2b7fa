"""A quote as a row of a list: always with its kind, who speaks, via whom, in which source."""

from rich.cells import cell_len
from rich.text import Text

from summittui.library import Library
from summittui.library.citation import speaker_of
from summittui.library.proof import prove_quote
from summittui.model import Quote, QuoteKind
from summittui.ui.looks import Look
from summittui.ui.paint import fit
from summittui.ui.render.line import line, sides
from summittui.ui.render.note import star
from summittui.ui.render.quote import content_in, place, stance_signs, via_words
from summittui.ui.render.signs import DOUBTFUL, KINDS, PROOFS

_SHARE = 3
"""In a row of one line, who and where may take all but one part in so many of the width."""


def quote_row(library: Library, quote: Quote, width: int, look: Look) -> tuple[Text, ...]:
    """Return the row of a quote: what was said, who said it where, and what else is to be shown."""
    right = line((DOUBTFUL if quote.doubt else "", "doubt")).append_text(star(library, quote.id))
    sign = PROOFS[prove_quote(library, quote).state]
    proof = line((sign.brief if look.shows("quotes", "proof") else "", sign.token))
    who = _attribution(library, quote, look)
    if look.shows("quotes", "second"):
        head = _head(quote, _room(right, width), signs=look.shows("quotes", "stance"))
        return sides(head, right, width), sides(line("     ").append_text(who), proof, width)
    room = width * (_SHARE - 1) // _SHARE
    ending = Text("  ", end="").join(part for part in (fit(who, room), right, proof) if part)
    return (sides(_head(quote, _room(ending, width), signs=look.shows("quotes", "stance")), ending, width),)


def _room(right: Text, width: int) -> int:
    """Return how many cells are left beside what stands at the right."""
    return width - (cell_len(right.plain) + 2 if right.plain else 0)


def _head(quote: Quote, width: int, *, signs: bool) -> Text:
    kind = KINDS[quote.kind]
    found = stance_signs(quote.stances) if signs else Text()
    gap = " " * max(1, 3 - len(found)) if signs else ""
    head = Text.assemble(line((kind.brief, kind.token), " "), found, gap, end="")
    return head.append_text(content_in(quote, width - cell_len(head.plain)))


def _attribution(library: Library, quote: Quote, look: Look) -> Text:
    who = speaker_of(library, quote)
    via = via_words(library, quote)
    reported = " · reported" if quote.kind is QuoteKind.INDIRECT else ""
    occasion = f" · {quote.occasion}" if quote.occasion and look.shows("quotes", "occasion") else ""
    return line(
        (who, "heading"),
        (reported + via, "apparatus"),
        (f" · {place(library, quote)}", "source"),
        (_date(library, quote) if look.shows("quotes", "date") else "", "apparatus"),
        (occasion, "apparatus"),
    )


def _date(library: Library, quote: Quote) -> str:
    published = library.source(quote.source).published
    return f" · {quote.date}" if quote.date else f" · published {published}" if published else " · no date"
