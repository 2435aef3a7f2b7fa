"""The ledger screen: actors against declarations, one sign for the standing of each."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on

from summittui.exchange.exports import Export
from summittui.exchange.view_exports import ledger_export
from summittui.library import Library
from summittui.library.answers.ledger import Ledger, LedgerRow, ledger
from summittui.model import Actor, Camp, Declaration
from summittui.model.deed import Deed
from summittui.present.ledger import cell_words, rows_words
from summittui.present.scope import empty_message
from summittui.queries.ledger import LEDGER_ORDERS, LedgerOrder, LedgerQuery, Standing
from summittui.ui.actions import Action, Actions
from summittui.ui.commands.stops import StopCommands
from summittui.ui.handover import ToCopy
from summittui.ui.keys.command import Scope
from summittui.ui.live_query import LiveQuery
from summittui.ui.render.ledger import SIGNS, LedgerCells, cell_heading, cell_lines, legend_lines, recorded_ids
from summittui.ui.render.line import line, text_of
from summittui.ui.screens.table_detail import BREAKPOINTS, TableDetail
from summittui.ui.view_screen import ViewScreen
from summittui.ui.widgets.table import Table

_NOTHING = "No act on any declaration is recorded. The collection ai-declarations has many: summittui collections add."
_STANDINGS = (None, Standing.SIGNED, Standing.JOINED, Standing.DECLINED, Standing.STAYED_OUT)


class LedgerScreen(ViewScreen):
    """A table with the standing of each actor to each declaration, and below it the detail of one cell."""

    DEFAULT_CSS = """
    LedgerScreen {
        & #cell { height: 8; }
        &.-tall #cell { height: 13; }
    }
    """
    VERTICAL_BREAKPOINTS = BREAKPOINTS
    view_name = "ledger"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.LEDGER, Scope.LIST, Scope.APP)

    def __init__(self, query: LedgerQuery | None = None) -> None:
        """Show the ledger that a query asks for; all actors and declarations without one."""
        super().__init__()
        self.view_query: LedgerQuery = query or LedgerQuery()
        self.body = TableDetail(SIGNS)
        self.table = self.home = self.body.table
        self.parts = (self.body,)
        self.live: LiveQuery[Ledger] = LiveQuery(self, self.body)

    def on_mount(self) -> None:
        """Show the name of the view until there is an answer."""
        self.title_bar.left = line(("Ledger", "title"))

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        return {
            **StopCommands(lambda: (self.table, self.body.cell_view, self.hint_bar)).actions,
            "left": Action(lambda: self.table.move_column(-1)),
            "right": Action(lambda: self.table.move_column(1)),
            "open": Action(self.open),
            "ledger-group": Action(self._turn_group),
            "ledger-standing": Action(self._turn_standing),
            "ledger-order": Action(self._turn_order),
        }

    def open(self) -> None:
        """Focus the cell; from the cell, open the text, the pages that tell the acts, or the words."""
        row, column, cursor, library = self.row, self.column, self.table.cursor, self.live.library
        if self.table.has_focus or row is None or column is None or cursor is None or library is None:
            self.body.cell_view.focus()
            return
        from summittui.ui.screens.recorded import RecordedScreen

        ids = recorded_ids(library, row, column, row.cells[cursor.column])
        self.app.push_screen(RecordedScreen(cell_heading(row, column), ids, of="ledger"))

    def question(self, library: Library) -> Callable[[], Ledger]:
        """Return the function that computes the ledger."""
        query = self.view_query
        return lambda: ledger(library, query)

    def show_answer(self, library: Library, answer: Ledger) -> None:
        """Show the ledger; the cursor stays on its actor and declaration."""
        self.title_bar.left = line(("Ledger", "title"), (f"  {rows_words(library, answer)}", "apparatus"))
        self.title_bar.right = line((LEDGER_ORDERS[answer.query.order], "apparatus"))
        self.table.message = empty_message(library, "acts") if library.scope else _NOTHING
        rows, columns = [row.actor.id for row in answer.rows], [each.id for each in answer.columns]
        self.body.show(LedgerCells(answer), rows, columns)

    @property
    def row(self) -> LedgerRow | None:
        """The row under the cursor."""
        cursor, shown = self.table.cursor, self.live.answer
        return shown.rows[cursor.row] if shown and cursor and cursor.row < len(shown.rows) else None

    @property
    def column(self) -> Declaration | None:
        """The declaration under the cursor."""
        cursor, shown = self.table.cursor, self.live.answer
        return shown.columns[cursor.column] if shown and cursor else None

    def to_copy(self) -> ToCopy:
        """Return the acts of the cell, or the sentence that there is none."""
        row, column, cursor = self.row, self.column, self.table.cursor
        if row is None or column is None or cursor is None:
            return ToCopy()
        cell = row.cells[cursor.column]
        told = f"{row.actor.name}, {column.label}: {cell_words(column, cell)}"
        return ToCopy(tuple(Deed(column, act) for act in cell.acts), told)

    def to_export(self) -> Export | None:
        """Return the ledger as it is sorted."""
        return self.live.map_answer(ledger_export)

    @on(Table.Highlighted)
    def _highlighted(self) -> None:
        row, column, cursor, library = self.row, self.column, self.table.cursor, self.live.library
        if row is None or column is None or cursor is None or library is None:
            self.body.show_cell(line(), ())
            return
        paragraphs = (*cell_lines(library, row, column, row.cells[cursor.column]), *legend_lines())
        self.body.show_cell(line(column.title), list(map(text_of, paragraphs)))

    @on(Table.Opened)
    def _opened(self) -> None:
        self.run_command("open")

    def _turn_group(self) -> None:
        """Take all actors, or the members of the next bloc, collective or camp."""
        groups = ["", *self._groups()]
        at = groups.index(self.view_query.group) if self.view_query.group in groups else 0
        self._ask(group=groups[(at + 1) % len(groups)])

    def _turn_standing(self) -> None:
        """Take only actors that signed, joined, declined or stayed out, in turn, or all."""
        at = _STANDINGS.index(self.view_query.standing) if self.view_query.standing in _STANDINGS else 0
        self._ask(standing=_STANDINGS[(at + 1) % len(_STANDINGS)])

    def _turn_order(self) -> None:
        """Sort by name, by number of declarations or by last act, in turn."""
        orders = tuple(LedgerOrder)
        self._ask(order=orders[(orders.index(self.view_query.order) + 1) % len(orders)])

    def back(self) -> None:
        """Undo one step: the focus of the cell or the hint bar, the choice of rows; then leave the screen."""
        if not self.table.has_focus:
            self.table.focus()
        elif self.view_query.group or self.view_query.standing:
            self._ask(group="", standing=None)
        else:
            super().back()

    def _ask(self, **changes: object) -> None:
        from msgspec.structs import replace

        self.view_query = replace(self.view_query, **changes)
        self.live.ask()

    def _groups(self) -> Sequence[str]:
        """Return the ids of the blocs with members that could sign, and of the camps."""
        if self.live.library is None:
            return ()
        blocs = [each.id for each in self.live.library.every(Actor) if len(each.members) > 1]
        return [*blocs, *(each.id for each in self.live.library.every(Camp) if each.members)]
