"""The reader of a source: its text or outline at a passage, with a find line."""

from collections.abc import Sequence
from typing import Protocol

from rich.text import Text

from summittui.exchange.exports import Export, records_export
from summittui.library import Library
from summittui.library.answers.naming import NamesIn
from summittui.library.answers.proof import prove
from summittui.model import Selector, Source, SourceId
from summittui.present.proof import proof_words
from summittui.present.scope import scope_words
from summittui.present.source import source_page
from summittui.queries.language import Field, Query
from summittui.queries.listing import ListQuery
from summittui.ui.actions import Action, Actions
from summittui.ui.command_app import CommandApp
from summittui.ui.commands.reading_text import first_selection
from summittui.ui.handover import Page, ToCopy
from summittui.ui.render.line import line, text_of
from summittui.ui.render.marks import Mark
from summittui.ui.render.reading import Reading, known_marks, reading
from summittui.ui.render.sought import Searched, searched
from summittui.ui.text_selection import TextSelection
from summittui.ui.widgets.bars import TitleBar
from summittui.ui.widgets.find_line import FindLine
from summittui.ui.widgets.gutter import Gutter
from summittui.ui.widgets.text_view import TextView

ATTACHING = ": summittui attach FILE"
"""The way to see the words of a source whose text is not attached."""
ABOVE = 3
"""The number of lines that stay in sight above the passage."""
SEEKING = "-finding"
"""The class of a screen while the find line is shown."""


class ReaderHost(Protocol):
    """A screen with the text of a source."""

    is_ready: bool

    @property
    def app(self) -> CommandApp:
        """The app of the screen."""

    @property
    def title_bar(self) -> TitleBar:
        """The title bar, for the source and the proof of the passage."""

    @property
    def is_mounted(self) -> bool:
        """Whether the screen is shown."""

    def spans(self) -> Sequence[Selector]:
        """Return the passages between which the next and previous commands step, in the order of the text."""

    def source_shown(self) -> None:
        """Update the widgets that follow the passage."""

    def add_class(self, class_name: str) -> object:
        """Add a class."""

    def remove_class(self, class_name: str) -> object:
        """Remove a class."""

    def refuse(self, reason: str) -> None:
        """Notify the reader why something was not done."""


class SourceReader:
    """The text of one source, scrolled to one passage, with a find line."""

    def __init__(self, host: ReaderHost, source: SourceId, selector: Selector, message: str) -> None:
        """Create the reader of a screen.

        Args:
            host: The screen.
            source: The source.
            selector: The passage that is highlighted.
            message: The message of the view where there is no text.
        """
        self._host = host
        self.source = source
        self.selector = selector
        self.around: int | None = None
        """The number of lines around each mark that are shown; None for the whole text."""
        self.library: Library | None = None
        self.view = TextView(id="text", message=message, gutter=Gutter())
        self.find_line = FindLine(self)
        self._sought_from = (0, 0)
        """The paragraph and offset at the top when the find line was opened."""

    @property
    def app(self) -> CommandApp:
        """The app of the screen."""
        return self._host.app

    def refuse(self, reason: str) -> None:
        """Notify the reader why something was not done."""
        self._host.refuse(reason)

    @property
    def actions(self) -> Actions:
        """The actions of the commands that move in the text, by their ids."""
        return {
            "find-text": Action(self.find_text, self.why_no_text),
            "next-span": Action(lambda: self.to_span(1), self._why_no_span),
            "previous-span": Action(lambda: self.to_span(-1), self._why_no_span),
        }

    def why_no_text(self) -> str | None:
        """Return the refusal where there is no text to search; None where there is one."""
        return None if self.view.paragraphs else "There is no text to find words in."

    def _why_no_span(self) -> str | None:
        return None if self._host.spans() or self.find_line.hits else "No quote is recorded in this source."

    @property
    def has_text(self) -> bool:
        """Whether the text of the source is attached."""
        return self.library is not None and self.library.has_text(self.source)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The passages that are marked in the source."""
        return known_marks(self.library, self.source) if self.library else ()

    @property
    def selection_at_hand(self) -> TextSelection | None:
        """The first selection; None where no text is attached, or one without words."""
        library = self.library
        if library is None or library.text(self.source) is None:
            return None
        shown = reading(library, library.source(self.source), self.selector, self.around)
        return first_selection(shown, self.selector, self.view, self.find_line.hits)

    def take_library(self, library: Library | None) -> None:
        """Render the source again; search the words again where its text has changed."""
        before, self.library = self.library, library
        is_same = before is not None and library is not None and self._is_text_of(before, library)
        self.show(stay=is_same)
        if before is not None and not is_same:
            self.seek_again()

    def take_source(self, source: SourceId, selector: Selector) -> None:
        """Show another source at a passage."""
        self.source, self.selector = source, selector
        self.show()
        self.seek_again()

    def seek_again(self) -> None:
        """Search the words of the find line in the present text."""
        text = self._searched
        if text is not None:
            self.find_line.look_in(text.text)

    def _is_text_of(self, before: Library, after: Library) -> bool:
        """Tell whether the source has the same text, or the same outline, in both libraries."""
        texts = before.text(self.source), after.text(self.source)
        return texts[0] == texts[1] and before.find(self.source) == after.find(self.source)

    def show(self, *, stay: bool = False) -> None:
        """Show the source at its passage, or with `stay` at the line that is at the top now."""
        library = self.library
        if library is None or not self._host.is_mounted or not self.source:
            return
        if library.find(self.source) is None:
            outside = f"This source lies outside what is shown, {scope_words(library)}." if library.scope else ""
            self.view.message = outside or "This source is no longer in the store."
            self._host.title_bar.left, self._host.title_bar.right = line((self.source, "title")), line()
            self.view.show(())
            return
        source, text = library.source(self.source), library.text(self.source)
        title, proof = self._host.title_bar, text_of(proof_words(prove(self.selector, text)))
        title.left = line((source.outlet, "title"), (f"  {source.published or 'no date'}", "apparatus"))
        title.right = proof if text else Text.assemble(proof, line((ATTACHING, "apparatus")))
        self._show_text(reading(library, source, self.selector, self.around), stay=stay)
        self._host.source_shown()

    def _show_text(self, found: Reading, *, stay: bool) -> None:
        hits = self.find_line.hits
        self.view.pane_title = found.title
        self.view.pane_count = line((f"“{hits.words}” {hits.count}", "count")) if hits else Text()
        if hits is None:
            self.view.show(found.paragraphs, stay=stay)
        else:
            self.view.show(searched(found.paragraphs).finding(hits.ranges, hits.current), stay=True)
        if not stay:
            self.view.to_paragraph(*self._place(found), above=ABOVE)

    def _place(self, found: Reading) -> tuple[int, int]:
        """Return the paragraph and offset of the current match, else of the passage."""
        hits = self.find_line.hits
        if hits is None:
            return found.place
        return searched(found.paragraphs).place_of(Selector(*hits.current)) if hits.current else self._sought_from

    @property
    def _searched(self) -> Searched | None:
        """The text in which words are searched: the whole text, else the outline."""
        source = self.library.find(self.source) if self.library else None
        if self.library is None or not isinstance(source, Source):
            return None
        return searched(reading(self.library, source, self.selector).paragraphs)

    def find_text(self) -> None:
        """Open the find line; with every letter the text scrolls to the next match."""
        text = self._searched
        if text is not None:
            is_whole = self.around is None or self.find_line.hits is not None
            self._sought_from = self.view.top if is_whole else (0, 0)
            at, offset = self._sought_from
            self._host.add_class(SEEKING)
            self.find_line.begin(text.text, text.begin_of(at) + offset)

    def hits_moved(self) -> None:
        """Highlight the matches; where the search was cleared, keep the scroll position."""
        self.show(stay=self.find_line.hits is None and (self.around is None or not self.has_text))

    def find_waits(self) -> None:
        """Queue keys until the matches are known."""
        self._host.is_ready = False

    def find_cancelled(self) -> None:
        """Restore the scroll position from before the search."""
        self.view.to_paragraph(*self._sought_from)

    def find_left(self) -> None:
        """Focus the text again."""
        self._host.is_ready = True
        self._host.remove_class(SEEKING)
        if self.view.screen.focused is self.find_line:
            self.view.focus()

    def to_span(self, by: int) -> None:
        """Go to the next quote down with 1, up with -1; where there are matches, to the next match."""
        hits = self.find_line.hits
        if hits is not None:
            if not self.find_line.step(by):
                self.refuse(f"“{hits.words}” stands nowhere in this text.")
            return
        ahead = [span for span in self._host.spans() if (span.start - self.selector.start) * by > 0]
        if ahead:
            self.open(ahead[0] if by > 0 else ahead[-1])
        else:
            self.refuse(f"No further quote {'below' if by > 0 else 'above'}.")

    def open(self, span: Selector) -> None:
        """Show another passage of the source."""
        self.selector = span
        self.show()

    def to_copy(self) -> ToCopy:
        """Return the quotes or claims at the passage, else the source."""
        library, here = self.library, self.selector
        if library is None or library.find(self.source) is None:
            return ToCopy()
        held = [mark for mark in self.marks if mark.selector == here] or [
            mark for mark in self.marks if mark.selector.contains(here)
        ]
        found = dict.fromkeys(mark.record for mark in held)
        return ToCopy(tuple(map(library.get, found)) or (library.source(self.source),))

    def to_export(self) -> Export | None:
        """Return the quotes of the source."""
        if self.library is None:
            return None
        query = ListQuery(table="quotes", query=Query((Field("source", self.source),)))
        shown = self.library.select(query)
        return records_export(self.library, "quotes", shown, query.conditions(NamesIn(self.library)))

    def to_page(self) -> Page | None:
        """Return the text of the source, or its outline where no text is attached."""
        library, id_ = self.library, self.source
        if library is None or library.find(id_) is None:
            return None
        return Page(id_, lambda: source_page(library, library.source(id_)))
