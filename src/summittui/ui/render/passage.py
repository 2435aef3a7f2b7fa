"""The lines of a source's text as paragraphs that are made when they come into sight."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from summittui.model import Selector
from summittui.ui.render.paragraphs import Paragraphs

LONGEST = 4000
"""Code points of a line; a longer one goes on in a line of its own, so that no paragraph is slow to wrap."""


class TextParagraphs(Paragraphs):
    """The lines of an attached text with the passage that was asked for."""

    def __init__(self, text: str, passage: Selector) -> None:
        self._text = text
        self._passage = passage
        self._starts = list(_line_starts(text))

    def __len__(self) -> int:
        return len(self._starts)

    def place_of(self, selector: Selector) -> tuple[int, int]:
        """Return the line in which a span begins, and the offset in that line."""
        index = max(0, bisect_right(self._starts, selector.start) - 1)
        return index, selector.start - self._starts[index]

    def _bounds(self, index: int) -> tuple[int, int]:
        """Return where a line begins, and ends without its line break."""
        start = self._starts[index]
        end = len(self._text) if index + 1 == len(self._starts) else self._starts[index + 1]
        return start, end - (end > start and self._text[end - 1] == "\n")


def _line_starts(text: str) -> Iterator[int]:
    """Yield where the lines begin; a line that is too long is broken behind a space, or where it must."""
    start = 0
    for stop in (*(match.end() for match in re.finditer("\n", text)), len(text)):
        yield start
        while stop - start > LONGEST:
            space = text.rfind(" ", start + 1, start + LONGEST)
            start = space + 1 if space > 0 else start + LONGEST
            yield start
        start = stop
