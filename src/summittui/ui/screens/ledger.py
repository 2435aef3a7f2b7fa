"""The ledger: actors against declarations, one sign for what each did."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one

from summittui.exchange.exports import Export, view_export
from summittui.exchange.views import plain_ledger
from summittui.library import Library
from summittui.library.answers.ledger import Ledger, LedgerRow, ledger
from summittui.model import Actor, Camp, Declaration
from summittui.model.deed import Deed
from summittui.present.ledger import cell_words, ledger_table, ledger_title
from summittui.present.scope import emptiness
from summittui.queries.ledger import LedgerOrder, LedgerQuery, Standing
from summittui.ui.handover import ToCopy
from summittui.ui.keys.table import Scope
from summittui.ui.moves import Movable
from summittui.ui.render.ledger import LEGEND, LedgerCells, cell_lines
from summittui.ui.render.line import line, text_of
from summittui.ui.screens.query_screen import LOADING, QueryScreen
from summittui.ui.widgets.bars import HintBar, TitleBar
from summittui.ui.widgets.table import NoCells, Spot, Table
from summittui.ui.widgets.text_view import TextView

_NOTHING = "No act on any declaration is recorded. The collection ai-declarations has many: summittui collections add."
_STANDINGS = ("", *(str(each) for each in (Standing.SIGNED, Standing.JOINED, Standing.DECLINED, Standing.STAYED_OUT)))


class LedgerScreen(QueryScreen[Ledger]):
    """A table with what each actor did with each declaration, and under it the cell that the cursor is on."""

    DEFAULT_CSS = """
    LedgerScreen {
        layout: vertical;
        & #table { height: 1fr; }
        & #cell { height: 8; }
        &.-tall #cell { height: 13; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]  # noqa: RUF012  # as the base class declares it
    view_name = "ledger"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.LEDGER, Scope.LIST, Scope.APP)

    table = query_one("#table", Table)
    cell_view = query_one("#cell", TextView)

    def __init__(self, query: LedgerQuery | None = None) -> None:
        """Show the ledger that a query asks for; all actors and declarations without one."""
        super().__init__()
        self.query_of = query or LedgerQuery()
        self._shown: Ledger | None = None

    def compose(self) -> ComposeResult:
        """Compose the bars, the table and the cell."""
        yield TitleBar(id="title")
        yield Table(message=LOADING, id="table")
        yield TextView(id="cell")
        yield HintBar(id="hints")

    def on_mount(self) -> None:
        """Focus the table."""
        self.title_bar.left = line(("Ledger", "title"))
        self.cell_view.pane_title = line((LEGEND, "apparatus"))
        self.table.focus()

    def default_list(self) -> Movable:
        """Return the table."""
        return self.table

    def question(self, library: Library) -> Callable[[], Ledger]:
        """Return what computes the ledger."""
        query = self.query_of
        return lambda: ledger(library, query)

    def show_answer(self, library: Library, answer: Ledger) -> None:
        """Show the ledger, the cursor on the actor and declaration on which it was."""
        spot = self._spot_of(answer, self.at)
        self._shown = answer
        self.title_bar.left = line(("Ledger", "title"), (f"  {ledger_title(library, answer)}", "apparatus"))
        self.table.message = emptiness(library, "acts") if library.scope else _NOTHING
        self.table.show(LedgerCells(answer), spot)

    def show_problem(self, words: str) -> None:
        """Say in the empty table why there is nothing."""
        self.table.message = words
        self.table.show(NoCells())

    @property
    def at(self) -> str:
        """The actor and the declaration under the cursor."""
        return f"{self.row.actor.id}/{self.column.id}" if self.row and self.column else ""

    def arrive(self, at: str) -> bool:
        """Move the cursor to the cell of an actor and a declaration."""
        spot = self._spot_of(self._shown, at) if self._shown else None
        if spot is not None:
            self.table.put(spot)
        return spot is not None

    @property
    def row(self) -> LedgerRow | None:
        """The row under the cursor."""
        spot = self.table.spot
        return self._shown.rows[spot.row] if self._shown and spot and spot.row < len(self._shown.rows) else None

    @property
    def column(self) -> Declaration | None:
        """The declaration under the cursor."""
        spot = self.table.spot
        return self._shown.columns[spot.column] if self._shown and spot else None

    def to_copy(self) -> ToCopy:
        """Return the acts of the cell, or that there is none."""
        row, column, spot = self.row, self.column, self.table.spot
        if row is None or column is None or spot is None:
            return ToCopy()
        cell = row.cells[spot.column]
        told = f"{row.actor.name}, {column.label}: {cell_words(column, cell)}"
        return ToCopy(tuple(Deed(column, act) for act in cell.acts), told)

    def to_export(self) -> Export | None:
        """Return the ledger as it is sorted."""
        library, shown = self.library, self._shown
        if library is None or shown is None:
            return None
        told = ledger_title(library, shown)
        return view_export(
            "ledger", told, plain=lambda: plain_ledger(library, shown), table=lambda: ledger_table(shown)
        )

    @on(Table.Highlighted)
    def _highlighted(self) -> None:
        row, column, spot, library = self.row, self.column, self.table.spot, self.library
        if row is None or column is None or spot is None or library is None:
            self.table.pane_title = line()
            self.cell_view.show(())
            return
        self.table.pane_title = line(column.title)
        self.cell_view.show(list(map(text_of, cell_lines(library, row, column, row.cells[spot.column]))))

    @on(Table.Opened)
    def _opened(self) -> None:
        self.run_command("open")

    def do_left(self) -> None:
        """Go to the declaration on the left."""
        self.table.move_column(-1)

    def do_right(self) -> None:
        """Go to the declaration on the right."""
        self.table.move_column(1)

    def do_open(self) -> None:
        """Focus the act with its evidence and what the actor said about it, to scroll in it."""
        self.cell_view.focus()

    def do_ledger_group(self) -> None:
        """Take all actors, or the members of the next bloc, collective or camp."""
        groups = ["", *self._groups()]
        at = groups.index(self.query_of.group) if self.query_of.group in groups else 0
        self._ask(group=groups[(at + 1) % len(groups)])

    def do_ledger_standing(self) -> None:
        """Take only actors that signed, joined, declined or stayed out, in turn, or all."""
        at = _STANDINGS.index(self.query_of.standing) if self.query_of.standing in _STANDINGS else 0
        self._ask(standing=_STANDINGS[(at + 1) % len(_STANDINGS)])

    def do_ledger_order(self) -> None:
        """Sort by name, by number of declarations or by last act, in turn."""
        orders = tuple(LedgerOrder)
        self._ask(order=orders[(orders.index(self.query_of.order) + 1) % len(orders)])

    def back(self) -> None:
        """Undo one step: the cell or the menu, the rows that were chosen, then leave."""
        if not self.table.has_focus:
            self.table.focus()
        elif self.query_of.group or self.query_of.standing:
            self._ask(group="", standing="")
        else:
            super().back()

    def do_next_pane(self) -> None:
        """Go to the cell, then to the menu in the last line, then to the table."""
        self._step(1)

    def do_previous_pane(self) -> None:
        """Go the same way back."""
        self._step(-1)

    def leave_hints(self) -> None:
        """Focus the table again."""
        self.table.focus()

    def _ask(self, **changes: object) -> None:
        from msgspec.structs import replace

        self.query_of = replace(self.query_of, **changes)
        self.ask()

    def _groups(self) -> Sequence[str]:
        """Return the ids of the blocs with members that could sign, and of the camps."""
        if self.library is None:
            return ()
        blocs = [each.id for each in self.library.every(Actor) if len(each.members) > 1]
        return [*blocs, *(each.id for each in self.library.every(Camp) if each.members)]

    def _spot_of(self, found: Ledger, at: str) -> Spot | None:
        whose, _, text = at.partition("/")
        rows = {row.actor.id: number for number, row in enumerate(found.rows)}
        columns = {each.id: number for number, each in enumerate(found.columns)}
        return Spot(rows[whose], columns.get(text, 0)) if whose in rows else None

    def _step(self, by: int) -> None:
        stops = (self.table, self.cell_view, self.hint_bar)
        here = next((at for at, stop in enumerate(stops) if stop.has_focus), 0)
        stops[(here + by) % len(stops)].focus()
