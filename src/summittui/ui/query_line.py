"""The line that a query is typed in, and the line below it: what could be meant, or what is wrong and where."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from summittui.ui.render.line import line
from summittui.ui.theme.paint import fit
from summittui.ui.widgets.bars import Bar
from summittui.ui.widgets.filter_line import FilterLine


class Offer(NamedTuple):
    """A way to go on typing."""

    label: str
    """The text of the offer on the screen."""
    text: str
    """The whole line once it is taken."""
    column: int
    """The column of the cursor once the offer is taken, in code points."""


Offering = Callable[[str, int], Sequence[Offer]]
"""A function that returns the offers for a text and the cursor's column in it."""


def no_offers(_text: str, _column: int) -> Sequence[Offer]:
    """Offer nothing."""
    return ()


class QueryLine(FilterLine):
    """A filter line that completes: Tab, or → at the end, takes the chosen offer; ↑ chooses the next one.

    Without an offer Tab accepts the line, as Enter does.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "take", show=False),
        Binding("up", "choose", show=False),
    ]

    offers: tuple[Offer, ...] = ()
    """The ways to go on."""
    chosen: int = 0
    """The offer that Tab takes, from 0."""

    def __init__(self, tell_line: "TellLine", *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Create the line; `tell_line` is the line below."""
        super().__init__("words, “phrases”, by:name, issue:…, kind:direct, -without", id=id)
        self.tell_line = tell_line
        """Shows the offers."""
        self.offering: Offering = no_offers
        """The function that returns the offers."""

    def offer(self) -> None:
        """Find what can be offered for what stands in the line."""
        self.chosen = 0
        self.offers = tuple(self.offering(self.value, self.cursor_position)) if self.value else ()
        self.show_offers()

    def show_offers(self) -> None:
        """Show the offers, the chosen one marked."""
        self.tell_line.offers, self.tell_line.chosen = self.offers, self.chosen

    def action_take(self) -> None:
        """Take the chosen offer; without one accept the line."""
        if not self._take():
            self.action_accept()

    def action_choose(self) -> None:
        """Choose the next offer, after the last the first."""
        if self.offers:
            self.chosen = (self.chosen + 1) % len(self.offers)
            self.show_offers()

    def action_cursor_right(self, select: bool = False) -> None:
        """Move to the right; at the end take the chosen offer."""
        if select or self.cursor_position < len(self.value) or not self._take():
            super().action_cursor_right(select)

    def _take(self) -> bool:
        if self.chosen >= len(self.offers):
            return False
        taken = self.offers[self.chosen]
        self.offers = ()
        self.value = taken.text
        self.cursor_position = taken.column
        return True


class TellLine(Bar):
    """The line below a query line: a mistake with its column, else the offers, else some words."""

    problem: reactive[tuple[int, str] | None] = reactive(None)
    """The column of a mistake, from 0, and a sentence."""
    offers: reactive[tuple[Offer, ...]] = reactive(())
    """The ways to go on."""
    chosen: reactive[int] = reactive(0)
    """The index of the offer that Tab takes."""
    words: reactive[str] = reactive("")
    """The words of the line where there is neither."""

    def line(self, width: int) -> Text:
        """Return the line."""
        if self.problem is not None:
            return caret_line(*self.problem, width)
        if self.offers:
            return _offered(self.offers, self.chosen, width)
        return fit(line((self.words, "apparatus")), width)


def caret_line(column: int, sentence: str, width: int) -> Text:
    """Return a sentence with a caret under a column, the sentence on the side where there is more room."""
    column = min(column, max(0, width - 1))
    said = line((sentence, "problem"))
    caret = Text("^", "problem")
    if cell_len(said.plain) + 2 > width - column and column > width // 2:
        left = fit(said, max(0, column - 1))
        return Text.assemble(left, " " * (column - left.cell_len), caret)
    return Text.assemble(" " * column, caret, " ", fit(said, max(0, width - column - 2)))


def _offered(offers: Sequence[Offer], chosen: int, width: int) -> Text:
    """Return the offers from the one before the chosen on, and how to take it."""
    shown = line(("Tab ", "key"))
    for at, each in enumerate(offers[max(0, chosen - 1) :], max(0, chosen - 1)):
        piece = line((each.label, "words"))
        if at == chosen:
            piece.stylize("cursor")
        shown.append_text(piece).append("  ")
    return fit(shown, width)
