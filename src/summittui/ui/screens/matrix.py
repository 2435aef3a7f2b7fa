"""The matrix screen: actors against issues, one sign for each position."""

from collections.abc import Callable, Hashable
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.reactive import reactive

from summittui.exchange.exports import Export
from summittui.exchange.view_exports import matrix_export
from summittui.library import Library
from summittui.library.answers.matrix import Matrix, MatrixRow, matrix
from summittui.library.answers.naming import NamesIn
from summittui.library.answers.positions import Position
from summittui.model import Issue
from summittui.present.position import position_words
from summittui.present.scope import empty_message
from summittui.queries.matrix import EvidenceQuery, MatrixQuery, Rows
from summittui.ui.actions import Action, Actions, actions_of, first_of
from summittui.ui.commands.matrix import MatrixCommands
from summittui.ui.commands.stops import StopCommands
from summittui.ui.handover import Page, ToCopy, copied
from summittui.ui.keys.command import Scope
from summittui.ui.keys.lookup import key_of
from summittui.ui.live_query import LiveQuery
from summittui.ui.marking import Marking
from summittui.ui.matrix_order import in_order, size_words
from summittui.ui.render.line import line
from summittui.ui.render.matrix import LEGEND, MatrixCells, position_lines
from summittui.ui.screens.evidence import EvidenceScreen
from summittui.ui.screens.pairs import PairsScreen
from summittui.ui.screens.table_detail import BREAKPOINTS, TableDetail
from summittui.ui.view_screen import ViewScreen
from summittui.ui.widgets.table import Table

_NOTHING = {
    Rows.ACTORS: "The store holds no stance of anybody on any issue.",
    Rows.CAMPS: "The store holds no camp with a stance on any issue; summittui camps says how one is made. t: actors.",
    Rows.BOTH: "The store holds no stance of anybody on any issue.",
}


class MatrixScreen(ViewScreen):
    """A table with the position of each actor on each issue, and below it the detail of one cell."""

    DEFAULT_CSS = """
    MatrixScreen {
        & #cell { height: 5; }
        &.-tall #cell { height: 12; }
    }
    """
    VERTICAL_BREAKPOINTS = BREAKPOINTS
    view_name = "matrix"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.MATRIX, Scope.LIST, Scope.APP)

    marking: reactive[Marking] = reactive(Marking, repaint=False)
    """The marked actors."""

    def __init__(self, query: MatrixQuery | None = None) -> None:
        """Show the matrix that a query asks for; all actors without one."""
        super().__init__()
        self.view_query: MatrixQuery = query or MatrixQuery()
        self.body = TableDetail(LEGEND)
        self.table = self.home = self.body.table
        self.parts = (self.body,)
        self.live: LiveQuery[Matrix] = LiveQuery(self, self.body)
        self._unsorted: tuple[Hashable, MatrixQuery, Matrix] | None = None

    def on_mount(self) -> None:
        """Show the name of the view until there is an answer, and the marks."""
        self.title_bar.left = line(("Matrix", "title"))
        self.table.marks = frozenset(self.marking.ids)

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        commands, stops = MatrixCommands(self), StopCommands(lambda: (self.table, self.body.cell_view, self.hint_bar))
        return {
            **actions_of(commands, stops),
            "open": Action(self._open, first_of(commands.why_no_cell, self._why_no_evidence)),
            "pairs": Action(lambda: self.app.push_screen(PairsScreen())),
        }

    def question(self, library: Library) -> Callable[[], Matrix]:
        """Return the function that computes the matrix in the order of the query."""
        known, order, asked = self._unsorted, self.view_query.sort, replace(self.view_query, sort="")

        def compute() -> Matrix:
            same = known is not None and known[0] == library.version and known[1] == asked
            return in_order(known[2] if known and same else matrix(library, asked), order)

        return compute

    def show_answer(self, library: Library, answer: Matrix) -> None:
        """Show the matrix; the cursor stays on its actor and issue."""
        query = self.view_query
        if not query.sort:
            self._unsorted = (library.version, query, answer)
        self.marking = self.marking.kept(frozenset(row.perspective.id for row in answer.rows))
        ordered = f" · sorted by {library.name(query.sort)}, {key_of('back')} restores" if query.sort else ""
        layer = "" if query.voices else f" · {key_of('voices')} adds newspapers and authors"
        size = f"  {size_words(answer)}{', with who speaks for them' if query.folded else ''}{ordered or layer}"
        said = replace(query, rows=Rows.ACTORS, sort="", folded=False, voices=False)
        self.title_bar.left = line(("Matrix", "title"), (size + said.narrowing(NamesIn(library)), "apparatus"))
        self.table.message = empty_message(library, "stances") if library.scope else _NOTHING[query.rows]
        rows, columns = [row.perspective.id for row in answer.rows], [issue.id for issue in answer.issues]
        self.body.show(MatrixCells(answer), rows, columns)

    @property
    def row(self) -> MatrixRow | None:
        """The row under the cursor."""
        cursor, shown = self.table.cursor, self.live.answer
        return shown.rows[cursor.row] if shown and cursor and cursor.row < len(shown.rows) else None

    @property
    def issue(self) -> Issue | None:
        """The issue under the cursor."""
        cursor, shown = self.table.cursor, self.live.answer
        return shown.issues[cursor.column] if shown and cursor else None

    @property
    def position(self) -> Position | None:
        """The position under the cursor."""
        cursor = self.table.cursor
        return self.row.cells[cursor.column] if self.row and cursor else None

    def to_copy(self) -> ToCopy:
        """Return the evidence of the cell."""
        row, issue, position, library = self.row, self.issue, self.position, self.live.library
        if row is None or issue is None or position is None or library is None:
            return ToCopy()
        told = f"{row.perspective.label} on {issue.question} {position_words(library, position)}"
        return ToCopy(position.evidence, told)

    def to_export(self) -> Export | None:
        """Return the matrix as it is sorted, and as a network."""
        return self.live.map_answer(matrix_export)

    def to_page(self) -> Page | None:
        """Return the evidence of the cell with full citations."""
        what, library = self.to_copy(), self.live.library
        return Page("evidence", lambda: copied(library, what)) if library and what.things else None

    def _why_no_evidence(self) -> str | None:
        is_empty = self.position is not None and not self.position.n
        return "No statement was found here; that is neither for nor against." if is_empty else None

    @on(Table.Highlighted)
    def _highlighted(self) -> None:
        row, issue, position, library = self.row, self.issue, self.position, self.live.library
        if row is None or issue is None or position is None or library is None:
            self.body.show_cell(line(), ())
        else:
            self.body.show_cell(line(issue.question), position_lines(library, row, issue, position))

    @on(Table.Opened)
    def _opened(self) -> None:
        self.run_command("open")

    def watch_marking(self, marking: Marking) -> None:
        """Render the marks of the table."""
        if self.is_mounted:
            self.table.marks = frozenset(marking.ids)

    def _open(self) -> None:
        """Open the evidence of the cell."""
        if self.row and self.issue:
            whose, folded = self.row.perspective.id, self.view_query.folded
            self.app.push_screen(EvidenceScreen(EvidenceQuery(whose=whose, issue=self.issue.id, folded=folded)))

    def back(self) -> None:
        """Undo one step: the focus of the hint bar, the order, the marks; then leave the screen."""
        if not self.table.has_focus:
            self.table.focus()
        elif self.view_query.sort:
            self.ask(replace(self.view_query, sort=""))
        elif self.marking.ids:
            self.marking = Marking()
        else:
            super().back()

    def ask(self, query: MatrixQuery) -> None:
        """Compute the matrix of another query."""
        self.view_query = query
        self.live.ask()
