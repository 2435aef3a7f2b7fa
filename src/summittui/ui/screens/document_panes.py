"""The panes of Documents: which one has the focus, and the room where there is room for one only."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.screen import Screen
from textual.widget import Widget

ZOOMED = "-zoomed"
"""The class of a screen whose text has all of the room."""


class DocumentPanes:
    """The sources, the text and what is marked in it."""

    def __init__(self, screen: Screen[Any], panes: Callable[[], Sequence[Widget]]) -> None:
        """Make them for a screen; `panes` returns the sources, the text and the marks, once they are mounted."""
        self._screen = screen
        self._panes = panes

    def make_room(self, pane: Widget | None) -> None:
        """Give a pane the room of a narrow screen; what is no pane gets none."""
        panes = self._panes()
        if pane in panes:
            for each in panes:
                self._screen.set_class(each is pane, f"-at-{each.id}")

    def go_to(self, pane: Widget) -> None:
        """Focus a pane, or the menu in the last line."""
        self.make_room(pane)
        if pane is not self._panes()[1]:
            self._screen.remove_class(ZOOMED)
        pane.focus()

    def zoom(self) -> None:
        """Give the whole screen to the text, or take it back."""
        self._screen.toggle_class(ZOOMED)
        self.go_to(self._panes()[1])
