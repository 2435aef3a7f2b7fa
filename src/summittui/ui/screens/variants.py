"""Variants: how several quotes word one utterance."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text

from summittui.exchange.exports import Export, view_export
from summittui.exchange.views import plain_variants
from summittui.library import Library
from summittui.library.answers.variants import Variants, variants
from summittui.model import Quote, Record
from summittui.model.passages import MarkedSpan, first_passage
from summittui.present.attribution import speaker_of
from summittui.present.variants import NOTATION, variant_paragraphs, variants_table
from summittui.ui.keys.table import Scope
from summittui.ui.render.line import line, text_of
from summittui.ui.render.variants import VariantRows
from summittui.ui.screens.listing import ListingScreen


class VariantsScreen(ListingScreen[Variants]):
    """The quotes of one utterance, and what became of its words."""

    view_name = "variants"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.VARIANTS, Scope.LIST, Scope.APP)

    def __init__(self, quote: str) -> None:
        """Show the variants of the utterance that the quote with this id reports."""
        super().__init__()
        self.quote = quote

    def question(self, library: Library) -> Callable[[], Variants]:
        """Return what compares the variants."""
        return lambda: variants(library, self.quote)

    def show_answer(self, library: Library, answer: Variants) -> None:
        """Show the variants, the cursor on the first that is compared."""
        speaker = speaker_of(library, answer.base)
        told = f"  {speaker} · one utterance in {len(answer.others) + 1} wordings"
        self.title_bar.left = line(("Variants", "title"), (told, "apparatus"))
        self.title_bar.right = line((NOTATION, "key"))
        self.list_pane.pane_title = line(
            ("Wordings", "title"), (" · the first is what the others differ from", "apparatus")
        )
        asked = self.quote if self.quote != answer.base.id else answer.others[0].quote.id
        self.list_pane.show(VariantRows(library, answer), cursor_key=self.key or asked)
        self.show_detail()

    @property
    def current(self) -> Record | None:
        """The quote under the cursor."""
        return self.library.find(self.key) if self.library and self.key else None

    @property
    def passage(self) -> MarkedSpan | None:
        """The passage of the quote."""
        return first_passage(self.current)

    def to_export(self) -> Export | None:
        """Return all wordings with their differences."""
        library, shown = self.library, self.answer
        if library is None or shown is None:
            return None
        return view_export(
            f"variants-{shown.utterance}",
            f"variants of {shown.utterance}",
            plain=lambda: plain_variants(library, shown),
            table=lambda: variants_table(library, shown),
        )

    def detail_title(self) -> Text:
        """Return which wording the detail speaks of."""
        record = self.current
        if self.answer is None or not isinstance(record, Quote):
            return Text()
        words = "All against this one" if record.id == self.answer.base.id else "Word by word"
        return line((words, "title"), (f" · {record.id}", "apparatus"))

    def detail_lines(self) -> list[Text]:
        """Return the word difference."""
        if self.library is None or self.answer is None or not self.key:
            return []
        return list(map(text_of, variant_paragraphs(self.library, self.answer, self.key)))
