"""A screen that draws what has changed, once it is to be shown.

Everything here that begins with an underscore is Textual's own.
"""

import os
from collections.abc import Callable
from time import monotonic
from typing import Any, TypeVar

from textual.constants import MAX_FPS
from textual.events import ScreenResume
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from summittui.ui.lean.compositor import LeanCompositor

Result = TypeVar("Result")

SWITCH = "SUMMITTUI_DISPLAY"
"""The environment variable that leaves drawing and displaying to Textual, with the value `stock`."""


class LeanScreen(Screen[Result]):
    """A screen that draws what has changed and no more, and nothing while the app shows no update."""

    _was_shown = False
    _painted_at = 0.0

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(name, id, classes)
        if os.environ.get(SWITCH) != "stock":
            self._compositor = LeanCompositor()

    def take_room(self) -> None:
        """Take on the classes of the room that there is, before what is composed is given its styles."""
        room = self._get_breakpoint_classes(self.app.size.width, self.HORIZONTAL_BREAKPOINTS or [])
        self.add_class(*room, update=False)

    def paint(self) -> None:
        """Arrange and paint everything at once, not at the next beat of Textual's timer."""
        self._layout_required = self._repaint_required = True
        self._on_timer_update()

    def paint_at_once(self) -> None:
        """Paint what has changed, if that is no more than widgets' own lines and it is time for a frame."""
        is_more = self._layout_required or self._scroll_required or self._recompose_required
        if self._dirty_widgets and not is_more and monotonic() - self._painted_at >= 1 / MAX_FPS:
            self._on_timer_update()

    def after_paint(self, act: Callable[[], None]) -> None:
        """Do something once what has changed is painted."""
        self._invoke_later(act, self)

    def shows(self, widget: Widget) -> bool:
        """Tell whether a widget is in sight."""
        return widget in self._compositor.visible_widgets

    def repaint(self, widget: Widget) -> None:
        """Have what a widget says of its regions repainted with the next frame, if it is seen."""
        if self.shows(widget):
            self._dirty_widgets.add(widget)
            self.check_idle()

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """Leave out what Textual 8.2.8 does here before its own: to style all widgets once more that were just made."""
        event.refresh_styles = event.refresh_styles and self._was_shown
        self._was_shown = True

    def _screen_resized(self, size: Size) -> None:
        app: Any = self.app
        if not app._batch_count or size != self._size:  # else it is arranged before it is painted  # noqa: SLF001
            super()._screen_resized(size)

    def _compositor_refresh(self) -> None:
        app: Any = self.app
        if not app._batch_count:  # noqa: SLF001
            self._painted_at = monotonic()
            super()._compositor_refresh()
