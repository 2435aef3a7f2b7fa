"""A source as paragraphs with everything that is marked in it: its text, excerpts of it, or its outline."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from copy import copy
from itertools import accumulate, pairwise
from operator import itemgetter

from rich.text import Text

from summittui.library import Library
from summittui.model import Selector, Source
from summittui.present.context import one_line
from summittui.present.signs import paragraph_sign
from summittui.queries.language.highlighting import Range
from summittui.ui.keys.lookup import key_of
from summittui.ui.render.line import harmless_parts, line
from summittui.ui.render.marks import Mark, beginnings, said
from summittui.ui.render.paragraphs import Paragraphs
from summittui.ui.render.passage import TextParagraphs

HIT, HIT_AT_HAND = "match", "title match"
"""Tokens of the places at which sought words stand, and of the one at hand."""
_KEPT = 500
"""The number of paragraphs in the cache."""


class MarkedParagraphs(TextParagraphs):
    """The lines of an attached text, every mark in its style and the passage highlighted."""

    def __init__(self, text: str, passage: Selector, marks: Sequence[Mark]) -> None:
        super().__init__(text, passage)
        self._made: dict[int, tuple[Text, tuple[tuple[int, Text], ...]]] = {}
        self._hits: Sequence[Range] = ()
        self._at: Range | None = None
        self._marks: dict[int, list[Mark]] = {}
        for mark in marks:
            first, _ = self.place_of(mark.selector)
            last, _ = self.place_of(Selector(max(mark.selector.start, mark.selector.end - 1), mark.selector.end))
            for index in range(first, last + 1):
                self._marks.setdefault(index, []).append(mark)

    @property
    def marked(self) -> list[int]:
        """The lines in which something is marked, in their order."""
        return sorted(self._marks)

    def paragraph(self, index: int) -> Text:
        """Return line `index` of the text."""
        return self._line(index)[0]

    def beside(self, index: int, start: int, end: int) -> Text:
        """Return what the gutter says beside the code points from `start` to `end` of a line as it is shown."""
        labels = [label for at, label in self._line(index)[1] if start <= at < max(end, start + 1)]
        return labels[0] if labels else Text()

    def moved(self, passage: Selector) -> "MarkedParagraphs":
        """Return the same text with another passage highlighted."""
        other = copy(self)
        other.highlight(passage)
        return other

    def finding(self, hits: Sequence[Range], at: Range | None) -> "MarkedParagraphs":
        """Return the same text with places of words lit, and no passage; one of them is at hand.

        Args:
            hits: The places in code points of the text, in order, none over another.
            at: The one at hand.
        """
        other = self.moved(Selector(0, 0))
        other.light(hits, at)
        return other

    def light(self, hits: Sequence[Range], at: Range | None) -> None:
        """Light other places; see `finding`."""
        self._hits, self._at = hits, at
        self._made = {}

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def begin_of(self, index: int) -> int:
        """Return the offset in the text at which line `index` begins."""
        return self._starts[index]

    def highlight(self, passage: Selector) -> None:
        """Highlight another passage."""
        self._passage = passage
        self._made = {}

    def _hits_between(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        for at in range(bisect_right(self._hits, start, key=itemgetter(1)), len(self._hits)):
            hit = self._hits[at]
            if hit[0] >= end:
                return
            yield (*hit, HIT_AT_HAND if hit == self._at else HIT)

    def _line(self, index: int) -> tuple[Text, tuple[tuple[int, Text], ...]]:
        found = self._made.get(index)
        if found is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            found = self._made[index] = self._make(index)
        return found

    def _make(self, index: int) -> tuple[Text, tuple[tuple[int, Text], ...]]:
        """Return a line and (offset in it as shown, label) of every mark that begins in it."""
        start, end = self._bounds(index)
        marks = self._marks.get(index, [])
        spans = [(mark.selector.start, mark.selector.end, mark.token) for mark in marks]
        spans.append((self._passage.start, self._passage.end, "match"))
        spans += self._hits_between(start, end)
        cuts = {start, end, *(min(max(edge, start), end) for span in spans for edge in span[:2])}
        parts = list(pairwise(sorted(cuts)))
        words = harmless_parts([one_line(self._text[a:b]) for a, b in parts])
        tokens = ([token for first, last, token in spans if first <= a and b <= last] for a, b in parts)
        text = line(*((each, over[-1] if over else "") for each, over in zip(words, tokens, strict=True)))
        places = dict(zip((a for a, _ in parts), accumulate(map(len, words), initial=0), strict=False))
        begun = [mark for mark in beginnings(tuple(marks)) if mark.selector.start in places]
        return text, tuple((places[mark.selector.start], mark.label) for mark in begun)


class Excerpts(Paragraphs):
    """The marked lines of a text with some lines around them; what is left out is counted."""

    def __init__(self, whole: MarkedParagraphs, around: int) -> None:
        self.whole = whole
        """The lines of the text, all of them."""
        self._entries: list[tuple[int, int]] = []
        """(first line, 0) for a line that is shown, (first line, lines) for some that are left out."""
        after = 0
        for index in whole.marked:
            for shown in range(max(after, index - around), min(len(whole), index + around + 1)):
                if shown > after:
                    self._entries.append((after, shown - after))
                self._entries.append((shown, 0))
                after = shown + 1
        if after < len(whole):
            self._entries.append((after, len(whole) - after))

    def __len__(self) -> int:
        return len(self._entries)

    def begin_of(self, index: int) -> int:
        """Return the offset in the text at which the first line of entry `index` begins."""
        return self.whole.begin_of(self._entries[index][0] if self._entries else 0)

    def paragraph(self, index: int) -> Text:
        """Return entry `index`."""
        first, lines = self._entries[index]
        if not lines:
            return self.whole.paragraph(first)
        return line(
            (f"⋯ {lines} {'line' if lines == 1 else 'lines'} without a mark, {key_of('widen')} shows more", "silent")
        )

    def beside(self, index: int, start: int, end: int) -> Text:
        """Return what the gutter says."""
        first, lines = self._entries[index]
        return Text() if lines else self.whole.beside(first, start, end)

    def place_of(self, selector: Selector) -> tuple[int, int]:
        """Return the entry in which a span begins, and the offset in it."""
        wanted, offset = self.whole.place_of(selector)
        for at, (first, lines) in enumerate(self._entries):
            if first <= wanted < first + max(1, lines):
                return at, 0 if lines else offset
        return 0, 0


class OutlineOfMarks(Paragraphs):
    """The outline of a source, the quotes of each paragraph under its gist."""

    def __init__(self, library: Library, source: Source, passage: Selector, marks: Sequence[Mark]) -> None:
        self._library = library
        self._source = source
        self._here = source.paragraph_at(passage.start)
        self._passage = passage
        self._entries: list[int | Mark] = []
        quotes = [mark for mark in beginnings(tuple(marks)) if mark.token != "apparatus"]
        for number in range(1, len(source.outline) + 1):
            self._entries.append(number)
            self._entries += [mark for mark in quotes if source.paragraph_at(mark.selector.start) == number]

    def __len__(self) -> int:
        return len(self._entries)

    def paragraph(self, index: int) -> Text:
        """Return entry `index`: the gist of a paragraph, or a quote in it."""
        entry = self._entries[index]
        if isinstance(entry, int):
            token = "match" if entry == self._here else "apparatus"
            style = "words" if entry == self._here else "reported"
            return line((f"{paragraph_sign(entry):<4}", token), " ", (self._source.outline[entry - 1].gist, style))
        here = entry.selector.start == self._passage.start
        who = line("     ", ("▸" if here else " ", "key")) + entry.label
        return Text.assemble(who, "  ", said(self._library.find(entry.record)))

    def place_of(self, selector: Selector) -> tuple[int, int]:
        """Return the entry in which a span begins."""
        number = self._source.paragraph_at(selector.start) or 1
        return next((at for at, entry in enumerate(self._entries) if entry == number), 0), 0
