"""Declarations side by side: what they say by matter, who did what with them, the numbers as stated."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, NamedTuple

from textual import on

from summittui.exchange.copies import declarations_copy
from summittui.exchange.exports import Export, view_export
from summittui.exchange.views import plain_declarations
from summittui.library import Library
from summittui.library.answers.clauses import DeclarationComparison, compare_declarations
from summittui.library.answers.letters import letter
from summittui.model import Passage
from summittui.present.declarations import declarations_table
from summittui.ui.keys.table import Scope
from summittui.ui.render.declarations import (
    DeclarationRow,
    declaration_heading,
    declaration_rows,
    declarations_summary,
)
from summittui.ui.render.line import line
from summittui.ui.screens.side_by_side import SideBySideScreen
from summittui.ui.sides import Sides
from summittui.ui.widgets.grid import Grid, Place


class Shown(NamedTuple):
    """Declarations side by side with the rows that show them."""

    compared: DeclarationComparison
    rows: tuple[DeclarationRow, ...]


class DeclarationsScreen(SideBySideScreen[Shown]):
    """Two or more declarations as columns; the rows are matters, actors, and numbers."""

    view_name = "declarations"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.DECLARATIONS, Scope.LIST, Scope.APP)
    tables = ("declarations",)
    what = "a declaration"

    def __init__(self, sides: Sides) -> None:
        """Put the declarations with these ids side by side, the first column first."""
        super().__init__()
        self._sides = sides

    @property
    def sides(self) -> Sides:
        """The ids of the columns."""
        return self._sides

    def take_sides(self, sides: Sides) -> None:
        """Compare other declarations."""
        self._sides = sides
        self.ask()

    def question(self, library: Library) -> Callable[[], Shown]:
        """Return what puts the declarations side by side."""
        sides = self._sides

        def compute() -> Shown:
            found = compare_declarations(library, sides)
            return Shown(found, declaration_rows(library, found))

        return compute

    def show_answer(self, library: Library, answer: Shown) -> None:  # noqa: ARG002 - as the base class declares it
        """Show the rows."""
        self.show_title()
        columns = enumerate(answer.compared.columns)
        headings = tuple(declaration_heading(column, letter(at)) for at, column in columns)
        self.grid.message = "Nothing is recorded of what these declarations say, nor of who did what with them."
        self.show_rows(headings, tuple(row.texts for row in answer.rows), tuple(row.key for row in answer.rows))

    def show_title(self) -> None:
        """Say what is compared, and how."""
        said = f"  clauses by matter, acts, numbers{self.manner}"
        self.title_bar.left = line(("Declarations", "title"), (said, "apparatus"))
        if self.answer is not None:
            self.title_bar.right = declarations_summary(self.answer.compared)

    @property
    def rows(self) -> tuple[DeclarationRow, ...]:
        """The rows that are shown."""
        return self.answer.rows if self.answer else ()

    def differs(self, row: int) -> bool:
        """Tell whether not every declaration has the clause or the act of a row."""
        return self.rows[row].differs

    def passages(self, place: Place) -> tuple[Passage, ...]:
        """Return the passages behind an entry."""
        return self.rows[place.row].passages[place.column][place.entry]

    def to_export(self) -> Export | None:
        """Return the declarations side by side."""
        if self.library is None or self.answer is None:
            return None
        shown = self.answer.compared
        return view_export(
            "declarations",
            " and ".join(column.label for column in shown.columns),
            plain=partial(plain_declarations, self.library, shown),
            table=partial(declarations_table, self.library, shown),
        )

    def copied(self, row: int | None) -> str:
        """Return a row, or all of them, as Markdown."""
        if self.answer is None or self.library is None:
            return ""
        compared = self.answer.compared if row is None else self.rows[row].alone
        return declarations_copy(self.library, compared)

    def why_not(self, command_id: str) -> str | None:
        """Return why a command cannot be run now."""
        if command_id in {"open", "source"} and self.answer is not None:
            place = self.grid.place
            if place is None or not self.passages(place):
                return "No passage of a source is marked for this one."
        if command_id in {"next-difference", "previous-difference"} and not any(row.differs for row in self.rows):
            return super().why_not(command_id) or "Every declaration has all of this."
        return super().why_not(command_id)

    @on(Grid.Highlighted)
    def _highlighted(self, event: Grid.Highlighted) -> None:
        if event.place is not None and event.place.row < len(self.rows):
            self.grid.pane_title = line(self.rows[event.place.row].title)

    def do_align(self) -> None:
        """Put the words of the declarations side by side by issue."""
        self.app.navigation.exchange("compared", self.library, self._sides, whole=False)

    def back(self) -> None:
        """Undo one step: the menu, the scrolling apart; then leave."""
        if self.hint_bar.has_focus:
            self.leave_hints()
        elif self.apart:
            self.do_scroll_apart()
        else:
            super().back()
