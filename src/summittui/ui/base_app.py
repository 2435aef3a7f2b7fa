"""The app as its services know it: settings, the records, and notices."""

import os
from typing import Any

from textual.app import App
from textual.reactive import reactive

from summittui.library import Library
from summittui.model import SummitError
from summittui.model.text import safe
from summittui.session.remembered import Remembered
from summittui.session.settings import Settings
from summittui.ui.render.line import sentence
from summittui.ui.restrictions import Restrictions
from summittui.ui.theme.glyphs import Alphabet


class BaseApp(App[Any]):
    """An app with settings, whose screens watch the records."""

    ENABLE_COMMAND_PALETTE = False

    library: reactive[Library | None] = reactive(None, repaint=False)
    """All records; None until the store has been read, a new value after every change."""
    why_read_only: reactive[str | None] = reactive(None, repaint=False)
    """Why nothing can be edited, as a sentence; None where it can. Every title bar says so."""

    def __init__(
        self, *, settings: Settings, remembered: Remembered, restrictions: Restrictions, alphabet: Alphabet
    ) -> None:
        """Make the app; the arguments are those of `CommandApp`."""
        # Textual 8.2.8 paints ANSI themes black on black with NO_COLOR, unless it was told of them from the start.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.settings = settings
        self.remembered = remembered
        """The choices of this run that the next one remembers."""
        self.restrictions = restrictions
        """The restrictions of the user."""
        self.alphabet = alphabet
        """The characters that the terminal can show."""
        self.is_plain = alphabet.is_plain
        """Whether the screens are drawn for a screen reader."""

    def say(self, words: str, *, is_error: bool = False) -> None:
        """Show a notice for a few seconds."""
        self.notify(safe(words), markup=False, severity="error" if is_error else "information")

    def complain(self, error: SummitError) -> None:
        """Show the sentence of an error as a notice for a few seconds."""
        self.say(sentence(error), is_error=True)
