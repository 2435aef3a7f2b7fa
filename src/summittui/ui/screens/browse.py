"""Browse: actors, quotes and declarations in linked lists, and the detail of what the cursor is on."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one
from textual.widget import Widget

from summittui.exchange.exports import Export, records_export
from summittui.library import Library
from summittui.model import TABLE_OF, Record
from summittui.ui.browsing import PANES, Browsing
from summittui.ui.commands import Scope, hints_for
from summittui.ui.render.browse import ROWS, count, pane_title, tabs, where
from summittui.ui.render.detail import TITLES, detail
from summittui.ui.render.line import line
from summittui.ui.screens.base import Movable
from summittui.ui.screens.browse_commands import DETAIL, ORDER, BrowseCommands
from summittui.ui.widgets.bars import HintBar, TitleBar
from summittui.ui.widgets.filter_line import FilterLine
from summittui.ui.widgets.record_list import RecordList
from summittui.ui.widgets.text_view import TextView

LOADING = "Loading the store …"


class BrowseScreen(BrowseCommands):
    """The first screen."""

    CSS_PATH = "browse.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (140, "-wide")]  # noqa: RUF012  # as the base class declares it
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.BROWSE, Scope.LIST, Scope.APP)

    title_bar = query_one("#title", TitleBar)
    hint_bar = query_one("#hints", HintBar)
    filter_line = query_one("#filter", FilterLine)
    detail_view = query_one("#detail", TextView)
    actors = query_one("#actors", RecordList)
    quotes = query_one("#quotes", RecordList)
    declarations = query_one("#declarations", RecordList)

    def __init__(self) -> None:
        super().__init__()
        self._settled: dict[str, str | None] = {}
        self._shown: dict[str, tuple[object, ...]] = {}
        self._detailed = ""

    def compose(self) -> ComposeResult:
        """Give the bars, the three lists and the detail."""
        yield TitleBar(id="title")
        with Container(id="body"):
            with Container(id="upper"):
                yield RecordList(message=LOADING, id="actors")
                with Container(id="right"):
                    yield RecordList(message=LOADING, id="quotes")
                    yield RecordList(message=LOADING, id="declarations")
            yield TextView(message=LOADING, id=DETAIL)
        yield FilterLine("all words, in any order", id="filter")
        yield HintBar(id="hints")

    def on_mount(self) -> None:
        """Draw the frame; the records come when the store has been read."""
        self.title_bar.left = line(("summittui", "title"))
        self.hint_bar.show_commands(hints_for(*self.scopes))
        for table in PANES:
            self._list(table).pane_title = pane_title(table)
        self.detail_view.pane_title = line(("4 ", "key"), ("Detail", "title"))
        self.watch(self.app, "library", self._take_library)
        self.watch_pane("", self.pane)
        self.actors.focus()

    def _take_library(self, library: Library | None) -> None:
        if library is None:
            return
        if self.browsing is None:
            self.browsing = Browsing(library=library)
        else:
            self._shown.clear()
            self.browsing = self.browsing.over(library)

    def watch_browsing(self, browsing: Browsing | None) -> None:
        """Show what has changed."""
        if browsing is None:
            return
        for table in PANES:
            self._show(browsing, table)
        self._tell_where()
        self._show_detail()

    def watch_pane(self, _before: str, pane: str) -> None:
        """Show the pane where there is room for one only."""
        for name in ORDER:
            self.set_class(name == pane, f"-at-{name}")
        if pane != DETAIL:
            self.filtered = pane
        self._tell_where()
        self._show_detail()

    def _show(self, browsing: Browsing, table: str) -> None:
        shown = self._list(table)
        shown.marks = frozenset(browsing.marked)
        shown.message = browsing.emptiness(table)
        wanted = (
            browsing.lead if browsing.narrowed_by_lead(table) else None,
            browsing.words.get(table),
            browsing.marked_only,
        )
        if self._shown.get(table) == wanted:
            return
        selection = browsing.selection(table)
        shown.pane_title = pane_title(table, selection)
        shown.pane_count = count(selection)
        shown.show(ROWS[table](browsing.library, selection.records))
        self._shown[table] = wanted
        self._settled[table] = shown.cursor_key

    def _tell_where(self) -> None:
        self.title_bar.left = tabs(self.browsing, self.pane) if self.has_class("-narrow") else where(self.browsing)

    def _show_detail(self) -> None:
        record = self.current
        if self.browsing is None:
            return
        if record is None:
            self._detailed = ""
            self.detail_view.show(())
            self.detail_view.message = "Nothing is under the cursor."
            return
        self.detail_view.pane_title = line(
            ("4 ", "key"), (TITLES.get(type(record), "Detail"), "title"), (f" · {record.id}", "apparatus")
        )
        self.detail_view.show(detail(self.browsing.library, record), stay=record.id == self._detailed)
        self._detailed = record.id

    @property
    def current(self) -> Record | None:
        """The record that the detail shows."""
        key = self._list(self.filtered).cursor_key
        return self.browsing.library.find(key) if self.browsing and key else None

    def default_list(self) -> Movable | None:
        """Return the list of the pane."""
        return self._list(self.filtered)

    @on(RecordList.Highlighted)
    def _highlighted(self, event: RecordList.Highlighted) -> None:
        table = event.list.id or ""
        if self.browsing is None or event.key != event.list.cursor_key:
            return  # overtaken by a later one
        lead = self.browsing.lead
        moved = event.key != self._settled.pop(table, None) and table == self.pane
        if moved or (lead and lead.table == table):
            self.browsing = self.browsing.led_by(table, event.key)
        if table == self.filtered:
            self._show_detail()

    @on(RecordList.Opened)
    def _opened(self) -> None:
        self.do_open()

    def on_descendant_focus(self) -> None:
        """Follow the focus."""
        focused = self.focused.id if self.focused else None
        if focused in ORDER and focused != self.pane:
            self.pane = str(focused)

    def on_resize(self) -> None:
        """Say where the reader is in the room that there is."""
        self.call_after_refresh(self._tell_where)

    def _list(self, table: str) -> RecordList:
        return {"actors": self.actors, "quotes": self.quotes, "declarations": self.declarations}[table]

    def to_export(self) -> Export | None:
        """Return the records of the list, those and in the order that it shows."""
        if self.browsing is None:
            return None
        library, rows = self.browsing.library, self._list(self.filtered).rows
        records = tuple(library.get(key) for at in range(len(rows)) if (key := rows.key(at)))
        return records_export(library, self.filtered, records, self.browsing.selection(self.filtered).description())

    def go_to(self, pane: str) -> None:
        """Give the keys to a pane, once it is on the screen."""
        self.pane = pane
        self.call_after_refresh(self._pane_widget.focus)

    def leave_hints(self) -> None:
        """Give the keys back to the pane."""
        self._pane_widget.focus()

    def go_to_record(self, id_: str) -> None:
        """Put the cursor on a record, if a list can hold it; the other lists stay as they are."""
        record = self.browsing.library.find(id_) if self.browsing else None
        table = TABLE_OF[type(record)] if record else ""
        if self.browsing is None or table not in PANES:
            return
        self.browsing = self.browsing.showing(table, id_)
        self._settled[table] = id_
        self._list(table).to_key(id_)
        self.go_to(table)

    @property
    def _pane_widget(self) -> Widget:
        return self.detail_view if self.pane == DETAIL else self._list(self.pane)

    @on(FilterLine.Changed)
    def _typed(self, event: FilterLine.Changed) -> None:
        if self.browsing and self.has_class("-filtering"):
            self.browsing = self.browsing.with_words(self.filtered, event.text)
