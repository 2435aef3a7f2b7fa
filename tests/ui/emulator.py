"""A terminal for tests: what a driver writes becomes cells."""

from typing import Any

import pyte
from benchmarks.pty_terminal import Screen
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver

from summittui.ui.command_app import CommandApp

Cell = tuple[object, ...]


class Terminal:
    """What has been written so far, and the cells that it shows."""

    def __init__(self, width: int = 80, height: int = 24) -> None:
        self.screen = Screen(width, height)
        self._stream = pyte.Stream(self.screen)
        self._stream.feed("\x1b[?7l")
        self.written = ""

    def write(self, data: str) -> None:
        self.written += data
        self._stream.feed(data)

    def take(self) -> str:
        """What was written since it was taken last."""
        taken, self.written = self.written, ""
        return taken

    def resize(self, width: int, height: int) -> None:
        self.screen.resize(height, width)

    @property
    def lines(self) -> list[str]:
        return list(self.screen.display)

    @property
    def cursor(self) -> tuple[int, int]:
        return self.screen.cursor.x, self.screen.cursor.y

    def cells(self) -> list[list[Cell]]:
        """What can be seen in each cell."""
        buffer, columns = self.screen.buffer, range(self.screen.columns)
        return [[_seen(buffer[y][x]) for x in columns] for y in range(self.screen.lines)]


def _seen(char: pyte.screens.Char) -> Cell:
    """A cell without what does not show on a blank."""
    if char.data == " " and not (char.underscore or char.strikethrough or char.reverse):
        return (" ", char.bg)
    return tuple(char)


class RecordingDriver(HeadlessDriver):
    """Writes to the terminals of its app as a driver of a real one would."""

    terminal: Terminal

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        if isinstance(app, CommandApp):
            app.take_driver(self)

    @property
    def is_headless(self) -> bool:
        return False

    def start_application_mode(self) -> None:
        width, height = self._get_terminal_size()
        self.terminal = Terminal(width, height)
        super().start_application_mode()

    def write(self, data: str) -> None:
        self.terminal.write(data)
