"""The base of every line-drawn widget: the painter of the theme, a frame with a title and a count, a message."""

from collections.abc import Callable
from functools import cached_property

from rich.text import Text
from textual import events
from textual.geometry import Offset, Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.theme import Theme

from summittui.ui.theme.paint import Painter, fit, painter
from summittui.ui.widgets.line_widget import LineWidget
from summittui.ui.widgets.pane_message import PaneMessage

FRAME_CELLS = 2
"""The cells that a frame takes from the width and from the height."""
WHEEL = 3
"""By how many lines or rows one turn of the wheel moves."""


class LinePane(LineWidget):
    """A widget drawn line by line, with an optional light frame whose top line holds its title and a count.

    A subclass renders the inside: `inner_line(y)`, and `is_empty` for when `message` is shown in its place.
    """

    _painter: Painter | None = None
    DEFAULT_CSS = "LinePane { width: 1fr; height: 1fr; }"
    framed = True
    """Whether there is a frame, from the start on; without one the inside takes the whole widget, no title is seen."""

    pane_title: reactive[Text | Callable[[], Text]] = reactive(Text, repaint=False)
    """The title at the left of the frame's top line, or a function that returns the title when it is drawn."""
    pane_count: reactive[Text] = reactive(Text, repaint=False)
    """The text at the right of the title, such as `3 of 25`."""
    message: reactive[str] = reactive("", repaint=False)
    """The message of an empty pane."""

    shows_focus: reactive[bool] = reactive(default=False)
    """Whether the pane is drawn as focused although its filter line has the focus."""

    @property
    def is_lit(self) -> bool:
        """Whether the pane is drawn as focused."""
        return self.has_focus or self.shows_focus

    @property
    def painter(self) -> Painter:
        """The painter of the app's theme."""
        return self._painter or self._painter_of(self.app.theme)

    def _painter_of(self, theme: str) -> Painter:
        return painter(theme, lit=not self.is_plain)

    @cached_property
    def is_plain(self) -> bool:
        """Whether the pane is drawn for a screen reader."""
        return getattr(self.app, "is_plain", False)

    @property
    def inner_width(self) -> int:
        """The cells of a line inside the frame."""
        return max(0, self.outer_size.width - FRAME_CELLS * self.framed)

    @property
    def inner_height(self) -> int:
        """The lines inside the frame."""
        return max(0, self.outer_size.height - FRAME_CELLS * self.framed)

    @property
    def is_empty(self) -> bool:
        """Whether the message is shown."""
        return True

    @property
    def has_more_below(self) -> bool:
        """Whether more stands below what is in sight; the frame's bottom line says so."""
        return False

    @property
    def cursor_line(self) -> int:
        """The line of the inside that is at hand, from 0."""
        return 0

    @property
    def cursor_offset(self) -> Offset:
        """The offset of the cursor's line on the screen."""
        return self.region.offset + Offset(self.framed, self.framed + self.cursor_line)

    def inner_line(self, y: int) -> Strip:  # noqa: ARG002 - for subclasses
        """Return line `y` of the inside, `inner_width` cells wide."""
        return self.painter.strip(Text(), self.inner_width)

    def move(self, delta: int) -> None:
        """Move by so many rows, entries or lines, down if positive."""
        raise NotImplementedError

    def turn(self, lines: int) -> None:
        """Follow the wheel: by so many lines or rows, down if positive."""
        self.move(lines)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go down; a cursor stays in sight."""
        event.stop()
        self.turn(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Go up; a cursor stays in sight."""
        event.stop()
        self.turn(-WHEEL)

    def top_title(self) -> Text:
        """Return the title as the frame shows it; a function that returns the title is called once."""
        title = self.pane_title
        if not isinstance(title, Text):
            title = title()
            self.set_reactive(LinePane.pane_title, title)
        return title

    def top_count(self) -> Text:
        """Return the count as the frame shows it."""
        return self.pane_count

    def refresh_inner(self, *lines: int) -> None:
        """Repaint some lines of the inside, and nothing else."""
        if lines:
            width, above = self.outer_size.width, int(self.framed)
            self.refresh(*(Region(0, y + above, width, 1) for y in lines))

    def refresh_top(self) -> None:
        """Repaint the frame's top line."""
        if self.framed:
            self.refresh(Region(0, 0, self.outer_size.width, 1))

    def on_mount(self) -> None:
        """Repaint in a new theme's colours."""
        self._painter = self._painter_of(self.app.theme)
        self.app.theme_changed_signal.subscribe(self, self._repaint)

    def _repaint(self, theme: Theme) -> None:
        self._painter = self._painter_of(theme.name)
        self.refresh()

    def on_focus(self) -> None:
        """Render the frame and the cursor as focused."""
        self.refresh()

    def on_blur(self) -> None:
        """Render the frame and the cursor as not focused."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the widget."""
        if not self.framed:
            return self._inside(y)
        width, height = self.outer_size
        if width < FRAME_CELLS or height < FRAME_CELLS:
            return self.painter.strip(Text(), width)
        tint = "frame-focused" if self.is_lit else "frame"
        if y == 0:
            return self.painter.strip(frame_top(self.top_title(), self.top_count(), width, tint), width)
        if y == height - 1:
            return self.painter.strip(frame_bottom(width, tint, has_more_below=self.has_more_below), width)
        return self.painter.between_sides(self._inside(y - 1), tint)

    def _inside(self, y: int) -> Strip:
        if not self.is_empty:
            return self.inner_line(y)
        width = self.inner_width
        return self.painter.strip(self._pane_message.line(y, self.message, width, self.inner_height), width)

    @cached_property
    def _pane_message(self) -> PaneMessage:
        return PaneMessage()

    def settle(self) -> None:
        """Bring what must be seen into sight; called when the room inside has changed."""

    def on_resize(self) -> None:
        """Keep in sight what must be seen."""
        self.settle()

    def watch_pane_title(self) -> None:
        """Repaint the title alone."""
        self.refresh_top()

    def watch_pane_count(self) -> None:
        """Repaint the count alone."""
        self.refresh_top()

    def watch_message(self) -> None:
        """Repaint where the message is seen."""
        if self.is_empty:
            self.refresh()


def frame_top(title: Text, count: Text, width: int, tint: str) -> Text:
    """Return a frame's top line: title at the left, count at the right; the count gives way first."""
    room = width - 4
    right = count if count.cell_len + 2 <= room // 2 else Text()
    left = fit(title, room - (right.cell_len + 3 if right else 0) - 1) if title else title
    line = Text("╭", tint)
    if left:
        line.append(" ").append_text(left).append(" ")
    closing = Text(" ", "").append_text(right).append(" ") if right else Text()
    line.append("─" * max(0, width - line.cell_len - closing.cell_len - 1 - bool(right)), tint)
    line.append_text(closing)
    return line.append("─╮" if right else "╮", tint)


def frame_bottom(width: int, tint: str, *, has_more_below: bool) -> Text:
    """Return a frame's bottom line; where something goes on below, it says so."""
    more = " ↓ more " if has_more_below and width > len("╰ ↓ more ─╯") else ""
    tail = "─╯" if more else "╯"
    return Text("╰" + "─" * (width - 1 - len(more) - len(tail)) + more + tail, tint)
