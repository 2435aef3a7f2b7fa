"""A live query: a question to the library that a worker answers, and again whenever the library changes."""

from collections.abc import Callable
from contextvars import copy_context
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from textual.dom import DOMNode

from summittui.library import Library
from summittui.model import Record, SummitError
from summittui.ui.command_app import CommandApp
from summittui.ui.render.line import line, sentence
from summittui.ui.widgets.bars import TitleBar

Answer = TypeVar("Answer")
T = TypeVar("T")

LOADING = "Reading the records …"
"""The message of a pane until there is an answer."""
_ALWAYS = frozenset(
    {"back", "quit", "quit-now", "interrupt", "redraw", "help", "palette", "theme", "browse", "views", "scope"}
)
"""The commands that need no answer."""


class QueryHost(Protocol[Answer]):
    """A screen that puts a question and shows the answer."""

    is_ready: bool
    """Whether there is an answer; keys that were typed ahead wait for it a while."""

    @property
    def app(self) -> CommandApp:
        """The app whose library is asked."""

    @property
    def view_name(self) -> str:
        """The name of the view."""

    @property
    def title_bar(self) -> TitleBar:
        """The title, which says what the answer is."""

    def question(self, library: Library) -> Callable[[], Answer]:
        """Return the computation of the answer, for a worker; it touches no widget."""

    def show_answer(self, library: Library, answer: Answer) -> None:
        """Show an answer."""

    def refuse(self, reason: str) -> None:
        """Notify the reader why something was not done."""

    def watch(self, obj: DOMNode, attribute_name: str, callback: Callable[[Any], None]) -> None:
        """Call back with each value of a reactive attribute."""

    def run_worker(self, work: Callable[[], None], *, thread: bool) -> object:
        """Run a function in a thread."""

    def call_later(self, callback: Callable[..., None], *args: Any) -> bool:
        """Queue a call on the UI thread; may be called in any thread."""


class AnswerPane(Protocol):
    """The part of a screen in which an answer is shown, with a cursor that has an address."""

    @property
    def at(self) -> str:
        """The address of the cursor, as the line of a view has it; empty where the cursor is nowhere."""

    def arrive(self, at: str) -> bool:
        """Put the cursor on an address; False where there is no such place."""

    def show_problem(self, words: str) -> None:
        """Show why there is no answer."""


class LiveQuery(Generic[Answer]):
    """The question of a screen; only the answer to the last one asked counts."""

    def __init__(self, host: QueryHost[Answer], pane: AnswerPane) -> None:
        """Create the query of a screen and the pane of its answer; nothing is asked before `begin`."""
        self._host = host
        self._pane = pane
        self._asked = 0
        self.library: Library | None = None
        """The records that were asked last."""
        self.answer: Answer | None = None
        """The answer that is shown; None until there is one."""
        self._problem = ""
        """Why there is no answer, as a sentence; empty where there is one, or none yet."""
        self.arriving = ""
        """The address to which the cursor goes once there is an answer; empty where it stays."""
        host.is_ready = False

    def begin(self) -> None:
        """Ask the question as soon as there is a library, and again of each library that follows."""
        self._host.watch(self._host.app, "library", self.take_library)

    def take_library(self, library: Library | None) -> None:
        """Ask the question of another library."""
        self.library = library
        self.ask()

    def why_not(self, command_id: str) -> str | None:
        """Return why a command has to wait, or that there is no answer; None for commands that need none."""
        waiting = why_unanswered(command_id) if self.answer is None else None
        return waiting and (self._problem or waiting)

    def ask(self) -> None:
        """Compute the answer in a worker, and show it unless a newer question was asked meanwhile."""
        if self.library is None:
            return
        self._asked += 1
        compute = self._host.question(self.library)
        self._host.run_worker(partial(copy_context().run, self._work, self._asked, compute), thread=True)

    def _work(self, asked: int, compute: Callable[[], Answer]) -> None:
        try:
            answer = compute()
        except SummitError as error:
            self._host.call_later(self._fail, asked, error)
        else:
            self._host.call_later(self._show, asked, answer)

    def _fail(self, asked: int, problem: SummitError) -> None:
        if asked == self._asked:
            self._host.is_ready, self.answer, self._problem = True, None, sentence(problem)
            title = self._host.title_bar
            title.left, title.right = line((self._host.view_name.capitalize(), "title")), line()
            self._pane.show_problem(self._problem)

    def _show(self, asked: int, answer: Answer) -> None:
        if asked == self._asked and self.library is not None:
            self._host.is_ready, self.answer, self._problem = True, answer, ""
            self._host.show_answer(self.library, answer)
            self.settle_cursor()

    def find(self, id_: str | None) -> Record | None:
        """Return the record with an id in the library that was asked last; None where there is none."""
        return self.library.find(id_) if self.library and id_ else None

    def map_answer(self, convert: Callable[[Library, Answer], T]) -> T | None:
        """Return `convert` of the library and its answer; None until there is an answer."""
        return convert(self.library, self.answer) if self.library is not None and self.answer is not None else None

    @property
    def at(self) -> str:
        """The address of the cursor."""
        return self._pane.at

    def settle_cursor(self) -> None:
        """Put the cursor on the address to which it goes, or say that there is no such place."""
        at, self.arriving = self.arriving, ""
        if at and not self._pane.arrive(at):
            self._host.refuse(f"Nothing here is called {at} any more; the cursor is at the start.")


def why_unanswered(command_id: str) -> str | None:
    """Return why a command has to wait for an answer; None for those that need none."""
    return None if command_id in _ALWAYS else "The records are still being read."
