"""A source as paragraphs: its text with a passage highlighted, or its outline."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import overload

from rich.text import Text

from summittui.model import Selector, Source
from summittui.ui.render.context import highlighted
from summittui.ui.render.line import line


class _Paragraphs(Sequence[Text]):
    """Paragraphs that are made when they come into sight."""

    def paragraph(self, index: int) -> Text:
        """Return paragraph `index`, from 0."""
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int) -> Text: ...
    @overload
    def __getitem__(self, index: slice) -> list[Text]: ...
    def __getitem__(self, index: int | slice) -> Text | list[Text]:
        if isinstance(index, slice):
            return [self.paragraph(at) for at in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self.paragraph(index)


class TextParagraphs(_Paragraphs):
    """The lines of an attached text, the passage highlighted and all quoted words bright."""

    def __init__(self, text: str, passage: Selector, quoted: Sequence[Selector]) -> None:
        self._text = text
        self._passage = passage
        self._quoted = quoted
        self._starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def __len__(self) -> int:
        return len(self._starts)

    def paragraph(self, index: int) -> Text:
        """Return line `index` of the text."""
        start, end = self._bounds(index)
        shown = highlighted(self._text, start, end, (self._passage,))
        if self._passage.start < end and start < self._passage.end:
            return shown
        return highlighted(self._text, start, end, self._quoted, "words")

    def place_of(self, selector: Selector) -> tuple[int, int]:
        """Return the line in which a span begins, and the offset in that line."""
        index = max(0, bisect_right(self._starts, selector.start) - 1)
        return index, selector.start - self._starts[index]

    def _bounds(self, index: int) -> tuple[int, int]:
        last = index + 1 == len(self._starts)
        return self._starts[index], len(self._text) if last else self._starts[index + 1] - 1


class OutlineParagraphs(_Paragraphs):
    """The outline of a source, the paragraph of a passage highlighted."""

    def __init__(self, source: Source, passage: Selector) -> None:
        self._source = source
        self._at = self.paragraph_of(passage)

    def __len__(self) -> int:
        return len(self._source.outline)

    def paragraph(self, index: int) -> Text:
        """Return paragraph `index` of the outline."""
        paragraph = self._source.outline[index]
        here = index == self._at
        number = (f"¶{index + 1:<3}", "match" if here else "apparatus")
        return line(number, " ", (paragraph.gist, "words" if here else "reported"))

    def paragraph_of(self, selector: Selector) -> int:
        """Return the paragraph, from 0, in which a span begins."""
        return (self._source.paragraph_at(selector.start) or 1) - 1
