"""The end of the screens on an error that nobody expected: one sentence, once the terminal is back.

Textual 8.2.8 would print a traceback with the values of variables, which hold words of documents; and an error in a
callback of the loop it would not notice at all.
"""

import asyncio
from typing import Any

from textual.app import App
from textual.worker import WorkerFailed

from summittui.ui.terminal.guard import TerminalGuard
from summittui.ui.textual_compat import replace_error_handling, why_stock


class LastResort:
    """The handler of unexpected errors: ends the app on the first one, and keeps it for the report."""

    def __init__(self, app: App[Any], guard: TerminalGuard) -> None:
        """Take the errors of an app.

        Args:
            app: What ends.
            guard: What fails while it lets the app leave is no error: its screens may not have been there yet.
        """
        self.error: Exception | None = None
        """The error that ended the app."""
        self._guard = guard
        self._app = app
        self._stock = None if why_stock() else replace_error_handling(app, self.handle)
        app.panic = self._panic  # type: ignore[method-assign]

    def watch(self) -> None:
        """Take the errors of the running loop as well."""
        if not self._app.is_headless:
            asyncio.get_running_loop().set_exception_handler(self._handle_context)

    def handle(self, error: Exception) -> None:
        """End the app on an error."""
        if self._guard.is_leaving:
            self._end()
            return
        if self.error is None:
            inner = error.error if isinstance(error, WorkerFailed) else error
            self.error = inner if isinstance(inner, Exception) else error
        if self._stock:
            self._stock.handle(error)
        else:
            self._end()

    def _end(self) -> None:
        if self._stock:
            self._stock.end()
        else:
            self._app.exit(return_code=1)

    def _handle_context(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self.handle(error)

    def _panic(self, *_shown: object) -> None:
        """End the app as Textual does where its reading thread failed."""
        self.error = self.error or RuntimeError()
        self._end()
