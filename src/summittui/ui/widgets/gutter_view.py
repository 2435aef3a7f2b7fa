"""A text with a gutter: short notes beside the lines that they belong to."""

from typing import Protocol, runtime_checkable

from rich.text import Text
from textual.strip import Strip

from summittui.ui.theme.paint import fit, wrapped_line
from summittui.ui.widgets.text_view import TextView

_WIDE, _NARROW = 18, 12
_WIDE_FROM, _NARROW_FROM = 90, 56


@runtime_checkable
class Annotated(Protocol):
    """Paragraphs that know what the gutter says."""

    def beside(self, index: int, start: int, end: int) -> Text:
        """The note beside the line of paragraph `index` that holds its code points from `start` to `end`."""


class GutterView(TextView):
    """A text view with a gutter where its paragraphs are `Annotated` and there is room for it."""

    @property
    def gutter_width(self) -> int:
        """The cells of the gutter."""
        if self.inner_width < _NARROW_FROM or not isinstance(self._paragraphs, Annotated):
            return 0
        return _WIDE if self.inner_width >= _WIDE_FROM else _NARROW

    @property
    def _text_width(self) -> int:
        return max(1, self.inner_width - 2 - self.gutter_width)

    def inner_line(self, y: int) -> Strip:
        """Return line `y` of those in sight, the gutter before it."""
        if not y < len(self._sight):
            return self.painter.strip(Text(), self.inner_width)
        at, line, *_ = self._sight[y]
        offsets, paragraphs = self._lines(at), self._paragraphs
        text = wrapped_line(paragraphs[at], offsets, line, self._text_width)
        note = Text()
        if isinstance(paragraphs, Annotated):
            note = fit(paragraphs.beside(at, *offsets[line]), self.gutter_width - 2)
        width = self.gutter_width
        strips = [self.painter.strip(Text(" ") + note, width)] if width else []
        strips.append(self.painter.strip(Text(" ") + text, self.inner_width - width))
        return Strip.join(strips)
