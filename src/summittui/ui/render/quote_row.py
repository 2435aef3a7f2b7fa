"""A quote as a row of a list: always with its kind, who speaks, via whom, in which source."""

from rich.cells import cell_len
from rich.text import Text

from summittui.library import Library
from summittui.library.answers.proof import prove_quote
from summittui.model import Quote, QuoteKind
from summittui.model.quotation import in_marks
from summittui.model.quote import IN_A_REPORT, report_of
from summittui.present.note import star
from summittui.present.passages import quote_label
from summittui.present.quote import content, date_and_doubt, speaker_line
from summittui.present.signs import KINDS, PROOFS
from summittui.present.stance import stance_signs
from summittui.ui.render.attribution import attribution
from summittui.ui.render.line import line, sides, text_of
from summittui.ui.row_columns import RowColumns
from summittui.ui.theme.paint import fit

_LEAST = 16
"""Cells that the name of who speaks keeps in a row of two lines."""
_SIGN = 3
"""Cells that the sign of the kind keeps in a row of one line, and the gap behind it; the words give way to the rest."""


def content_in(quote: Quote, width: int) -> Text:
    """Return what was said in at most `width` cells; words in a report are cut before it is lost that they are."""
    whole = text_of(content(quote))
    if cell_len(whole.plain) <= width or quote.exact is None or not report_of(quote):
        return fit(whole, width)
    words = line((in_marks(quote.exact), "words"))
    room = max(width - len(IN_A_REPORT), width // 2)
    return fit(fit(words, room) + line((report_of(quote), "reported")), width)


def quote_row(library: Library, quote: Quote, width: int, columns: RowColumns) -> tuple[Text, ...]:
    """Return the row of a quote: what was said, who said it where and when, and what else is to be shown."""
    signs = columns.shows("quotes", "stance")
    sign = PROOFS[prove_quote(library, quote).state]
    proof = line((sign.brief if columns.shows("quotes", "proof") else "", sign.role))
    if columns.shows("quotes", "second"):
        who = line("     ", *speaker_line(library, quote)).append_text(_manner(quote, columns))
        when = line(*date_and_doubt(library, quote), *star(library, quote.id))
        where = line((quote_label(library, quote), "source"), "  ").append_text(proof)
        head = _head(quote, _room(when, width), signs=signs)
        return sides(head, when, width), sides(who, where, width, least=_LEAST)
    others = line(*star(library, quote.id), " " if proof else "").append_text(proof)
    who = attribution(library, quote, width - _SIGN - others.cell_len).append_text(others)
    return (sides(_head(quote, max(1, _room(who, width)), signs=signs), who, width, least=1),)


def _room(right: Text, width: int) -> int:
    """Return how many cells are left beside what stands at the right."""
    return width - (cell_len(right.plain) + 2 if right.plain else 0)


def _head(quote: Quote, width: int, *, signs: bool) -> Text:
    kind = KINDS[quote.kind]
    found = text_of(stance_signs(quote.stances)) if signs else Text()
    gap = " " * max(1, 3 - len(found)) if signs else ""
    head = Text.assemble(line((kind.brief, kind.role), " "), found, gap, end="")
    return head.append_text(content_in(quote, width - cell_len(head.plain)))


def _manner(quote: Quote, columns: RowColumns) -> Text:
    reported = " · reported" if quote.kind is QuoteKind.INDIRECT else ""
    occasion = f" · {quote.occasion}" if quote.occasion and columns.shows("quotes", "occasion") else ""
    return line((reported + occasion, "apparatus"))
