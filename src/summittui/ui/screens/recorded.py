"""The screen of the public record on one claim or act: texts, quotes and pages, each with its detail."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.getters import query_one

from summittui.library import Library
from summittui.model import Record, Source
from summittui.model.passages import MarkedSpan, first_passage
from summittui.present.line import Line
from summittui.present.record import record_lines, record_paragraphs
from summittui.ui.actions import Actions, actions_of
from summittui.ui.command_screen import CommandScreen
from summittui.ui.commands.listing import ListingCommands
from summittui.ui.commands.stops import StopCommands
from summittui.ui.handover import Page
from summittui.ui.keys.lookup import key_of
from summittui.ui.keys.table import Scope
from summittui.ui.live_query import LiveQuery
from summittui.ui.render.line import line, text_of
from summittui.ui.render.verification import RecordedRows
from summittui.ui.screens.list_detail import BREAKPOINTS, ListDetail
from summittui.ui.widgets.bars import HintBar, TitleBar
from summittui.ui.widgets.record_list import RecordList


class RecordedScreen(CommandScreen[None]):
    """The records behind one claim or act; Esc goes back to it."""

    DEFAULT_CSS = "RecordedScreen { layout: vertical; }"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.VERIFY, Scope.LIST, Scope.APP)

    title_bar = query_one("#title", TitleBar)
    hint_bar = query_one("#hints", HintBar)

    def __init__(self, heading: Line, ids: Sequence[str], *, of: str) -> None:
        """Show records.

        Args:
            heading: The claim or the act that they belong to.
            ids: Their ids.
            of: The word for what Esc goes back to.
        """
        super().__init__()
        self._heading, self._ids, self._of = heading, tuple(dict.fromkeys(ids)), of
        self.body = ListDetail(self)
        self.live: LiveQuery[tuple[str, ...]] = LiveQuery(self, self.body)

    def compose(self) -> ComposeResult:
        """Compose the bars, the list and the detail."""
        yield TitleBar(id="title")
        yield self.body
        yield HintBar(id="hints")

    def on_mount(self) -> None:
        """Focus the list."""
        self.body.list_pane.focus()

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        stops = StopCommands(lambda: (self.body.list_pane, self.body.detail_view, self.hint_bar), self.body.go_to)
        return actions_of(ListingCommands(self), stops)

    def default_list(self) -> RecordList:
        """Return the list."""
        return self.body.list_pane

    def question(self, library: Library) -> Callable[[], tuple[str, ...]]:
        """Return the function that finds the records of the entry in the library."""
        return lambda: tuple(id_ for id_ in self._ids if library.find(id_))

    def show_answer(self, library: Library, answer: tuple[str, ...]) -> None:
        """Show the records as rows."""
        back = f"  {key_of('back')} goes back to the {self._of}"
        self.title_bar.left = line(("On record", "title"), (back, "apparatus"))
        self.body.list_pane.pane_title = line(*self._heading)
        self.body.list_pane.message = "The record has nothing of this any more."
        self.body.show(RecordedRows(library, answer))
        self.body.show_detail()

    @property
    def current(self) -> Record | None:
        """The record under the cursor."""
        return self.live.library.find(self.body.key) if self.live.library and self.body.key else None

    @property
    def passage(self) -> MarkedSpan | None:
        """The first passage of the record; a page has none."""
        return first_passage(self.current)

    def detail_title(self) -> Text:
        """Return the id of the record."""
        return line((self.body.key or "", "source"))

    def detail_lines(self) -> list[Text]:
        """Return the record in full; of a page the URL and which part was seen."""
        library, record = self.live.library, self.current
        if library is None or record is None:
            return []
        lines = record_lines(library, record) if isinstance(record, Source) else record_paragraphs(library, record)
        return list(map(text_of, lines))

    def to_page(self) -> Page | None:
        """Return the detail of the record under the cursor."""
        return self.body.page(self.body.key or "detail")

    @on(RecordList.Highlighted)
    def _highlighted(self) -> None:
        self.body.show_detail()

    @on(RecordList.Opened)
    def _opened(self) -> None:
        self.run_command("open")
