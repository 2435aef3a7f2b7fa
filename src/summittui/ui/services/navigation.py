"""Navigation: full screens opened by their names over the present one, or returned to where they are open."""

from collections.abc import Callable, Mapping
from typing import Any

from textual.screen import Screen

from summittui.ui.base_app import BaseApp

Routes = Mapping[str, Callable[..., Screen[None]]]
"""The function that makes a screen, by the name of its view."""


class Navigation:
    """The navigation of an app: opens screens by their names, each at most once in the stack."""

    def __init__(self, app: BaseApp) -> None:
        """Create the navigation of an app, without routes."""
        self._app = app
        self.routes: Routes = {}

    def show(self, name: str, *arguments: Any) -> Screen[Any]:
        """Return to the open screen of a name, else open a new one; return it."""
        found = self.back_to(name)
        return found or self.open(name, *arguments)

    def open(self, name: str, *arguments: Any, **options: Any) -> Screen[Any]:
        """Open a new screen of a name over the present one; return it."""
        screen = self.routes[name](*arguments, **options)
        self._app.push_screen(screen)
        return screen

    def exchange(self, name: str, *arguments: Any, **options: Any) -> None:
        """Put a new screen of a name in the place of the present one."""
        self._app.switch_screen(self.routes[name](*arguments, **options))

    def back_to(self, name: str) -> Screen[Any] | None:
        """Leave the screens over the open one of a name and return it; None, and nothing is left, if there is none."""
        stack = self._app.screen_stack
        found = next((screen for screen in stack if view_name(screen) == name), None)
        while found is not None and self._app.screen is not found:
            self._app.pop_screen()
        return found


def view_name(screen: Screen[Any]) -> str:
    """Return the name of the view that a screen shows; empty for a dialog."""
    return getattr(screen, "view_name", "")
