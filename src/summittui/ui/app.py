"""The application: one session and its screens."""

from collections.abc import Callable
from typing import Any, ClassVar

from textual.screen import Screen

from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.views.app import ViewsApp


class SummitApp(ViewsApp):
    """The terminal application of one session."""

    TITLE = "summittui"
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {"browse": BrowseScreen}
    DEFAULT_MODE = "browse"
    DEFAULT_CSS = "Toast { width: auto; max-width: 70; padding: 0 1; }"
