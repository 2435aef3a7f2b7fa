"""Another program in the terminal while the screens are out of the way."""

import contextlib
import os
import select
import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Sequence
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from summittui.model import InputError

if TYPE_CHECKING:
    from summittui.ui.base_app import BaseApp

EndsByItself = Callable[[Sequence[str]], bool]
"""Tells of a command whether it may end without a key, while its text must still be read."""

AT_ONCE_SECONDS = 0.5
"""A program that ends sooner has ended by itself."""
_PASSED_ON = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_ITS_OWN = signal.SIGINT
"""The signal of ctrl+c, which the terminal sends to both."""
_LOOK_SECONDS = 0.2
"""The seconds between two polls for a signal while the program waits for a key."""


def run_program(app: "BaseApp", arguments: Sequence[str], *, ends_by_itself: EndsByItself | None = None) -> int:
    """Run a program in the terminal while the app is out of the way; the app comes back however that goes.

    Args:
        app: What makes room.
        arguments: The program and its arguments.
        ends_by_itself: Where given, a key is waited for before the app covers the text of such a program.

    Raises:
        InputError: The terminal cannot be given away, or a kiosk keeps it.
        OSError: There is no such program, or it cannot be run.
    """
    closed = app.restrictions.why_not_program()
    if closed is not None:
        raise InputError(closed)
    from textual.app import SuspendNotSupported

    try:
        with _suspended(app):
            return _run(arguments, ends_by_itself)
    except SuspendNotSupported:
        raise InputError("The terminal cannot be given to another program here.") from None


@contextlib.contextmanager
def _suspended(app: "BaseApp") -> Iterator[None]:
    """Suspend the app; Textual 8.2.8 resumes it only where nothing fails meanwhile."""
    failed: BaseException | None = None
    with app.suspend():
        try:
            yield
        except BaseException as error:  # noqa: BLE001  # raised once the app is back
            failed = error
    if failed is not None:
        raise failed


def _run(arguments: Sequence[str], ends_by_itself: EndsByItself | None) -> int:
    """Run a program to its end; a signal that ends us ends it first, for our own handlers wait for it."""
    child: subprocess.Popen[bytes] | None = None
    told: list[int] = []

    def pass_on(number: int, _frame: object) -> None:
        told.append(number)
        if child is not None:
            child.send_signal(number)

    before = {each: signal.signal(each, pass_on) for each in _PASSED_ON}
    before[_ITS_OWN] = signal.signal(_ITS_OWN, lambda *_: None)
    begun = monotonic()
    try:
        with subprocess.Popen(arguments) as child:
            for number in told:
                child.send_signal(number)
            code = _ended(child)
        is_over = monotonic() - begun < AT_ONCE_SECONDS
        if ends_by_itself is not None and not told and (is_over or ends_by_itself(arguments)):
            _wait_for_key(told)
        return -told[0] if told else code
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _ended(child: "subprocess.Popen[bytes]") -> int:
    """Wait for a program; wake up each second, for the system may have told another thread of a signal."""
    waiting = Thread(target=child.wait, daemon=True)
    waiting.start()
    while waiting.is_alive():
        waiting.join(1.0)
    return child.wait()


def _wait_for_key(told: list[int]) -> None:
    """Ask for a key and wait until one is pressed, the terminal is gone, or a signal is told."""
    if sys.__stdin__ is None or sys.__stderr__ is None:
        return
    terminal = sys.__stdin__.fileno()
    with contextlib.suppress(OSError, termios.error):
        before = termios.tcgetattr(terminal)
        waiting = list(before)
        waiting[3] = before[3] & ~(termios.ICANON | termios.ECHO | termios.ISIG)
        termios.tcsetattr(terminal, termios.TCSADRAIN, waiting)
        try:
            os.write(sys.__stderr__.fileno(), b"\r\n[a key leads back]")
            while not (told or select.select([terminal], [], [], _LOOK_SECONDS)[0]):
                pass
        finally:
            termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
