"""The search screen: the records of all tables that a query keeps, by kind, with the detail of each."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on

from summittui.library import Library
from summittui.library.answers.query_reading import read_query
from summittui.library.answers.search import SearchResult
from summittui.model import TABLE_OF, Record
from summittui.queries.language import Query, QueryError
from summittui.ui.actions import Action, Actions
from summittui.ui.browsing import PANES
from summittui.ui.command_app import CommandApp
from summittui.ui.commands.listing import ListingCommands
from summittui.ui.handover import Page
from summittui.ui.keys.command import Scope
from summittui.ui.query_line import Offer, QueryLine, TellLine
from summittui.ui.query_offers import offers
from summittui.ui.render.detail import detail_title
from summittui.ui.render.found import FoundRows, found_detail, found_words
from summittui.ui.render.line import line, sentence
from summittui.ui.scheduling.deferred_refresh import DeferredRefresh
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.list_detail import BREAKPOINTS, ListDetail
from summittui.ui.screens.live_search import SEARCHING, LiveSearch
from summittui.ui.view_screen import ViewScreen
from summittui.ui.widgets.filter_line import FilterLine

_EMPTY = "Type what you look for; everything that is kept is searched."


class SearchScreen(ViewScreen):
    """A query line above the results; Enter goes to a hit, from there Esc comes back to the results as they were."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    view_name = "search"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.SEARCH, Scope.LIST, Scope.APP)

    def __init__(self) -> None:
        super().__init__()
        self.tell_line = TellLine(id="tell")
        self.query_line = QueryLine(self.tell_line, id="query")
        self.body = ListDetail(self, self._follow_cursor)
        self.parts, self.home = (self.query_line, self.tell_line, self.body), self.body.list_pane
        self.first_focus = self.query_line
        self.live: LiveSearch = LiveSearch(self, self.body)
        self.deferred: DeferredRefresh = DeferredRefresh(self, self.body.show_detail)
        """The refresh of the detail, deferred until the results were painted."""
        self._shown_query = Query()

    def on_mount(self) -> None:
        """Show the words that are sought, and offer what they could be from now on."""
        self.title_bar.left = line(("Search everything", "title"))
        self.body.list_pane.pane_title = line(("Found", "title"))
        self.body.list_pane.message = _EMPTY
        self.query_line.offering = self._offers
        self.query_line.value = self.live.words

    def on_unmount(self) -> None:
        """Cancel the search."""
        self.live.close()

    def on_screen_resume(self) -> None:
        """Search again if the library has changed meanwhile."""
        self.live.ask_again()

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        body, listing = self.body, ListingCommands(self, above=(self.query_line,))
        return {
            **listing.actions,
            "open": Action(lambda: self._open(listing), listing.why_no_row),
            "filter": Action(lambda: body.go_to(self.query_line)),
            "search": Action(self.begin),
        }

    def begin(self) -> None:
        """Focus the query line with all of its text selected."""
        if self.is_mounted:
            self.query_line.select_all()
            self.body.go_to(self.query_line)

    def seek(self, words: str, at: str = "") -> None:
        """Search for words, and put the cursor on one of the results."""
        self.live.arriving, self.live.words = at, words
        if self.is_mounted and self.query_line.value == words:
            self.live.settle_cursor()
        elif self.is_mounted:
            self.query_line.value = words

    def _offers(self, text: str, column: int) -> Sequence[Offer]:
        return offers(self.live.library, text, column) if self.live.library else ()

    def _follow_cursor(self) -> None:
        self.deferred.schedule()

    def show_answer(self, library: Library, answer: SearchResult) -> None:
        """Show the results of the search."""
        words = found_words(answer)
        self.tell_line.words = words
        self.body.list_pane.pane_count = SEARCHING if answer.awaited else Text()
        self.body.list_pane.message = words if answer.query else _EMPTY
        rows = FoundRows(library, answer.groups)
        is_other, self._shown_query = answer.query != self._shown_query, answer.query
        self.body.show(rows, row_index=rows.row_index(), reset_cursor=is_other)
        if not self.is_ready and answer.query is self.live.query:
            self._accepted()

    @on(FilterLine.Changed, "#query")
    def _typed(self, event: FilterLine.Changed) -> None:
        self.query_line.offer()
        self.tell_line.problem = None
        self.is_ready = True
        if event.text != self.live.words:
            self.live.arriving = ""  # typed, not sought for a view: the line keeps the keys
        if self.live.library is None:
            return
        try:
            query = read_query(self.live.library, event.text)
        except QueryError as error:
            if not (error.unfinished and self.query_line.offers):
                self.tell_line.problem = error.column, sentence(error)
            return
        if query != self.live.query:
            self.live.ask(query)

    @on(FilterLine.Accepted, "#query")
    def _accepted(self) -> None:
        self.tell_line.offers = ()
        self.is_ready = self.live.is_answered
        if self.is_ready and not self.body.list_pane.is_empty:
            self.body.go_to(self.body.list_pane)

    @on(FilterLine.Cancelled, "#query")
    def _cancelled(self) -> None:
        self.tell_line.offers = ()
        if self.body.list_pane.is_empty:
            self.app.pop_screen()
        else:
            self.body.go_to(self.body.list_pane)

    @property
    def current(self) -> Record | None:
        """The record under the cursor."""
        return self.live.library.find(self.body.key) if self.live.library and self.body.key else None

    def to_page(self) -> Page | None:
        """Return the detail of the record under the cursor."""
        return self.body.page(self.current.id if self.current else "detail")

    def detail_title(self) -> Text:
        """Return the kind and the id of the record under the cursor."""
        return detail_title(self.current)

    def detail_lines(self) -> Sequence[Text]:
        """Return the detail of the record under the cursor."""
        if self.live.library is None or self.current is None:
            return []
        return found_detail(self.live.library, self.current, self.live.query)

    def _open(self, listing: ListingCommands) -> None:
        """Open the record in Browse; a record of another table opens its passage, else the detail."""
        record = self.current
        if record is not None and TABLE_OF[type(record)] in PANES and not self.body.detail_view.has_focus:
            _show_in_browse(self.app, record)
        elif listing.passage is not None:
            listing.open_passage()
        else:
            self.body.go_to(self.body.detail_view)


def _show_in_browse(app: CommandApp, record: Record) -> None:
    browse = app.navigation.back_to("browse")
    if isinstance(browse, BrowseScreen):
        browse.returns_to_search = True
        browse.arrival.to_record(record.id)
