"""The accounts screen: two sources' accounts of one event, side by side."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from msgspec.structs import replace
from rich.text import Text
from textual import on

from summittui.exchange.copies import accounts_copy
from summittui.exchange.exports import Export
from summittui.exchange.view_exports import accounts_export
from summittui.library import Library
from summittui.library.answers.accounts import Accounts, accounts
from summittui.model import Passage, Record
from summittui.present.account_rows import AccountRow, account_rows, accounts_summary, source_heading
from summittui.queries.comparison import AccountsQuery
from summittui.ui.actions import Action, Actions, actions_of
from summittui.ui.commands.entries import EntryCommands
from summittui.ui.commands.stops import StopCommands
from summittui.ui.handover import Page, ToCopy, copied
from summittui.ui.keys.command import Scope
from summittui.ui.live_query import LiveQuery
from summittui.ui.render.line import block_of, line, sentence, text_of
from summittui.ui.screens.columns import Columns
from summittui.ui.view_screen import ViewScreen
from summittui.ui.widgets.grid import EntryCoordinate, Grid, GridRow, Heading
from summittui.ui.widgets.text_view import TextView

Rows = tuple[Accounts, tuple[AccountRow, ...]]
"""Two accounts and the rows that show them."""
ONLY = ("actors", "declarations", "quotes", "claims")
"""The tables of what only one source has, in the order of their rows."""
_FULL_FROM, _SHORT_FROM = 150, 90
"""The widths, in cells, from which on the common origin of two sources is shown in full or in short."""


class AccountsScreen(ViewScreen):
    """A grid with matters as rows and the two sources as columns, and below it how to read the row under the cursor."""

    DEFAULT_CSS = """
    AccountsScreen {
        & #grid { height: 1fr; }
        & #told { height: 6; }
        &.-tall #told { height: 8; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]  # noqa: RUF012  # as the base class declares it
    view_name = "accounts"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.ACCOUNTS, Scope.LIST, Scope.APP)

    def __init__(self, query: AccountsQuery) -> None:
        """Put the two sources of a query side by side."""
        super().__init__()
        self.view_query: AccountsQuery = query
        self.columns = Columns()
        self.grid = self.home = self.columns.grid
        self.told_view = TextView(line(("How to read it", "title")), id="told")
        self.parts = (self.grid, self.told_view)
        self.live: LiveQuery[Rows] = LiveQuery(self, self.columns)

    def on_mount(self) -> None:
        """Show the name of the view until there is an answer."""
        self.title_bar.left = line(("Accounts", "title"))

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        stops = StopCommands(lambda: (*self.columns.stops, self.told_view, self.hint_bar))
        return {
            **actions_of(EntryCommands(self, "disagreement"), stops),
            "align": Action(self._align),
            "swap": Action(self._swap),
            "copy-table": Action(self._copy_table),
        }

    def question(self, library: Library) -> Callable[[], Rows]:
        """Return the function that computes the accounts and their rows."""
        query = self.view_query

        def compute() -> Rows:
            found = accounts(library, query)
            return found, account_rows(library, found)

        return compute

    def show_answer(self, library: Library, answer: Rows) -> None:  # noqa: ARG002 - as every query has it
        """Show the accounts as rows of the grid."""
        found, rows = answer
        self._tell_where()
        headings = [
            Heading(line((source.id, "title")), text_of(source_heading(source))) for source in (found.left, found.right)
        ]
        keys = (*(each.id for each in (*found.disagreements, *found.agreements)), *ONLY)
        self.columns.show(headings, list(map(_grid_row, rows)), keys)

    def on_resize(self) -> None:
        """Fit the common origin of the sources into the title."""
        self._tell_where()

    def _tell_where(self) -> None:
        if self.live.answer is None:
            return
        found = self.live.answer[0]
        names = line((f"{found.left.id} | {found.right.id}", "title"), "  ")
        self.title_bar.left = names.append_text(text_of(accounts_summary(found)))
        self.title_bar.right = line((_origin(found, self.size.width), "doubt"))

    @property
    def rows(self) -> tuple[AccountRow, ...]:
        """The rows of the grid."""
        return self.live.answer[1] if self.live.answer else ()

    @property
    def differing(self) -> Sequence[int]:
        """The indexes of the rows on which the two sources disagree."""
        return [at for at, row in enumerate(self.rows) if row.differs]

    def why_no_difference(self) -> str | None:
        """Return None: where there is no disagreement, the command itself notifies the reader."""
        return None

    def passages(self, cursor: EntryCoordinate) -> Sequence[Passage]:
        """Return the passage behind an entry, if there is one."""
        passage = self.rows[cursor.row].cells[cursor.column][cursor.entry].passage if self.rows else None
        return (passage,) if passage else ()

    def why_no_passage(self) -> str | None:
        """Return why there is no passage behind the entry under the cursor; None where there is one."""
        is_there = self.grid.cursor is not None and self.passages(self.grid.cursor)
        return None if is_there else "This side has nothing on the matter, so there is no passage to open."

    def to_copy(self) -> ToCopy:
        """Return the matter of the row; in a row of what only one source has, the records of the column."""
        cursor = self.grid.cursor
        if cursor is None or self.live.answer is None:
            return ToCopy()
        found = self.live.answer[0]
        matters = (*found.disagreements, *found.agreements)
        if cursor.row < len(matters):
            return ToCopy((matters[cursor.row],))
        only = (found.only_left, found.only_right)[cursor.column]
        groups: tuple[tuple[Record, ...], ...] = (only.actors, only.declarations, only.quotes, only.claims)
        return ToCopy(groups[cursor.row - len(matters)])

    def to_export(self) -> Export | None:
        """Return both accounts."""
        return self.live.map_answer(lambda library, answer: accounts_export(library, answer[0]))

    def to_page(self) -> Page | None:
        """Return the matter of the row with both sides."""
        what, library = self.to_copy(), self.live.library
        return Page("matter", lambda: copied(library, what)) if library and what.things else None

    @on(Grid.Highlighted)
    def _highlighted(self, event: Grid.Highlighted) -> None:
        if event.cursor is None or event.cursor.row >= len(self.rows):
            self.told_view.show(())
            return
        row = self.rows[event.cursor.row]
        self.grid.pane_title = line((row.title, "title"))
        self.grid.pane_count = line((f"{event.cursor.row + 1} of {len(self.rows)}", "count"))
        lines: list[Text] = list(map(text_of, row.remarks))
        if self.live.answer and self.live.answer[0].one_origin and not row.differs:
            lines.append(line((sentence(self.live.answer[0].one_origin), "doubt")))
        self.told_view.show(lines)

    def _align(self) -> None:
        """Show the authors of both sources side by side by issue, instead of this screen."""
        self.app.navigation.exchange("compared", self.live.library, self.view_query.sources, whole=False)

    def _copy_table(self) -> None:
        """Copy both accounts as Markdown."""
        if self.live.answer is not None and self.live.library is not None:
            self.app.copying.copy_text(
                accounts_copy(self.live.library, self.live.answer[0]), "the table with its sources"
            )

    def _swap(self) -> None:
        """Swap the two sources."""
        self.view_query = replace(self.view_query, sources=self.view_query.sources[::-1])
        self.live.ask()

    def back(self) -> None:
        """Focus the grid, else leave the screen."""
        if self.grid.has_focus:
            super().back()
        else:
            self.grid.focus()


def _grid_row(row: AccountRow) -> GridRow:
    """Return a row as a grid shows it."""
    left, right = (tuple(text_of(each.line) for each in cell) for cell in row.cells)
    return GridRow(block_of(row.label), (left, right))


def _origin(found: Accounts, width: int) -> str:
    """Return the common origin of two sources in the words that fit a width; empty where there is none."""
    if found.one_origin is None:
        return ""
    if width >= _FULL_FROM:
        return sentence(found.one_origin)
    return "one origin, not two witnesses" if width >= _SHORT_FROM else "one origin"
