"""Attribution in a row: who, via whom, where, when and the word for a doubt are kept, and the words give way."""

from rich.text import Text

from summittui.library import Library
from summittui.model import Quote
from summittui.present.quote import source_and_date, speaker_line
from summittui.ui.render.line import line, text_of
from summittui.ui.theme.paint import fit

_LEAST = 8
"""Cells that a speaker's name keeps, however long the rest is."""


def attribution(library: Library, quote: Quote, width: int) -> Text:
    """Return all of it in at most `width` cells; a name that is too long is cut, nothing else."""
    tail = line((" · ", "apparatus"), *source_and_date(library, quote))
    head = fit(text_of(speaker_line(library, quote)), max(_LEAST, width - tail.cell_len))
    return fit(head.append_text(tail), width)
