"""The text of a reader as it is searched, and with the places lit at which sought words stand."""

from bisect import bisect_right
from collections.abc import Sequence
from copy import copy
from itertools import accumulate

from rich.text import Text

from summittui.model import Selector
from summittui.queries.language.highlighting import Range
from summittui.ui.render.marked import HIT, HIT_AT_HAND, Excerpts, MarkedParagraphs, OutlineOfMarks
from summittui.ui.render.paragraphs import Paragraphs

_BETWEEN = "\n\n"
"""The separator of an outline's paragraphs, so that no phrase is found across two."""


class SearchedOutline(Paragraphs):
    """The paragraphs of an outline, few and short, with places of words lit."""

    def __init__(self, outline: OutlineOfMarks) -> None:
        self._paragraphs = list(outline)
        lengths = (len(each) + len(_BETWEEN) for each in self._paragraphs)
        self._starts = list(accumulate(lengths, initial=0))
        self._hits: Sequence[Range] = ()
        self._at: Range | None = None
        self.text = _BETWEEN.join(each.plain for each in self._paragraphs)
        """The text that is searched."""

    def __len__(self) -> int:
        return len(self._paragraphs)

    def paragraph(self, index: int) -> Text:
        """Return paragraph `index` with the places in it lit."""
        shown, start = self._paragraphs[index].copy(), self._starts[index]
        for hit in self._hits:
            if start <= hit[0] < self._starts[index + 1]:
                shown.stylize(HIT_AT_HAND if hit == self._at else HIT, hit[0] - start, hit[1] - start)
        return shown

    def place_of(self, selector: Selector) -> tuple[int, int]:
        """Return the paragraph that holds an offset of the searched text, and the offset in it."""
        index = max(0, bisect_right(self._starts, selector.start) - 1)
        return index, selector.start - self._starts[index]

    def finding(self, hits: Sequence[Range], at: Range | None) -> "SearchedOutline":
        """Return the same paragraphs with places of the searched text lit."""
        other = copy(self)
        other.light(hits, at)
        return other

    def light(self, hits: Sequence[Range], at: Range | None) -> None:
        """Light other places."""
        self._hits, self._at = hits, at

    def begin_of(self, index: int) -> int:
        """Return the offset in the searched text at which a paragraph begins."""
        return self._starts[index]


Searched = MarkedParagraphs | SearchedOutline


def searched(shown: MarkedParagraphs | Excerpts | OutlineOfMarks) -> Searched:
    """Return what is searched where so much of a source is shown: of an attached text all of it."""
    if isinstance(shown, Excerpts):
        return shown.whole
    return SearchedOutline(shown) if isinstance(shown, OutlineOfMarks) else shown
