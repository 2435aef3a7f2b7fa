"""The documents screen: the sources, and the text of one with all marks."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.containers import Container
from textual.reactive import reactive

from summittui.exchange.exports import Export, records_export
from summittui.library import Library
from summittui.model import Record, Selector, Source, SourceId
from summittui.present.scope import empty_message
from summittui.ui.actions import Action, Actions, actions_of
from summittui.ui.commands.documents import DocumentsCommands
from summittui.ui.commands.loading import LoadingCommands
from summittui.ui.commands.reading_text import ReadingCommands
from summittui.ui.commands.stops import StopCommands
from summittui.ui.handover import Page, ToCopy
from summittui.ui.keys.command import Scope
from summittui.ui.live_query import LOADING
from summittui.ui.marking import Marking
from summittui.ui.render.line import line
from summittui.ui.render.marks import Mark, MarkRows, beginnings
from summittui.ui.render.sources import SourceRows
from summittui.ui.screens.document_panes import ZOOMED, DocumentPanes
from summittui.ui.screens.source_reader import SourceReader
from summittui.ui.theme.paint import fit
from summittui.ui.view_screen import ViewScreen
from summittui.ui.widgets.record_list import RecordList


class DocumentsScreen(ViewScreen):
    """A screen with the list of sources, the text of one, and the list of its marks."""

    DEFAULT_CSS = """
    DocumentsScreen {
        & #body { width: 1fr; height: 1fr; layout: horizontal; }
        & #lists { width: 38; height: 1fr; }
        & #sources { height: 1fr; max-height: 14; }
        & #spans { height: 2fr; }
        &.-wide #lists { width: 48; }
        &.-narrow #body { layout: vertical; }
        &.-narrow #lists { width: 1fr; height: 2fr; }
        &.-narrow #text { height: 3fr; }
        &.-narrow #spans { display: none; }
        &.-narrow.-at-spans #spans { display: block; height: 1fr; }
        &.-narrow.-at-spans #sources { display: none; }
        &.-narrow.-at-text #lists { display: none; }
        &.-zoomed #lists { display: none; }
        &.-finding #hints { display: none; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (140, "-wide")]  # noqa: RUF012  # as the base class declares it
    view_name = "documents"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.DOCUMENTS, Scope.LIST, Scope.APP)

    marking: reactive[Marking] = reactive(Marking, repaint=False)
    """The marked sources."""

    def __init__(self, source: str = "", selector: Selector | None = None) -> None:
        """Show the source with this id, else the first one, at a passage, else at its first mark."""
        super().__init__()
        self.reader = SourceReader(self, SourceId(source), selector or Selector(0, 0), LOADING)
        self.sources = self.home = RecordList(line(("Documents", "title")), message=LOADING, id="sources")
        self.marks_list = RecordList(
            line(("Marked in it", "title")), message="Nothing is marked in this source.", id="spans"
        )
        body = Container(Container(self.sources, self.marks_list, id="lists"), self.reader.view, id="body")
        self.parts = (body, self.reader.find_line)
        self.panes = DocumentPanes(self, lambda: (self.sources, self.reader.view, self.marks_list))
        self._left_at: dict[str, Selector] = {source: selector} if selector else {}
        """The passage at which each source was left."""
        self.first_pane = "sources"
        """The id of the pane that has the focus at first."""

    def on_mount(self) -> None:
        """Show the pane that has the focus, where there is room for one only."""
        self.title_bar.left = line(("Documents", "title"))
        self.sources.marks = frozenset(self.marking.ids)
        self.first_focus = self.query_one(f"#{self.first_pane}")
        self.panes.make_room(self.first_focus)
        self.watch(self.app, "library", self._take_library)

    def on_resize(self) -> None:
        """Keep the passage in sight."""
        self.call_after_refresh(self.reader.show)

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        view, documents, loading = self.reader.view, DocumentsCommands(self), LoadingCommands(self.app)
        panes = StopCommands(lambda: (self.sources, view, self.marks_list, self.hint_bar), self.panes.go_to)
        return {
            **actions_of(self.reader, ReadingCommands(self.reader), documents, loading, panes),
            "find-text": Action(self._find_text, self.reader.why_no_text),
            "source": Action(self.back),
            "open": Action(lambda: self.panes.go_to(view), documents.why_no_source),
            "left": Action(lambda: self.panes.go_to(self.sources)),
            "right": Action(lambda: self.panes.go_to(view)),
            "zoom": Action(self.panes.zoom),
            "review": Action(lambda: self.app.navigation.show("review", self.reader.source)),
        }

    def _take_library(self, library: Library | None) -> None:
        self.reader.take_library(library)
        if library is not None:
            self.sources.message = empty_message(library, "documents")
            self.sources.show(SourceRows(library), cursor_key=self.reader.source or None)
            if self.sources.cursor_key is None:
                self.reader.view.message = "There is no document to read."
                self.reader.view.refresh()
            else:
                self._take_source(self.sources.cursor_key)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The first marks of the quotes and claims of the source, in the order of its text."""
        return beginnings(self.reader.marks)

    def spans(self) -> Sequence[Selector]:
        """Return the first spans of the quotes and claims of the source."""
        return [mark.selector for mark in self.marks]

    @property
    def current(self) -> Record | None:
        """The quote or claim under the cursor."""
        library, key = self.reader.library, self.marks_list.cursor_key
        return library.find(key) if library and key else None

    def to_copy(self) -> ToCopy:
        """Return the source under the cursor where the sources have the focus, else the record at the passage."""
        library, key = self.reader.library, self.sources.cursor_key
        if self.sources.has_focus and library and key:
            return ToCopy((library.get(key),))
        return self.reader.to_copy()

    def to_export(self) -> Export | None:
        """Return all sources where the list of sources has the focus, else the quotes of the source that is read."""
        library = self.reader.library
        if self.sources.has_focus and library:
            return records_export(library, "sources", library.every(Source))
        return self.reader.to_export()

    def to_page(self) -> Page | None:
        """Return the text of the source."""
        return self.reader.to_page()

    def _take_source(self, key: str) -> None:
        """Show another source at the passage at which it was left, or at its first mark."""
        if self.reader.library is None:
            return
        self.reader.source = SourceId(key)
        spans = self.spans()
        self.marks_list.show(MarkRows(self.reader.library, self.reader.marks))
        self.reader.take_source(SourceId(key), self._left_at.get(key, spans[0] if spans else Selector(0, 0)))

    def _find_text(self) -> None:
        """Open the find line, with the text in sight."""
        self.panes.make_room(self.reader.view)
        self.reader.find_text()

    def source_shown(self) -> None:
        """Fit the proof beside the title, and put the cursor of the marks on the mark at the passage."""
        if self.reader.has_text:  # else the way to attach it stands there, whole
            left = self.title_bar.left.cell_len + 4
            self.title_bar.right = fit(self.title_bar.right, max(self.size.width - left, self.size.width // 3))
        self._left_at[self.reader.source] = self.reader.selector
        here = [mark.record for mark in self.marks if mark.selector == self.reader.selector]
        if here and self.marks_list.cursor_key not in here:
            self.marks_list.to_key(here[0])

    @on(RecordList.Highlighted, "#sources")
    def _source_highlighted(self, event: RecordList.Highlighted) -> None:
        if event.key and event.key == self.sources.cursor_key and event.key != self.reader.source:
            self._take_source(event.key)

    @on(RecordList.Highlighted, "#spans")
    def _mark_highlighted(self, event: RecordList.Highlighted) -> None:
        if event.key != self.marks_list.cursor_key:
            return  # overtaken by a later one
        found = next((mark.selector for mark in self.marks if mark.record == event.key), None)
        if found is not None and found != self.reader.selector and self.marks_list.has_focus:
            self.reader.open(found)

    @on(RecordList.Opened)
    def _opened(self) -> None:
        self.panes.go_to(self.reader.view)

    def watch_marking(self, marking: Marking) -> None:
        """Render the marks of the list of sources."""
        if self.is_mounted:
            self.sources.marks = frozenset(marking.ids)

    def on_descendant_focus(self) -> None:
        """Show the focused pane alone where there is room for one only."""
        self.panes.make_room(self.focused)  # what `has_focus` says of each comes a message later

    def back(self) -> None:
        """Undo one step: the matches, the zoom, the pane, the marks; then leave the screen."""
        if self.reader.find_line.hits:
            self.reader.find_line.clear_hits()
        elif self.has_class(ZOOMED):
            self.remove_class(ZOOMED)
        elif not self.sources.has_focus:
            self.panes.go_to(self.sources)
        elif self.marking.ids:
            self.marking = Marking()
        else:
            super().back()

    def focus_home(self) -> None:
        """Focus the sources."""
        self.panes.go_to(self.sources)
