"""Accounts: how two sources tell one event."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.getters import query_one

from summittui.exchange.copies import accounts_copy
from summittui.exchange.exports import Export, view_export
from summittui.exchange.views import plain_accounts
from summittui.library import Library
from summittui.library.answers.accounts import Accounts, accounts
from summittui.model import Passage, Record
from summittui.present.account_rows import AccountRow, account_rows, accounts_summary, source_heading
from summittui.present.accounts import accounts_table
from summittui.ui.handover import Page, ToCopy, copied
from summittui.ui.keys.table import Scope
from summittui.ui.moves import Movable
from summittui.ui.render.line import block_of, line, sentence, text_of
from summittui.ui.screens.query_screen import LOADING, QueryScreen
from summittui.ui.screens.reader import ReaderScreen
from summittui.ui.spots import place_of, place_words
from summittui.ui.widgets.bars import HintBar, TitleBar
from summittui.ui.widgets.grid import Grid, GridRow, Heading, Place
from summittui.ui.widgets.text_view import TextView

Rows = tuple[Accounts, tuple[AccountRow, ...]]
"""Two accounts and the rows that show them."""
ONLY = ("actors", "declarations", "quotes", "claims")
"""The tables of what only one source has, in the order of their rows."""
_FULL_FROM, _SHORT_FROM = 150, 90
"""Cells from which on there is room to say why two sources are not two witnesses, in full or in short."""


class AccountsScreen(QueryScreen[Rows]):
    """Matters as rows, the two sources as columns; under them how the row under the cursor is to be read."""

    DEFAULT_CSS = """
    AccountsScreen {
        layout: vertical;
        & #grid { height: 1fr; }
        & #told { height: 6; }
        &.-tall #told { height: 8; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]  # noqa: RUF012  # as the base class declares it
    view_name = "accounts"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.ACCOUNTS, Scope.LIST, Scope.APP)

    grid = query_one("#grid", Grid)
    told_view = query_one("#told", TextView)

    def __init__(self, left: str, right: str) -> None:
        """Put the sources with these ids side by side."""
        super().__init__()
        self.sources = (left, right)

    def compose(self) -> ComposeResult:
        """Give the bars, the grid and what is to be said about a row."""
        yield TitleBar(id="title")
        yield Grid(message=LOADING, id="grid")
        yield TextView(line(("How to read it", "title")), id="told")
        yield HintBar(id="hints")

    def on_mount(self) -> None:
        """Give the grid the keys."""
        self.title_bar.left = line(("Accounts", "title"))
        self.grid.focus()

    def default_list(self) -> Movable:
        """Return the grid."""
        return self.grid

    def question(self, library: Library) -> Callable[[], Rows]:
        """Return what puts the sources side by side."""
        left, right = self.sources

        def compute() -> Rows:
            found = accounts(library, left, right)
            return found, account_rows(library, found)

        return compute

    def show_answer(self, library: Library, answer: Rows) -> None:  # noqa: ARG002 - as the base class declares it
        """Show the rows."""
        found, rows = answer
        self._tell_where()
        headings = [
            Heading(line((source.id, "title")), text_of(source_heading(source))) for source in (found.left, found.right)
        ]
        self.grid.show(headings, list(map(_grid_row, rows)))

    def show_problem(self, words: str) -> None:
        """Say in the empty grid why there is nothing."""
        self.grid.message = words
        self.grid.show((), ())

    def on_resize(self) -> None:
        """Say in the room that there is whether the two are two witnesses."""
        self._tell_where()

    def _tell_where(self) -> None:
        if self.answer is None:
            return
        found = self.answer[0]
        names = line((f"{found.left.id} | {found.right.id}", "title"), "  ")
        self.title_bar.left = names.append_text(text_of(accounts_summary(found)))
        self.title_bar.right = line((_origin(found, self.size.width), "doubt"))

    @property
    def rows(self) -> tuple[AccountRow, ...]:
        """The rows that are shown."""
        return self.answer[1] if self.answer else ()

    @property
    def _keys(self) -> tuple[str, ...]:
        """What each row is known by: the id of its matter, or the table of what only one source has."""
        if self.answer is None:
            return ()
        found = self.answer[0]
        return (*(each.id for each in (*found.disagreements, *found.agreements)), *ONLY)

    @property
    def at(self) -> str:
        """The row, the column and the entry of the cursor."""
        return place_words(self._keys, self.grid.place)

    def arrive(self, at: str) -> bool:
        """Put the cursor on an entry."""
        place = place_of(self._keys, at)
        if place is not None:
            self.grid.put(place)
        return place is not None

    @property
    def passage(self) -> Passage | None:
        """The passage behind the entry under the cursor."""
        place = self.grid.place
        return self.rows[place.row].cells[place.column][place.entry].passage if place and self.rows else None

    def why_not(self, command_id: str) -> str | None:
        """Return why a command cannot be run now."""
        if command_id in {"open", "source"} and self.answer is not None and self.passage is None:
            return "This side has nothing on the matter, so there is no passage to open."
        return super().why_not(command_id)

    def to_copy(self) -> ToCopy:
        """Return the matter of the row; of what only one has, the records of the column."""
        place = self.grid.place
        if place is None or self.answer is None:
            return ToCopy()
        found = self.answer[0]
        matters = (*found.disagreements, *found.agreements)
        if place.row < len(matters):
            return ToCopy((matters[place.row],))
        only = (found.only_left, found.only_right)[place.column]
        groups: tuple[tuple[Record, ...], ...] = (only.actors, only.declarations, only.quotes, only.claims)
        return ToCopy(groups[place.row - len(matters)])

    def to_export(self) -> Export | None:
        """Return both accounts."""
        library, answer = self.library, self.answer
        if library is None or answer is None:
            return None
        found = answer[0]
        return view_export(
            "accounts",
            f"accounts of {found.left.id} and {found.right.id}",
            plain=lambda: plain_accounts(found),
            table=lambda: accounts_table(library, found),
        )

    def to_page(self) -> Page | None:
        """Return the matter of the row with both sides."""
        what, library = self.to_copy(), self.library
        return Page("matter", lambda: copied(library, what)) if library and what.things else None

    @on(Grid.Highlighted)
    def _highlighted(self, event: Grid.Highlighted) -> None:
        if event.place is None or event.place.row >= len(self.rows):
            self.told_view.show(())
            return
        row = self.rows[event.place.row]
        self.grid.pane_title = line((row.title, "title"))
        self.grid.pane_count = line((f"{event.place.row + 1} of {len(self.rows)}", "count"))
        lines: list[Text] = list(map(text_of, row.told))
        if self.answer and self.answer[0].one_origin and not row.differs:
            lines.append(line((sentence(self.answer[0].one_origin), "doubt")))
        self.told_view.show(lines)

    def do_left(self) -> None:
        """Go to the source on the left."""
        self.grid.move_column(-1)

    def do_right(self) -> None:
        """Go to the source on the right."""
        self.grid.move_column(1)

    def do_open(self) -> None:
        """Show the passage behind the entry in its source."""
        self.do_source()

    def do_source(self) -> None:
        """Show the passage behind the entry in its source."""
        if self.passage:
            self.app.push_screen(ReaderScreen(self.passage.source, self.passage))

    def do_next_difference(self) -> None:
        """Go to the next matter on which they differ."""
        self._to_difference(1)

    def do_previous_difference(self) -> None:
        """Go to the matter before on which they differ."""
        self._to_difference(-1)

    def _to_difference(self, step: int) -> None:
        here = self.grid.place or Place(0, 0, 0)
        ahead = [at for at, row in enumerate(self.rows) if row.differs and (at - here.row) * step > 0]
        if ahead:
            self.grid.put(Place(ahead[0] if step > 0 else ahead[-1], here.column, 0))
        else:
            self.refuse("No further disagreement " + ("below." if step > 0 else "above."))

    def do_align(self) -> None:
        """Put what the two authors assert side by side by issue."""
        self.app.navigation.exchange("compared", self.library, self.sources, whole=False)

    def do_copy_table(self) -> None:
        """Copy both accounts as Markdown."""
        if self.answer is not None and self.library is not None:
            self.app.copying.copy_text(accounts_copy(self.library, self.answer[0]), "the table with its sources")

    def do_swap(self) -> None:
        """Swap the two sources."""
        self.sources = (self.sources[1], self.sources[0])
        self.ask()

    def do_next_pane(self) -> None:
        """Go to the other source, to what is said about the row, to the menu in the last line."""
        self._step(1)

    def do_previous_pane(self) -> None:
        """Go the same way back."""
        self._step(-1)

    def _step(self, by: int) -> None:
        column = self.grid.place.column if self.grid.place else 0
        here = 3 if self.hint_bar.has_focus else 2 if self.told_view.has_focus else column
        stop = (here + by) % 4
        if stop < 2:
            self.grid.focus()
            self.grid.move_column(stop - column)
        else:
            (self.told_view if stop == 2 else self.hint_bar).focus()

    def leave_hints(self) -> None:
        """Give the keys back to the grid."""
        self.grid.focus()

    def back(self) -> None:
        """Go back to the grid, else leave."""
        if self.grid.has_focus:
            super().back()
        else:
            self.grid.focus()


def _grid_row(row: AccountRow) -> GridRow:
    """Return a row as a grid shows it."""
    left, right = (tuple(text_of(each.line) for each in cell) for cell in row.cells)
    return GridRow(block_of(row.label), (left, right))


def _origin(found: Accounts, width: int) -> str:
    """Return in the words that fit that the two are not two witnesses, where they are not."""
    if found.one_origin is None:
        return ""
    if width >= _FULL_FROM:
        return sentence(found.one_origin)
    return "one origin, not two witnesses" if width >= _SHORT_FROM else "one origin"
