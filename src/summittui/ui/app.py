"""The application: one session and its screens."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from textual.screen import Screen

from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.views.app import ViewsApp


class SummitApp(ViewsApp):
    """The terminal application of one session."""

    TITLE = "summittui"
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {"browse": BrowseScreen}
    DEFAULT_MODE = "browse"
    # Named here as well, or Textual 8.2.8 would parse every rule again for the screen.
    CSS_PATH = Path(__file__).parent / "screens/browse.tcss"
    DEFAULT_CSS = "Toast { width: auto; max-width: 70; padding: 0 1; }"
