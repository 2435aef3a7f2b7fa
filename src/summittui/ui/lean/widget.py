"""A widget drawn line by line: repainted where it is seen, without a message of its own, and as it is.

Everything here that begins with an underscore is Textual's own.
"""

from typing import Any, Self

from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from summittui.ui.lean.screen import LeanScreen


class LeanWidget(Widget, inherit_bindings=False):
    """A widget whose lines are what `render_line` gives: no style of CSS changes them."""

    ALLOW_SELECT = False
    _lean_screen: LeanScreen[Any] | None = None

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Have some regions of it, or all of it, repainted with the screen's next frame if it is seen."""
        screen = self._screen_there
        if layout or recompose or not repaint or screen is None:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        self._repaint_regions.update(regions or (self.outer_size.region,))
        screen.repaint(self)
        return self

    @property
    def _screen_there(self) -> LeanScreen[Any] | None:
        """The screen on which it was mounted, if that draws only what has changed; it stays on that one."""
        if self._lean_screen is None and self._is_mounted and self.is_attached and isinstance(self.screen, LeanScreen):
            self._lean_screen = self.screen
        return self._lean_screen

    @property
    def is_seen(self) -> bool:
        """Whether any of it is on the screen."""
        return not isinstance(self.screen, LeanScreen) or self.screen.shows(self)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the widget.

        The colours are those of the theme already: none has to be made a true one.
        """
        filters = [each for each in self.get_line_filters() if not isinstance(each, ANSIToTruecolor)]
        strips = [self.render_line(y) for y in crop.line_range]
        for each in filters:
            strips = [strip.apply_filter(each, self.styles.background) for strip in strips]
        left, right = crop.column_span
        return strips if (left, right) == (0, self.outer_size.width) else [strip.crop(left, right) for strip in strips]
