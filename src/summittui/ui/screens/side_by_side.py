"""What screens with columns side by side have in common: moving, adding and dropping columns, copying rows."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.getters import query_one

from summittui.library.answers.letters import letter
from summittui.model import Passage
from summittui.ui.dialogs.picker import PickerScreen
from summittui.ui.moves import Movable
from summittui.ui.screens.query_screen import LOADING, QueryScreen
from summittui.ui.screens.reader import ReaderScreen
from summittui.ui.sides import FEWEST, Sides, replaced, swapped, without
from summittui.ui.spots import place_of, place_words
from summittui.ui.widgets.bars import HintBar, TitleBar
from summittui.ui.widgets.grid import Grid, GridRow, Heading, Place

Answer = TypeVar("Answer")

_NEED_ROWS = frozenset({"copy-row", "copy-table", "next-difference", "previous-difference"})


class SideBySideScreen(QueryScreen[Answer], Generic[Answer]):
    """Columns with a cursor; what stands in them is the subclass's."""

    DEFAULT_CSS = "SideBySideScreen { layout: vertical; }"
    tables: ClassVar[tuple[str, ...]] = ()
    """The tables whose records can be a column."""
    what: ClassVar[str] = ""
    """What the columns are, in a word or two."""

    grid = query_one("#grid", Grid)

    def __init__(self) -> None:
        super().__init__()
        self.apart = False
        self.wrapped = True
        self._keys: tuple[str, ...] = ()
        self._wanted_column: int | None = None

    @property
    def sides(self) -> Sides:
        """The ids of the columns."""
        raise NotImplementedError

    def take_sides(self, sides: Sides) -> None:
        """Compare other columns."""
        raise NotImplementedError

    def differs(self, row: int) -> bool:
        """Tell whether a row is one that the keys for differences stop at."""
        raise NotImplementedError

    def passages(self, place: Place) -> tuple[Passage, ...]:
        """Return the passages behind an entry."""
        raise NotImplementedError

    def copied(self, row: int | None) -> str:
        """Return a row, or all of them, as Markdown."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Give the bars and the grid."""
        yield TitleBar(id="title")
        yield Grid(message=LOADING, id="grid")
        yield HintBar(id="hints")

    def on_mount(self) -> None:
        """Give the grid the keys."""
        self.grid.lay(apart=self.apart, wrapped=self.wrapped)
        self.grid.focus()

    def default_list(self) -> Movable:
        """Return the grid."""
        return self.grid

    def show_problem(self, words: str) -> None:
        """Say in the empty grid why there is nothing."""
        self.grid.message = words
        self.grid.show((), ())

    def show_rows(self, headings: tuple[Heading, ...], rows: tuple[GridRow, ...], keys: tuple[str, ...]) -> None:
        """Show rows, the cursor in the row in which it was; `keys` tell which row is which."""
        place = self.grid.place or Place(0, 0, 0)
        before = self.row_key
        if before is not None and before in keys:
            place = place._replace(row=keys.index(before))
        if self._wanted_column is not None:
            place, self._wanted_column = Place(place.row, self._wanted_column, 0), None
        self._keys = keys
        self.grid.show(headings, rows, place)

    @property
    def row_key(self) -> str | None:
        """What the row of the cursor is known by: the id of its issue or source, its date, its part and record."""
        place = self.grid.place
        return self._keys[place.row] if place and place.row < len(self._keys) else None

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
    def column(self) -> int:
        """The column of the cursor."""
        return self.grid.place.column if self.grid.place else 0

    def why_not(self, command_id: str) -> str | None:
        """Return why a command cannot be run now."""
        if self.answer is not None:
            if command_id in _NEED_ROWS and not self._keys:
                return "There is no row here."
            if command_id == "drop-column" and len(self.sides) <= FEWEST:
                return "Two columns are the fewest that can be compared; add one before you drop one."
            if command_id == "scroll-apart" and self.grid.stacked:
                return "The columns stand under each other here; they cannot scroll apart."
        return super().why_not(command_id)

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
        menu = len(self.sides)
        stop = ((menu if self.hint_bar.has_focus else self.column) + by) % (menu + 1)
        if stop == menu:
            self.hint_bar.focus()
        else:
            self.grid.focus()
            self.grid.move_column(stop - self.column)

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
        here = self.grid.place.row if self.grid.place else 0
        ahead = [at for at in range(len(self._keys)) if (at - here) * step > 0 and self.differs(at)]
        if ahead:
            self.grid.put(Place(ahead[0] if step > 0 else ahead[-1], self.column, 0))
        else:
            self.refuse("No further difference " + ("below." if step > 0 else "above."))

    def do_swap(self) -> None:
        """Swap the column with the one on its right, the last one with the one on its left."""
        self.take_sides(swapped(self.sides, self.column))

    def do_drop_column(self) -> None:
        """Take the column of the cursor out."""
        self.take_sides(without(self.sides, self.column))

    def do_add_column(self) -> None:
        """Find another column and put it behind the last one."""
        self._wanted_column = None
        self._pick("Add a column", lambda id_: ((*self.sides, id_), len(self.sides)))

    def do_pick_first(self) -> None:
        """Find another first column."""
        self._pick("Put in column A", lambda id_: (replaced(self.sides, 0, id_), 0))

    def do_pick_second(self) -> None:
        """Find another column in the place of this one; from the first one, of the second."""
        at = self.column or 1
        self._pick(f"Put in column {letter(at)}", lambda id_: (replaced(self.sides, at, id_), at))

    def _pick(self, title: str, placed: Callable[[str], tuple[Sides, int]]) -> None:
        if self.library is None:
            return
        refused: Mapping[str, str] = {
            id_: f"stands in column {letter(at)} already" for at, id_ in enumerate(self.sides)
        }

        def take(id_: str | None) -> None:
            if id_ is not None:
                sides, self._wanted_column = placed(id_)
                self.take_sides(sides)

        self.app.push_screen(PickerScreen(f"{title}: {self.what}", self.library, self.tables, refused), take)

    def do_scroll_apart(self) -> None:
        """Let each column scroll by itself, or all together."""
        self.apart = not self.apart
        self.lay()

    def do_wrap(self) -> None:
        """Wrap the words, or cut them to one line."""
        self.wrapped = not self.wrapped
        self.lay()

    def lay(self) -> None:
        """Lay the rows out anew."""
        self.grid.lay(apart=self.apart, wrapped=self.wrapped)
        self.show_title()

    def show_title(self) -> None:
        """Say what is shown, and what is left out."""
        raise NotImplementedError

    @property
    def manner(self) -> str:
        """How the rows are laid out, in words, where it is not as usual."""
        parts = ("scrolling apart", self.apart), ("words cut to one line", not self.wrapped)
        return "".join(f" · {words}" for words, chosen in parts if chosen)

    def do_copy_row(self) -> None:
        """Copy the row of the cursor."""
        self._hand_over(self.copied(self.grid.place.row if self.grid.place else 0), "the row with its sources")

    def do_copy_table(self) -> None:
        """Copy all rows."""
        self._hand_over(self.copied(None), "the table with its sources")

    def _hand_over(self, text: str, what: str) -> None:
        self.app.copying.copy_text(text, what)

    def do_open(self) -> None:
        """Show the passage behind the entry in its source."""
        self.do_source()

    def do_source(self) -> None:
        """Show the passage behind the entry in its source."""
        found = self.passages(self.grid.place) if self.grid.place else ()
        if found:
            self.app.push_screen(ReaderScreen(found[0].source, found[0]))
