"""The commands that mean the same on every screen: help, palette, theme, redraw, reload."""

from typing import Any

from msgspec.structs import replace

from summittui.ui.actions import Action, Actions
from summittui.ui.command_screen import CommandScreen
from summittui.ui.render.line import line
from summittui.ui.theme.themes import THEME_NAMES, setting_of

_RECENT = 5
"""How many commands the palette shows first, because they were run last."""


class CommandsEverywhere:
    """These commands, for one screen."""

    def __init__(self, screen: CommandScreen[Any]) -> None:
        """Make them for a screen."""
        self._screen = screen
        self._app = screen.app

    @property
    def actions(self) -> Actions:
        """What the commands do."""
        return {
            "help": Action(self.show_help),
            "palette": Action(self.show_palette),
            "theme": Action(self._app.theming.next, self._why_fixed),
            "choose-theme": Action(self.choose_theme, self._why_fixed),
            "redraw": Action(self._app.redraw),
            "reload": Action(lambda: self._app.session_host.reload(asked=True)),
        }

    def _why_fixed(self) -> str | None:
        return self._app.theming.why_fixed

    def show_help(self) -> None:
        """Show the keys of the screen and the signs."""
        from summittui.ui.dialogs.help import HelpScreen

        self._app.push_screen(HelpScreen(self._screen))

    def show_palette(self) -> None:
        """Let a command of the screen be found by its name, then run it."""
        from summittui.ui.dialogs.palette import PaletteScreen

        self._app.push_screen(PaletteScreen(self._screen, self._app.remembered.recent), self._run_found)

    def _run_found(self, command_id: str | None) -> None:
        if command_id is not None:
            remembered = self._app.remembered
            others = (each for each in remembered.recent if each != command_id)
            self._app.remembered = replace(remembered, recent=(command_id, *others)[:_RECENT])
            self._screen.run_command(command_id)

    def choose_theme(self) -> None:
        """Choose a theme from the list of all."""
        from summittui.ui.dialogs.question import QuestionScreen

        def chosen(name: str | None) -> None:
            if name is not None:
                self._app.theming.take(name)

        present = (line(("The present one is ", "apparatus"), (self._app.theming.name, "words"), "."),)
        answers = [(name, setting_of(name)) for name in THEME_NAMES]
        self._app.push_screen(QuestionScreen("Which theme?", present, answers), chosen)
