"""The end of the screens on an error that nobody expected: one sentence, once the terminal is back.

Textual 8.2.8 would print a traceback with the values of variables, which hold words of documents; and an error in a
callback of the loop it would not notice at all.
"""

import asyncio
from typing import Any

from textual.app import App
from textual.worker import WorkerFailed

from summittui.ui.terminal.guard import TerminalGuard


class LastResort:
    """Ends an app on the first error that reaches Textual or the loop, and keeps it for the report."""

    def __init__(self, app: App[Any], guard: TerminalGuard) -> None:
        """Take the errors of an app.

        Args:
            app: What ends.
            guard: What fails while it lets the app leave is no error: its screens may not have been there yet.
        """
        self.error: Exception | None = None
        """What ended the app."""
        self._guard = guard
        self._end = app._close_messages_no_wait  # noqa: SLF001
        self._stock = app._handle_exception  # noqa: SLF001
        app._handle_exception = self.handle  # type: ignore[method-assign]  # noqa: SLF001
        app._fatal_error = self._end  # type: ignore[method-assign]  # noqa: SLF001
        app.panic = self._panic  # type: ignore[method-assign]
        self._is_headless = lambda: app.is_headless

    def watch(self) -> None:
        """Take the errors of the running loop as well."""
        if not self._is_headless():  # type: ignore[no-untyped-call]
            asyncio.get_running_loop().set_exception_handler(self._handle_context)

    def handle(self, error: Exception) -> None:
        """End the app on an error."""
        if self._guard.is_leaving:
            self._end()
            return
        if self.error is None:
            inner = error.error if isinstance(error, WorkerFailed) else error
            self.error = inner if isinstance(inner, Exception) else error
        self._stock(error)

    def _handle_context(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self.handle(error)

    def _panic(self, *_shown: object) -> None:
        """End the app as Textual does where its reading thread failed."""
        self.error = self.error or RuntimeError()
        self._end()
