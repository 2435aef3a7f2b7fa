"""The theme of the app: the one that the settings or the last run ask for, and changes of it."""

from msgspec.structs import replace

from summittui.session.settings import LAST
from summittui.ui.base_app import BaseApp
from summittui.ui.theme.themes import MONO, next_theme, setting_of, theme_of, themes


class ThemeController:
    """The controller of the theme, which the next run takes over; with NO_COLOR it stays monochrome."""

    def __init__(self, app: BaseApp) -> None:
        """Register the themes with an app and take the first one."""
        self._app = app
        for each in themes():
            app.register_theme(each)
        app.theme = MONO if app.no_color else theme_of(app.settings.theme, app.remembered.theme)

    @property
    def why_fixed(self) -> str | None:
        """Why the theme cannot be changed, as a sentence; None where it can."""
        return "NO_COLOR is set: the theme stays monochrome." if self._app.no_color else None

    @property
    def name(self) -> str:
        """The name of the present theme, as the settings have it."""
        return setting_of(self._app.theme)

    def next(self) -> None:
        """Change to the next theme."""
        self.take(next_theme(self._app.theme))

    def take(self, name: str) -> None:
        """Show a theme, say its name, and keep it for the next run, unless the settings name one."""
        app = self._app
        app.theme = name
        words = f"Theme: {setting_of(name)}."
        if app.settings.theme == LAST:
            app.remembered = replace(app.remembered, theme=setting_of(name))
        else:
            words += f" The next run begins with {app.settings.theme}, as the settings say."
        app.notify(words, markup=False, timeout=2)
