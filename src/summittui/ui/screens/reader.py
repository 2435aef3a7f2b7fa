"""The reader: a source with the passage asked for highlighted; its outline where no text is attached."""

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.getters import query_one

from summittui.exchange.exports import Export, records_export
from summittui.library import Library
from summittui.library.answers.naming import NamesIn
from summittui.library.answers.proof import prove
from summittui.model import Quote, Selector, Source, SourceId
from summittui.present.proof import proof_words
from summittui.present.source import source_page
from summittui.queries.language import Field, Query
from summittui.queries.listing import ListQuery
from summittui.ui.actions import Actions
from summittui.ui.command_screen import CommandScreen
from summittui.ui.commands.reading_text import ReadingCommands, first_selection
from summittui.ui.handover import Page, ToCopy
from summittui.ui.keys.lookup import hints_for
from summittui.ui.keys.table import Scope
from summittui.ui.moves import Movable
from summittui.ui.render.line import line, text_of
from summittui.ui.render.reading import Reading, known_marks, reading
from summittui.ui.render.sought import Searched, searched
from summittui.ui.text_selection import TextSelection
from summittui.ui.widgets.bars import HintBar, TitleBar
from summittui.ui.widgets.find_line import FindLine
from summittui.ui.widgets.gutter import Gutter
from summittui.ui.widgets.text_view import TextView

ATTACHING = ": summittui attach FILE"
"""How to see the words of a source whose text is not attached."""
ABOVE = 3
"""How many lines stand above the passage."""


class ReaderScreen(CommandScreen[None]):
    """One source, opened at one passage."""

    DEFAULT_CSS = """
    ReaderScreen {
        layout: vertical;
        &.-finding #hints { display: none; }
    }
    """
    view_name = "reader"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.READER, Scope.LIST, Scope.APP)

    title_bar = query_one("#title", TitleBar)
    hint_bar = query_one("#hints", HintBar)
    view = query_one("#text", TextView)
    find_line = query_one("#find", FindLine)
    around: int | None = None
    """How many lines around each mark are shown; None for the whole text."""

    first_pane = "text"
    """The id of what the keys go to at first."""

    def __init__(self, source: SourceId, selector: Selector) -> None:
        """Open `source` at the passage that `selector` marks."""
        super().__init__()
        self._source = source
        self._selector = selector
        self._library: Library | None = None
        self._found_from = (0, 0)
        """The paragraph and offset at the top when words began to be typed that are sought."""

    def compose(self) -> ComposeResult:
        """Give the bars and the text."""
        yield TitleBar(id="title")
        yield TextView(id="text", message="This source has neither a text nor an outline.", gutter=Gutter())
        yield FindLine()
        yield HintBar(id="hints")

    def on_mount(self) -> None:
        """Show the passage, and again when the library changes."""
        self.hint_bar.show_commands(hints_for(*self.scopes))
        self.watch(self.app, "library", self._take_library)
        self.query_one(f"#{self.first_pane}").focus()

    def on_resize(self) -> None:
        """Keep the passage in sight."""
        self.call_after_refresh(self._show)

    def default_list(self) -> Movable:
        """Return the text."""
        return self.view

    def why_not(self, command_id: str) -> str | None:
        """Return why a command cannot be run now."""
        if command_id == "find-text" and not self.view.paragraphs:
            return "There is no text to find words in."
        if command_id in {"next-span", "previous-span"} and not self._spans and not self.find_line.hits:
            return "No quote is recorded in this source."
        return super().why_not(command_id)

    def own_actions(self) -> Actions:
        """Return what the commands that lead to coding do."""
        return ReadingCommands(self).actions

    @property
    def selection_at_hand(self) -> TextSelection | None:
        """What is selected at first; None where no text is attached, or one without words."""
        library = self._library
        if library is None or self._text is None:
            return None
        shown = reading(library, library.source(self._source), self._selector, self.around)
        return first_selection(shown, self._selector, self.view, self.find_line.hits)

    def to_copy(self) -> ToCopy:
        """Return the quotes or claims at the passage, else the source."""
        library, here = self._library, self._selector
        if library is None or library.find(self._source) is None:
            return ToCopy()
        marks = known_marks(library, self._source)
        held = [mark for mark in marks if mark.selector == here] or [
            mark for mark in marks if mark.selector.contains(here)
        ]
        found = dict.fromkeys(mark.record for mark in held)
        return ToCopy(tuple(map(library.get, found)) or (library.source(self._source),))

    def to_export(self) -> Export | None:
        """Return the quotes of this source."""
        if self._library is None:
            return None
        query = ListQuery(table="quotes", query=Query((Field("source", self._source),)))
        shown = self._library.select(query)
        return records_export(self._library, "quotes", shown, query.describe(NamesIn(self._library)))

    def to_page(self) -> Page | None:
        """Return the text of the source, or its outline where no text is attached."""
        library, id_ = self._library, self._source
        if library is None or library.find(id_) is None:
            return None
        return Page(id_, lambda: source_page(library, library.source(id_)))

    @property
    def source(self) -> SourceId:
        """The source that is read."""
        return self._source

    @property
    def selector(self) -> Selector:
        """The passage that is highlighted."""
        return self._selector

    def _take_library(self, library: Library | None) -> None:
        before, self._library = self._library, library
        is_same = before is not None and library is not None and self._is_text_of(before, library)
        self._show(stay=is_same)
        if before is not None and not is_same:
            self._search_again()

    def _search_again(self) -> None:
        if self._searched is not None:
            self.find_line.look_in(self._searched.text)

    @property
    def _text(self) -> str | None:
        return self._library.text(self._source) if self._library else None

    def _is_text_of(self, before: Library, after: Library) -> bool:
        """Tell whether the source has the same text, or the same outline, in both libraries."""
        texts = before.text(self._source), after.text(self._source)
        return texts[0] == texts[1] and before.find(self._source) == after.find(self._source)

    @property
    def _quotes(self) -> tuple[Quote, ...]:
        return self._library.quotes_in(self._source) if self._library else ()

    @property
    def _spans(self) -> list[Selector]:
        """The first span of every quote of the source, in the order of the text."""
        return sorted((span for quote in self._quotes if (span := quote.first_span)), key=lambda span: span.start)

    def _show(self, *, stay: bool = False) -> None:
        """Show the source at its passage, or with `stay` at the line that is at the top now."""
        library = self._library
        if library is None or not self.is_mounted:
            return
        if library.find(self._source) is None:
            self.view.message = "This source is no longer in the store."
            self.view.show(())
            return
        source = library.source(self._source)
        text = library.text(self._source)
        self.title_bar.left = line((source.outlet, "title"), (f"  {source.published or 'no date'}", "apparatus"))
        proof = text_of(proof_words(prove(self._selector, text)))
        self.title_bar.right = proof if text else Text.assemble(proof, line((ATTACHING, "apparatus")))
        found = reading(library, source, self._selector, self.around)
        self.view.pane_title = found.title
        hits = self.find_line.hits
        self.view.pane_count = line((f"“{hits.words}” {hits.count}", "count")) if hits else Text()
        if hits is None:
            self.view.show(found.paragraphs, stay=stay)
        else:
            self.view.show(searched(found.paragraphs).finding(hits.ranges, hits.current), stay=True)
        if not stay:
            self.view.to_paragraph(*self._place(found), above=ABOVE)

    def _place(self, found: Reading) -> tuple[int, int]:
        """Return where the place of the sought words that is at hand stands, else the passage."""
        hits = self.find_line.hits
        if hits is None:
            return found.place
        return searched(found.paragraphs).place_of(Selector(*hits.current)) if hits.current else self._found_from

    @property
    def _searched(self) -> Searched | None:
        """What words are sought in: the whole text, else the outline."""
        library = self._library
        source = library.find(self._source) if library else None
        if library is None or not isinstance(source, Source):
            return None
        return searched(reading(library, source, self._selector).paragraphs)

    def do_find_text(self) -> None:
        """Type words that are sought in the text; with every letter it goes to the first place from here on."""
        text = self._searched
        if text is not None:
            is_whole = self.around is None or self.find_line.hits is not None
            self._found_from = self.view.top if is_whole else (0, 0)
            at, offset = self._found_from
            self.add_class("-finding")
            self.find_line.begin(text.text, text.begin_of(at) + offset)

    @on(FindLine.Moved)
    def _hits_moved(self) -> None:
        is_given_up = self.find_line.hits is None and (self.around is None or self._text is None)
        self._show(stay=is_given_up)

    @on(FindLine.Cancelled, "#find")
    def _find_cancelled(self) -> None:
        self.view.to_paragraph(*self._found_from)

    @on(FindLine.Accepted, "#find")
    def _find_accepted(self) -> None:
        self.is_ready = not self.find_line.is_waiting

    @on(FindLine.Left)
    def _find_left(self) -> None:
        self.is_ready = True
        self.remove_class("-finding")
        if self.find_line.has_focus:
            self.view.focus()

    def back(self) -> None:
        """Give up the words that are sought, else leave."""
        if self.find_line.hits:
            self.find_line.clear_hits()
        else:
            super().back()

    def _step_in_hits(self, by: int) -> bool:
        """Go to another place of the words that are sought; tell whether any are."""
        hits = self.find_line.hits
        if hits is not None and not self.find_line.step(by):
            self.refuse(f"“{hits.words}” stands nowhere in this text.")
        return hits is not None

    def do_next_span(self) -> None:
        """Go to the next quote of this source, or to the next place of the words that are sought."""
        if self._step_in_hits(1):
            return
        after = [span for span in self._spans if span.start > self._selector.start]
        self._open(after[0] if after else None, "below")

    def do_previous_span(self) -> None:
        """Go to the quote, or the place, before."""
        if self._step_in_hits(-1):
            return
        before = [span for span in self._spans if span.start < self._selector.start]
        self._open(before[-1] if before else None, "above")

    def do_source(self) -> None:
        """Go back to where the passage was opened from."""
        self.back()

    def do_next_pane(self) -> None:
        """Go to the menu in the last line, and back to the text."""
        (self.view if self.hint_bar.has_focus else self.hint_bar).focus()

    def do_previous_pane(self) -> None:
        """Go to the menu in the last line, and back to the text."""
        self.do_next_pane()

    def leave_hints(self) -> None:
        """Give the keys back to the text."""
        self.view.focus()

    def _open(self, span: Selector | None, where: str) -> None:
        if span is None:
            self.refuse(f"No further quote {where}.")
        else:
            self._selector = span
            self._show()
