"""A screen that puts a question to the library in a worker and shows the answer."""

from collections.abc import Callable
from contextvars import copy_context
from functools import partial
from typing import Generic, TypeVar

from textual import on
from textual.getters import query_one
from textual.message import Message

from summittui.library import Library
from summittui.model import SummitError
from summittui.ui.command_screen import CommandScreen
from summittui.ui.keys.lookup import hints_for
from summittui.ui.render.line import line, sentence
from summittui.ui.widgets.bars import HintBar, TitleBar

Answer = TypeVar("Answer")

LOADING = "Reading the records …"
"""What a screen says until it has its answer."""
_ALWAYS = frozenset(
    {"back", "quit", "quit-now", "interrupt", "redraw", "help", "palette", "theme", "browse", "views", "scope"}
)
"""The commands that need no answer."""


class QueryScreen(CommandScreen[None], Generic[Answer]):
    """Asks again when the library changes; only the answer to the last question counts."""

    title_bar = query_one("#title", TitleBar)
    hint_bar = query_one("#hints", HintBar)

    class Answered(Message):
        """A worker has the answer to a question, or why there is none."""

        def __init__(self, asked: int, answer: object, problem: SummitError | None) -> None:
            super().__init__()
            self.asked = asked
            self.answer = answer
            self.problem = problem

    def __init__(self) -> None:
        super().__init__()
        self.library: Library | None = None
        self.answer: Answer | None = None
        """The answer that is shown; None until there is one."""
        self.arriving = ""
        """Where the cursor goes once there is an answer; empty where it stays."""
        self._asked = 0
        self.is_ready = False

    def on_mount(self) -> None:
        """Ask as soon as there is a library."""
        self.hint_bar.show_commands(hints_for(*self.scopes))
        self.watch(self.app, "library", self._take_library)

    def why_not(self, command_id: str) -> str | None:
        """Return why a command cannot be run now."""
        if self.answer is None and command_id not in _ALWAYS:
            return "The records are still being read."
        return super().why_not(command_id)

    def question(self, library: Library) -> Callable[[], Answer]:
        """Return what the worker computes; it must touch no widget."""
        raise NotImplementedError

    def show_answer(self, library: Library, answer: Answer) -> None:
        """Show an answer."""
        raise NotImplementedError

    def show_problem(self, words: str) -> None:
        """Say why there is no answer."""
        raise NotImplementedError

    @property
    def at(self) -> str:
        """Where the cursor is, in a word that `arrive` understands; empty where it is nowhere."""
        return ""

    def arrive(self, at: str) -> bool:  # noqa: ARG002 - for the screens that have a cursor
        """Put the cursor there; False where there is no such place."""
        return False

    def settle_cursor(self) -> None:
        """Put the cursor where it shall arrive, or say that there is no such place."""
        at, self.arriving = self.arriving, ""
        if at and not self.arrive(at):
            self.refuse(f"Nothing here is called {at} any more; the cursor is at the start.")

    def ask(self) -> None:
        """Put the question."""
        if self.library is None:
            return
        self._asked += 1
        asked, compute = self._asked, self.question(self.library)

        def work() -> None:
            answer: Answer | None = None
            problem: SummitError | None = None
            try:
                answer = compute()
            except SummitError as error:
                problem = error
            self.post_message(self.Answered(asked, answer, problem))

        self.run_worker(partial(copy_context().run, work), thread=True)

    def _take_library(self, library: Library | None) -> None:
        self.library = library
        self.ask()

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        if event.asked != self._asked or self.library is None:
            return
        self.is_ready = True
        if event.problem is not None:
            self.answer = None
            self.title_bar.left, self.title_bar.right = line((self.view_name.capitalize(), "title")), line()
            self.show_problem(sentence(event.problem))
        else:
            self.answer = event.answer  # type: ignore[assignment]  # what `question` computed
            self.show_answer(self.library, event.answer)  # type: ignore[arg-type]  # the same
            self.settle_cursor()
