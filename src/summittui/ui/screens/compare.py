"""Compare: perspectives side by side, issue by issue, with the evidence in every cell."""

from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.getters import query_one

from summittui.exchange import comparison_table
from summittui.exchange.exports import Export, view_export
from summittui.exchange.plain import full_comparison
from summittui.library import Comparison, Evidence, Library, Row, compare
from summittui.library.comparison import DIFFERING
from summittui.model import SummitError
from summittui.ui.commands import Scope, hints_for
from summittui.ui.render.compare import grid_row, heading, summary
from summittui.ui.render.line import line
from summittui.ui.screens.base import CommandScreen, Movable
from summittui.ui.screens.reader import ReaderScreen
from summittui.ui.widgets.bars import HintBar, TitleBar
from summittui.ui.widgets.grid import Grid, Place

_NEED_DIFFERENCES = frozenset({"next-difference", "previous-difference", "differences-only"})


class CompareScreen(CommandScreen[None]):
    """Two to four perspectives as columns that scroll together."""

    DEFAULT_CSS = "CompareScreen { layout: vertical; }"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.COMPARE, Scope.LIST, Scope.APP)

    title_bar = query_one("#title", TitleBar)
    hint_bar = query_one("#hints", HintBar)
    grid = query_one("#grid", Grid)

    def __init__(self, sides: tuple[str, ...]) -> None:
        """Compare the actors or declarations with the ids `sides`, the first column first."""
        super().__init__()
        self._sides = sides
        self._unfolded: frozenset[str] = frozenset()
        self._differences_only = False
        self._library: Library | None = None
        self._comparison: Comparison | None = None

    def compose(self) -> ComposeResult:
        """Give the bars and the grid."""
        yield TitleBar(id="title")
        yield Grid(id="grid")
        yield HintBar(id="hints")

    def on_mount(self) -> None:
        """Compare as soon as there is a library, and again when it changes."""
        self.hint_bar.show_commands(hints_for(*self.scopes))
        self.watch(self.app, "library", self._take_library)
        self.grid.focus()

    def _take_library(self, library: Library | None) -> None:
        place = self.grid.place
        issue = self.rows[place.row].issue.id if place else ""
        self._library = library
        self._compare()
        at = next((row for row, each in enumerate(self.rows) if each.issue.id == issue), None)
        if place and at is not None:
            self.grid.put(place._replace(row=at))

    def default_list(self) -> Movable:
        """Return the grid."""
        return self.grid

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        if self._comparison is None:
            return ()
        return self._comparison.differences() if self._differences_only else self._comparison.rows

    @property
    def _evidence(self) -> Evidence | None:
        """The piece of evidence under the cursor; a cell's heading stands for its first piece."""
        place = self.grid.place
        if place is None:
            return None
        pieces = self.rows[place.row].cells[place.column].evidence
        return pieces[max(0, place.entry - 1)] if pieces else None

    def why_not(self, command_id: str) -> str | None:
        """Return why a command cannot be run now."""
        if self._comparison is None:
            return None if command_id in {"back", "quit", "quit-now", "help", "palette"} else "Nothing is compared yet."
        if command_id in _NEED_DIFFERENCES and not self._comparison.differences():
            return "They differ on no issue."
        if command_id in {"open", "source"} and self._evidence is None:
            return "No statement was found here, so there is no passage to open."
        if command_id in {"open", "source"} and self._evidence and not self._evidence.passages:
            return "No passage of the source is marked for this one."
        if command_id == "fold" and self._library and not self._speakers:
            return "Nobody is recorded as speaking for this one."
        return super().why_not(command_id)

    @property
    def _speakers(self) -> bool:
        column = self._sides[self._column]
        return bool(self._library and self._library.speakers_for.get(column))  # type: ignore[call-overload]  # any id

    @property
    def _column(self) -> int:
        return self.grid.place.column if self.grid.place else 0

    def _compare(self, place: Place | None = None) -> None:
        if self._library is None:
            return
        try:
            self._comparison = compare(self._library, self._sides, unfolded=self._unfolded)
        except SummitError as error:
            self._comparison = None
            self.grid.message = str(error)
        self._show(place)

    def _show(self, place: Place | None = None) -> None:
        comparison, library = self._comparison, self._library
        if comparison is None or library is None:
            self.grid.show((), ())
            return
        only = " · differences only" if self._differences_only else ""
        self.title_bar.left = line(("Compare", "title"), (f"  by issue, where they differ first{only}", "apparatus"))
        self.title_bar.right = summary(comparison)
        headings = [heading(library, column, index) for index, column in enumerate(comparison.columns)]
        self.grid.show(headings, [grid_row(library, comparison, row) for row in self.rows], place)

    def to_export(self) -> Export | None:
        """Return the comparison, the rows that are shown."""
        library, shown = self._library, self._comparison
        if library is None or shown is None:
            return None
        shown = replace(shown, rows=self.rows)
        return view_export(
            "comparison",
            f"{' and '.join(column.label for column in shown.columns)} by issue",
            plain=lambda: full_comparison(library, shown),
            table=lambda: comparison_table(library, shown),
        )

    @on(Grid.Highlighted)
    def _highlighted(self, event: Grid.Highlighted) -> None:
        if event.place is not None:
            self.grid.pane_title = line(self.rows[event.place.row].issue.question)

    def do_left(self) -> None:
        """Go to the column on the left."""
        self.grid.move_column(-1)

    def do_right(self) -> None:
        """Go to the column on the right."""
        self.grid.move_column(1)

    def do_next_pane(self) -> None:
        """Go to the next column, after the last to the menu in the last line, then to the first."""
        self._step(1)

    def do_previous_pane(self) -> None:
        """Go the same way back."""
        self._step(-1)

    def _step(self, by: int) -> None:
        menu = len(self._sides)
        stop = ((menu if self.hint_bar.has_focus else self._column) + by) % (menu + 1)
        if stop == menu:
            self.hint_bar.focus()
        else:
            self.grid.focus()
            self.grid.move_column(stop - self._column)

    def leave_hints(self) -> None:
        """Give the keys back to the grid."""
        self.grid.focus()

    def do_next_difference(self) -> None:
        """Go to the next row on which they differ."""
        self._to_difference(1)

    def do_previous_difference(self) -> None:
        """Go to the row before on which they differ."""
        self._to_difference(-1)

    def _to_difference(self, step: int) -> None:
        differing = [at for at, row in enumerate(self.rows) if row.state in DIFFERING]
        here = self.grid.place.row if self.grid.place else 0
        ahead = [at for at in differing if (at - here) * step > 0]
        if ahead:
            self.grid.put(Place(ahead[0] if step > 0 else ahead[-1], self._column, 0))
        else:
            self.refuse("No further difference " + ("below." if step > 0 else "above."))

    def do_differences_only(self) -> None:
        """Show the differences only, or all rows again."""
        self._differences_only = not self._differences_only
        self._show(Place(0, self._column, 0))

    def do_swap(self) -> None:
        """Swap the column with the one on its right, the last one with the one on its left."""
        at = min(self._column, len(self._sides) - 2)
        sides = list(self._sides)
        sides[at], sides[at + 1] = sides[at + 1], sides[at]
        self._sides = tuple(sides)
        self._compare(self.grid.place)

    def do_fold(self) -> None:
        """Take in those who speak for the actor of this column, or leave them out."""
        self._unfolded ^= {self._sides[self._column]}
        self._compare(self.grid.place)

    def do_open(self) -> None:
        """Show the passage behind the entry in its source."""
        self.do_source()

    def do_source(self) -> None:
        """Show the passage behind the entry in its source."""
        if self._evidence:
            passage = self._evidence.passages[0]
            self.app.push_screen(ReaderScreen(passage.source, passage))
