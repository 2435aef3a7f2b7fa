"""The search of a screen: its results arrive table by table, and anew whenever the library changes."""

from collections.abc import Callable, Coroutine, Hashable
from functools import partial
from typing import Any, Protocol

from rich.text import Text
from textual.dom import DOMNode

from summittui.library import Library
from summittui.library.answers.search import SearchResult, index_all_words, search_stepwise
from summittui.model import SummitError
from summittui.queries.language import Query
from summittui.ui.command_app import CommandApp
from summittui.ui.live_query import why_unanswered
from summittui.ui.query_line import TellLine
from summittui.ui.render.line import line, sentence
from summittui.ui.scheduling.executors import LatestOnlyExecutor
from summittui.ui.screens.list_detail import ListDetail

MOST = 200
"""The largest number of hits of each kind."""
PARTS_SECONDS = 0.05
"""The seconds after which the results of some tables are shown before all are searched."""
_PATIENCE = 0.3
"""The seconds after which a running search is announced."""
SEARCHING = line(("still searching …", "count"))
"""The count in the frame of the list while a search runs."""
_TYPING = frozenset({"filter", "search"})
"""The commands that need no result."""


class SearchHost(Protocol):
    """A screen that shows search results."""

    is_ready: bool

    @property
    def app(self) -> CommandApp:
        """The app whose library is searched."""

    @property
    def tell_line(self) -> TellLine:
        """The line below the query."""

    @property
    def is_current(self) -> bool:
        """Whether the screen is the one that is shown."""

    def show_answer(self, library: Library, answer: SearchResult) -> None:
        """Show the results so far."""

    def refuse(self, reason: str) -> None:
        """Notify the reader why something was not done."""

    def watch(self, obj: DOMNode, attribute_name: str, callback: Callable[[Any], None]) -> None:
        """Call back with each value of a reactive attribute."""

    def run_worker(self, work: Coroutine[None, None, None]) -> object:
        """Run a coroutine in a worker."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> object:
        """Call back after some seconds."""


class LiveSearch:
    """The running search of a screen; a newer query cancels the one before."""

    def __init__(self, host: SearchHost, body: ListDetail) -> None:
        """Create the search of a screen and its list of results; `begin` starts it."""
        self._host = host
        self._body = body
        self._version: Hashable = None
        self._executor = LatestOnlyExecutor()
        self.library: Library | None = None
        """The records that were searched last."""
        self.answer: SearchResult | None = None
        """The latest results; None until there are any."""
        self.query = Query()
        """The query that is searched."""
        self.words = ""
        """The words of a view that opened the screen; empty where somebody typed."""
        self.arriving = ""
        """The id of the record to which the cursor goes once it is found; empty where the cursor stays."""

    def begin(self) -> None:
        """Search the library as soon as there is one, and every later one."""
        self._host.watch(self._host.app, "library", self.take_library)

    def close(self) -> None:
        """Cancel the search."""
        self._executor.close()

    def why_not(self, command_id: str) -> str | None:
        """Return why a command has to wait for results; None where it need not."""
        return why_unanswered(command_id) if self.answer is None and command_id not in _TYPING else None

    @property
    def is_answered(self) -> bool:
        """Whether the results are those of the present query."""
        return self.answer is not None and self.answer.query is self.query

    @property
    def at(self) -> str:
        """The record under the cursor, where the results have the focus."""
        return self._body.at if self._body.list_pane.has_focus else ""

    def take_library(self, library: Library | None) -> None:
        """Search a library, and index all its words while the reader still types."""
        self.library = library
        self.ask()
        if library is not None:
            self._host.run_worker(self._warm(library))

    async def _warm(self, library: Library) -> None:
        async for _ in self._executor.each("warm", partial(index_all_words, library)):
            pass

    def ask_again(self) -> None:
        """Search again where the library has changed since."""
        if (self.library and self.library.version) != self._version:
            self.ask()

    def ask(self, query: Query | None = None) -> None:
        """Search a query, or the same again; while another screen is shown, not before `ask_again`."""
        self.query = self.query if query is None else query
        if self.library is not None and self._host.is_current:
            self._version = self.library.version
            self._host.run_worker(self._search(self.library, self.query))

    async def _search(self, library: Library, query: Query) -> None:
        self._host.set_timer(_PATIENCE, partial(self._say_searching, query))
        try:
            pieces = partial(search_stepwise, library, query, most=MOST)
            async for found in self._executor.each(
                "found", pieces, patience=PARTS_SECONDS, is_part=lambda found: bool(found.awaited)
            ):
                self.answer = found
                self._host.show_answer(library, found)
                self._arrive(found)
        except SummitError as error:
            self.answer, self._host.is_ready = None, True
            self._body.list_pane.pane_count = Text()
            self._body.show_problem(sentence(error))

    def _say_searching(self, query: Query) -> None:
        if self.query is query and not self.is_answered:
            self._host.tell_line.words = "Still searching …"
            self._body.list_pane.pane_count = SEARCHING

    def _arrive(self, found: SearchResult) -> None:
        """Put the cursor on the record to which it goes, as soon as it is found or the search has ended."""
        is_whole = not found.awaited and (found.query or not self.words)
        if is_whole or (self.arriving and self._body.arrive(self.arriving)):
            self.settle_cursor()

    def settle_cursor(self) -> None:
        """Put the cursor on the record to which it goes, and focus the results; notify the reader without one."""
        at, self.arriving = self.arriving, ""
        if at and not self._body.arrive(at):
            self._host.refuse(f"Nothing here is called {at} any more; the cursor is at the start.")
        elif at:
            self._body.go_to(self._body.list_pane)
