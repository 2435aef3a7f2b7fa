"""A widget drawn line by line, in the colours that its lines have."""

from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class LineWidget(Widget, inherit_bindings=False):
    """A widget whose lines are the result of `render_line`: no style of CSS changes them."""

    ALLOW_SELECT = False

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the widget.

        The colours are those of the theme already: no ANSI colour is converted to a true one.
        """
        filters = [each for each in self.get_line_filters() if not isinstance(each, ANSIToTruecolor)]
        strips = [self.render_line(y) for y in crop.line_range]
        for each in filters:
            strips = [strip.apply_filter(each, self.styles.background) for strip in strips]
        left, right = crop.column_span
        return strips if (left, right) == (0, self.outer_size.width) else [strip.crop(left, right) for strip in strips]
