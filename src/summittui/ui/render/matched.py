"""The words that were sought, lit where they stand in a line."""

from collections.abc import Sequence

from rich.text import Text

from summittui.model.text import fold_words
from summittui.queries.language import Query
from summittui.queries.language.highlighting import asked_words, matched_ranges
from summittui.ui.widgets.rows import Rows


def lit(text: Text, query: Query) -> Text:
    """Return a line with the words of a query lit; the line itself where it holds none."""
    ranges = matched_ranges(query, text.plain)
    if not ranges:
        return text
    shown = text.copy()
    for start, end in ranges:
        shown.stylize("match", start, end)
    return shown


def lit_paragraphs(query: Query, paragraphs: Sequence[Text]) -> Sequence[Text]:
    """Return paragraphs with the words of a query lit."""
    return [lit(each, query) for each in paragraphs] if asked_words(query) else paragraphs


def holding(query: Query, paragraphs: Sequence[Text]) -> tuple[int, ...]:
    """Return which paragraphs hold words of a query, from 0."""
    wanted = asked_words(query)
    return tuple(at for at, each in enumerate(paragraphs) if any(words in fold_words(each.plain) for words in wanted))


class LitRows:
    """Other rows with the words of a query lit."""

    def __init__(self, rows: Rows, query: Query) -> None:
        self._rows = rows
        self._query = query
        self.height = rows.height
        self.key = rows.key

    def __len__(self) -> int:
        return len(self._rows)

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the lines of row `i`."""
        return tuple(lit(each, self._query) for each in self._rows.lines(i, width))
