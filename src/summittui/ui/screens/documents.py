"""Documents: the sources, and beside them the text with everything that is marked in it."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one
from textual.reactive import reactive
from textual.widget import Widget

from summittui.exchange.exports import Export, records_export
from summittui.library import Library
from summittui.model import Record, Selector, Source, SourceId
from summittui.present.scope import emptiness
from summittui.ui.handover import ToCopy
from summittui.ui.keys.lookup import key_of
from summittui.ui.keys.table import Scope
from summittui.ui.live_query import LOADING
from summittui.ui.marking import Marking
from summittui.ui.moves import Movable
from summittui.ui.render.line import line
from summittui.ui.render.marks import Mark, MarkRows, beginnings
from summittui.ui.render.reading import known_marks
from summittui.ui.render.sources import SourceRows
from summittui.ui.render.variants import why_no_variants
from summittui.ui.screens.accounts import AccountsScreen
from summittui.ui.screens.reader import ReaderScreen
from summittui.ui.theme.paint import fit
from summittui.ui.widgets.bars import HintBar, TitleBar
from summittui.ui.widgets.find_line import FindLine
from summittui.ui.widgets.gutter import Gutter
from summittui.ui.widgets.record_list import RecordList
from summittui.ui.widgets.text_view import TextView

if TYPE_CHECKING:
    from summittui.ui.import_edits import ImportProgress

AROUND = (0, 1, 3, 10, None)
"""How many lines around each mark are shown, from the narrowest to the whole text."""


_WRITING = frozenset({"import", "undo", "redo"})


class DocumentsScreen(ReaderScreen):
    """A list of the sources, the reader, and the list of what is marked in the source."""

    DEFAULT_CSS = """
    DocumentsScreen {
        layout: vertical;
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
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (140, "-wide")]  # noqa: RUF012  # as the base class declares it
    view_name = "documents"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.DOCUMENTS, Scope.LIST, Scope.APP)

    sources = query_one("#sources", RecordList)
    spans = query_one("#spans", RecordList)
    marking: reactive[Marking] = reactive(Marking, repaint=False)
    """The marked sources."""

    def __init__(self, source: str = "", selector: Selector | None = None) -> None:
        """Show the source with this id, else the first one, at a passage, else at its first mark."""
        super().__init__(SourceId(source), selector or Selector(0, 0))
        self._left_at: dict[str, Selector] = {source: selector} if selector else {}
        """The passage at which each source was left."""
        self.first_pane = "sources"

    def compose(self) -> ComposeResult:
        """Give the bars, the two lists and the text."""
        yield TitleBar(id="title")
        with Container(id="body"):
            with Container(id="lists"):
                yield RecordList(line(("Documents", "title")), message=LOADING, id="sources")
                yield RecordList(
                    line(("Marked in it", "title")), message="Nothing is marked in this source.", id="spans"
                )
            yield TextView(id="text", message=LOADING, gutter=Gutter())
        yield FindLine()
        yield HintBar(id="hints")

    def on_mount(self) -> None:
        """Show the pane that the keys go to, where there is room for one only."""
        self.title_bar.left = line(("Documents", "title"))
        self.sources.marks = frozenset(self.marking.ids)
        self._at(self.query_one(f"#{self.first_pane}"))

    def default_list(self) -> Movable:
        """Return the list of the sources."""
        return self.sources

    def _take_library(self, library: Library | None) -> None:
        super()._take_library(library)
        if library is not None:
            self.sources.message = emptiness(library, "documents")
            self.sources.show(SourceRows(library), cursor_key=self._source or None)
            if self.sources.cursor_key is None:
                self.view.message = "There is no document to read."
                self.view.refresh()
            else:
                self._take_source(self.sources.cursor_key)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Where the quotes and claims of the source begin, in the order of its text."""
        return beginnings(known_marks(self._library, self._source)) if self._library else ()

    @property
    def _spans(self) -> list[Selector]:
        """Where the quotes and claims of the source begin."""
        return [mark.selector for mark in self.marks]

    @property
    def current(self) -> Record | None:
        """The quote or claim under the cursor."""
        key = self.spans.cursor_key
        return self._library.find(key) if self._library and key else None

    def why_not(self, command_id: str) -> str | None:
        """Return why a command cannot be run now."""
        if self._library is None and command_id in {"open", "mark", "compare", "widen", "narrow"}:
            return "The records are still being read."
        if command_id in {"open", "mark", "widen", "narrow"} and self.sources.cursor_key is None:
            return "There are no documents here."
        special = {"variants": self._why_no_variants, "compare": self._why_not_compare}
        special |= dict.fromkeys(_WRITING, self._why_not_write)
        if command_id in special:
            return special[command_id]()
        if command_id in {"widen", "narrow"} and self._library and not self._library.has_text(self._source):
            return "No text of this document is attached; its outline is shown whole."
        return super().why_not(command_id)

    def to_copy(self) -> ToCopy:
        """Return the source where the keys go to the sources, else the quote or claim at the passage."""
        key = self.sources.cursor_key
        if self.sources.has_focus and self._library and key:
            return ToCopy((self._library.get(key),))
        return super().to_copy()

    def to_export(self) -> Export | None:
        """Return the sources where the keys go to them, else the quotes of this source."""
        if self.sources.has_focus and self._library:
            return records_export(self._library, "sources", self._library.every(Source))
        return super().to_export()

    def _why_no_variants(self) -> str | None:
        return why_no_variants(self._library, self.current)

    def _why_not_write(self) -> str | None:
        is_open = self.app.session_host.session is not None
        return self.app.why_read_only or (None if is_open else "The store is still being read.")

    def _why_not_compare(self) -> str | None:
        held = self._library.size("sources") if self._library else 0
        if len(self.marking.ids) > 2:
            marked = f"{len(self.marking.ids)} documents are marked"
            return f"{marked}; two stand side by side. {key_of('mark')} takes one off."
        return (
            None
            if self._pair
            else f"Mark two documents with {key_of('mark')}, then press {key_of('compare')}."
            if held > 1
            else "One alone has no other side."
        )

    @property
    def _pair(self) -> tuple[str, ...]:
        """The two sources to put side by side: the marked ones, else the only two."""
        every = tuple(source.id for source in self._library.every(Source)) if self._library else ()
        return self.marking.sides(self.sources.cursor_key) or (every if len(every) == 2 else ())

    def _take_source(self, key: str) -> None:
        """Show another source at the passage at which it was left, or at its first."""
        if self._library is None:
            return
        self._source = SourceId(key)
        first = self._spans[0] if self._spans else Selector(0, 0)
        self._selector = self._left_at.get(key, first)
        self.spans.show(MarkRows(self._library, known_marks(self._library, key)))
        self._show()
        self._search_again()

    def do_find_text(self) -> None:
        """Type words that are sought in the text, which is shown meanwhile."""
        self._at(self.view)
        super().do_find_text()

    def _show(self, *, stay: bool = False) -> None:
        if not self._source:
            return
        super()._show(stay=stay)
        left = self.title_bar.left.cell_len + 4
        self.title_bar.right = fit(self.title_bar.right, max(self.size.width - left, self.size.width // 3))
        self._left_at[self._source] = self._selector
        here = [mark.record for mark in self.marks if mark.selector == self._selector]
        if here and self.spans.cursor_key not in here:
            self.spans.to_key(here[0])

    @on(RecordList.Highlighted, "#sources")
    def _source_highlighted(self, event: RecordList.Highlighted) -> None:
        if event.key and event.key == self.sources.cursor_key and event.key != self._source:
            self._take_source(event.key)

    @on(RecordList.Highlighted, "#spans")
    def _span_highlighted(self, event: RecordList.Highlighted) -> None:
        if event.key != self.spans.cursor_key:
            return  # overtaken by a later one
        found = next((mark.selector for mark in self.marks if mark.record == event.key), None)
        if found is not None and found != self._selector and self.spans.has_focus:
            self._open(found, "")

    @on(RecordList.Opened)
    def _opened(self) -> None:
        self.do_open()

    def watch_marking(self, marking: Marking) -> None:
        """Show the marks."""
        if self.is_mounted:
            self.sources.marks = frozenset(marking.ids)

    def on_descendant_focus(self) -> None:
        """Where there is room for one list only, show the one that the keys go to."""
        focused = self.focused  # what `has_focus` says of each comes a message later
        if focused in {self.sources, self.view, self.spans}:
            self._at(focused)

    def _at(self, pane: Widget) -> None:
        for each in (self.sources, self.view, self.spans):
            self.set_class(each is pane, f"-at-{each.id}")

    def do_open(self) -> None:
        """Give the text the keys."""
        self._go_to(self.view)

    def do_left(self) -> None:
        """Go to the list of the sources."""
        self._go_to(self.sources)

    def do_right(self) -> None:
        """Go to the text."""
        self._go_to(self.view)

    def do_mark(self) -> None:
        """Mark the source under the cursor, or take the mark off, and move on."""
        if self.sources.cursor_key:
            self.marking = self.marking.toggled(self.sources.cursor_key)
            self.sources.move(1)

    def do_compare(self) -> None:
        """Put two sources side by side."""
        left, right = self._pair
        self.app.push_screen(AccountsScreen(left, right))

    def do_import(self) -> None:
        """Bring in a file, a folder or an address; then go on to the review of what it proposes."""
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.forms.parts import IMPORT
        from summittui.ui.import_edits import ImportProgress, import_documents

        progress = ImportProgress()
        save = partial(import_documents, self.app.settings.proposer, progress)
        form = FormScreen("Import", IMPORT, save, is_whole=False, progress=progress)
        self.app.push_screen(form, lambda _: self._imported(progress))

    def _imported(self, progress: "ImportProgress") -> None:
        """Show what was not brought in and why, then go on to the review of what was."""
        from summittui.ui.dialogs.question import QuestionScreen

        if progress.report:
            text = [line(paragraph) for paragraph in progress.report]
            self.app.push_screen(QuestionScreen("Not imported", text), lambda _: self._review(progress.sources))
        else:
            self._review(progress.sources)

    def _review(self, sources: tuple[str, ...]) -> None:
        """Review what is proposed for the sources that were just brought in; for several, all that waits."""
        if sources:
            self.sources.to_key(sources[0])
            self.app.navigation.open("review", sources[0] if len(sources) == 1 else "")

    def do_undo(self) -> None:
        """Take back this user's last edit."""
        from summittui.ui import edits

        self.app.session_host.run_edit(edits.undo)

    def do_redo(self) -> None:
        """Make the edit again that was taken back last."""
        from summittui.ui import edits

        self.app.session_host.run_edit(edits.redo)

    def do_zoom(self) -> None:
        """Give the whole screen to the text, or take it back."""
        self.toggle_class("-zoomed")
        self._go_to(self.view)

    def do_widen(self) -> None:
        """Show more lines around each mark, at last the whole text."""
        self._change_around(1, "The whole text is shown.")

    def do_narrow(self) -> None:
        """Show fewer lines around each mark."""
        self._change_around(-1, "Only the marked lines are shown.")

    def _change_around(self, by: int, end: str) -> None:
        at = AROUND.index(self.around) + by
        if 0 <= at < len(AROUND):
            self.around = AROUND[at]
            self._show()
        else:
            self.refuse(end)

    def back(self) -> None:
        """Undo one step: the words sought, the zoom, the pane, the marks, then leave."""
        if self.find_line.hits:
            super().back()
        elif self.has_class("-zoomed"):
            self.remove_class("-zoomed")
        elif not self.sources.has_focus:
            self._go_to(self.sources)
        elif self.marking.ids:
            self.marking = Marking()
        else:
            super().back()

    def do_next_pane(self) -> None:
        """Go to the text, the list of its marks, the menu in the last line, the sources."""
        self._step(1)

    def do_previous_pane(self) -> None:
        """Go the same way back."""
        self._step(-1)

    def leave_hints(self) -> None:
        """Give the keys back to the sources."""
        self._go_to(self.sources)

    def _step(self, by: int) -> None:
        stops = (self.sources, self.view, self.spans, self.hint_bar)
        here = next((at for at, stop in enumerate(stops) if stop.has_focus), 0)
        self._go_to(stops[(here + by) % len(stops)])

    def _go_to(self, pane: Widget) -> None:
        """Give the keys to a pane."""
        if pane is not self.hint_bar:
            self._at(pane)
        if pane is not self.view:
            self.remove_class("-zoomed")
        pane.focus()
