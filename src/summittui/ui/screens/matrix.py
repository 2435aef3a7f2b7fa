"""The matrix: actors against issues, one sign for each position."""

from collections.abc import Callable, Hashable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.reactive import reactive

from summittui.exchange.exports import Export, matrix_export
from summittui.library import Library
from summittui.library.answers.matrix import Matrix, MatrixRow, matrix
from summittui.library.answers.positions import Position
from summittui.model import Issue
from summittui.present.evidence import evidence_head, evidence_tail
from summittui.present.matrix import pole_lines, shared_record_lines
from summittui.present.position import position_paragraph, standing
from summittui.present.scope import emptiness
from summittui.queries.matrix import Rows
from summittui.ui.handover import Page, ToCopy, copied
from summittui.ui.keys.lookup import key_of
from summittui.ui.keys.table import Scope
from summittui.ui.marking import Marking
from summittui.ui.matrix_order import Order, in_order, size_words
from summittui.ui.moves import Movable
from summittui.ui.render.line import line, text_of
from summittui.ui.render.matrix import LEGEND, MatrixCells
from summittui.ui.screens.compare import CompareScreen
from summittui.ui.screens.evidence import EvidenceScreen
from summittui.ui.screens.pairs import PairsScreen
from summittui.ui.screens.query_screen import LOADING, QueryScreen
from summittui.ui.widgets.bars import HintBar, TitleBar
from summittui.ui.widgets.table import NoCells, Spot, Table
from summittui.ui.widgets.text_view import TextView

_TURN = {Rows.ACTORS: Rows.CAMPS, Rows.CAMPS: Rows.BOTH, Rows.BOTH: Rows.ACTORS}
_NOTHING = {
    Rows.ACTORS: "The store holds no stance of anybody on any issue.",
    Rows.CAMPS: "The store holds no camp with a stance on any issue; summittui camps says how one is made. t: actors.",
    Rows.BOTH: "The store holds no stance of anybody on any issue.",
}


class MatrixScreen(QueryScreen[Matrix]):
    """A table with the position of each actor on each issue, and under it the cell that the cursor is on."""

    DEFAULT_CSS = """
    MatrixScreen {
        layout: vertical;
        & #table { height: 1fr; }
        & #cell { height: 5; }
        &.-tall #cell { height: 12; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]  # noqa: RUF012  # as the base class declares it
    view_name = "matrix"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.MATRIX, Scope.LIST, Scope.APP)

    table = query_one("#table", Table)
    cell_view = query_one("#cell", TextView)
    marking: reactive[Marking] = reactive(Marking, repaint=False)
    """The marked actors."""

    def __init__(self) -> None:
        super().__init__()
        self.order: Order | None = None
        self.rows = Rows.ACTORS
        self.folded = False
        self.voices = False
        self._unsorted: tuple[Hashable, tuple[Rows, bool, bool], Matrix] | None = None

    def compose(self) -> ComposeResult:
        """Give the bars, the table and the cell."""
        yield TitleBar(id="title")
        yield Table(message=LOADING, id="table")
        yield TextView(id="cell")
        yield HintBar(id="hints")

    def on_mount(self) -> None:
        """Give the table the keys."""
        self.title_bar.left = line(("Matrix", "title"))
        self.cell_view.pane_title = line((LEGEND, "apparatus"))
        self.table.marks = frozenset(self.marking.ids)
        self.table.focus()

    def default_list(self) -> Movable:
        """Return the table."""
        return self.table

    def question(self, library: Library) -> Callable[[], Matrix]:
        """Return what computes the matrix in the order that is asked for."""
        known, order, asked = self._unsorted, self.order, (self.rows, self.folded, self.voices)

        def compute() -> Matrix:
            rows, folded, voices = asked
            same = known is not None and known[0] == library.version and known[1] == asked
            found = known[2] if known and same else matrix(library, rows=rows, folded=folded, voices=voices)
            return in_order(found, order)

        return compute

    def show_answer(self, library: Library, answer: Matrix) -> None:
        """Show the matrix, the cursor on the actor and issue on which it was."""
        if self.order is None:
            self._unsorted = (library.version, (self.rows, self.folded, self.voices), answer)
        spot = self._same_spot(answer)
        self._shown = answer
        self.marking = self.marking.kept(frozenset(row.perspective.id for row in answer.rows))
        ordered = f" · sorted by {library.name(self.order.id)}, {key_of('back')} restores" if self.order else ""
        layer = "" if self.voices else f" · {key_of('voices')} adds newspapers and authors"
        size = f"  {size_words(answer)}{', with who speaks for them' if self.folded else ''}{ordered or layer}"
        self.title_bar.left = line(("Matrix", "title"), (size, "apparatus"))
        self.table.message = emptiness(library, "stances") if library.scope else _NOTHING[self.rows]
        self.table.show(MatrixCells(answer), spot)

    _shown: Matrix | None = None

    def show_problem(self, words: str) -> None:
        """Say in the empty table why there is nothing."""
        self.table.message = words
        self.table.show(NoCells())

    def _same_spot(self, after: Matrix) -> Spot | None:
        if self._shown is None or self.row is None or self.issue is None:
            return None
        rows = {row.perspective.id: at for at, row in enumerate(after.rows)}
        columns = {issue.id: at for at, issue in enumerate(after.issues)}
        return Spot(rows.get(self.row.perspective.id, 0), columns.get(self.issue.id, 0))

    @property
    def at(self) -> str:
        """The row and the issue under the cursor."""
        return f"{self.row.perspective.id}/{self.issue.id}" if self.row and self.issue else ""

    def arrive(self, at: str) -> bool:
        """Put the cursor on the cell of a row and an issue."""
        shown, (whose, _, issue) = self._shown, at.partition("/")
        spots = [
            Spot(row, column)
            for row, each in enumerate(shown.rows if shown else ())
            for column, about in enumerate(shown.issues if shown else ())
            if each.perspective.id == whose and (about.id == issue or not issue)
        ]
        if spots:
            self.table.put(spots[0])
        return bool(spots)

    @property
    def row(self) -> MatrixRow | None:
        """The row under the cursor."""
        spot = self.table.spot
        return self._shown.rows[spot.row] if self._shown and spot and spot.row < len(self._shown.rows) else None

    @property
    def issue(self) -> Issue | None:
        """The issue under the cursor."""
        spot = self.table.spot
        return self._shown.issues[spot.column] if self._shown and spot else None

    @property
    def position(self) -> Position | None:
        """The position under the cursor."""
        spot = self.table.spot
        return self.row.cells[spot.column] if self.row and spot else None

    def to_copy(self) -> ToCopy:
        """Return the evidence of the cell."""
        row, issue, position, library = self.row, self.issue, self.position, self.library
        if row is None or issue is None or position is None or library is None:
            return ToCopy()
        told = f"{row.perspective.label} on {issue.question} {standing(library, position)}"
        return ToCopy(position.evidence, told)

    def to_export(self) -> Export | None:
        """Return the matrix as it is sorted, and as a network."""
        library, shown = self.library, self._shown
        return matrix_export(library, shown) if library is not None and shown is not None else None

    def to_page(self) -> Page | None:
        """Return the evidence of the cell with everything that goes with it."""
        what, library = self.to_copy(), self.library
        return Page("evidence", lambda: copied(library, what)) if library and what.things else None

    def why_not(self, command_id: str) -> str | None:
        """Return why a command cannot be run now."""
        needs_cell = command_id in {"open", "mark", "compare", "sort-by-issue", "sort-by-actor"}
        if needs_cell and self.answer is not None and self.row is None:
            return "Nothing is under the cursor."
        if command_id == "open" and self.position is not None and not self.position.n:
            return "No statement was found here; that is neither for nor against."
        if command_id == "compare" and self.row and not self.marking.sides(self.row.perspective.id):
            mark, compare = key_of("mark"), key_of("compare")
            return f"Mark an actor with {mark}, move to another and press {compare}; or mark two or more."
        return super().why_not(command_id)

    @on(Table.Highlighted)
    def _highlighted(self) -> None:
        row, issue, position = self.row, self.issue, self.position
        if row is None or issue is None or position is None or self.library is None:
            self.table.pane_title = line()
            self.cell_view.show(())
            return
        self.table.pane_title = line(issue.question)
        lines = [
            line((row.perspective.label, "title"), ": ", *position_paragraph(self.library, position)),
            line((issue.question, "words")),
            *map(text_of, pole_lines(self.library, position)),
            *map(text_of, shared_record_lines(self.library, row, position)),
        ]
        for piece in position.evidence:
            lines += [text_of(evidence_head(piece)), text_of(evidence_tail(self.library, piece))]
        self.cell_view.show(lines)

    @on(Table.Opened)
    def _opened(self) -> None:
        self.run_command("open")

    def watch_marking(self, marking: Marking) -> None:
        """Show the marks."""
        if self.is_mounted:
            self.table.marks = frozenset(marking.ids)

    def do_left(self) -> None:
        """Go to the issue on the left."""
        self.table.move_column(-1)

    def do_right(self) -> None:
        """Go to the issue on the right."""
        self.table.move_column(1)

    def do_open(self) -> None:
        """Show the words and deeds behind the cell."""
        if self.row and self.issue:
            self.app.push_screen(EvidenceScreen(self.row.perspective, self.issue.id))

    def do_mark(self) -> None:
        """Mark the actor, or take the mark off, and move on."""
        if self.row:
            self.marking = self.marking.toggled(self.row.perspective.id)
            self.table.move(1)

    def do_compare(self) -> None:
        """Compare the marked actors, or the one mark with the actor under the cursor."""
        if self.row:
            self.app.push_screen(CompareScreen(self.marking.sides(self.row.perspective.id)))

    def do_sort_by_issue(self) -> None:
        """Sort the actors by where they stand on the issue under the cursor."""
        if self.issue:
            self._sort(Order(by_issue=True, id=self.issue.id))

    def do_sort_by_actor(self) -> None:
        """Sort the issues by where the actor under the cursor stands."""
        if self.row:
            self._sort(Order(by_issue=False, id=self.row.perspective.id))

    def do_rows(self) -> None:
        """Make the rows actors, camps, or both, in turn."""
        self.rows = _TURN[self.rows]
        self._sort(self.order)

    def do_take_in(self) -> None:
        """Take in those who speak for an actor, or leave them out."""
        self.folded = not self.folded
        self._sort(self.order)

    def do_voices(self) -> None:
        """Add newspapers and authors with their own voice, or leave them out."""
        self.voices = not self.voices
        self._sort(self.order)

    def do_pairs(self) -> None:
        """Show who stands with whom."""
        self.app.push_screen(PairsScreen())

    def back(self) -> None:
        """Undo one step: the menu, the order, the marks, then leave."""
        if not self.table.has_focus:
            self.table.focus()
        elif self.order is not None:
            self._sort(None)
        elif self.marking.ids:
            self.marking = Marking()
        else:
            super().back()

    def do_next_pane(self) -> None:
        """Go to the cell, then to the menu in the last line, then to the table."""
        self._step(1)

    def do_previous_pane(self) -> None:
        """Go the same way back."""
        self._step(-1)

    def leave_hints(self) -> None:
        """Give the keys back to the table."""
        self.table.focus()

    def _step(self, by: int) -> None:
        stops = (self.table, self.cell_view, self.hint_bar)
        here = next((at for at, stop in enumerate(stops) if stop.has_focus), 0)
        stops[(here + by) % len(stops)].focus()

    def _sort(self, order: Order | None) -> None:
        self.order = order
        self.ask()
