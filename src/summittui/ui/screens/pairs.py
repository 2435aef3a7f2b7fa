"""Who stands with whom: pairs by agreement and opposition, with the issues named."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text

from summittui.exchange.exports import Export, pairs_export
from summittui.library import Library
from summittui.library.answers.pairs import Pair, Pairs, pairs
from summittui.present.pairs import pair_counts, pair_names, pair_paragraphs, side_pieces
from summittui.present.signs import brief
from summittui.queries.pairs import PairOrder
from summittui.ui.handover import ToCopy
from summittui.ui.keys.lookup import key_of
from summittui.ui.keys.table import Scope
from summittui.ui.render.line import line, text_of
from summittui.ui.render.pairs import NO_PAIRS, PairRows, pair_key
from summittui.ui.screens.compare import CompareScreen
from summittui.ui.screens.listing import ListingScreen

_SIGNS = "= same side  ≠ opposed  ≈ one side mixed, of n issues"


class PairsScreen(ListingScreen[Pairs]):
    """The pairs that share two issues or more, same and opposed beside each other, and what is left out."""

    view_name = "pairs"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.PAIRS, Scope.LIST, Scope.APP)

    def __init__(self) -> None:
        super().__init__()
        self.voices = False
        self.order = PairOrder.NAME

    def question(self, library: Library) -> Callable[[], Pairs]:
        """Return what pairs the actors."""
        voices, order = self.voices, self.order
        return lambda: pairs(library, voices=voices, order=order)

    def show_answer(self, library: Library, answer: Pairs) -> None:  # noqa: ARG002 - as the base class declares it
        """Show the pairs."""
        told = f"  {len(answer.pairs)} pairs · by {self.order}, {key_of('pair-order')} changes"
        self.title_bar.left = line(("Who stands with whom", "title"), (told, "apparatus"))
        self.title_bar.right = line(("firm and their own only", "apparatus"))
        self.list_pane.pane_title = line((brief(_SIGNS, "Pairs"), "title"))
        self.list_pane.message = NO_PAIRS
        self.list_pane.show(PairRows(answer))
        self.show_detail()

    @property
    def pair(self) -> Pair | None:
        """The pair under the cursor."""
        every = self.answer.pairs if self.answer else ()
        return next((pair for pair in every if pair_key(pair) == self.key), None)

    def to_copy(self) -> ToCopy:
        """Return what the pair rests on: the evidence of both on every issue that they share."""
        if self.pair is None:
            return ToCopy()
        sides = (side for shared in self.pair.shared for side in (shared.left, shared.right))
        pieces = tuple(piece for side in sides for piece in side_pieces(side))
        return ToCopy(pieces, f"{pair_names(self.pair).plain}: {pair_counts(self.pair).plain}")

    def to_export(self) -> Export | None:
        """Return all pairs, and as a network."""
        shown, library = self.answer, self.library
        return pairs_export(library, shown) if shown is not None and library is not None else None

    def detail_title(self) -> Text:
        """Return the names of the pair."""
        return line(*pair_names(self.pair), "  ", *pair_counts(self.pair)) if self.pair else Text()

    def detail_lines(self) -> list[Text]:
        """Return the issues that the two share."""
        return list(map(text_of, pair_paragraphs(self.pair))) if self.pair else []

    def do_open(self) -> None:
        """Compare the two."""
        if self.pair:
            self.app.push_screen(CompareScreen((self.pair.left.id, self.pair.right.id)))

    def do_compare(self) -> None:
        """Compare the two."""
        self.do_open()

    def do_voices(self) -> None:
        """Pair newspapers and authors too, or leave them out."""
        self.voices = not self.voices
        self.ask()

    def do_pair_order(self) -> None:
        """Order the pairs by names, same, opposed or n, in turn."""
        orders = tuple(PairOrder)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.ask()

    def do_pairs(self) -> None:
        """Go back to the matrix."""
        self.app.pop_screen()
