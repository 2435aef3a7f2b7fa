"""The Browse screen: actors, quotes and declarations in linked lists, and the detail of the record under the cursor."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.reactive import reactive
from textual.widget import Widget

from summittui.library import Library
from summittui.model import Record
from summittui.startup_trace import SCREEN_MADE, mark
from summittui.ui.actions import Action, Actions, actions_of
from summittui.ui.browsing import PANES, Browsing, differs_in_lead
from summittui.ui.command_screen import apply_breakpoints
from summittui.ui.commands.arranging import ArrangeCommands
from summittui.ui.commands.editing import EditCommands
from summittui.ui.commands.entry import EntryLines
from summittui.ui.commands.filtering import FilterCommands
from summittui.ui.commands.list_host import why_reading
from summittui.ui.commands.loading import LoadingCommands
from summittui.ui.commands.marking import MarkCommands
from summittui.ui.commands.panes import DETAIL, ORDER, PaneCommands
from summittui.ui.commands.seeking import SeekCommands
from summittui.ui.keys.command import Scope
from summittui.ui.list_preferences import columns_of, orders_of
from summittui.ui.render.browse import pane_title, store_summary, tabs
from summittui.ui.render.line import line
from summittui.ui.scheduling.deferred_refresh import DeferredRefresh
from summittui.ui.screens.arrival import Arrival
from summittui.ui.screens.browse_detail import BrowseDetail
from summittui.ui.screens.browse_handover import BrowseHandover
from summittui.ui.screens.library_indexing import LibraryIndexing
from summittui.ui.screens.linked_lists import LinkedLists
from summittui.ui.view_screen import ViewScreen
from summittui.ui.widgets.record_list import RecordList
from summittui.ui.widgets.text_view import TextView

if TYPE_CHECKING:
    pass

LOADING = "Loading the store …"
_AWAY = "-away"
"""The class of a pane without the focus; a narrow or zoomed screen hides such panes."""


class BrowseScreen(ViewScreen):
    """The first screen: linked lists of actors, quotes and declarations, and a detail."""

    CSS_PATH = "browse.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (140, "-wide")]  # noqa: RUF012  # as the base class declares it
    view_name = "browse"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.BROWSE, Scope.LIST, Scope.APP)

    browsing: reactive[Browsing | None] = reactive(None, repaint=False)
    """The state of the lists; None until the store has been read."""
    pane: reactive[str] = reactive(PANES[0], repaint=False)
    """The pane that has the focus."""
    filtered: str = PANES[0]
    """The table of the list that had the focus last, to which the detail and the filter belong."""
    returns_to_search: bool = False
    """Whether Esc goes back to the search whose result is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.is_ready = False
        self._indexing = LibraryIndexing(self, self._begin)
        self.arrival = Arrival(self)
        self.handover = BrowseHandover(self)
        self._entries = EntryLines(self, lambda: self.hint_bar)
        self._filtering = FilterCommands(self, self._entries)
        lists = {table: RecordList(message=LOADING, id=table) for table in PANES}
        self.lists = LinkedLists(self, self, self._filtering, lists)
        self.home = self.lists[PANES[0]]
        self.detail_view = TextView(message=LOADING, id=DETAIL).add_class(_AWAY, update=False)
        self.body = self._laid_out()
        self.parts = (self.body,)
        self.deferred: DeferredRefresh = DeferredRefresh(self, self.lists.follow)
        """The refresh of the other lists and the detail, deferred until the cursor was painted."""

    def _laid_out(self) -> Container:
        """Return the three lists and the detail; the first list is the one in sight where there is room for one."""
        others = [self.lists[table].add_class(_AWAY, update=False) for table in PANES[1:]]
        right = Container(*others, id="right", classes=_AWAY)
        return Container(Container(self.lists[PANES[0]], right, id="upper"), self.detail_view, id="body")

    def compose(self) -> ComposeResult:
        """Compose the bars, the lists and the detail, styled for the width of the terminal at once."""
        apply_breakpoints(self)
        yield from super().compose()

    def on_mount(self) -> None:
        """Show empty lists; the records are loaded when the store has been read."""
        self.title_bar.left = line(("summittui", "title"))
        for table in PANES:
            self.lists[table].pane_title = pane_title(table)
        self._detail = BrowseDetail(self.detail_view)
        self._seeking = SeekCommands(self, self._entries, self.detail_view)
        self.watch(self.app, "library", self._indexing.take_library)
        self.watch_pane("", self.pane)
        mark(SCREEN_MADE)

    def on_unmount(self) -> None:
        """Stop the threads of the lists."""
        self.lists.close()
        self._indexing.close()

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        sets = EditCommands(self), ArrangeCommands(self), MarkCommands(self), PaneCommands(self)
        reload = Action(lambda: self.app.session_host.reload(asked=True), partial(why_reading, self))
        return {**actions_of(*sets, LoadingCommands(self.app), self._filtering, self._seeking), "reload": reload}

    def _begin(self, library: Library) -> None:
        kept, first = self.app.remembered, self.browsing is None
        self.lists.forget()
        state = self.browsing or Browsing(library=library, columns=columns_of(kept), orders=orders_of(kept))
        self.browsing = state if first else state.with_library(library)
        self.is_ready = True
        self.arrival.take_library(library)

    def watch_browsing(self, before: Browsing | None, browsing: Browsing | None) -> None:
        """Update marks, lists and detail to a changed state."""
        if browsing is None:
            return
        for table in PANES:
            if before is None or before.marked != browsing.marked:
                self.lists[table].marks = frozenset(record.id for record in browsing.marked_in(table))
        self.deferred.schedule()
        if before is None or not differs_in_lead(before, browsing):
            self.deferred.flush()

    def follow_answer(self) -> None:
        """Update the title, and show the record under the cursor in the detail."""
        self._tell_where()
        if self.browsing:
            self._detail.show(self.browsing, self.filtered, self.current)

    def watch_pane(self, _before: str, pane: str) -> None:
        """Show the focused pane alone where there is room for one only."""
        at_hand = self._pane_widget.ancestors_with_self
        for each in self.body.walk_children(Widget):
            each.set_class(each not in at_hand, _AWAY)
        self.deferred.flush()
        if pane != DETAIL:
            self.filtered, self.home = pane, self.lists[pane]
        self.follow_answer()

    def _tell_where(self) -> None:
        narrow = self.has_class("-narrow")
        room = self.size.width - 2
        counts = self.lists.counts
        self.title_bar.left = tabs(self.browsing, self.pane, counts, room) if narrow else store_summary(self.browsing)

    @property
    def current(self) -> Record | None:
        """The record that the detail shows."""
        key = self.filtered_list.cursor_key
        return self.browsing.library.find(key) if self.browsing and key else None

    @property
    def filtered_list(self) -> RecordList:
        """The list that the filter belongs to."""
        return self.lists[self.filtered]

    def entitle(self, table: str) -> None:
        """Render the title of a list, or the line below its filter."""
        self.lists.entitle(table)

    @on(RecordList.Highlighted)
    def _highlighted(self, event: RecordList.Highlighted) -> None:
        table = event.list.id or ""
        event.stop()
        if self.browsing is None or event.key != event.list.cursor_key:
            return  # overtaken by a later one
        if table == self.pane:
            self.lists.chosen[table] = event.key
        if table == self.pane or self.lists.leads(table):
            self.browsing = self.browsing.led_by(table, event.key)
        if table == self.filtered:
            self.deferred.schedule()

    @on(RecordList.Opened)
    def _opened(self) -> None:
        self.actions["open"].run()

    def on_descendant_focus(self) -> None:
        """Update the pane that has the focus."""
        focused = self.focused.id if self.focused else None
        if focused in ORDER and focused != self.pane:
            self.pane = str(focused)

    def on_resize(self) -> None:
        """Fit the title into the new width."""
        self.call_after_refresh(self._tell_where)

    @property
    def _pane_widget(self) -> Widget:
        return self.detail_view if self.pane == DETAIL else self.lists[self.pane]

    def go_to(self, pane: str) -> None:
        """Focus a pane."""
        self.pane = pane
        self._pane_widget.focus()

    def focus_home(self) -> None:
        """Focus the pane again."""
        self._pane_widget.focus()

    def back(self) -> None:
        """Undo one step: the zoom, the detail, a range, the filter, the lead, the marks."""
        if self.hint_bar.has_focus:
            self.go_to(self.pane)
        elif self.has_class("-zoomed"):
            self.remove_class("-zoomed")
        elif self.pane == DETAIL:
            self.go_to(self.filtered)
        elif self.filtered_list.cursor.range:
            self.filtered_list.end_range()
        elif self.returns_to_search:
            self.returns_to_search = False
            self.app.navigation.show("search")
        elif self.browsing and (wider := self.browsing.stepped_back(self.filtered)) is not None:
            self.browsing = wider
        else:
            super().back()
