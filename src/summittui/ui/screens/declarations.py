"""The declarations screen: clauses by matter, acts and tallies of declarations, side by side."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from msgspec.structs import replace
from textual import on

from summittui.exchange.copies import declarations_copy
from summittui.exchange.exports import Export
from summittui.exchange.view_exports import declarations_export
from summittui.library import Library
from summittui.library.answers.clauses import DeclarationComparison, compare_declarations
from summittui.library.answers.letters import letter
from summittui.model import Passage
from summittui.queries.comparison import DeclarationsQuery
from summittui.ui.actions import Action, Actions, actions_of
from summittui.ui.commands.entries import EntryCommands
from summittui.ui.commands.sides import SidesCommands
from summittui.ui.commands.stops import StopCommands
from summittui.ui.keys.command import Scope
from summittui.ui.live_query import LiveQuery
from summittui.ui.render.declarations import (
    DeclarationRow,
    declaration_heading,
    declaration_rows,
    declarations_summary,
)
from summittui.ui.render.line import line
from summittui.ui.screens.columns import Columns
from summittui.ui.sides import Sides
from summittui.ui.view_screen import ViewScreen
from summittui.ui.widgets.grid import EntryCoordinate, Grid


class Shown(NamedTuple):
    """A comparison of declarations with the rows of the grid."""

    compared: DeclarationComparison
    rows: tuple[DeclarationRow, ...]


class DeclarationsScreen(ViewScreen):
    """A grid with two or more declarations as columns; the rows are matters, actors and tallies."""

    view_name = "declarations"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.DECLARATIONS, Scope.LIST, Scope.APP)
    tables: tuple[str, ...] = ("declarations",)
    what = "a declaration"

    def __init__(self, query: DeclarationsQuery) -> None:
        """Put the declarations of a query side by side, the first column first."""
        super().__init__()
        self.view_query: DeclarationsQuery = query
        self.columns = Columns()
        self.grid = self.home = self.columns.grid
        self.parts = (self.grid,)
        self.live: LiveQuery[Shown] = LiveQuery(self, self.columns)

    def on_mount(self) -> None:
        """Lay the rows out as the line of the view has it."""
        self.columns.lay()

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        stops = StopCommands(lambda: (*self.columns.stops, self.hint_bar))
        return {**actions_of(EntryCommands(self), SidesCommands(self), stops), "align": Action(self._align)}

    @property
    def sides(self) -> Sides:
        """The ids of the columns."""
        return self.view_query.sides

    def take_sides(self, sides: Sides) -> None:
        """Compare other declarations."""
        self.view_query = replace(self.view_query, sides=sides)
        self.live.ask()

    def question(self, library: Library) -> Callable[[], Shown]:
        """Return the function that computes the comparison and its rows."""
        query = self.view_query

        def compute() -> Shown:
            found = compare_declarations(library, query)
            return Shown(found, declaration_rows(library, found))

        return compute

    def show_answer(self, library: Library, answer: Shown) -> None:  # noqa: ARG002 - as every query has it
        """Show the comparison as rows of the grid."""
        self.show_title()
        columns = enumerate(answer.compared.columns)
        headings = tuple(declaration_heading(column, letter(at)) for at, column in columns)
        self.grid.message = "Nothing is recorded of what these declarations say, nor of who did what with them."
        self.columns.show(headings, tuple(row.texts for row in answer.rows), tuple(row.key for row in answer.rows))

    def show_title(self) -> None:
        """Show in the title the kind of rows, the layout and a summary."""
        said = f"  clauses by matter, acts, numbers{self.columns.manner}"
        self.title_bar.left = line(("Declarations", "title"), (said, "apparatus"))
        if self.live.answer is not None:
            self.title_bar.right = declarations_summary(self.live.answer.compared)

    @property
    def rows(self) -> tuple[DeclarationRow, ...]:
        """The rows of the grid."""
        return self.live.answer.rows if self.live.answer else ()

    @property
    def differing(self) -> Sequence[int]:
        """The indexes of the rows of a clause or an act that not every declaration has."""
        return [at for at, row in enumerate(self.rows) if row.differs]

    def why_no_difference(self) -> str | None:
        """Return why there is no row on which the declarations differ; None where there is one."""
        if not self.rows:
            return "There is no row here."
        return None if self.differing else "Every declaration has all of this."

    def why_no_passage(self) -> str | None:
        """Return why there is no passage behind the entry under the cursor; None where there is one."""
        cursor = self.grid.cursor
        return None if cursor and self.passages(cursor) else "No passage of a source is marked for this one."

    def passages(self, cursor: EntryCoordinate) -> tuple[Passage, ...]:
        """Return the passages behind an entry."""
        return self.rows[cursor.row].passages[cursor.column][cursor.entry]

    def to_export(self) -> Export | None:
        """Return the declarations side by side."""
        return self.live.map_answer(lambda library, answer: declarations_export(library, answer.compared))

    def copied(self, row: int | None) -> str:
        """Return a row, or all of them, as Markdown."""
        library, answer = self.live.library, self.live.answer
        if library is None or answer is None:
            return ""
        return declarations_copy(library, answer.compared if row is None else self.rows[row].alone)

    @on(Grid.Highlighted)
    def _highlighted(self, event: Grid.Highlighted) -> None:
        if event.cursor is not None and event.cursor.row < len(self.rows):
            self.grid.pane_title = line(self.rows[event.cursor.row].title)

    def _align(self) -> None:
        """Show the words of the declarations side by side by issue, instead of this screen."""
        self.app.navigation.exchange("compared", self.live.library, self.sides, whole=False)

    def back(self) -> None:
        """Undo one step: the menu, the scrolling apart; then leave."""
        if self.hint_bar.has_focus:
            self.focus_home()
        elif self.columns.apart:
            self.actions["scroll-apart"].run()
        else:
            super().back()
