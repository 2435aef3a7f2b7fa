"""The first paint of a further opening: the kept frame is written before Textual, or anything else, is imported.

Until the app takes the terminal over, keys wait in the terminal's own queue, unseen; whatever ends the program before
that gives the terminal back as it was.
"""

import os

from summittui.ui.kept_frame import KeptFrame, conditions, frame_path, read_frame

TYPE_CHECKING = False
if TYPE_CHECKING:  # the module typing takes long to import
    from typing import Any

ALTERNATE_SCREEN = "\x1b[?1049h"
_ENTER = f"{ALTERNATE_SCREEN}\x1b[?25l\x1b[?7l\x1b[?2004h".encode()
"""The alternate screen, no cursor, no wrapping, pasted text marked; Textual 8.2.8 sets the same."""
_LEAVE = b"\x1b[m\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"
_INPUT, _OUTPUT = 0, 2
"""Descriptors; Textual's driver writes to standard error."""


class EarlyPaint:
    """A frame on the terminal, and how the terminal is given back."""

    def __init__(self, frame: KeptFrame) -> None:
        """Write a frame to the terminal, and take no echo of the keys that come from now on."""
        import termios

        self.frame = frame
        self.is_clean = True
        """Whether nothing else can have drawn on the terminal since."""
        self.attributes = termios.tcgetattr(_INPUT)
        """Attributes of the terminal as they were."""
        self._handlers: dict[int, Any] = {}
        self._is_held = True
        self._watch_signals()
        termios.tcsetattr(_INPUT, termios.TCSANOW, _unseen(self.attributes))
        _write(_ENTER + frame.sent)

    def _watch_signals(self) -> None:
        import signal

        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT, signal.SIGTSTP):
            self._handlers[number] = signal.signal(number, self._end)
        self._handlers[signal.SIGWINCH] = signal.signal(signal.SIGWINCH, self._resized)

    def _end(self, number: int, _: object) -> None:
        """Restore the terminal, then do what the signal does by itself."""
        self.release()
        os.kill(os.getpid(), number)

    def _resized(self, *_: object) -> None:
        self.is_clean = False

    def hand_over(self) -> None:
        """Leave the terminal to the app, which has taken it and gives it back."""
        self._is_held = False
        self._restore_signals()

    def release(self) -> None:
        """Restore the terminal, unless the app has taken it over."""
        if not self._is_held:
            return
        import termios

        self.is_clean = self._is_held = False
        self._restore_signals()
        try:
            _write(_LEAVE)
            termios.tcsetattr(_INPUT, termios.TCSANOW, self.attributes)
        except (OSError, termios.error):
            return  # it is gone

    def _restore_signals(self) -> None:
        import signal

        for number, handler in self._handlers.items():
            if signal.getsignal(number) in {self._end, self._resized}:
                signal.signal(number, handler)
        self._handlers.clear()


_painted: list[EarlyPaint] = []


def paint_early() -> None:
    """Show the kept frame if everything is as it was when it was kept."""
    conditions()  # before anything changes the environment
    if not all(map(os.isatty, (_INPUT, 1, _OUTPUT))):
        return
    frame = read_frame(frame_path())
    try:
        if frame is not None and frame.is_valid(*os.get_terminal_size(1)):
            _painted.append(EarlyPaint(frame))
    except (OSError, ValueError, ImportError):
        return  # a terminal that cannot be held


def painted() -> EarlyPaint | None:
    """Return what was painted, as long as the terminal still shows it."""
    return next((each for each in _painted if each.is_clean), None)


def release() -> None:
    """Restore the terminal, unless the app has taken it over."""
    for each in _painted:
        each.release()


def _unseen(attributes: "list[Any]") -> "list[Any]":
    """Return the attributes under which a key is neither shown nor answered by the terminal; as Textual sets them."""
    import termios

    changed = list(attributes)
    changed[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    changed[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    return changed


def _write(data: bytes) -> None:
    while data:
        data = data[os.write(_OUTPUT, data) :]
