"""A driver that writes at once, by the public interface of Textual's drivers alone."""

import contextlib
import os
import sys
from collections.abc import Callable
from queue import Queue
from threading import Thread
from typing import Any, TextIO, cast

from textual.driver import Driver

from summittui.ui.display.sgr import RESET
from summittui.ui.early_paint import ALTERNATE_SCREEN, EarlyPaint

_MOST_QUEUED = 30
"""Texts that may wait for a slow terminal before the program waits as well."""


def direct_driver(
    stock: type[Driver], attach: Callable[[Driver], None], early: EarlyPaint | None = None
) -> type[Driver]:
    """Return a subclass of Textual's driver that writes at once and leaves the terminal with its SGR parameters reset.

    Args:
        stock: Textual's driver for this system.
        attach: Called with the driver when it is made.
        early: A frame that the terminal shows already; the driver takes the terminal over without erasing it.
    """
    return type("DirectDriver", (_DirectDriver, stock), {"attach": staticmethod(attach), "early": early})


class _DirectDriver(Driver):
    """A mixin that stands before Textual's driver."""

    attach: Callable[[Driver], None]
    early: EarlyPaint | None
    writer: "NonBlockingWriter | None" = None
    attrs_before: Any

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.attach(self)

    def start_application_mode(self) -> None:
        self.writer = NonBlockingWriter(cast("TextIO", sys.__stderr__))  # where Textual's driver writes
        self.writer.start()
        super().start_application_mode()  # type: ignore[safe-super]  # of Textual's driver
        if self.early is not None:
            self.attrs_before = self.early.attributes  # given back at the end
            self.early.hand_over()
            self.early = None

    def write(self, data: str) -> None:
        is_shown = self.early is not None and data == ALTERNATE_SCREEN  # to set it again would erase it
        if self.writer is not None and not is_shown:
            self.writer.write(data)

    def stop_application_mode(self) -> None:
        self.write(RESET)
        super().stop_application_mode()  # type: ignore[safe-super]

    def close(self) -> None:
        if self.writer is not None:
            self.writer.stop()
            self.writer = None
        super().close()


class NonBlockingWriter(Thread):
    """A writer that sends text to a terminal in order; the part that the terminal does not take at once waits.

    Textual 8.2.8 leaves all writing to a thread, which has to be woken for every update.
    """

    def __init__(self, file: TextIO) -> None:
        """Make a writer; a terminal that is gone takes everything without an error.

        Args:
            file: The terminal, opened for writing.
        """
        super().__init__(daemon=True, name="terminal-output")
        self._file = file
        self._encoding, self._errors = file.encoding, file.errors or "strict"
        self._queue: Queue[bytes | None] = Queue(_MOST_QUEUED)
        self._terminal = _opened_without_waiting(file)

    def write(self, text: str) -> None:
        """Write text at once if nothing waits, as far as the terminal takes it; the rest is left to the thread."""
        data = text.encode(self._encoding, self._errors)
        if self._terminal is not None and not self._queue.unfinished_tasks:
            with contextlib.suppress(OSError):
                data = data[os.write(self._terminal, data) :]
        if data:
            self._queue.put(data)

    def run(self) -> None:
        """Write the queued text, until the end."""
        while (data := self._queue.get()) is not None:
            with contextlib.suppress(OSError):
                while data:
                    data = data[os.write(self._file.fileno(), data) :]
            self._queue.task_done()

    def stop(self) -> None:
        """Write the queued text, and end the thread."""
        self._queue.put(None)
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
