"""The compare screen: perspectives side by side, issue by issue, with the evidence in every cell."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from msgspec.structs import replace
from textual import on

from summittui.exchange.exports import Export
from summittui.library import Library
from summittui.library.answers.letters import letter
from summittui.library.answers.naming import NamesIn
from summittui.library.answers.perspective import Perspective
from summittui.model import Passage
from summittui.present.columns import see_also_words
from summittui.queries.comparison import Alignment, ComparisonQuery
from summittui.ui.actions import Actions, actions_of
from summittui.ui.commands.collapsing import CollapseCommands
from summittui.ui.commands.comparing import CompareCommands
from summittui.ui.commands.entries import EntryCommands
from summittui.ui.commands.sides import SidesCommands
from summittui.ui.commands.stops import StopCommands
from summittui.ui.keys.command import Scope
from summittui.ui.keys.lookup import key_of
from summittui.ui.live_query import LiveQuery
from summittui.ui.render.compare import summary
from summittui.ui.render.line import line
from summittui.ui.screens.columns import Columns
from summittui.ui.screens.compared_rows import ComparedRows, compared_rows
from summittui.ui.sides import Sides
from summittui.ui.view_screen import ViewScreen
from summittui.ui.widgets.grid import EntryCoordinate, Grid

_NO_DIFFERENCE = {
    Alignment.ISSUE: "They differ on no issue.",
    Alignment.DECLARATION: "On no declaration did one take part and another decline or stay out.",
}
_ROOM_FROM = 160
"""The width, in cells, from which on the title has room for the filters and the counts of row states."""


class CompareScreen(ViewScreen):
    """A grid with two or more perspectives as columns; the rows are issues, dates or sources."""

    view_name = "compare"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.COMPARE, Scope.LIST, Scope.APP)
    tables: tuple[str, ...] = ("actors", "camps", "declarations", "sources")
    what = "an actor, camp, declaration or source"

    def __init__(self, query: ComparisonQuery) -> None:
        """Compare the actors, camps, declarations or sources of a query, the first column first."""
        super().__init__()
        self.view_query: ComparisonQuery = query
        self.columns = Columns()
        self.grid = self.home = self.columns.grid
        self.parts = (self.grid,)
        self.live: LiveQuery[ComparedRows] = LiveQuery(self, self.columns)
        self.shown: ComparedRows | None = None
        """The rows that are shown; None until there is an answer."""

    def on_mount(self) -> None:
        """Lay the rows out as the line of the view has it."""
        self.columns.lay()

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        stops = StopCommands(lambda: (*self.columns.stops, self.hint_bar))
        collapsing = CollapseCommands(self, EntryCommands(self))
        return actions_of(SidesCommands(self), CompareCommands(self), collapsing, stops)

    @property
    def sides(self) -> Sides:
        """The ids of the columns."""
        return self.view_query.sides

    def take_sides(self, sides: Sides) -> None:
        """Compare other columns."""
        self.compare(replace(self.view_query, sides=sides))

    def question(self, library: Library) -> Callable[[], ComparedRows]:
        """Return the function that computes the comparison and the texts of its rows."""
        return partial(compared_rows, library, self.view_query)

    def show_answer(self, library: Library, answer: ComparedRows) -> None:  # noqa: ARG002 - as every query has it
        """Show the rows: all, or the differences only."""
        self.show_title()
        self.shown = (answer.differences if self.view_query.differences_only else answer).laid_out(self.view_query)
        self.grid.message = "No statement of any of them was found."
        self.columns.show(answer.headings, self.shown.texts, self.shown.keys)

    def show_title(self) -> None:
        """Show in the title the alignment, the filters and the counts of row states."""
        manner = self.columns.manner
        self.title_bar.left = line(
            ("Compare", "title"), (f"  {_conditions(self.view_query, self.live.library)}{manner}", "apparatus")
        )
        if self.live.answer is not None:
            room = self.size.width >= _ROOM_FROM or not (self.view_query.leaves_out or manner)
            self.title_bar.right = summary(self.live.answer.compared) if room else line()

    def on_resize(self) -> None:
        """Fit the counts of row states into the title."""
        self.show_title()

    @property
    def differing(self) -> Sequence[int]:
        """The indexes of the rows on which the columns differ; by date or source, of those with several cells."""
        return self.shown.differing if self.shown else ()

    def why_no_difference(self) -> str | None:
        """Return why there is no row on which the columns differ; None where there is one."""
        if self.differing:
            return None
        return _NO_DIFFERENCE.get(self.view_query.by, "No row has something of more than one column.")

    def why_no_passage(self) -> str | None:
        """Return why there is no passage behind the entry under the cursor; None where there is one."""
        if self.grid.cursor is None or self.shown is None or self.shown.passages(self.grid.cursor) is None:
            return "No statement was found here, so there is no passage to open."
        return None if self.passages(self.grid.cursor) else "No passage of the source is marked for this one."

    @property
    def perspective(self) -> Perspective | None:
        """The column of the cursor; None until there is an answer."""
        return self.live.answer.compared.columns[self.columns.column] if self.live.answer else None

    def passages(self, cursor: EntryCoordinate) -> Sequence[Passage]:
        """Return the passages behind an entry."""
        return (self.shown.passages(cursor) if self.shown else None) or ()

    def copied(self, row: int | None) -> str:
        """Return a row, or all that are shown, as Markdown."""
        return self.shown.copied(self.live.library, row) if self.shown and self.live.library else ""

    def to_export(self) -> Export | None:
        """Return the comparison with the rows of the grid."""
        library = self.live.library
        return (
            self.shown.export(library, _conditions(self.view_query, self.live.library))
            if self.shown and library
            else None
        )

    @on(Grid.Highlighted)
    def _highlighted(self, event: Grid.Highlighted) -> None:
        cursor, shown = event.cursor, self.shown
        if cursor is not None and shown is not None and cursor.row < len(shown.rows):
            self.grid.pane_title = line(*self._see_also(cursor.column), shown.question(cursor.row))

    def _see_also(self, column: int) -> tuple[tuple[str, str], ...]:
        """Return the words before a row's question that name states and bodies recorded apart from the column."""
        if self.live.library is None or self.live.answer is None:
            return ()
        close = see_also_words(self.live.library, self.live.answer.compared.columns[column])
        return ((f"{letter(column)} {close}, {key_of('see-also')} changes that · ", "doubt"),) if close else ()

    def back(self) -> None:
        """Undo one step: the menu, a filter, the differences, the alignment, the scrolling apart; then leave."""
        now, before = self.view_query, self.view_query.stepped_back
        if self.hint_bar.has_focus:
            self.focus_home()
        elif before is not None:
            is_narrower = (before.by, before.evidence_filter) == (now.by, now.evidence_filter)
            (self.narrow if is_narrower else self.compare)(before)
        elif self.columns.apart:
            self.actions["scroll-apart"].run()
        else:
            super().back()

    def compare(self, query: ComparisonQuery) -> None:
        """Compute the comparison of another query."""
        self.view_query = query
        self.live.ask()

    def narrow(self, query: ComparisonQuery) -> None:
        """Show other rows of the present comparison."""
        self.view_query = query
        if self.live.answer is not None and self.live.library is not None:
            self.show_answer(self.live.library, self.live.answer)
            self.grid.put(EntryCoordinate(0, self.columns.column, 0))


def _conditions(query: ComparisonQuery, library: Library | None) -> str:
    """Return the alignment and the filters of a query in words."""
    return query.conditions(NamesIn(library)) if library else ""
