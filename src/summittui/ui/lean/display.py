"""The display of an app: what Textual 8.2.8 would repaint becomes the cells that changed.

Everything here that begins with an underscore is Textual's own; `tests/ui/lean` compares the two cell for cell.
"""

from typing import Any

from rich.console import RenderableType
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.app import App
from textual.driver import Driver
from textual.events import Resize
from textual.screen import Screen
from textual.strip import Strip
from textual.theme import Theme

from summittui.model.caching import IdentityCache
from summittui.ui.lean.abilities import abilities
from summittui.ui.lean.cells import TAIL, Cells, cells_of
from summittui.ui.lean.compositor import LeanUpdate
from summittui.ui.lean.driver import PLAIN_AGAIN, lean_driver
from summittui.ui.lean.shadow import Shadow
from summittui.ui.lean.stylesheet import LeanStylesheet

_KEPT = 512
"""Of how many strips the cells are remembered."""
_AT_A_STROKE = 250
"""Up to so many letters are drawn at a stroke by every terminal, and are not announced as one update."""


class LeanApp(App[Any]):
    """An app that sends its terminal only what changed."""

    _shadow: Shadow | None = None
    _cursor: tuple[int, int] | None = None
    _varied: tuple[Theme, dict[str, str]] | None = None
    _is_made = False

    def __init__(self, **options: Any) -> None:
        """Make the app; the options are those of Textual."""
        super().__init__(**options)
        self._is_made = True
        self.stylesheet = LeanStylesheet({})
        self._cells: IdentityCache[Strip, Cells] = IdentityCache(_KEPT, self._cells_of)

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver, made to write at once."""
        return lean_driver(super().get_driver_class())

    def get_css_variables(self) -> dict[str, str]:
        """Return the variables of the theme; all shades are computed once for it, not at every look at the styles.

        There are none as long as Textual's own theme stands for that of the app.
        """
        if not self._is_made:
            return {}
        theme = self.current_theme
        if self._varied is None or self._varied[0] is not theme:
            self._varied = theme, super().get_css_variables()
        return self._varied[1]

    def forget_terminal(self) -> None:
        """Take nothing for granted of what the terminal shows; the next update of the whole screen draws all of it."""
        self._shadow = None

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002 - subclasses look at it
        """Take nothing for granted after a change of size."""
        self.forget_terminal()

    def on_mount(self) -> None:
        """Take nothing for granted when another program has had the terminal."""
        self.app_resume_signal.subscribe(self, lambda _app: self.forget_terminal(), immediate=True)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if renderable is None or self._batch_count:
            self.post_display_hook()
        elif isinstance(renderable, LeanUpdate) and self._is_lean(screen):
            self._send(self._shown(renderable))
            self.post_display_hook()
        else:
            if self._shadow and self._driver:
                self._driver.write(PLAIN_AGAIN)
            self.forget_terminal()
            super()._display(screen, renderable)

    def _is_lean(self, screen: Screen[Any]) -> bool:
        driver = self._driver
        runs = self._running and not self._closed and driver is not None
        return runs and screen is self.screen and not (self.is_headless or self.is_inline)

    def _shown(self, update: LeanUpdate) -> str:
        """Return what must be sent so that an update is shown."""
        width, height = self.size
        if self._shadow is None or self._shadow.size != (width, height):
            self._shadow = Shadow(width, height, abilities())
            self._cursor = None
        lines: dict[int, Cells] = {}
        for x, y, strip in update.pieces:
            if 0 <= y < height and x < width:
                lines[y] = _replaced(lines.get(y) or self._shadow.line(y), x, self._cells.get(strip))
        return self._shadow.show(lines)

    def _cells_of(self, strip: Strip) -> Cells:
        return cells_of(strip, self.console._color_system)  # noqa: SLF001  # Rich names it only in words

    def _send(self, text: str) -> None:
        """Send what was drawn, and put the cursor where the focused widget has it (input methods look there)."""
        driver = self._driver
        position = self.screen.outer_size.clamp_offset(self.cursor_position)
        self._previous_cursor_position = position
        cursor = (position.x, position.y)
        if driver is None or not (text or cursor != self._cursor):
            return
        self._cursor = cursor
        sent = f"{text}\x1b[{cursor[1] + 1};{cursor[0] + 1}H"
        if len(sent) > _AT_A_STROKE and self._sync_available:
            sent = f"{SYNC_START}{sent}{SYNC_END}"
        driver.write(sent)  # in one go: each wakes the thread that writes
        driver.flush()


def _replaced(line: Cells, x: int, part: Cells) -> Cells:
    """Return a line with other cells from cell `x` on; halves of wide letters that are left over become blanks."""
    width, end = len(line.texts), x + len(part.texts)
    if not x and end == width:
        return part
    texts, looks = ([*cells[:x], *new, *cells[end:]][:width] for cells, new in zip(line, part, strict=True))
    if x and part.texts and line.texts[x] == TAIL:
        texts[x - 1] = " "
    if end < width and line.texts[end] == TAIL:
        texts[end] = " "
    return Cells(texts, looks)
