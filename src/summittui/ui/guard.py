"""How the screens end: when a signal says so, when the terminal is gone, and what a stop leaves to redraw."""

import asyncio
import contextlib
import select
import signal
from threading import Thread
from typing import Any

from textual.app import App

HANG_UP_SECONDS = 10
"""How often a vanished terminal is looked for where the system does not tell of it by itself."""
LINGER_SECONDS = 4
"""How long leaving may take before the process is ended."""
_BROKEN = select.POLLHUP | select.POLLERR | select.POLLNVAL
_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


class TerminalGuard:
    """Sees that an app leaves properly when it is told to end or its terminal is gone, and redraws on return."""

    def __init__(self, app: App[Any], *, may_suspend: bool = True) -> None:
        """Watch over an app.

        Args:
            app: What leaves.
            may_suspend: Whether the signal that stops a program is obeyed.
        """
        self._app = app
        self._may_suspend = may_suspend
        self._poll = select.poll()

    def start(self) -> None:
        """Begin to watch; to be called in the app's loop, from its `on_mount`."""
        loop = asyncio.get_running_loop()
        for number in _ENDING:
            loop.add_signal_handler(number, self.leave, number)
            signal.signal(number, _end_soon)  # at once, though the loop may wait for a terminal that takes nothing
        if not self._may_suspend:
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        self._app.app_resume_signal.subscribe(self._app, lambda _app: self._app.refresh(layout=True))
        if not self._app.is_headless:
            # Not by the loop: while an editor runs, ctrl+c is the editor's alone.
            signal.signal(signal.SIGINT, lambda number, _frame: loop.call_soon_threadsafe(self.leave, number))
            self._poll.register(0, 0)
            Thread(target=self._watch, args=(loop,), name="hang-up", daemon=True).start()

    def leave(self, number: int) -> None:
        """Restore the terminal and end with 128 + the signal's number; by force if that takes too long."""
        _end_soon()
        self._app.exit(return_code=128 + number)

    def _watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """Wait for the end of the terminal; in a thread of its own, which costs nothing meanwhile."""
        while not any(event & _BROKEN for _, event in self._poll.poll(HANG_UP_SECONDS * 1000)):
            pass
        with contextlib.suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(self.leave, signal.SIGHUP)


def _end_soon(*_signal: object) -> None:
    """End the process by force unless it has left by then."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(LINGER_SECONDS)
