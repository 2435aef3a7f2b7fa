"""The screen of the public record on one claim or act: texts, quotes and pages, each with its detail."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.text import Text

from summittui.library import Library
from summittui.model import Record, Source
from summittui.present.line import Line
from summittui.present.record import record_lines, record_paragraphs
from summittui.ui.actions import Actions
from summittui.ui.commands.listing import ListingCommands
from summittui.ui.handover import Page
from summittui.ui.keys.command import Scope
from summittui.ui.keys.lookup import key_of
from summittui.ui.live_query import LiveQuery
from summittui.ui.render.line import line, text_of
from summittui.ui.render.verification import RecordedRows
from summittui.ui.screens.list_detail import BREAKPOINTS, ListDetail
from summittui.ui.view_screen import ViewScreen


class RecordedScreen(ViewScreen):
    """The records behind one claim or act; Esc goes back to it."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.VERIFY, Scope.LIST, Scope.APP)

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
        self.parts, self.home = (self.body,), self.body.list_pane
        self.live: LiveQuery[tuple[str, ...]] = LiveQuery(self, self.body)

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        return ListingCommands(self).actions

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

    @property
    def current(self) -> Record | None:
        """The record under the cursor."""
        return self.live.find(self.body.key)

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
