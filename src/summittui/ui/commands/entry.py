"""Input lines over a list: mounted at their first use, shown while they have the focus."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

if TYPE_CHECKING:
    from summittui.ui.query_line import QueryLine
    from summittui.ui.widgets.filter_line import FilterLine

FILTER, NAME = "filter", "name"
"""The ids of the line for a filter and of the line for the beginning of a name."""


class EntryLines:
    """The input lines of one screen; each is mounted above the screen's last line."""

    def __init__(self, screen: Screen[Any], last: Callable[[], Any]) -> None:
        """Create the input lines of a screen without mounting one.

        Args:
            screen: On which they are mounted; it has the class `-filtering` or `-naming` while one is shown.
            last: Returns the widget above which they stand.
        """
        self.screen = screen
        self._last = last

    @cached_property
    def filter(self) -> "QueryLine":
        """The line in which a filter is typed."""
        from summittui.ui.query_line import QueryLine, TellLine

        made = QueryLine(TellLine(id="tell"), id=FILTER)
        self.screen.mount(made, made.tell_line, before=self._last())
        return made

    @cached_property
    def name(self) -> "FilterLine":
        """The line in which the beginning of a name is typed."""
        from summittui.ui.widgets.filter_line import FilterLine

        made = FilterLine("the beginning of a name", id=NAME)
        self.screen.mount(made, before=self._last())
        return made
