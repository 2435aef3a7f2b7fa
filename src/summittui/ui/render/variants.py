"""The variants of an utterance as rows."""

from collections.abc import Sequence

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.variants import Variants
from summittui.model import Quote
from summittui.ui.render.quote_row import quote_row
from summittui.ui.row_columns import RowColumns


class VariantRows:
    """The quotes of one utterance, two lines each, the one the others are compared with first."""

    height = 2

    def __init__(self, library: Library, variants: Variants) -> None:
        self._library = library
        self._quotes: Sequence[Quote] = (variants.base, *(each.quote for each in variants.others))

    def __len__(self) -> int:
        return len(self._quotes)

    def key(self, i: int) -> str:
        """Return the id of quote `i`."""
        return self._quotes[i].id

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the two lines of quote `i`."""
        return quote_row(self._library, self._quotes[i], width, RowColumns())


def why_no_variants(library: Library | None, record: object) -> str | None:
    """Return why the variants of a record cannot be shown, as a sentence; None if they can."""
    if not isinstance(record, Quote):
        return "Variants are those of a quote; put the cursor on one."
    if library is None or len(library.variants_of(record.utterance)) < 2:
        return "No other quote is recorded as a wording of the same utterance."
    return None
