"""Search everything: the records of all tables that a query keeps, by kind, with the detail of each."""

from collections.abc import Hashable, Sequence
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.getters import query_one
from textual.widget import Widget

from summittui.library import Library
from summittui.library.answers.query_reading import read_query
from summittui.library.answers.search import SearchResult, index_all_words, search_stepwise
from summittui.model import TABLE_OF, Record, SummitError
from summittui.model.passages import MarkedSpan, first_passage
from summittui.queries.language import Query, QueryError
from summittui.ui.browsing import PANES
from summittui.ui.keys.table import Scope
from summittui.ui.moves import MOVES
from summittui.ui.query_line import QueryLine, TellLine
from summittui.ui.query_offers import offers
from summittui.ui.render.found import FoundRows, found_detail, found_words
from summittui.ui.render.line import line, sentence
from summittui.ui.scheduling.deferred_refresh import DeferredRefresh
from summittui.ui.scheduling.executors import LatestOnlyExecutor
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.listing import ListingScreen
from summittui.ui.widgets.filter_line import FilterLine

MOST = 200
"""How many hits of each kind are shown."""
PARTS_SECONDS = 0.05
"""After which what was found in some tables is shown before all are searched."""
_PATIENCE = 0.3
"""Seconds after which it is said that the search goes on."""
_SEARCHING = line(("still searching …", "count"))
"""Stands in the list's frame, where no offer hides it."""
_EMPTY = "Type what you look for; everything that is kept is searched."


class SearchScreen(ListingScreen[SearchResult]):
    """A query line above the results; Enter goes to a hit, from there Esc comes back to the results as they were."""

    view_name = "search"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.SEARCH, Scope.LIST, Scope.APP)

    query_line = query_one("#query", QueryLine)
    tell_line = query_one("#tell", TellLine)

    def __init__(self) -> None:
        super().__init__()
        self.is_ready = True  # to type in
        self.asked_query = Query()
        """What was understood last."""
        self.thread = LatestOnlyExecutor()
        """Where it is searched."""
        self.deferred = DeferredRefresh(self, super().show_detail)
        """The detail, which follows the results."""
        self._searched: Hashable = None
        self._shown_query = Query()
        self._words = ""

    def above(self) -> ComposeResult:
        """Give the line for the query, and what is wrong or offered below it."""
        yield QueryLine("words, “phrases”, by:name, issue:…, kind:direct, -without", id="query")
        yield TellLine(id="tell")

    def on_mount(self) -> None:
        """Give the line the keys."""
        self.title_bar.left = line(("Search everything", "title"))
        self.list_pane.pane_title = line(("Found", "title"))
        self.list_pane.message = _EMPTY
        self.query_line.offering = lambda text, column: offers(self.library, text, column) if self.library else ()
        self.query_line.value = self._words
        self.call_next(self.query_line.focus)  # after the list, which the base class gives the keys

    def begin(self) -> None:
        """Give the line the keys, its query selected: what is typed takes its place."""
        if self.is_mounted:
            self.query_line.select_all()
            self.go_to(self.query_line)

    def seek(self, words: str, at: str = "") -> None:
        """Search for words, and go to one of the records that are found."""
        self.arriving, self._words = at, words
        if self.is_mounted and self.query_line.value == words:
            self.settle_cursor()
        elif self.is_mounted:
            self.query_line.value = words

    @property
    def at(self) -> str:
        """The record under the cursor, where the keys go to the results."""
        return self.key or "" if self.list_pane.has_focus else ""

    def arrive(self, at: str) -> bool:
        """Put the cursor on a record and give the results the keys."""
        found = super().arrive(at)
        if found:
            self.go_to(self.list_pane)
        return found

    def on_unmount(self) -> None:
        """Search no more."""
        self.thread.close()

    def on_screen_resume(self) -> None:
        """Search again what has changed meanwhile."""
        if (self.library and self.library.version) != self._searched:
            self.ask()

    def why_not(self, command_id: str) -> str | None:
        """Return why a command cannot be run now."""
        return None if command_id in {"filter", "search"} else super().why_not(command_id)

    def _take_library(self, library: Library | None) -> None:
        super()._take_library(library)
        if library is not None:
            self._warm(library)

    @work
    async def _warm(self, library: Library) -> None:
        """Fold all words while the reader still types the first ones, which are looked for in between."""
        async for _ in self.thread.each("warm", partial(index_all_words, library)):
            pass

    def ask(self) -> None:
        """Search; nothing while another screen is shown, until this one is again."""
        if self.library is not None and self.is_current:
            self._searched = self.library.version
            self._search(self.library, self.asked_query)

    @work
    async def _search(self, library: Library, query: Query) -> None:
        self.set_timer(_PATIENCE, partial(self._say_searching, query))
        try:
            pieces = partial(search_stepwise, library, query, most=MOST)
            async for found in self.thread.each(
                "found", pieces, patience=PARTS_SECONDS, is_part=lambda found: bool(found.awaited)
            ):
                self.answer = found
                self.show_answer(library, found)
                self._arrive(found)
        except SummitError as error:
            self.answer, self.is_ready = None, True
            self.list_pane.pane_count = Text()
            self.show_problem(sentence(error))

    def _arrive(self, found: SearchResult) -> None:
        """Put the cursor where it shall arrive, as soon as that was found or can be found no more."""
        is_whole = not found.awaited and (found.query or not self._words)
        if is_whole or (self.arriving and self.list_pane.to_key(self.arriving)):
            self.settle_cursor()

    def _say_searching(self, query: Query) -> None:
        if self.asked_query is query and (self.answer is None or self.answer.query is not query):
            self.tell_line.words = "Still searching …"
            self.list_pane.pane_count = _SEARCHING

    def show_answer(self, library: Library, answer: SearchResult) -> None:
        """Show what was found."""
        words = found_words(answer)
        self.tell_line.words = words
        self.list_pane.pane_count = _SEARCHING if answer.awaited else Text()
        self.list_pane.message = words if answer.query else _EMPTY
        rows = FoundRows(library, answer.groups)
        is_other, self._shown_query = answer.query != self._shown_query, answer.query
        self.list_pane.show(rows, places=rows.places(), reset_cursor=is_other)
        self.show_detail()
        if not self.is_ready and answer.query is self.asked_query:
            self._accepted()

    def show_detail(self) -> None:
        """Show what the cursor is on, once the results are painted."""
        self.deferred.schedule()

    def run_command(self, command_id: str) -> None:
        """Run a command on what it is about: only keys that move the cursor go before the detail."""
        if command_id not in MOVES:
            self.deferred.flush()
        super().run_command(command_id)

    @on(FilterLine.Changed, "#query")
    def _typed(self, event: FilterLine.Changed) -> None:
        self.query_line.offer()
        self.tell_line.problem = None
        self.is_ready = True
        if event.text != self._words:
            self.arriving = ""  # typed, not sought for a view: the line keeps the keys
        if self.library is None:
            return
        try:
            query = read_query(self.library, event.text)
        except QueryError as error:
            if not (error.unfinished and self.query_line.offers):
                self.tell_line.problem = error.column, sentence(error)
            return
        if query != self.asked_query:
            self.asked_query = query
            self.ask()

    @on(QueryLine.Offered)
    def _offered(self) -> None:
        self.tell_line.offers, self.tell_line.chosen = self.query_line.offers, self.query_line.chosen

    @on(FilterLine.Accepted, "#query")
    def _accepted(self) -> None:
        self.tell_line.offers = ()
        self.is_ready = self.answer is not None and self.answer.query is self.asked_query
        if self.is_ready and not self.list_pane.is_empty:
            self.go_to(self.list_pane)

    @on(FilterLine.Cancelled, "#query")
    def _cancelled(self) -> None:
        self.tell_line.offers = ()
        if self.list_pane.is_empty:
            self.app.pop_screen()
        else:
            self.go_to(self.list_pane)

    @property
    def current(self) -> Record | None:
        """The record under the cursor."""
        return self.library.find(self.key) if self.library and self.key else None

    @property
    def passage(self) -> MarkedSpan | None:
        """The first passage of the record under the cursor."""
        return first_passage(self.current)

    def detail_title(self) -> Text:
        """Return what the record under the cursor is."""
        record = self.current
        if record is None:
            return line(("Detail", "title"))
        return line((type(record).__name__, "title"), (f" · {record.id}", "apparatus"))

    def detail_lines(self) -> Sequence[Text]:
        """Return the detail of the record under the cursor."""
        if self.library is None or self.current is None:
            return []
        return found_detail(self.library, self.current, self.asked_query)

    def do_filter(self) -> None:
        """Go to the query line."""
        self.go_to(self.query_line)

    def do_search(self) -> None:
        """Go to the query line and type anew."""
        self.begin()

    def do_open(self) -> None:
        """Go to the record in Browse; where it has no list there, to its passage, else to the detail."""
        record = self.current
        if record is not None and TABLE_OF[type(record)] in PANES and not self.detail_view.has_focus:
            self._show_in_browse(record)
        elif self.passage is not None:
            self.do_source()
        else:
            self.go_to(self.detail_view)

    def _show_in_browse(self, record: Record) -> None:
        browse = self.app.navigation.back_to("browse")
        if isinstance(browse, BrowseScreen):
            browse.returns_to_search = True
            browse.go_to_record(record.id)

    def stops(self) -> tuple[Widget, ...]:
        """Return what Tab goes through."""
        return (self.query_line, *super().stops())
