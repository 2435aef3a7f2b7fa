"""A text of any length, wrapped where it is looked at."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.text import Text
from textual.message import Message
from textual.strip import Strip

from summittui.ui.theme.paint import wrapped_line
from summittui.ui.theme.wrap import line_offsets
from summittui.ui.widgets.gutter import Gutter
from summittui.ui.widgets.pane import LinePane

_MARGIN = Text(" ")
_KEPT = 1000
"""The number of wrapped paragraphs in the cache."""


class Sighted(NamedTuple):
    """A line in sight."""

    at: int
    """The index of the paragraph, from 0."""
    line: int
    """The index of the line within the paragraph, from 0."""
    paragraph: Text
    offsets: tuple[int, int]
    """Of the line in its paragraph, half-open."""


class TextView(LinePane, can_focus=True):
    """A view of paragraphs that scrolls line by line; only the paragraphs in sight are ever wrapped."""

    class Scrolled(Message):
        """Another line stands at the top."""

        def __init__(self, view: "TextView", paragraph: int) -> None:
            super().__init__()
            self.view = view
            self.paragraph = paragraph

        @property
        def control(self) -> "TextView":
            """The view, for `@on(…, selector)`."""
            return self.view

    def __init__(
        self,
        title: Text | None = None,
        *,
        message: str = "",
        gutter: Gutter | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self._gutter = gutter
        self._paragraphs: Sequence[Text] = ()
        self._top = (0, 0)
        self._offsets: dict[int, list[tuple[int, int]]] = {}
        self._known_sight: tuple[int, list[Sighted]] | None = None
        self._wrapped_to = 0
        self.set_reactive(TextView.pane_title, title or Text())
        self.set_reactive(TextView.message, message)

    @property
    def is_empty(self) -> bool:
        """Whether there is no paragraph."""
        return not self._paragraphs

    @property
    def has_more_below(self) -> bool:
        """Whether there are lines below those in sight."""
        return len(self._sight) > self.inner_height

    @property
    def paragraphs(self) -> Sequence[Text]:
        """The paragraphs that are shown."""
        return self._paragraphs

    @property
    def top_paragraph(self) -> int:
        """The paragraph of the first line in sight, from 0."""
        return self._top[0]

    @property
    def top(self) -> tuple[int, int]:
        """The paragraph of the first line in sight, and the code point of it with which that line begins."""
        at, row = self._top
        lines = self._lines(at) if self._paragraphs else []
        return at, lines[row][0] if row < len(lines) else 0

    def show(self, paragraphs: Sequence[Text], *, top: int = 0, stay: bool = False) -> None:
        """Show a text from its paragraph `top` on, or with `stay` from the line that is at the top now."""
        before, had_more_below = self._shown_lines(), self.has_more_below
        at, row = self._top if stay else (top, 0)
        self._paragraphs = paragraphs
        self._offsets.clear()
        self._known_sight = None
        self._top = (0, 0)
        at = max(0, min(at, len(paragraphs) - 1))
        self._go((at, min(row, len(self._lines(at)) - 1) if row and paragraphs else 0))
        after = self._shown_lines()
        if not (before and after) or self.has_more_below != had_more_below:
            self.refresh()
        self.refresh_inner(*(y for y, (old, new) in enumerate(zip_longest(before, after)) if old != new))

    def scroll_lines(self, delta: int) -> None:
        """Scroll by so many lines, down if positive; stops at the ends."""
        self._go(self._moved(self._top, delta))

    def move(self, delta: int) -> None:
        """Scroll by so many lines: what the keys that move a list's cursor do in a text."""
        self.scroll_lines(delta)

    def page(self, direction: int) -> None:
        """Scroll by a page, down with 1 and up with -1; one line of the old page stays in sight."""
        self.scroll_lines(direction * max(1, self.inner_height - 1))

    def half_page(self, direction: int) -> None:
        """Scroll by half a page, down with 1 and up with -1."""
        self.scroll_lines(direction * max(1, self.inner_height // 2))

    def to_start(self) -> None:
        """Scroll to the first line."""
        self._go((0, 0))

    def to_end(self) -> None:
        """Scroll to the last page."""
        if self._paragraphs:
            last = len(self._paragraphs) - 1
            self._go((last, len(self._lines(last)) - 1))

    def to_paragraph(self, index: int, offset: int = 0, *, above: int = 0) -> None:
        """Scroll to the line that holds code point `offset` of a paragraph, `above` lines below the top."""
        if not self._paragraphs:
            return
        index = max(0, min(index, len(self._paragraphs) - 1))
        self._go(self._moved((index, self._line_of(index, offset)), -above))

    def reveal(self, index: int, offset: int, *, above: int = 0) -> None:
        """Bring the line that holds code point `offset` of a paragraph into sight; scrolls only where it is not."""
        if not self.is_in_sight(index, offset):
            self.to_paragraph(index, offset, above=above)

    def is_in_sight(self, index: int, offset: int) -> bool:
        """Tell whether the line that holds code point `offset` of a paragraph is in sight."""
        sought = index, self._line_of(index, offset)
        return sought in [(each.at, each.line) for each in self._sight[: self.inner_height]]

    def lines_from(self, index: int, offset: int, delta: int) -> tuple[int, int]:
        """Return the paragraph and the code point that stand `delta` lines below a code point, as wrapped now."""
        line = self._line_of(index, offset)
        column = offset - self._lines(index)[line][0]
        at, row = self._moved((index, line), delta)
        start, end = self._lines(at)[row]
        return at, min(start + column, max(start, end - 1))

    def inner_line(self, y: int) -> Strip:
        """Return line `y` of the lines in sight."""
        if not y < len(self._sight):
            return self.painter.strip(Text(), self.inner_width)
        at, line, paragraph, offsets = self._sight[y]
        text, width = wrapped_line(paragraph, self._lines(at), line, self._text_width), self._gutter_width
        if self._gutter is None or not width:
            return self.painter.row((_MARGIN, 1), (text, self.inner_width - 1))
        note = self.painter.strip(self._gutter.note(self._paragraphs, at, offsets, width), width)
        return Strip.join([note, self.painter.strip(_MARGIN + text, self.inner_width - width)])

    def settle(self) -> None:
        """Wrap anew; the code point at the top stays there."""
        self._known_sight = None
        if self._wrapped_to == self._text_width or not self._paragraphs:
            self._go(self._top)
            return
        at, line = self._top
        offset = self._offsets[at][line][0] if at in self._offsets else 0
        self._offsets.clear()
        self._wrapped_to = self._text_width
        self._go((at, self._line_of(at, offset)))
        self.refresh()

    def _shown_lines(self) -> list[tuple[Text, tuple[int, int]]]:
        """Return what the lines in sight are made of: each its paragraph and its offsets there."""
        return [(each.paragraph, each.offsets) for each in self._sight[: self.inner_height]]

    @property
    def _sight(self) -> list[Sighted]:
        """The lines in sight and the one below them."""
        wanted = self.inner_height + 1
        if self._known_sight is None or self._known_sight[0] != wanted:
            at, line = self._top
            found: list[Sighted] = []
            while len(found) < wanted and at < len(self._paragraphs):
                paragraph, lines = self._paragraphs[at], self._lines(at)
                found += [Sighted(at, each, paragraph, lines[each]) for each in range(line, len(lines))]
                at, line = at + 1, 0
            self._known_sight = wanted, found[:wanted]
        return self._known_sight[1]

    @property
    def _text_width(self) -> int:
        """The cells of a line of text: a blank cell stands at each side."""
        return max(1, self.inner_width - 2 - self._gutter_width)

    @property
    def _gutter_width(self) -> int:
        return self._gutter.width(self._paragraphs, self.inner_width) if self._gutter else 0

    def _lines(self, at: int) -> list[tuple[int, int]]:
        """Return the line offsets of paragraph `at`."""
        found = self._offsets.get(at)
        if found is None:
            if len(self._offsets) >= _KEPT:
                self._offsets.clear()
            found = self._offsets[at] = line_offsets(self._paragraphs[at].plain, self._text_width)
        return found

    def _line_of(self, at: int, offset: int) -> int:
        """Return the line of paragraph `at` that holds code point `offset`."""
        lines = self._lines(at)
        return max((line for line, (start, _) in enumerate(lines) if start <= offset), default=0)

    def _moved(self, place: tuple[int, int], delta: int) -> tuple[int, int]:
        """Return the place `delta` lines from `place`; past the end the last line."""
        at, line = place
        line += delta
        while line < 0:
            if at == 0:
                return (0, 0)
            at -= 1
            line += len(self._lines(at))
        while at < len(self._paragraphs) and line >= len(self._lines(at)):
            line -= len(self._lines(at))
            at += 1
        if at >= len(self._paragraphs):
            at = max(0, len(self._paragraphs) - 1)
            return (at, len(self._lines(at)) - 1 if self._paragraphs else 0)
        return (at, line)

    def _go(self, place: tuple[int, int]) -> None:
        """Put `place` at the top, or so high that the last page stays full."""
        if self._paragraphs and self.inner_height:
            last = len(self._paragraphs) - 1
            bottom = (last, len(self._lines(last)) - 1)
            if (last - place[0]) <= self.inner_height:
                place = min(place, self._moved(bottom, 1 - self.inner_height))
        if place != self._top:
            self._top = place
            self._known_sight = None
            self.refresh()
            self.post_message(self.Scrolled(self, place[0]))
