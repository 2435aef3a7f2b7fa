"""Compare: perspectives side by side, issue by issue, with the evidence in every cell."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, NamedTuple

from msgspec.structs import replace
from textual import on

from summittui.exchange.copies import aligned_copy, comparison_copy
from summittui.exchange.exports import Export, comparison_export, view_export
from summittui.exchange.views.aligned import plain_aligned
from summittui.library import Library
from summittui.library.answers.alignment import Aligned, AlignedRow
from summittui.library.answers.comparison import DIFFERING, Comparison, Row
from summittui.library.answers.letters import letter
from summittui.library.evidence import Evidence
from summittui.model import Declaration, Passage, Source
from summittui.present.aligned import aligned_table
from summittui.present.columns import see_also_words
from summittui.ui.comparing import Comparing
from summittui.ui.keys.lookup import key_of
from summittui.ui.keys.table import Scope
from summittui.ui.render.compare import aligned_row, grid_row, heading, summary
from summittui.ui.render.line import line
from summittui.ui.screens.side_by_side import SideBySideScreen
from summittui.ui.sides import Sides
from summittui.ui.widgets.grid import Grid, GridRow, Heading, Place

_NEED_DIFFERENCES = frozenset({"next-difference", "previous-difference", "differences-only"})
_PAIR = 2
_ROOM_FROM = 160
"""Cells from which on there is room for the filters and for how many rows are in each state."""


class Shown(NamedTuple):
    """A comparison with the texts that show it."""

    compared: Comparison | Aligned
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Row | AlignedRow, GridRow], ...]


class CompareScreen(SideBySideScreen[Shown]):
    """Two or more perspectives as columns; the rows are issues, dates or sources."""

    view_name = "compare"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.COMPARE, Scope.LIST, Scope.APP)
    tables = ("actors", "camps", "declarations", "sources")
    what = "an actor, camp, declaration or source"

    def __init__(self, sides: Sides) -> None:
        """Compare the actors, camps, declarations or sources with these ids, the first column first."""
        super().__init__()
        self.comparing = Comparing(sides=sides)

    @property
    def sides(self) -> Sides:
        """The ids of the columns."""
        return self.comparing.sides

    def take_sides(self, sides: Sides) -> None:
        """Compare other columns."""
        self._compare(replace(self.comparing, sides=sides))

    def question(self, library: Library) -> Callable[[], Shown]:
        """Return what compares, and makes the texts of the rows."""
        comparing = self.comparing
        return lambda: _shown(library, comparing)

    def show_answer(self, library: Library, answer: Shown) -> None:  # noqa: ARG002 - as the base class declares it
        """Show the rows."""
        self.show_title()
        self.grid.message = "No statement of any of them was found."
        keys = tuple(_key(row) for row, _ in self._shown_rows)
        self.show_rows(answer.headings, tuple(row for _, row in self._shown_rows), keys)

    def show_title(self) -> None:
        """Say what is compared, how, and what is left out."""
        said = f"  {self.comparing.description}{self.manner}"
        self.title_bar.left = line(("Compare", "title"), (said, "apparatus"))
        if self.answer is not None:
            room = self.size.width >= _ROOM_FROM or not (self.comparing.leaves_out or self.manner)
            self.title_bar.right = summary(self.answer.compared) if room else line()

    def on_resize(self) -> None:
        """Say in the room that there is how many rows are in each state."""
        self.show_title()

    @property
    def rows(self) -> tuple[Row | AlignedRow, ...]:
        """The rows that are shown."""
        return tuple(row for row, _ in self._shown_rows)

    @property
    def _shown_rows(self) -> tuple[tuple[Row | AlignedRow, GridRow], ...]:
        rows = self.answer.rows if self.answer else ()
        return tuple(pair for pair in rows if _differs(pair[0])) if self.comparing.differences_only else rows

    def differs(self, row: int) -> bool:
        """Tell whether the columns differ; by date or source, whether more than one has something there."""
        return _differs(self._shown_rows[row][0])

    def evidence(self, place: Place) -> Evidence | None:
        """Return the piece of evidence of an entry; a cell's heading stands for its first piece."""
        row = self._shown_rows[place.row][0]
        pieces = row.cells[place.column].evidence
        headings = 1 if isinstance(row, Row) else 0
        return pieces[max(0, place.entry - headings)] if pieces else None

    def passages(self, place: Place) -> tuple[Passage, ...]:
        """Return the passages behind an entry."""
        piece = self.evidence(place)
        return piece.passages if piece else ()

    def copied(self, row: int | None) -> str:
        """Return a row, or all that are shown, as Markdown."""
        if self.answer is None or self.library is None:
            return ""
        rows = self.rows if row is None else (self.rows[row],)
        compared = replace(self.answer.compared, rows=rows)
        copy = comparison_copy if isinstance(compared, Comparison) else aligned_copy
        return copy(self.library, compared)  # type: ignore[arg-type]  # the function for the kind of it

    def why_not(self, command_id: str) -> str | None:
        """Return why a command cannot be run now."""
        if self.answer is None:
            return super().why_not(command_id)
        if command_id in _NEED_DIFFERENCES and not any(_differs(row) for row, _ in self.answer.rows):
            by_issue = isinstance(self.answer.compared, Comparison)
            return "They differ on no issue." if by_issue else "No row has something of more than one column."
        if command_id in {"open", "source"} and (self.grid.place is None or self.evidence(self.grid.place) is None):
            return "No statement was found here, so there is no passage to open."
        if command_id in {"open", "source"} and self.grid.place and not self.passages(self.grid.place):
            return "No passage of the source is marked for this one."
        return self._why_not_column(command_id) or super().why_not(command_id)

    def _why_not_column(self, command_id: str) -> str | None:
        if command_id == "fold" and not self._has_speakers:
            return "Nobody is recorded as speaking for this one."
        columns = self.answer.compared.columns if self.answer else ()
        if command_id == "see-also" and not (columns and columns[self.column].see_also):
            return "No state or body is recorded apart from this one."
        return None

    @property
    def _has_speakers(self) -> bool:
        if self.library is None or self.answer is None:
            return False
        column = self.answer.compared.columns[self.column]
        return any(self.library.speakers_for(member) for member in column.members)

    def to_export(self) -> Export | None:
        """Return the comparison, the rows that are shown."""
        if self.library is None or self.answer is None:
            return None
        return _export(self.library, replace(self.answer.compared, rows=self.rows), self.comparing.description)

    @on(Grid.Highlighted)
    def _highlighted(self, event: Grid.Highlighted) -> None:
        if event.place is not None and event.place.row < len(self._shown_rows):
            row = self._shown_rows[event.place.row][0]
            question = row.issue.question if isinstance(row, Row) else row.label
            self.grid.pane_title = line(*self._see_also(event.place.column), question)

    def _see_also(self, column: int) -> tuple[tuple[str, str], ...]:
        """Return what stands before the question where states or bodies are recorded apart from the column."""
        if self.library is None or self.answer is None:
            return ()
        close = see_also_words(self.library, self.answer.compared.columns[column])
        return ((f"{letter(column)} {close}, {key_of('see-also')} changes that · ", "doubt"),) if close else ()

    def do_differences_only(self) -> None:
        """Show the differences only, or all rows again."""
        self._narrow(replace(self.comparing, differences_only=not self.comparing.differences_only))

    def do_align(self) -> None:
        """Make the rows issues, dates, sources in turn, then put declarations or two sources side by side as wholes."""
        after = self.comparing.aligned_next
        if after is not None:
            self._compare(after)
        elif self._as_wholes:
            self.app.navigation.exchange("compared", self.library, self.sides)
        else:
            self._compare(replace(self.comparing, by=Comparing(sides=()).by, differences_only=False))

    @property
    def _as_wholes(self) -> bool:
        kinds = {type(self.library.find(id_)) for id_ in self.sides} if self.library else set()
        return kinds == {Declaration} or (kinds == {Source} and len(self.sides) == _PAIR)

    def do_direct_only(self) -> None:
        """Count only quoted words of their own, or all evidence."""
        kept = self.comparing.kept
        self._compare(replace(self.comparing, kept=replace(kept, direct_only=not kept.direct_only)))

    def do_no_doubtful(self) -> None:
        """Leave out what is doubtful, or count it."""
        kept = self.comparing.kept
        self._compare(replace(self.comparing, kept=replace(kept, no_doubtful=not kept.no_doubtful)))

    def do_fold(self) -> None:
        """Take in those who speak for the actor of this column, or leave them out."""
        self._compare(replace(self.comparing, unfolded=self.comparing.unfolded ^ {self.sides[self.column]}))

    def do_see_also(self) -> None:
        """Take in the states and bodies that are recorded apart from this column, or leave them out."""
        self._compare(replace(self.comparing, merged=self.comparing.merged ^ {self.sides[self.column]}))

    def back(self) -> None:
        """Undo one step: the menu, a filter, the differences, the alignment, the scrolling apart; then leave."""
        before = self.comparing.stepped_back
        if self.hint_bar.has_focus:
            self.leave_hints()
        elif before is not None:
            (self._narrow if before.by is self.comparing.by and before.kept == self.comparing.kept else self._compare)(
                before
            )
        elif self.apart:
            self.do_scroll_apart()
        else:
            super().back()

    def _compare(self, comparing: Comparing) -> None:
        self.comparing = comparing
        self.ask()

    def _narrow(self, comparing: Comparing) -> None:
        """Show other rows of the same comparison."""
        self.comparing = comparing
        if self.answer is not None and self.library is not None:
            self.show_answer(self.library, self.answer)
            self.grid.put(Place(0, self.column, 0))


def _shown(library: Library, comparing: Comparing) -> Shown:
    compared = comparing.computed(library)
    headings = tuple(heading(library, column, index) for index, column in enumerate(compared.columns))
    if isinstance(compared, Comparison):
        return Shown(compared, headings, tuple((row, grid_row(library, compared, row)) for row in compared.rows))
    return Shown(compared, headings, tuple((row, aligned_row(library, compared, row)) for row in compared.rows))


def _export(library: Library, shown: Comparison | Aligned, description: str) -> Export:
    if isinstance(shown, Comparison):
        return comparison_export(library, shown, description)
    what = f"{' and '.join(column.label for column in shown.columns)} {description}"
    plain, table = partial(plain_aligned, library, shown), partial(aligned_table, library, shown)
    return view_export("comparison", what, plain=plain, table=table)


def _differs(row: Row | AlignedRow) -> bool:
    return row.state in DIFFERING if isinstance(row, Row) else row.shared


def _key(row: Row | AlignedRow) -> str:
    return row.issue.id if isinstance(row, Row) else row.key
