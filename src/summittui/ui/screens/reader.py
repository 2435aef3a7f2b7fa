"""The reader screen: the text of a source, or its outline, with one passage highlighted."""

from collections.abc import Sequence
from typing import ClassVar

from summittui.model import Selector, SourceId
from summittui.queries.documents import ReaderQuery
from summittui.ui.actions import Action, Actions, actions_of
from summittui.ui.commands.reading_text import ReadingCommands
from summittui.ui.commands.stops import StopCommands
from summittui.ui.keys.command import Scope
from summittui.ui.screens.source_reader import SourceReader
from summittui.ui.view_screen import ViewScreen

_NOTHING = "This source has neither a text nor an outline."


class ReaderScreen(ViewScreen):
    """A screen with the text of one source, opened at one passage."""

    DEFAULT_CSS = """
    ReaderScreen {
        &.-finding #hints { display: none; }
    }
    """
    view_name = "reader"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.READER, Scope.LIST, Scope.APP)

    def __init__(self, query: ReaderQuery, selector: Selector) -> None:
        """Open the source of a query at the passage that `selector` marks."""
        super().__init__()
        self.view_query = query
        self.reader = SourceReader(self, SourceId(query.source), selector, _NOTHING)
        self.handover = self.reader
        self.parts, self.home = (self.reader.view, self.reader.find_line), self.reader.view

    def on_mount(self) -> None:
        """Show the passage, and render it anew when the library changes."""
        self.watch(self.app, "library", self.reader.take_library)

    def on_resize(self) -> None:
        """Keep the passage in sight."""
        self.call_after_refresh(self.reader.show)

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        stops = StopCommands(lambda: (self.reader.view, self.hint_bar))
        return {**actions_of(self.reader, ReadingCommands(self.reader), stops), "source": Action(self.back)}

    def spans(self) -> Sequence[Selector]:
        """Return the first span of every quote of the source, in the order of the text."""
        library = self.reader.library
        quotes = library.quotes_in(self.reader.source) if library else ()
        return sorted((span for quote in quotes if (span := quote.first_span)), key=lambda span: span.start)

    def source_shown(self) -> None:
        """Do nothing: this screen has no widgets around the text."""

    def back(self) -> None:
        """Clear the matches, else leave the screen."""
        if self.reader.find_line.hits:
            self.reader.find_line.clear_hits()
        else:
            super().back()
