"""Browse: actors, quotes and declarations in linked lists, and the detail of what the cursor is on."""

import gc
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one
from textual.widget import Widget

from summittui.library import Library
from summittui.library.protocol import never_cancelled
from summittui.model import TABLE_OF, Record, SummitError
from summittui.queries.language import Query
from summittui.queries.listing import ListQuery
from summittui.stamps import SCREEN_MADE, stamp
from summittui.ui.browsing import PANES, Browsing, differs_in_lead
from summittui.ui.keys.lookup import hints_for
from summittui.ui.keys.table import Scope
from summittui.ui.list_preferences import columns_of, orders_of
from summittui.ui.moves import Movable
from summittui.ui.render.browse import count, pane_title, tabs, told, where
from summittui.ui.render.detail import TITLES, detail
from summittui.ui.render.line import line, sentence
from summittui.ui.render.matched import lit_paragraphs
from summittui.ui.row_columns import RowColumns
from summittui.ui.scheduling.deferred_refresh import DeferredRefresh
from summittui.ui.scheduling.executors import DaemonExecutor, LatestOnlyExecutor
from summittui.ui.screens.answers import Prepared, index, index_further, is_small, prepare
from summittui.ui.screens.browse_commands import DETAIL, ORDER, BrowseCommands
from summittui.ui.widgets.bars import HintBar, TitleBar
from summittui.ui.widgets.record_list import RecordList
from summittui.ui.widgets.text_view import TextView

LOADING = "Loading the store …"
_AWAY = "-away"
"""The class of what the keys do not go to; a narrow or zoomed screen has no room for it."""
_PATIENCE = 0.3
"""Seconds after which a list says that it is still being searched."""


class BrowseScreen(BrowseCommands):
    """The first screen."""

    CSS_PATH = "browse.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (140, "-wide")]  # noqa: RUF012  # as the base class declares it
    view_name = "browse"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.BROWSE, Scope.LIST, Scope.APP)

    title_bar = query_one("#title", TitleBar)
    hint_bar = query_one("#hints", HintBar)
    body = query_one("#body", Container)
    detail_view = query_one("#detail", TextView)
    actors = query_one("#actors", RecordList)
    quotes = query_one("#quotes", RecordList)
    declarations = query_one("#declarations", RecordList)

    def __init__(self) -> None:
        super().__init__()
        self._asked: dict[str, tuple[ListQuery, RowColumns]] = {}
        self._shown: dict[str, Prepared] = {}
        self._going: dict[str, str] = {}
        self._gone_to: dict[str, str | None] = {}
        """The record that the reader chose in each list: one that follows a lead opens there, else on its first row."""
        self._arriving: str | None = None
        self._detailed = ""
        self._detail_of: tuple[Library, Record | None, Query] | None = None
        self.is_ready = False
        self.thread = LatestOnlyExecutor()
        """Where the lists of large tables are found."""
        self._folding = LatestOnlyExecutor(DaemonExecutor())
        self.deferred = DeferredRefresh(self, self._follow)
        """The other lists and the detail, which follow the cursor."""

    def compose(self) -> ComposeResult:
        """Give the bars, the three lists and the detail."""
        self.take_room()
        yield TitleBar(id="title")
        with Container(id="body"):
            with Container(id="upper"):
                yield RecordList(message=LOADING, id="actors")
                with Container(id="right", classes=_AWAY):
                    yield RecordList(message=LOADING, id="quotes").add_class(_AWAY, update=False)
                    yield RecordList(message=LOADING, id="declarations").add_class(_AWAY, update=False)
            yield TextView(message=LOADING, id=DETAIL).add_class(_AWAY, update=False)
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
        stamp(SCREEN_MADE)

    def on_unmount(self) -> None:
        """Look for nothing more."""
        self.thread.close()
        self._folding.close()

    def _take_library(self, library: Library | None) -> None:
        if library is None:
            return
        if is_small(library):
            self._begin(library)
        else:
            self._index(library)

    @work
    async def _index(self, library: Library) -> None:
        if await self.thread.ask("index", partial(index, library)) is not None:
            self._begin(library)
            await self._folding.ask("fold", lambda _is_cancelled: index_further(library))
            gc.freeze()  # what was made stays: no key waits for a look through all of it

    def _begin(self, library: Library) -> None:
        self._asked.clear()
        self.browsing = self.browsing.over(library) if self.browsing else self._first(library)
        self.is_ready = True
        if self._arriving and library.find(self._arriving):
            self.go_to_record(self._arriving)

    def _first(self, library: Library) -> Browsing:
        kept = self.app.remembered
        return Browsing(library=library, looks=columns_of(kept), orders=orders_of(kept))

    def watch_browsing(self, before: Browsing | None, browsing: Browsing | None) -> None:
        """Show what has changed."""
        if browsing is None:
            return
        for table in PANES:
            if before is None or before.marked != browsing.marked:
                self._list(table).marks = frozenset(record.id for record in browsing.marked_in(table))
        self.deferred.schedule()
        if before is None or not differs_in_lead(before, browsing):
            self.deferred.flush()

    def _follow(self) -> None:
        """Show in all lists, and around them, what is to be shown now."""
        if self.browsing is None:
            return
        for table in PANES:
            self._show(self.browsing, table)
        self._tell_where()
        self._show_detail()

    def watch_pane(self, _before: str, pane: str) -> None:
        """Show the pane where there is room for one only."""
        at_hand = self._pane_widget.ancestors_with_self
        for each in self.body.walk_children(Widget):
            each.set_class(each not in at_hand, _AWAY)
        self.deferred.flush()
        if pane != DETAIL:
            self.filtered = pane
        self._tell_where()
        self._show_detail()

    def _show(self, browsing: Browsing, table: str) -> None:
        wanted, look = browsing.wanted(table), browsing.look(table)
        if self._asked.get(table) == (wanted, look):
            return
        self._asked[table] = wanted, look
        if not browsing.library.is_prompt(wanted):
            self._find(browsing.library, table, wanted, look)
            return
        self.thread.forget(table)
        try:
            self._take(table, prepare(browsing.library, wanted, look, never_cancelled))
        except SummitError as error:
            self._take_trouble(table, error)

    @work
    async def _find(self, library: Library, table: str, wanted: ListQuery, look: RowColumns) -> None:
        self.set_timer(_PATIENCE, partial(self._say_searching, table, wanted))
        try:
            found = await self.thread.ask(table, partial(prepare, library, wanted, look))
        except SummitError as error:
            self._take_trouble(table, error)
        else:
            self._take(table, found)
            self._tell_where()
            self._show_detail()

    def _say_searching(self, table: str, wanted: ListQuery) -> None:
        asked, shown = self._asked.get(table), self._shown.get(table)
        if asked and asked[0] is wanted and (shown is None or shown.listed.query is not wanted):
            self._list(table).pane_count = line(("still searching …", "count"))

    def _take(self, table: str, found: Prepared | None) -> None:
        """Show an answer."""
        if found is None or self.browsing is None:
            return
        shown, before = self._list(table), self._shown.get(table)
        self._shown[table] = found
        shown.message = "" if found.listed else self.browsing.emptiness(table)
        self.entitle(table)
        shown.pane_count = count(found.listed)
        wanted = found.listed.query
        reset_cursor = wanted.lead is not None and before is not None and before.listed.query.lead != wanted.lead
        going = self._going.pop(table, None) or (self._gone_to.get(table) if reset_cursor else None)
        typed = self.is_typed_in(table) and before is not None and before.listed.query.query != wanted.query
        if typed and not wanted.query:
            going = self.begun_at
        tell = typed or self._leads(table)
        shown.show(found.rows, cursor_key=going, places=found.places, reset_cursor=reset_cursor or typed, tell=tell)

    def entitle(self, table: str) -> None:
        """Say in the title of a list what it shows; while a line narrows it, that line alone says so."""
        shown, found = self._list(table), self._shown.get(table)
        if found is not None and not shown.shows_focus:
            shown.pane_title = partial(pane_title, table, found.listed)
        if found is not None and self.is_typed_in(table):
            self.tell_line.words = told(found.listed)

    def _take_trouble(self, table: str, error: SummitError) -> None:
        """Say why there is no answer; what was shown stays."""
        shown = self._list(table)
        shown.message = sentence(error)
        shown.pane_count = line(("the filter means nothing here any more", "problem"))

    def _tell_where(self) -> None:
        counts = {table: len(found.listed) for table, found in self._shown.items()}
        narrow = self.has_class("-narrow")
        room = self.size.width - 2
        self.title_bar.left = tabs(self.browsing, self.pane, counts, room) if narrow else where(self.browsing)

    def _show_detail(self) -> None:
        record = self.current
        if self.browsing is None:
            return
        wanted = (self.browsing.library, record, self.browsing.query(self.filtered))
        if wanted == self._detail_of:
            return
        self._detail_of = wanted
        if record is None:
            self._detailed = ""
            self.detail_view.pane_title = line(("4 ", "key"), ("Detail", "title"))
            self.detail_view.show(())
            self.detail_view.message = "Nothing is under the cursor."
            return
        self.detail_view.pane_title = line(
            ("4 ", "key"), (TITLES.get(type(record), "Detail"), "title"), (f" · {record.id}", "apparatus")
        )
        lines = lit_paragraphs(self.browsing.query(self.filtered), detail(self.browsing.library, record))
        self.detail_view.show(lines, stay=record.id == self._detailed)
        self._detailed = record.id

    @property
    def current(self) -> Record | None:
        """The record that the detail shows."""
        key = self.filtered_list.cursor_key
        return self.browsing.library.find(key) if self.browsing and key else None

    @property
    def filtered_list(self) -> RecordList:
        """The list that the filter belongs to."""
        return self._list(self.filtered)

    def default_list(self) -> Movable | None:
        """Return the list of the pane."""
        return self.filtered_list

    @on(RecordList.Highlighted)
    def _highlighted(self, event: RecordList.Highlighted) -> None:
        table = event.list.id or ""
        event.stop()
        if self.browsing is None or event.key != event.list.cursor_key:
            return  # overtaken by a later one
        if table == self.pane:
            self._gone_to[table] = event.key
        if table == self.pane or self._leads(table):
            self.browsing = self.browsing.led_by(table, event.key)
        if table == self.filtered:
            self.deferred.schedule()

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

    def _leads(self, table: str) -> bool:
        """Tell whether the other lists show what belongs to a record of this one."""
        return bool(self.browsing and self.browsing.lead and self.browsing.lead.table == table)

    def _list(self, table: str) -> RecordList:
        return {"actors": self.actors, "quotes": self.quotes, "declarations": self.declarations}[table]

    def go_to(self, pane: str) -> None:
        """Give the keys to a pane."""
        self.pane = pane
        self._pane_widget.focus()

    def leave_hints(self) -> None:
        """Give the keys back to the pane."""
        self._pane_widget.focus()

    def go_to_record(self, id_: str) -> None:
        """Put the cursor on a record, if a list can hold it; the other lists stay as they are."""
        now = self.app.library
        if self.browsing and (now is None or now.version != self.browsing.library.version):
            self._arriving = id_  # until the lists are over the records that are shown elsewhere
            return
        self._arriving = None
        record = self.browsing.library.find(id_) if self.browsing else None
        table = TABLE_OF[type(record)] if record else ""
        if self.browsing is None or table not in PANES:
            return
        self.browsing = self.browsing.showing(table, id_)
        self._gone_to[table] = id_
        if not self._list(table).to_key(id_, tell=self._leads(table)):
            self._going[table] = id_
        self.go_to(table)
        self._show_detail()

    def return_to(self, table: str, key: str | None) -> None:
        """Put the cursor of a list back on a row, at once or when the list has come."""
        if key and not self._list(table).to_key(key, tell=self._leads(table)):
            self._going[table] = key
        self._show_detail()

    def restore(self, browsing: Browsing, table: str, at: str) -> None:
        """Show lists as they once were, the cursor of one table on the record `at`."""
        lead = browsing.lead
        self._going = ({lead.table: lead.id} if lead else {}) | ({table: at} if at else {})
        self._asked.clear()
        self.pane = table
        self.set_reactive(BrowseScreen.browsing, browsing)
        self.watch_browsing(None, browsing)

    @property
    def _pane_widget(self) -> Widget:
        return self.detail_view if self.pane == DETAIL else self._list(self.pane)
