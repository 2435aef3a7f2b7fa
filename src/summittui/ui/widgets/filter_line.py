"""The line that a filter is typed in."""

from typing import ClassVar, Protocol

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from summittui.model.text import safe_lines


class EntryHandler(Protocol):
    """The protocol of a handler that answers an input line instead of the line's screen."""

    def typed(self, text: str) -> None:
        """Answer another text in the line."""

    def accepted(self) -> None:
        """Keep what was found and leave the line."""

    def cancelled(self) -> None:
        """Go back to what was shown before."""


class FilterLine(Input):
    """One line without a border; every change is posted at once, Enter and ↓ accept, Esc gives up.

    With `down_accepts` off the ↓ key is left to the screen, which may move a list with it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", show=False),
        Binding("down", "accept_down", show=False),
        Binding("escape", "cancel", show=False),
    ]
    DEFAULT_CSS = """
    FilterLine, FilterLine:focus {
        height: 1; border: none; padding: 0; background: $background; background-tint: transparent;
    }
    FilterLine:ansi > .input--cursor { background: ansi_default; color: ansi_default; text-style: reverse; }
    """

    handler: EntryHandler | None = None
    """Answers the line; where there is none, its screen does."""
    longest_paste: ClassVar[int] = 2_000
    """The number of characters that may be pasted at once, for the line is answered at each letter."""
    virtual_size = Reactive(Size(0, 0))
    """The room that the text takes; Textual 8.2.8 would place every widget of the screen anew at each letter."""

    class Changed(Input.Changed):
        """Another text stands in the line."""

        @property
        def text(self) -> str:
            """The text."""
            return self.value

    class Accepted(Message):
        """The reader is content with the filter."""

        def __init__(self, line: "FilterLine", text: str) -> None:
            super().__init__()
            self.line = line
            self.text = text

        @property
        def control(self) -> "FilterLine":
            """The line, for `@on(…, selector)`."""
            return self.line

    class Cancelled(Message):
        """The reader gives the filter up."""

        def __init__(self, line: "FilterLine") -> None:
            super().__init__()
            self.line = line

        @property
        def control(self) -> "FilterLine":
            """The line, for `@on(…, selector)`."""
            return self.line

    def __init__(self, placeholder: str = "", *, down_accepts: bool = True, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
        self.cursor_blink = False
        self._down_accepts = down_accepts

    def validate_value(self, value: str) -> str:
        """Return a pasted text as one harmless line."""
        return safe_lines(value).replace("\n", " ")

    def on_paste(self, event: events.Paste) -> None:
        """Refuse a paste that is too long to be shown and answered while somebody types."""
        if self.refuses(event.text):
            event.stop()
            event.prevent_default()

    def refuses(self, pasted: str) -> bool:
        """Return whether a pasted text is too long for the line, and say so."""
        if len(pasted) <= self.longest_paste:
            return False
        words = (
            f"What was pasted has {len(pasted):,} characters; a line takes {self.longest_paste:,}. Nothing was put in."
        )
        self.app.notify(words, markup=False, severity="error")
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave ↓ to the screen where it does not accept."""
        return self._down_accepts if action == "accept_down" else super().check_action(action, parameters)

    def on_filter_line_changed(self, event: Changed) -> None:
        """Have another text answered by the handler."""
        if self.handler is not None:
            event.stop()
            self.handler.typed(event.text)

    def on_filter_line_accepted(self, event: Accepted) -> None:
        """Have Enter answered by the handler."""
        if self.handler is not None:
            event.stop()
            self.handler.accepted()

    def on_filter_line_cancelled(self, event: Cancelled) -> None:
        """Have Esc answered by the handler."""
        if self.handler is not None:
            event.stop()
            self.handler.cancelled()

    def action_accept(self) -> None:
        """Enter was pressed."""
        self.post_message(self.Accepted(self, self.value))

    def action_accept_down(self) -> None:
        """↓ was pressed."""
        self.action_accept()

    def action_cancel(self) -> None:
        """Esc was pressed."""
        self.post_message(self.Cancelled(self))
