"""A screen with a list and, beside or below it, what its cursor is on."""

from collections.abc import Sequence

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one
from textual.widget import Widget

from summittui.model import Record, Selector, SourceId
from summittui.model.passages import MarkedSpan
from summittui.ui.handover import Page, ToCopy, page_of
from summittui.ui.moves import Movable
from summittui.ui.render.variants import why_no_variants
from summittui.ui.screens.query_screen import LOADING, Answer, QueryScreen
from summittui.ui.screens.reader import ReaderScreen
from summittui.ui.widgets.bars import HintBar, TitleBar
from summittui.ui.widgets.record_list import RecordList
from summittui.ui.widgets.text_view import TextView


class ListingScreen(QueryScreen[Answer]):
    """The list leads, the detail follows; the keys go to one of them or to the menu in the last line."""

    DEFAULT_CSS = """
    ListingScreen {
        layout: vertical;
        & #body { width: 1fr; height: 1fr; }
        & #list { height: 3fr; }
        & #detail { height: 2fr; }
        &.-wide #body { layout: horizontal; }
        &.-wide #list { width: 3fr; height: 1fr; }
        &.-wide #detail { width: 2fr; height: 1fr; }
        &.-narrow.-at-detail #list { display: none; }
        &.-narrow.-at-detail #detail { height: 1fr; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (140, "-wide")]  # noqa: RUF012  # as the base class declares it

    list_pane = query_one("#list", RecordList)
    detail_view = query_one("#detail", TextView)

    def compose(self) -> ComposeResult:
        """Give the bars, the list and the detail."""
        yield TitleBar(id="title")
        yield from self.above()
        with Container(id="body"):
            yield RecordList(message=LOADING, id="list")
            yield TextView(message="Nothing is under the cursor.", id="detail")
        yield HintBar(id="hints")

    def above(self) -> ComposeResult:
        """Give what stands between the title and the list."""
        yield from ()

    def on_mount(self) -> None:
        """Give the list the keys."""
        self.list_pane.focus()

    def default_list(self) -> Movable:
        """Return the list."""
        return self.list_pane

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor."""
        return self.list_pane.cursor_key

    @property
    def at(self) -> str:
        """The key of the row under the cursor."""
        return self.key or ""

    def arrive(self, at: str) -> bool:
        """Put the cursor on the row with a key."""
        return self.list_pane.to_key(at)

    @property
    def current(self) -> Record | None:
        """The record that the row under the cursor speaks of."""
        return None

    @property
    def passage(self) -> MarkedSpan | None:
        """The passage that is opened from the row under the cursor."""
        return None

    def to_copy(self) -> ToCopy:
        """Return the record under the cursor."""
        return ToCopy((self.current,) if self.current else ())

    def to_page(self) -> Page | None:
        """Return the detail of the row under the cursor."""
        return page_of(self.current.id if self.current else "detail", self.detail_lines) if self.key else None

    def detail_title(self) -> Text:
        """Return the title of the detail."""
        return Text()

    def detail_lines(self) -> Sequence[Text]:
        """Return what the detail says of the row under the cursor."""
        return []

    def show_problem(self, words: str) -> None:
        """Say in the empty list why there is nothing."""
        self.list_pane.message = words
        self.list_pane.show(RecordList.NO_ROWS)
        self.show_detail()

    def show_detail(self) -> None:
        """Show what the cursor is on."""
        self.detail_view.pane_title = self.detail_title()
        self.detail_view.show(self.detail_lines() if self.key else ())

    def why_not(self, command_id: str) -> str | None:
        """Return why a command cannot be run now."""
        if command_id == "open" and self.answer is not None and self.key is None:
            return "Nothing is under the cursor."
        if command_id == "source" and self.answer is not None and self.passage is None:
            return "No passage of a source is marked for this one."
        if command_id == "variants":
            return why_no_variants(self.library, self.current)
        return super().why_not(command_id)

    @on(RecordList.Highlighted)
    def _highlighted(self) -> None:
        self.show_detail()

    @on(RecordList.Opened)
    def _opened(self) -> None:
        self.run_command("open")

    def on_descendant_focus(self) -> None:
        """Give the detail the room it needs while it has the keys."""
        self.set_class(self.detail_view.has_focus, "-at-detail")

    def do_open(self) -> None:
        """Give the detail the keys; from there go on to the source."""
        if self.detail_view.has_focus and self.passage is not None:
            self.do_source()
        else:
            self.detail_view.focus()

    def do_source(self) -> None:
        """Show the passage in its source."""
        if self.passage is not None:
            self.open_passage(self.passage.source, self.passage.selector)

    def open_passage(self, source: SourceId, selector: Selector) -> None:
        """Show a passage in its source."""
        self.app.push_screen(ReaderScreen(source, selector))

    def back(self) -> None:
        """Go back to the list, else leave."""
        if self.list_pane.has_focus:
            super().back()
        else:
            self.go_to(self.list_pane)

    def do_left(self) -> None:
        """Go to the list."""
        self.go_to(self.list_pane)

    def do_right(self) -> None:
        """Go to the detail."""
        self.go_to(self.detail_view)

    def do_next_pane(self) -> None:
        """Go to the detail, then to the menu in the last line, then to the list."""
        self._step(1)

    def do_previous_pane(self) -> None:
        """Go the same way back."""
        self._step(-1)

    def stops(self) -> tuple[Widget, ...]:
        """Return what Tab goes through."""
        return (self.list_pane, self.detail_view, self.hint_bar)

    def leave_hints(self) -> None:
        """Give the keys back to the list."""
        self.go_to(self.list_pane)

    def go_to(self, pane: Widget) -> None:
        """Give the keys to a pane."""
        self.remove_class("-at-detail")
        pane.focus()

    def _step(self, by: int) -> None:
        stops = self.stops()
        here = next((at for at, stop in enumerate(stops) if stop.has_focus), 0)
        self.go_to(stops[(here + by) % len(stops)])
