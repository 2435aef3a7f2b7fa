"""A list of records of any length: only the rows in sight are drawn."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.message import Message
from textual.message_pump import MessagePump
from textual.reactive import reactive
from textual.strip import Strip

from summittui.ui.widgets.list_cursor import ListCursor
from summittui.ui.widgets.pane import LinePane
from summittui.ui.widgets.row_lines import CURSOR, GUTTER, IN_RANGE, MARK, Painted, Parts, RowLine, RowLines
from summittui.ui.widgets.rows import NoRows, RowIndex, Rows

__all__ = ("CURSOR", "GUTTER", "IN_RANGE", "MARK", "NoRows", "RecordList", "RowIndex", "Rows")


class _RowMessage(Message):
    """A message of a list about one of its rows."""

    def __init__(self, record_list: "RecordList", key: str | None) -> None:
        super().__init__()
        self.list = record_list
        self.key = key

    @property
    def control(self) -> "RecordList":
        """The list, for `@on(…, selector)`."""
        return self.list


class RecordList(LinePane, can_focus=True):
    """A list with a cursor and marks."""

    marks: reactive[frozenset[str]] = reactive(frozenset)
    """The keys of the marked rows."""

    class Highlighted(_RowMessage):
        """The cursor came to another record; None when the list became empty."""

    class Opened(_RowMessage):
        """A row was double-clicked, or clicked while the cursor was on it."""

    NO_ROWS: ClassVar[Rows] = NoRows()

    def __init__(self, title: Text | None = None, *, message: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.rows: Rows = self.NO_ROWS
        self.cursor = ListCursor()
        """The cursor, the range that it spans, and the first row in sight; it is moved by the methods of the list."""
        self.listener: MessagePump | None = None
        """The widget to which `Highlighted` is posted, past all others; None for the screen."""
        self._highlighted: str | None = None
        self._lines = RowLines(self.rows)
        self._seen: dict[int, Parts] = {}
        """The parts from which each line in sight was last painted."""
        self.set_reactive(RecordList.pane_title, title or Text())
        self.set_reactive(RecordList.message, message)

    @property
    def is_empty(self) -> bool:
        """Whether there is no row."""
        return not len(self.rows)

    @property
    def cursor_key(self) -> str | None:
        """The key of the row under the cursor."""
        return self.cursor.key

    @property
    def has_more_below(self) -> bool:
        """Whether there are rows below those in sight."""
        return self.cursor.top + self.rows_in_sight < len(self.rows)

    @property
    def cursor_line(self) -> int:
        """The first line of the row under the cursor."""
        return max(0, self.cursor.at - self.cursor.top) * self.rows.height

    @property
    def rows_in_sight(self) -> int:
        """The number of whole rows that fit."""
        return max(1, self.inner_height // self.rows.height)

    def show(
        self,
        rows: Rows,
        *,
        cursor_key: str | None = None,
        row_index: RowIndex | None = None,
        reset_cursor: bool = False,
        tell: bool = True,
    ) -> None:
        """Show other rows, the cursor on `cursor_key`, else on the key it was on, else on a neighbour of it.

        The cursor's row stays at the same height of the screen.

        Args:
            rows: What is shown from now on.
            cursor_key: The row to go to.
            row_index: The index of the keys of `rows`, where there is one already.
            reset_cursor: The rows have nothing to do with those before: the cursor is on the first one.
            tell: Post `Highlighted` where the cursor came to another record.
        """
        if reset_cursor:
            self._highlighted = None
        was_empty, had_more_below = self.is_empty, self.has_more_below
        cursor, keys = self.cursor, (cursor_key, self._highlighted)
        above = cursor.take(rows, row_index, keys, reset=reset_cursor)
        self.rows, self._lines = rows, RowLines(rows)
        if cursor.at >= 0 and (cursor_key is None or cursor.key == self._highlighted):
            self._scroll(cursor.at - above)
        self.settle()
        if was_empty or self.is_empty:
            self.refresh()
        elif self.is_on_screen:
            self._refresh_changed(had_more_below=had_more_below)
        self._tell(notify=tell)

    def _refresh_changed(self, *, had_more_below: bool) -> None:
        """Repaint the lines that are to look otherwise than they do."""
        self.refresh_top()
        if self.has_more_below != had_more_below:
            self.refresh_inner(self.inner_height)
        self.refresh_inner(*(y for y in range(self.inner_height) if self._seen.get(y) != self._line(y).parts))

    def begin_range(self) -> None:
        """Begin a range at the cursor; moving extends it."""
        self.cursor.anchor = self.cursor_key
        self.refresh()

    def end_range(self) -> None:
        """Clear the range."""
        self.cursor.anchor = None
        self.refresh()

    def to_key(self, key: str, *, tell: bool = True) -> bool:
        """Put the cursor on the row of that key; False if there is none. `tell` is as for `show`."""
        at = self.cursor.row_index.find(key)
        if at >= 0:
            self._put(at, tell=tell)
        return at >= 0

    def move(self, delta: int) -> None:
        """Move the cursor by so many records; it stops at the ends."""
        self._put(self.cursor.moved(delta))

    def page(self, direction: int) -> None:
        """Move by a page, down with 1 and up with -1; one row of the old page stays in sight."""
        self._leap(direction * max(1, self.rows_in_sight - 1))

    def half_page(self, direction: int) -> None:
        """Move by half a page, down with 1 and up with -1."""
        self._leap(direction * max(1, self.rows_in_sight // 2))

    def to_start(self) -> None:
        """Move to the first record."""
        self._put(self.cursor.nearest(0))

    def to_end(self) -> None:
        """Move to the last record."""
        self._put(self.cursor.nearest(len(self.rows) - 1))

    def top_title(self) -> Text:
        """Return the title, with the number of marked rows in words."""
        marked = f" · {len(self.marks)} marked" if self.marks else ""
        reach = f" · a range of {self.cursor.range_length}" if self.cursor.anchor else ""
        title = super().top_title()
        return title + Text(marked + reach, "mark") if marked or reach else title

    def top_count(self) -> Text:
        """Return the given count, else the cursor's position such as `3 of 25`."""
        if self.pane_count or self.cursor.at < 0:
            return self.pane_count
        place, total = self.cursor.position
        return Text(f"{place} of {total}", "count")

    def inner_line(self, y: int) -> Strip:
        """Return line `y` of the rows in sight."""
        painted = self._line(y)
        self._seen[y] = painted.parts
        return painted.strip

    def _line(self, y: int) -> Painted:
        row, part = divmod(y, self.rows.height)
        cursor = self.cursor
        at = cursor.top + row if row < self.rows_in_sight else len(self.rows)
        key = self.rows.key(at) if at < len(self.rows) else ""
        style = ("cursor" if self.is_lit else "cursor-blurred") if at == cursor.at else ""
        line = RowLine(at, part, style, key in self.marks, at in cursor.range)
        return self._lines.painted(line, self.inner_width, self.painter, spoken=self.is_plain)

    def watch_marks(self) -> None:
        """Repaint the marks."""
        self.refresh()

    def settle(self) -> None:
        """Keep the cursor in sight."""
        if self.cursor.scroll_to_cursor(self._sight):
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row; open it if it was there already."""
        event.stop()
        at = self.cursor.top + (event.y - self.framed) // self.rows.height
        if not 0 <= event.y - self.framed < self.inner_height or at >= len(self.rows) or not self.rows.key(at):
            return
        if at == self.cursor.at or event.chain > 1:
            self.post_message(self.Opened(self, self.rows.key(at)))
        self._put(at)

    def _leap(self, rows: int) -> None:
        """Move cursor and view together."""
        if self.cursor.at >= 0:
            at = self.cursor.leapt(rows)
            self._scroll(self.cursor.top + rows)
            self._put(at)

    def _put(self, at: int, *, tell: bool = True) -> None:
        """Put the cursor on row `at`; repaint the rows that look otherwise."""
        if at == self.cursor.at:
            return
        changed, height = self.cursor.put(at, self._sight), self.rows.height
        if changed is None:
            self.refresh()
        else:
            starts = ((row - self.cursor.top) * height for row in changed)
            self.refresh_inner(*(y for start in starts for y in range(start, start + height)))
            self.refresh_top()
        self._tell(notify=tell)

    @property
    def _sight(self) -> int:
        """The number of rows in sight; 0 for a list that has not been given its room yet."""
        return self.rows_in_sight if self.inner_height else 0

    def _scroll(self, top: int) -> None:
        if self.cursor.scroll(top, self.rows_in_sight):
            self.refresh()

    def _tell(self, *, notify: bool) -> None:
        key = self.cursor_key
        if key != self._highlighted:
            self._highlighted = key
            if notify:
                listener = self.listener or (self.screen if self.is_attached else self)
                listener.post_message(self.Highlighted(self, key))
