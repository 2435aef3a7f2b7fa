"""What is shown where a terminal has too little room for anything else."""

from textual.app import ComposeResult
from textual.events import Resize
from textual.screen import ModalScreen

from summittui.ui.render.line import line
from summittui.ui.terminal import COLUMNS, LINES, is_too_small
from summittui.ui.widgets.paragraph import Paragraph


class TooSmallScreen(ModalScreen[None]):
    """Says that the terminal is too small; goes by itself when it is not any more."""

    DEFAULT_CSS = "TooSmallScreen { background: $background; }"
    BINDINGS = [("q", "app.quit"), ("Q", "app.quit"), ("ctrl+c", "app.quit")]  # noqa: RUF012 - as the base class declares it

    def compose(self) -> ComposeResult:
        """Give the sentence."""
        self._says = Paragraph()
        yield self._says

    def on_mount(self) -> None:
        """Say how much room is needed."""
        self._says.text = line(f"Too small: make it {COLUMNS} columns by {LINES} lines. q quits.")

    def on_resize(self, event: Resize) -> None:
        """Give way once there is room."""
        if not is_too_small(event.size) and self.is_current:
            self.dismiss()

    def on_screen_resume(self) -> None:
        """Give way where the room came while another screen lay over this one."""
        if not is_too_small(self.app.size):
            self.dismiss()
