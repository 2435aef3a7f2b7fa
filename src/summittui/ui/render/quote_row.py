"""A quote as a row of a list: always with its kind, who speaks, via whom, in which source."""

from rich.cells import cell_len
from rich.text import Text

from summittui.library import Library
from summittui.library.answers.proof import prove_quote
from summittui.model import Quote, QuoteKind
from summittui.present.signs import KINDS, PROOFS
from summittui.ui.render.attribution import attribution, dated, speaker
from summittui.ui.render.line import line, sides
from summittui.ui.render.note import star
from summittui.ui.render.quote import content_in, place, stance_signs
from summittui.ui.row_columns import RowColumns

_LEAST = 16
"""Cells that the name of who speaks keeps in a row of two lines."""
_SIGN = 3
"""Cells that the sign of the kind keeps in a row of one line, and the gap behind it; the words give way to the rest."""


def quote_row(library: Library, quote: Quote, width: int, look: RowColumns) -> tuple[Text, ...]:
    """Return the row of a quote: what was said, who said it where and when, and what else is to be shown."""
    signs = look.shows("quotes", "stance")
    sign = PROOFS[prove_quote(library, quote).state]
    proof = line((sign.brief if look.shows("quotes", "proof") else "", sign.token))
    if look.shows("quotes", "second"):
        who = line("     ").append_text(speaker(library, quote)).append_text(_manner(quote, look))
        when = Text.assemble(dated(library, quote), star(library, quote.id), end="")
        where = line((place(library, quote), "source"), "  ").append_text(proof)
        head = _head(quote, _room(when, width), signs=signs)
        return sides(head, when, width), sides(who, where, width, least=_LEAST)
    others = star(library, quote.id).append_text(line(" " if proof else "")).append_text(proof)
    who = attribution(library, quote, width - _SIGN - others.cell_len).append_text(others)
    return (sides(_head(quote, max(1, _room(who, width)), signs=signs), who, width, least=1),)


def _room(right: Text, width: int) -> int:
    """Return how many cells are left beside what stands at the right."""
    return width - (cell_len(right.plain) + 2 if right.plain else 0)


def _head(quote: Quote, width: int, *, signs: bool) -> Text:
    kind = KINDS[quote.kind]
    found = stance_signs(quote.stances) if signs else Text()
    gap = " " * max(1, 3 - len(found)) if signs else ""
    head = Text.assemble(line((kind.brief, kind.token), " "), found, gap, end="")
    return head.append_text(content_in(quote, width - cell_len(head.plain)))


def _manner(quote: Quote, look: RowColumns) -> Text:
    reported = " · reported" if quote.kind is QuoteKind.INDIRECT else ""
    occasion = f" · {quote.occasion}" if quote.occasion and look.shows("quotes", "occasion") else ""
    return line((reported + occasion, "apparatus"))
