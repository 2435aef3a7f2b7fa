"""Copies: texts on their way to the clipboard, cleaned, by the ways that the terminal and the settings leave open."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual.driver import Driver

from summittui.model import SummitError
from summittui.ui.base_app import BaseApp
from summittui.ui.scheduling.executors import SerialExecutor

if TYPE_CHECKING:
    from summittui.exchange.citing import Style
    from summittui.ui.terminal.clipboard import Clipboard


class CopyController:
    """A controller that copies texts in a thread of its own and notifies the reader of the ways that they went."""

    def __init__(self, app: BaseApp, driver: Callable[[], Driver | None]) -> None:
        """Make a controller for an app.

        Args:
            app: Shows the notices.
            driver: Returns what the terminal is written to, None before there is one.
        """
        self._app = app
        self._driver = driver
        self.selection = ""
        """The text that was copied last from a line that is typed in."""
        self.style: Style | None = None
        """The style of citation that was chosen last."""

    @cached_property
    def executor(self) -> SerialExecutor:
        """The thread in which copies are made, and small files of the user's read."""
        return SerialExecutor()

    @cached_property
    def _clipboard(self) -> "Clipboard":
        from summittui.ui.terminal.clipboard import Clipboard

        app = self._app
        return Clipboard(self._write, app.settings.clipboard, terminal_only=app.restrictions.kiosk)

    def _write(self, sequence: str) -> None:
        driver = self._driver()
        if driver is not None:
            driver.write(sequence)

    def copy_text(self, text: str, what: str) -> None:
        """Copy a text; what could drive a terminal is left out.

        Args:
            text: What is copied.
            what: What it is, as it follows "Copied", such as "with its citation".
        """
        self.copy(lambda: text, what)

    def copy_selection(self, text: str) -> None:
        """Copy what is selected in a line that is typed in."""
        self.selection = text
        self.copy_text(text, "the selection")

    def copy(self, make: Callable[[], str], what: str) -> None:
        """Copy the text that `make` returns; it is called in the thread of the copies."""
        self._app.run_worker(self._copy(make, what))

    async def _copy(self, make: Callable[[], str], what: str) -> None:
        try:
            text = await self.executor.run(make)
        except SummitError as error:
            self._app.complain(error)
            return
        copied = await self.executor.run(partial(self._clipboard.copy, text))
        self._app.say(copied.told(what), is_error=not copied.ways)

    def close(self) -> None:
        """Accept no more copies."""
        self.executor.close()
