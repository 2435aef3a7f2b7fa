"""The pairs screen: pairs of actors by the issues on which both agree or oppose each other."""

from collections.abc import Callable
from typing import ClassVar

from msgspec.structs import replace
from rich.text import Text

from summittui.exchange.exports import Export
from summittui.exchange.view_exports import pairs_export
from summittui.library import Library
from summittui.library.answers.naming import NamesIn
from summittui.library.answers.pairs import Pair, Pairs, pairs
from summittui.model.text import counted
from summittui.present.pairs import pair_counts, pair_names, pair_paragraphs, side_pieces
from summittui.present.signs import brief
from summittui.queries.comparison import ComparisonQuery
from summittui.queries.pairs import PairOrder, PairsQuery
from summittui.ui.actions import Action, Actions
from summittui.ui.commands.listing import ListingCommands
from summittui.ui.handover import Page, ToCopy
from summittui.ui.keys.command import Scope
from summittui.ui.keys.lookup import key_of
from summittui.ui.live_query import LiveQuery
from summittui.ui.render.line import line, text_of
from summittui.ui.render.pairs import NO_PAIRS, PairRows, pair_key
from summittui.ui.screens.compare import CompareScreen
from summittui.ui.screens.list_detail import BREAKPOINTS, ListDetail
from summittui.ui.view_screen import ViewScreen

_SIGNS = "= same side  ≠ opposed  ≈ one side mixed, of n issues"


class PairsScreen(ViewScreen):
    """A list of the pairs that share two issues or more, with the shared issues of each pair."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    view_name = "pairs"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.PAIRS, Scope.LIST, Scope.APP)

    def __init__(self, query: PairsQuery | None = None) -> None:
        """Show the pairs that a query asks for; all actors without one."""
        super().__init__()
        self.view_query: PairsQuery = query or PairsQuery()
        self.body = ListDetail(self)
        self.parts, self.home = (self.body,), self.body.list_pane
        self.live: LiveQuery[Pairs] = LiveQuery(self, self.body)

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        comparing = Action(self._compare, lambda: None if self.pair else "Nothing is under the cursor.")
        return {
            **ListingCommands(self).actions,
            "open": comparing,
            "compare": comparing,
            "voices": Action(self._turn_voices),
            "pair-order": Action(self._turn_order),
            "pairs": Action(self.app.pop_screen),
        }

    def question(self, library: Library) -> Callable[[], Pairs]:
        """Return the function that computes the pairs."""
        query = self.view_query
        return lambda: pairs(library, query)

    def show_answer(self, library: Library, answer: Pairs) -> None:
        """Show the pairs as rows."""
        told = f"  {counted(len(answer.pairs), 'pair')} · by {self.view_query.order}, {key_of('pair-order')} changes"
        others = replace(self.view_query, order=PairOrder.NAME).narrowing(NamesIn(library))
        self.title_bar.left = line(("Who stands with whom", "title"), (told + others, "apparatus"))
        self.title_bar.right = line(("firm and their own only", "apparatus"))
        self.body.list_pane.pane_title = line((brief(_SIGNS, "Pairs"), "title"))
        self.body.list_pane.message = NO_PAIRS
        self.body.show(PairRows(answer))

    @property
    def pair(self) -> Pair | None:
        """The pair under the cursor."""
        every = self.live.answer.pairs if self.live.answer else ()
        return next((pair for pair in every if pair_key(pair) == self.body.key), None)

    def to_copy(self) -> ToCopy:
        """Return the evidence of the pair: that of both actors on every shared issue."""
        if self.pair is None:
            return ToCopy()
        sides = (side for shared in self.pair.shared for side in (shared.left, shared.right))
        pieces = tuple(piece for side in sides for piece in side_pieces(side))
        return ToCopy(pieces, f"{pair_names(self.pair).plain}: {pair_counts(self.pair).plain}")

    def to_page(self) -> Page | None:
        """Return the detail of the pair under the cursor."""
        return self.body.page("detail")

    def to_export(self) -> Export | None:
        """Return all pairs, and as a network."""
        return self.live.map_answer(pairs_export)

    def detail_title(self) -> Text:
        """Return the names of the pair."""
        return line(*pair_names(self.pair), "  ", *pair_counts(self.pair)) if self.pair else Text()

    def detail_lines(self) -> list[Text]:
        """Return the issues that the two share."""
        return list(map(text_of, pair_paragraphs(self.pair))) if self.pair else []

    def _compare(self) -> None:
        """Compare the two actors of the pair."""
        if self.pair:
            self.app.push_screen(CompareScreen(ComparisonQuery(sides=(self.pair.left.id, self.pair.right.id))))

    def _turn_voices(self) -> None:
        """Toggle whether newspapers and authors are paired too."""
        self._ask(replace(self.view_query, voices=not self.view_query.voices))

    def _turn_order(self) -> None:
        """Order the pairs by names, same, opposed or n, in turn."""
        orders = tuple(PairOrder)
        self._ask(replace(self.view_query, order=orders[(orders.index(self.view_query.order) + 1) % len(orders)]))

    def _ask(self, query: PairsQuery) -> None:
        self.view_query = query
        self.live.ask()
