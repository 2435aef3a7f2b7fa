"""The app under all screens: our themes, and what the commands in force everywhere do."""

import os
from collections.abc import Sequence
from typing import Any

from textual.app import App
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.reactive import reactive

from summittui.ui.glyph_filter import GlyphFilter
from summittui.ui.glyphs import FULL, Alphabet
from summittui.ui.restrictions import UNRESTRICTED, Restrictions
from summittui.ui.screens.base import CommandScreen
from summittui.ui.screens.help import HelpScreen
from summittui.ui.screens.palette import PaletteScreen
from summittui.ui.theme import DARK, MONO, next_theme, themes
from summittui.ui.widgets.pane import LinePane

_REMEMBERED = 5


class CommandApp(App[Any]):
    """An app with our themes, whose screens run commands of the one table."""

    ENABLE_COMMAND_PALETTE = False

    why_read_only: reactive[str | None] = reactive(None)
    """Why nothing can be edited, as a sentence; None where it can. Every title bar says so."""

    def __init__(
        self, *, theme: str = DARK, restrictions: Restrictions = UNRESTRICTED, alphabet: Alphabet = FULL
    ) -> None:
        """Make the app.

        Args:
            theme: The name of one of our themes; with NO_COLOR set it is always the monochrome one.
            restrictions: What is closed to its user.
            alphabet: What the terminal can show.
        """
        self._glyph_filter = GlyphFilter(alphabet)
        self.is_plain = alphabet.is_plain
        """Whether the screens are drawn for a screen reader."""
        self._typing_at = Offset(0, 0)
        # Textual 8.2.8 paints ANSI themes black on black with NO_COLOR, unless it was told of them from the start.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        for each in themes():
            self.register_theme(each)
        self.theme = MONO if self.no_color else theme
        self.restrictions = restrictions
        """What is closed to its user."""
        self._recent: tuple[str, ...] = ()

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor is: while one types there, in plain mode else on the line at hand."""
        pane = self.focused if self.is_plain and self.is_running else None
        return pane.cursor_offset if isinstance(pane, LinePane) else self._typing_at

    @cursor_position.setter
    def cursor_position(self, offset: Offset) -> None:
        self._typing_at = offset

    def on_ready(self) -> None:
        """Show the terminal's own cursor to a screen reader."""
        if self.is_plain and self._driver is not None:
            self._driver.write("\x1b[?25h")

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line passes: Textual's filters, then the one for what the terminal cannot show."""
        filters = super().get_line_filters()
        return [*filters, self._glyph_filter] if self._glyph_filter.enabled else filters

    def do_help(self) -> None:
        """Show the keys of this screen and the signs."""
        if isinstance(self.screen, CommandScreen):
            self.push_screen(HelpScreen(self.screen))

    def do_palette(self) -> None:
        """Let a command of this screen be found by its name, then run it."""
        caller = self.screen
        if not isinstance(caller, CommandScreen):
            return

        def run(command_id: str | None) -> None:
            if command_id is not None:
                self._recent = (command_id, *(each for each in self._recent if each != command_id))[:_REMEMBERED]
                caller.run_command(command_id)

        self.push_screen(PaletteScreen(caller, self._recent), run)

    def do_theme(self) -> None:
        """Change to the next theme."""
        if self.no_color:
            self.notify("NO_COLOR is set: the theme stays monochrome.", markup=False)
        else:
            self.theme = next_theme(self.theme)
