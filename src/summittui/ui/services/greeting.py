"""The greeting: on the very first start, one line with the keys that matter."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from summittui.ui.base_app import BaseApp
from summittui.ui.widgets.bars import TitleBar

if TYPE_CHECKING:
    from summittui.ui.widgets.welcome import Welcome


class Greeting:
    """The controller of the greeting, which is mounted once in the life of a user and removed after a few keys."""

    def __init__(self, app: BaseApp) -> None:
        """Make the greeting of an app; nothing is shown yet."""
        self._app = app
        self._line: Welcome | None = None

    def show(self) -> None:
        """Name the keys that matter, on the very first start only."""
        app = self._app
        if app.settings.hints and not app.remembered.welcomed:
            from summittui.ui.widgets.welcome import Welcome

            app.remembered = replace(app.remembered, welcomed=True)
            self._line = Welcome()
            app.screen.mount(self._line, after=app.screen.query_one(TitleBar))

    def takes_key(self, command_id: str) -> bool:
        """Return whether a key was meant for this line alone."""
        return self._line is not None and self._line.is_attached and self._line.takes(command_id)

    async def remove(self) -> None:
        """Take the line away, if it is there."""
        if self._line is not None:
            await self._line.remove()
