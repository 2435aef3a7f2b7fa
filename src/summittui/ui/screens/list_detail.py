"""The pane of a list and, beside or below it, the detail of the row under the cursor."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from summittui.ui.addresses import nth_index, nth_word
from summittui.ui.handover import Page, page_of
from summittui.ui.live_query import LOADING
from summittui.ui.widgets.record_list import RecordList
from summittui.ui.widgets.rows import Rows
from summittui.ui.widgets.text_view import TextView

BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (140, "-wide")]
"""The classes that a screen with a list and its detail takes from the width of the terminal."""


class DetailHost(Protocol):
    """A screen that words the detail of the row under the cursor."""

    def run_command(self, command_id: str) -> None:
        """Run a command, or say why it cannot be run now."""

    def detail_title(self) -> Text:
        """Return the title of the detail."""

    def detail_lines(self) -> Sequence[Text]:
        """Return the paragraphs of the detail; called where there is a row under the cursor."""


class ListDetail(Container):
    """The pane of an answer that is a list with the detail of the row under the cursor."""

    SCOPED_CSS = False  # the classes of the screen's width stand in front
    DEFAULT_CSS = """
    ListDetail {
        width: 1fr; height: 1fr;
        & #list { height: 3fr; }
        & #detail { height: 2fr; }
    }
    .-wide ListDetail {
        layout: horizontal;
        & #list { width: 3fr; height: 1fr; }
        & #detail { width: 2fr; height: 1fr; }
    }
    .-narrow ListDetail.-at-detail {
        & #list { display: none; }
        & #detail { height: 1fr; }
    }
    """

    def __init__(self, host: DetailHost, follow: Callable[[], object] | None = None) -> None:
        """Create the pane for a screen.

        Args:
            host: The screen.
            follow: Refreshes what depends on the row under the cursor; `show_detail` where that is the detail alone.
        """
        super().__init__(id="body")
        self._host = host
        self._follow = follow or self.show_detail
        self._records: Sequence[str] | None = None
        self.list_pane = RecordList(message=LOADING, id="list")
        self.list_pane.listener = self
        self.detail_view = TextView(message="Nothing is under the cursor.", id="detail")

    def compose(self) -> ComposeResult:
        """Compose the list and the detail."""
        yield self.list_pane
        yield self.detail_view

    def on_mount(self) -> None:
        """Enlarge the detail while it has the focus."""
        self.watch(self.screen, "focused", self._follow_focus)

    def _follow_focus(self, focused: Widget | None) -> None:
        if focused is not None:
            self.set_class(focused is self.detail_view, "-at-detail")

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor."""
        return self.list_pane.cursor_key

    def show(self, rows: Rows, records: Sequence[str] | None = None, **options: Any) -> None:
        """Show other rows, with the detail of the one that the cursor is on then.

        Args:
            rows: What is shown from now on.
            records: The id of the record of each row, headings left out, where the keys of the rows are no ids.
            options: Those of `RecordList.show`.
        """
        self._records = records
        self.list_pane.show(rows, **options)
        self._follow()

    @on(RecordList.Highlighted)
    def _highlighted(self) -> None:
        self._follow()

    @on(RecordList.Opened)
    def _opened(self) -> None:
        self._host.run_command("open")

    def show_problem(self, words: str) -> None:
        """Show an empty list with the reason why there is no answer."""
        self.list_pane.message = words
        self.show(RecordList.NO_ROWS)

    def show_detail(self) -> None:
        """Show the detail of the row under the cursor."""
        self.detail_view.pane_title = self._host.detail_title()
        self.detail_view.show(self._host.detail_lines() if self.key else ())

    @property
    def _keys(self) -> Sequence[str]:
        rows = self.list_pane.rows
        return [key for at in range(len(rows)) if (key := rows.key(at))]

    @property
    def at(self) -> str:
        """The address of the cursor: the record of its row, with a number where others of that record stand before."""
        if self._records is None or self.key is None:
            return self.key or ""
        return nth_word(self._records, self._keys.index(self.key))

    def arrive(self, at: str) -> bool:
        """Put the cursor on an address; False where there is no such row."""
        if self._records is None:
            return self.list_pane.to_key(at)
        index = nth_index(self._records, at)
        return index >= 0 and self.list_pane.to_key(self._keys[index])

    def go_to(self, pane: Widget) -> None:
        """Focus the list, the detail, or another widget of the screen."""
        self.remove_class("-at-detail")  # what is hidden takes no focus
        pane.focus()

    def page(self, name: str) -> Page | None:
        """Return the detail as a text for a pager; None without a row under the cursor."""
        return page_of(name, self._host.detail_lines) if self.key else None
