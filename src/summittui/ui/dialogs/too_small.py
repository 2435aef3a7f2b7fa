"""The dialog on a terminal with too little room for anything else."""

from textual.app import ComposeResult
from textual.events import Key, Resize
from textual.screen import ModalScreen
from textual.widgets import Input

from summittui.ui.render.line import line
from summittui.ui.terminal.environment import COLUMNS, LINES, is_too_small
from summittui.ui.widgets.paragraph import Paragraph


class TooSmallScreen(ModalScreen[None]):
    """A dialog that says that the terminal is too small, and closes once there is room."""

    DEFAULT_CSS = "TooSmallScreen { background: $background; }"
    BINDINGS = [("q,Q", "leave"), ("ctrl+c", "app.quit")]  # noqa: RUF012 - as the base class declares it

    def compose(self) -> ComposeResult:
        """Compose the sentence."""
        self._says = Paragraph()
        yield self._says

    def on_mount(self) -> None:
        """Say how much room is needed."""
        ending = "What you type still goes into the line." if self._typed_in else "q quits."
        self._says.text = line(f"Too small: make it {COLUMNS} columns by {LINES} lines. {ending}")

    @property
    def _typed_in(self) -> Input | None:
        """The line of the screen below in which the reader is typing."""
        stack = self.app.screen_stack
        focused = stack[stack.index(self) - 1].focused
        return focused if isinstance(focused, Input) else None

    def action_leave(self) -> None:
        """Quit, unless the reader is typing."""
        if self._typed_in is None:
            self.app.exit()

    def on_key(self, event: Key) -> None:
        """Insert the character that is typed into the line of the screen below."""
        typed_in = self._typed_in
        if typed_in is not None and event.character and event.is_printable:
            event.stop()
            typed_in.insert_text_at_cursor(event.character)

    def on_resize(self, event: Resize) -> None:
        """Close once there is room."""
        if not is_too_small(event.size) and self.is_current:
            self.dismiss()

    def on_screen_resume(self) -> None:
        """Close where the room came while another screen lay over this one."""
        if not is_too_small(self.app.size):
            self.dismiss()
