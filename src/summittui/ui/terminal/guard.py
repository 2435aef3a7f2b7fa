"""The end of the screens: on a signal, when the terminal is gone, and the redrawing after a stop."""

import asyncio
import contextlib
import os
import select
import signal
from collections.abc import Callable
from functools import partial
from threading import Thread
from types import FrameType
from typing import Any

from textual.app import App
from textual.driver import Driver

HANG_UP_SECONDS = 10
"""The seconds between two looks for a vanished terminal, where the system sends no signal."""
LINGER_SECONDS = 4
"""The seconds after which a process that is leaving is ended."""
_BROKEN = select.POLLHUP | select.POLLERR | select.POLLNVAL
_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


class TerminalGuard:
    """The guard of a terminal: exits the app on a signal or when the terminal is gone, and redraws after a stop."""

    def __init__(
        self,
        app: App[Any],
        *,
        may_suspend: bool = True,
        redraw: Callable[[], object] | None = None,
        driver: Callable[[], Driver | None] = lambda: None,
    ) -> None:
        """Watch over an app.

        Args:
            app: What leaves.
            may_suspend: Whether the signal that stops a program is obeyed.
            redraw: Draws everything again, whatever the terminal shows.
            driver: Returns what the terminal is written to, None before there is one.
        """
        self._app = app
        self._may_suspend = may_suspend
        self._redraw = redraw or partial(app.refresh, layout=True)
        self._driver = driver
        self._poll = select.poll()
        self._is_away = self._is_stopped = False
        self._resized: object = None
        self.is_leaving = False
        """Whether a signal or the loss of the terminal ends the app."""

    def start(self) -> None:
        """Obey the signals that end a program; called in the app's loop before it has the terminal."""
        loop = asyncio.get_running_loop()
        for number in _ENDING:
            loop.add_signal_handler(number, self.leave, number)
            signal.signal(number, _end_soon)  # at once, though the loop may wait for a terminal that takes nothing

    def watch(self) -> None:
        """Watch the terminal; to be called when the app has it (`on_mount`)."""
        loop = asyncio.get_running_loop()
        self._app.app_suspend_signal.subscribe(self._app, lambda _app: self._gone(), immediate=True)
        self._app.app_resume_signal.subscribe(self._app, lambda _app: self._returned())
        if not self._may_suspend:
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        if not self._app.is_headless:
            # Not by the loop: while an editor runs, ctrl+c is the editor's alone.
            signal.signal(signal.SIGINT, lambda number, _frame: loop.call_soon_threadsafe(self.leave, number))
            self._watch_stops()
            self._watch_size()
            self._poll.register(0, 0)
            Thread(target=self._watch, args=(loop,), name="hang-up", daemon=True).start()

    def _gone(self) -> None:
        self._is_away = True

    def _returned(self) -> None:
        self._is_away = False
        self._redraw()
        if not self._app.is_headless:
            self._watch_size()

    def _watch_stops(self) -> None:
        """Take the terminal anew after a stop that nobody told of; Textual 8.2.8 would read its keys twice."""
        stop, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
        driver = self._driver()
        if not (callable(go_on) and driver is not None):
            return

        def stopped(number: int, frame: FrameType | None) -> None:
            self._is_stopped = True
            if callable(stop):
                stop(number, frame)

        def goes_on(number: int, frame: FrameType | None) -> None:
            is_told, self._is_stopped = self._is_stopped or self._is_away, False
            if not is_told:
                driver.suspend_application_mode()
            go_on(number, frame)
            if not is_told:
                driver.send_message(driver.SignalResume())

        if self._may_suspend:
            signal.signal(signal.SIGTSTP, stopped)
        signal.signal(signal.SIGCONT, goes_on)

    def _watch_size(self) -> None:
        """Redraw when the terminal tells of a size that it had before, as a multiplexer does that is attached anew.

        The driver sets its own handler whenever it takes the terminal.
        """
        resize, loop = signal.getsignal(signal.SIGWINCH), asyncio.get_running_loop()
        if callable(resize) and resize is not self._resized:

            def resized(number: int, frame: FrameType | None) -> None:
                resize(number, frame)
                if os.get_terminal_size(0) == tuple(self._app.size):
                    loop.call_soon_threadsafe(self._redraw)

            self._resized = resized
            signal.signal(signal.SIGWINCH, resized)

    def leave(self, number: int) -> None:
        """Restore the terminal and end with 128 + the signal's number; by force if that takes too long."""
        _end_soon()
        self.is_leaving = True
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
