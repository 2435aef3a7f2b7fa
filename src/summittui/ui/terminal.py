"""What Textual leaves to the program: is there a terminal, a slow line, a signal, a hang-up?

This module imports no Textual: `prepare_environment` must run before it is imported.
"""

import asyncio
import contextlib
import os
import select
import signal
import sys
from collections.abc import Mapping, MutableMapping
from io import TextIOWrapper
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App
    from textual.geometry import Size

FRAMES: Mapping[str, str] = {"local": "500", "ssh": "30"}
"""Frames a second at most: what follows from a key is painted in the frame after the key's own."""
HANG_UP_SECONDS = 10
"""How often a vanished terminal is looked for where the system does not tell of it by itself."""
LINGER_SECONDS = 4
"""How long leaving may take before the process is ended."""
_COLOURLESS = ("vt1", "vt2", "vt3", "ansi-m", "xterm-mono", "screen-mono")
"""How TERM begins where there are no colours though nothing says so."""
_BROKEN = select.POLLHUP | select.POLLERR | select.POLLNVAL
_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


PROFILES = ("local", "ssh")
"""Ways to treat a terminal: `ssh` is for slow lines, without the mouse and with fewer frames a second."""


COLUMNS, LINES = 40, 10
"""The smallest terminal in which the screens can be used."""


def is_too_small(size: "Size") -> bool:
    """Tell whether the screens cannot be used in so many cells."""
    return size.width < COLUMNS or size.height < LINES


def over_ssh(environment: Mapping[str, str] | None = None) -> bool:
    """Return whether the session comes over SSH."""
    environment = os.environ if environment is None else environment
    return bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))


def why_unusable() -> str | None:
    """Return why the screens cannot be shown here, as a clause; None if they can."""
    term = os.environ.get("TERM", "")
    if term in {"", "dumb", "unknown"}:
        return f"the terminal cannot place its cursor (TERM is {term!r})"
    for name, stream in (("input", sys.__stdin__), ("output", sys.__stdout__)):
        if stream is None or stream.closed or not stream.isatty():
            return f"standard {name} is not a terminal"
    return None


def theme_for(colour_system: str | None, term: str) -> str | None:
    """Return the theme that a terminal needs; None where it shows the colours of every theme.

    Args:
        colour_system: What it can show, as Rich names it: truecolor, 256, standard (16 colours), None.
        term: Its TERM.
    """
    if colour_system is None or term.startswith(_COLOURLESS):
        return "summit-monochrome"
    return "summit-terminal" if colour_system == "standard" else None


def prepare_environment(
    profile: str, environment: MutableMapping[str, str] | None = None, *, encoding: str = "utf-8"
) -> None:
    """Set what Textual reads when it is imported: no animation; how many frames a second, on a slow line fewer.

    Textual draws on standard error; if that is no terminal, or has another encoding, this is put right as well.

    Args:
        profile: One of `PROFILES`.
        environment: The variables, else those of the process.
        encoding: Of the terminal.
    """
    environment = os.environ if environment is None else environment
    environment["TEXTUAL_ANIMATIONS"] = "none"
    for name in ("COLUMNS", "LINES"):  # they would stand for a terminal that has been resized since
        environment.pop(name, None)
    environment.setdefault("TEXTUAL_FPS", FRAMES[profile])
    sys.__stderr__ = _drawable(sys.__stderr__, encoding)  # type: ignore[misc]  # where Textual's driver writes


def _drawable(stream: TextIOWrapper | None, encoding: str) -> TextIOWrapper | None:
    """Return a stream that a terminal shows and that takes any letter."""
    if stream is None or not stream.isatty():
        try:
            return open("/dev/tty", "w", encoding=encoding, errors="replace")  # noqa: PTH123 - kept open
        except OSError:
            return stream
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding=encoding, errors="replace")
    return stream


class TerminalGuard:
    """Sees that an app leaves properly when it is told to end or its terminal is gone, and redraws on return."""

    def __init__(self, app: "App[Any]", *, may_suspend: bool = True) -> None:
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
