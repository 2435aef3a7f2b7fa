"""Who said it, via whom, where, when and with what doubt: in a row these are kept, and the words give way."""

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.dating import date_of_quote
from summittui.model import Quote
from summittui.present.attribution import speaker_of
from summittui.present.signs import DOUBTFUL
from summittui.ui.render.line import line
from summittui.ui.render.quote import place, via_words
from summittui.ui.theme.paint import fit

_LEAST = 8
"""Cells that a speaker's name keeps, however long the rest is."""


def attribution(library: Library, quote: Quote, width: int) -> Text:
    """Return all of it in at most `width` cells; a name that is too long is cut, nothing else."""
    tail = line((" · ", "apparatus")).append_text(whence(library, quote))
    head = fit(speaker(library, quote), max(_LEAST, width - tail.cell_len))
    return fit(head.append_text(tail), width)


def speaker(library: Library, quote: Quote) -> Text:
    """Return who speaks, about whom where the words are taken for the view of another, and via whom."""
    return line(
        (speaker_of(library, quote), "heading"),
        (f" on {library.name(quote.view_of)}" if quote.view_of else "", "doubt"),
        (via_words(library, quote), "apparatus"),
    )


def whence(library: Library, quote: Quote) -> Text:
    """Return the source with its paragraph, the date, and the word for a doubt."""
    return line((place(library, quote), "source"), (" · ", "apparatus")).append_text(dated(library, quote))


def dated(library: Library, quote: Quote) -> Text:
    """Return the date, and the word for a doubt."""
    return line((date_words(library, quote), "apparatus"), (f" · {DOUBTFUL}" if quote.doubt else "", "doubt"))


def date_words(library: Library, quote: Quote) -> str:
    """Return when it was said, or by when at the latest; else when its source was published."""
    said = date_of_quote(quote).words
    published = library.source(quote.source).published
    return said or (f"pub. {published}" if published else "no date")
