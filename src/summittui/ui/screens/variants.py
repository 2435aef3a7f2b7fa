"""The variants screen: the wordings of one utterance in several quotes."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from rich.text import Text

from summittui.exchange.exports import Export
from summittui.exchange.view_exports import variants_export
from summittui.library import Library
from summittui.library.answers.variants import Variants, variants
from summittui.model import Quote, Record
from summittui.model.text import counted
from summittui.present.attribution import speaker_of
from summittui.present.variants import NOTATION, variant_paragraphs
from summittui.queries.variants import VariantsQuery
from summittui.ui.actions import Actions
from summittui.ui.commands.listing import ListingCommands
from summittui.ui.handover import Page
from summittui.ui.keys.command import Scope
from summittui.ui.live_query import LiveQuery
from summittui.ui.render.line import line, text_of
from summittui.ui.render.variants import VariantRows
from summittui.ui.screens.list_detail import BREAKPOINTS, ListDetail
from summittui.ui.view_screen import ViewScreen


class VariantsScreen(ViewScreen):
    """A list of the quotes of one utterance, each with its word difference."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    view_name = "variants"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.VARIANTS, Scope.LIST, Scope.APP)

    def __init__(self, query: VariantsQuery) -> None:
        """Show the variants of the utterance that the quote of a query reports."""
        super().__init__()
        self.view_query: VariantsQuery = query
        self.body = ListDetail(self)
        self.parts, self.home = (self.body,), self.body.list_pane
        self.live: LiveQuery[Variants] = LiveQuery(self, self.body)

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        return ListingCommands(self).actions

    def question(self, library: Library) -> Callable[[], Variants]:
        """Return the function that compares the variants."""
        return partial(variants, library, self.view_query)

    def show_answer(self, library: Library, answer: Variants) -> None:
        """Show the variants, the cursor on the first that is compared."""
        speaker = speaker_of(library, answer.base)
        told = f"  {speaker} · one utterance in {counted(len(answer.others) + 1, 'wording')}"
        self.title_bar.left = line(("Variants", "title"), (told, "apparatus"))
        self.title_bar.right = line((NOTATION, "key"))
        self.body.list_pane.pane_title = line(
            ("Wordings", "title"), (" · the first is what the others differ from", "apparatus")
        )
        asked = self.view_query.quote if self.view_query.quote != answer.base.id else answer.others[0].quote.id
        self.body.show(VariantRows(library, answer), cursor_key=self.body.key or asked)

    @property
    def current(self) -> Record | None:
        """The quote under the cursor."""
        return self.live.find(self.body.key)

    def to_page(self) -> Page | None:
        """Return the detail of the row under the cursor."""
        return self.body.page(self.current.id if self.current else "detail")

    def to_export(self) -> Export | None:
        """Return all wordings with their differences."""
        return self.live.map_answer(variants_export)

    def detail_title(self) -> Text:
        """Return the title of the detail: its wording."""
        record = self.current
        if self.live.answer is None or not isinstance(record, Quote):
            return Text()
        words = "All against this one" if record.id == self.live.answer.base.id else "Word by word"
        return line((words, "title"), (f" · {record.id}", "apparatus"))

    def detail_lines(self) -> list[Text]:
        """Return the word difference."""
        if self.live.library is None or self.live.answer is None or not self.body.key:
            return []
        return list(map(text_of, variant_paragraphs(self.live.library, self.live.answer, self.body.key)))
