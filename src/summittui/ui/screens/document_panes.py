"""The panes of Documents: their focus, and the one pane of a narrow screen."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.screen import Screen
from textual.widget import Widget

ZOOMED = "-zoomed"
"""The class of a screen whose text fills the screen."""


class DocumentPanes:
    """The panes of the sources, the text and the marks, of which a narrow screen shows one."""

    def __init__(self, screen: Screen[Any], panes: Callable[[], Sequence[Widget]]) -> None:
        """Create the panes of a screen; `panes` returns the widgets of sources, text and marks."""
        self._screen = screen
        self._panes = panes

    def make_room(self, pane: Widget | None) -> None:
        """Show a pane alone on a narrow screen; does nothing for a widget that is no pane."""
        panes = self._panes()
        if pane in panes:
            for each in panes:
                self._screen.set_class(each is pane, f"-at-{each.id}")

    def go_to(self, pane: Widget) -> None:
        """Focus a pane, or the hint bar."""
        self.make_room(pane)
        if pane is not self._panes()[1]:
            self._screen.remove_class(ZOOMED)
        pane.focus()

    def zoom(self) -> None:
        """Toggle whether the text fills the screen."""
        self._screen.toggle_class(ZOOMED)
        self.go_to(self._panes()[1])
