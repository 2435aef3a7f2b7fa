"""The program's own display: each update that Textual renders becomes the cells that changed."""

from collections.abc import Sequence
from typing import Any

from rich.console import COLOR_SYSTEMS
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen
from textual.strip import Strip

from summittui.model.caching import IdentityCache
from summittui.ui.display.capabilities import term_capabilities
from summittui.ui.display.cells import UNKNOWN, Cells, spliced
from summittui.ui.display.front_buffer import FrontBuffer
from summittui.ui.display.segments import cells_of
from summittui.ui.display.sgr import RESET
from summittui.ui.textual_compat import Piece, is_batching, pieces_of

_CACHED_STRIPS = 512
_UNANNOUNCED = 250
"""Up to so many letters are drawn at a stroke by every terminal, and are not marked as one synchronised update."""
_BEGIN_SYNCHRONISED, _END_SYNCHRONISED = "\x1b[?2026h", "\x1b[?2026l"


class CellDisplay:
    """A display that sends its terminal the cells that differ from those that it shows."""

    def __init__(self, app: App[Any]) -> None:
        """Make the display of an app; nothing is drawn before it has a driver."""
        self._app = app
        self.driver: Driver | None = None
        """The driver of the terminal; None before there is one."""
        self._front: FrontBuffer | None = None
        self._cursor: tuple[int, int] | None = None
        self._is_begun = False
        self._cells: IdentityCache[Strip, Cells] = IdentityCache(_CACHED_STRIPS, self._cells_of)
        self.is_synchronised = False
        """Whether the terminal takes an update that is marked as one."""
        self.is_muted = False
        """Whether updates are taken into the frame and not sent any more, for the app is about to leave."""

    def begin(self, width: int, height: int, lines: Sequence[Cells]) -> None:
        """Begin with a frame that the terminal shows already."""
        self._front = FrontBuffer(width, height, term_capabilities())
        self._front.show(dict(enumerate(lines)))
        self._is_begun = True

    @property
    def frame(self) -> tuple[Cells, ...] | None:
        """The lines that the terminal shows; None where not all of them are known."""
        lines = self._front.lines if self._front else ()
        return lines if lines and all(UNKNOWN not in line.texts for line in lines) else None

    def resize(self, width: int, height: int) -> None:
        """Discard the front buffer after a change of size; before the first update the size is set, not changed."""
        if not (self._is_begun and self._front and self._front.size == (width, height)):
            self.forget()

    def forget(self) -> None:
        """Discard the front buffer; the next update of the whole screen draws all of it."""
        self._front = None

    def draw(self, screen: Screen[Any], update: object) -> bool:
        """Show an update of a screen; return False where it is left to Textual."""
        app, driver = self._app, self.driver
        if update is None or is_batching(app):
            return True
        pieces = pieces_of(update)
        if pieces is None or driver is None or screen is not app.screen or app.is_headless or app.is_inline:
            if self._front and driver:
                driver.write(RESET)
            self.forget()
            return False
        self._is_begun = False
        if app.is_running:
            self._send(driver, self._shown(pieces))
        return True

    def _shown(self, pieces: Sequence[Piece]) -> str:
        """Return the bytes after which the terminal shows some parts of lines."""
        width, height = self._app.size
        if self._front is None or self._front.size != (width, height):
            self._front = FrontBuffer(width, height, term_capabilities())
            self._cursor = None
        lines: dict[int, Cells] = {}
        for x, y, strip in pieces:
            if 0 <= y < height and x < width:
                lines[y] = spliced(lines.get(y) or self._front.line(y), x, self._cells.get(strip))
        return self._front.show(lines)

    def _cells_of(self, strip: Strip) -> Cells:
        return cells_of(strip, COLOR_SYSTEMS.get(self._app.console.color_system or ""))

    def _send(self, driver: Driver, text: str) -> None:
        """Send an update, and put the cursor where the focused widget has it (input methods look there)."""
        app = self._app
        position = app.screen.outer_size.clamp_offset(app.cursor_position)
        cursor = (position.x, position.y)
        if self.is_muted or (not text and cursor == self._cursor):
            return
        self._cursor = cursor
        sent = f"{text}\x1b[{cursor[1] + 1};{cursor[0] + 1}H"
        if len(sent) > _UNANNOUNCED and self.is_synchronised:
            sent = f"{_BEGIN_SYNCHRONISED}{sent}{_END_SYNCHRONISED}"
        driver.write(sent)  # in one go: each write may wake a thread
        driver.flush()
