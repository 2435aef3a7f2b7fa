"""A widget drawn line by line, in the colours that its lines have."""

from typing import Any, Self

from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget


class LineWidget(Widget, inherit_bindings=False):
    """A widget whose lines are the result of `render_line`: no style of CSS changes them.

    A line is rendered once, until `refresh` names it or the size changes.
    """

    ALLOW_SELECT = False

    def __init__(self, **options: Any) -> None:
        """Make a widget; the options are those of Textual."""
        self._rendered: dict[int, Strip] = {}
        self._rendered_at = Size()
        super().__init__(**options)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Render some regions of the widget anew with the next frame; without regions all of it."""
        if not regions:
            self._rendered.clear()
        for region in regions:
            for y in region.line_range:
                self._rendered.pop(y, None)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the widget."""
        if self._rendered_at != self.outer_size:
            self._rendered.clear()
            self._rendered_at = self.outer_size
        strips = [self._rendered.get(y) or self._filtered_line(y) for y in crop.line_range]
        left, right = crop.column_span
        return strips if (left, right) == (0, self.outer_size.width) else [strip.crop(left, right) for strip in strips]

    def _filtered_line(self, y: int) -> Strip:
        """Return a line as the terminal can show it.

        The colours are those of the theme already: no ANSI colour is converted to a true one.
        """
        strip = self.render_line(y)
        for each in self.get_line_filters():
            if not isinstance(each, ANSIToTruecolor):
                strip = strip.apply_filter(each, self.styles.background)
        self._rendered[y] = strip
        return strip
