"""What Textual 8.2.8 would do again and again while a screen is made, done once.

Everything here that begins with an underscore is Textual's own.
"""

from typing import Any, TypeVar

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from summittui.stamps import STYLES_PARSED, spell

Result = TypeVar("Result")

_SOURCES = 1_000
"""Of so many sheets and widgets the parsed rules are kept."""


class LeanStylesheet(Stylesheet):
    """A stylesheet that parses a source once for the same variables, not at every screen that brings another."""

    def __init__(self, variables: dict[str, str]) -> None:
        """Make an empty one."""
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(_SOURCES)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take variables; only other ones make what was parsed worthless."""
        if variables != self._variables:
            super().set_variables(variables)

    def parse(self) -> None:
        """Parse what was not parsed with these variables yet."""
        with spell(STYLES_PARSED):
            super().parse()

    def reparse(self) -> None:
        """Do as `parse` does; what stays the same is not thrown away."""
        self.parse()


class LeanScreen(Screen[Result]):
    """A screen that composes no update while the app shows none; what was to be updated stays to be."""

    def take_room(self) -> None:
        """Take on the classes of the room that there is, before what is composed is given its styles."""
        room = self._get_breakpoint_classes(self.app.size.width, self.HORIZONTAL_BREAKPOINTS or [])
        self.add_class(*room, update=False)

    def paint(self) -> None:
        """Arrange and paint everything at once, not at the next beat of Textual's timer."""
        self._layout_required = self._repaint_required = True
        self._on_timer_update()

    def _compositor_refresh(self) -> None:
        app: Any = self.app
        if not app._batch_count:  # noqa: SLF001
            super()._compositor_refresh()
