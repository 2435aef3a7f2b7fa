"""How what is to be sent gets to the terminal: at once as far as it takes it, the rest by a thread.

Textual 8.2.8 leaves all of it to the thread, which has to be woken for every update. Everything of its drivers here
that begins with an underscore is Textual's own.
"""

import contextlib
import os
from queue import Queue
from typing import TextIO

from textual.driver import Driver
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

PLAIN_AGAIN = "\x1b[m"
"""Sets the look of a terminal that was told nothing."""


def lean_driver(stock: type[Driver]) -> type[Driver]:
    """Return a driver that writes at once, and leaves the terminal without the look that was set last."""

    class LeanDriver(stock):  # type: ignore[misc, valid-type]  # which one it is depends on the system
        _writer_thread: WriterThread | None = None

        def start_application_mode(self) -> None:
            super().start_application_mode()
            if self._writer_thread is not None:
                self._writer_thread.stop()
                self._writer_thread = Outlet(self._file)
                self._writer_thread.start()

        def stop_application_mode(self) -> None:
            self.write(PLAIN_AGAIN)
            super().stop_application_mode()

    return LeanDriver


class Outlet(WriterThread):
    """Sends text to a terminal in the order in which it is written; a terminal that is gone takes nothing."""

    def __init__(self, file: TextIO) -> None:
        """Make it.

        Args:
            file: The terminal, opened for writing.
        """
        super().__init__(file)
        self._encoding, self._errors = file.encoding, file.errors or "strict"
        self._late: Queue[bytes | None] = Queue(MAX_QUEUED_WRITES)
        self._terminal = _opened_without_waiting(file)

    def write(self, text: str) -> None:
        """Send text: at once if nothing waits, as far as the terminal takes it; what is left waits for the thread."""
        data = text.encode(self._encoding, self._errors)
        if self._terminal is not None and not self._late.unfinished_tasks:
            with contextlib.suppress(OSError):
                data = data[os.write(self._terminal, data) :]
        if data:
            self._late.put(data)

    def run(self) -> None:
        """Send what waits, until the end."""
        while (data := self._late.get()) is not None:
            with contextlib.suppress(OSError):
                while data:
                    data = data[os.write(self._file.fileno(), data) :]
            self._late.task_done()

    def stop(self) -> None:
        """Send what waits, and end."""
        self._late.put(None)
        self.join()
        if self._terminal is not None:
            os.close(self._terminal)
            self._terminal = None


def _opened_without_waiting(file: TextIO) -> int | None:
    """Open a terminal once more, for writing that never waits; None where it cannot be opened."""
    try:
        return os.open(os.ttyname(file.fileno()), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError:
        return None
