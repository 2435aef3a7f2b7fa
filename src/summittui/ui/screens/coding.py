"""The coding screen: a passage of a text is selected, counted and made a record with one key."""

from typing import ClassVar

from rich.text import Text
from textual.reactive import reactive

from summittui.library import Library
from summittui.model import Selector, SourceId
from summittui.model.text import counted
from summittui.ui import edits
from summittui.ui.actions import Action, Actions
from summittui.ui.commands.coding import CodeCommands
from summittui.ui.commands.reading_text import StanceCommands
from summittui.ui.commands.selecting import LineMotions, SelectCommands, point_of
from summittui.ui.keys.command import Scope
from summittui.ui.render.line import line
from summittui.ui.render.marked import MarkedParagraphs
from summittui.ui.render.reading import known_marks, reading
from summittui.ui.text_selection import TextSelection
from summittui.ui.view_screen import ViewScreen
from summittui.ui.widgets.find_line import FindLine, Hits
from summittui.ui.widgets.gutter import Gutter
from summittui.ui.widgets.text_view import TextView

ABOVE = 3
"""The number of lines above a selection that is brought into sight."""


class CodingScreen(ViewScreen):
    """A screen with the text of one source, in which a passage is selected."""

    DEFAULT_CSS = """
    CodingScreen {
        &.-finding #hints { display: none; }
    }
    """
    AUTO_FOCUS = ""
    is_limited = False
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.CODING, Scope.LIST, Scope.APP)

    selection: reactive[TextSelection] = reactive(TextSelection("", (0, 0), (0, 0)), repaint=False)

    def __init__(self, source: SourceId, selection: TextSelection) -> None:
        """Open the text of a source with a passage selected in it."""
        super().__init__()
        self.source = source
        self._library: Library | None = None
        self.home = LineMotions(self)
        self.view = TextView(id="text", message="The text of this source is no longer attached.", gutter=Gutter())
        self.find_line = FindLine(self)
        self.parts = (self.view, self.find_line)
        self.set_reactive(CodingScreen.selection, selection)

    def on_mount(self) -> None:
        """Focus the text, and show it again whenever the library changes."""
        self.view.can_focus, self.view.shows_focus = False, True  # the moving keys move the selection, not the view
        self.watch(self.app, "library", self._take_library)

    def on_resize(self) -> None:
        """Keep the selection in sight."""
        self.call_after_refresh(self.watch_selection)

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        run_edit = self.app.session_host.run_edit
        coding = CodeCommands(self).actions
        writing = coding["code"].why_not
        pane = Action(self._next_pane)
        return {
            **SelectCommands(self).actions,
            **StanceCommands(self).actions,
            **coding,
            "find-text": Action(self.find_text),
            "next-place": Action(lambda: self._step(1)),
            "previous-place": Action(lambda: self._step(-1)),
            "next-pane": pane,
            "previous-pane": pane,
            "undo": Action(lambda: run_edit(edits.undo), writing),
            "redo": Action(lambda: run_edit(edits.redo), writing),
        }

    @property
    def selector(self) -> Selector:
        """The selected span."""
        return self.selection.selector

    def why_no_passage(self) -> str | None:
        """Return the reason why no passage can be coded now; None if one can."""
        is_same = self._library is not None and self._library.text(self.source) == self.selection.text
        return None if is_same else "The text of this source has changed; go back and select anew."

    def end_extending(self) -> None:
        """End the extending: the next motion begins a new selection."""
        if self.selection.is_extended:
            self.selection = self.selection.toggled()

    def _take_library(self, library: Library | None) -> None:
        self._library = self.app.session_host.unlimited(library)
        self.watch_selection()

    def watch_selection(self) -> None:
        """Show the text with the selection highlighted, and the size of the selection in the title."""
        library = self._library
        if library is None or not self.is_mounted:
            return
        if reason := self.why_no_passage():
            self.view.message = reason
            self.view.show(())
            return
        source = library.source(self.source)
        self.title_bar.left = line(
            ("Select", "title"), (f"  {source.outlet}, {source.title or source.id}", "apparatus")
        )
        self.title_bar.right = line((_count(self.selection), "count"))
        hits = self.find_line.hits
        self.view.pane_title = line((f"Text of {source.id}", "title"))
        self.view.pane_count = line((f"“{hits.words}” {hits.count}", "count")) if hits else Text()
        shown = reading(library, source, self.selection.selector).paragraphs
        if isinstance(shown, MarkedParagraphs):
            lit = shown.moved(self.selection.selector)
            lit.light(hits.ranges if hits else (), None)
            self.view.show(lit, stay=bool(self.view.paragraphs))
            self.view.reveal(*point_of(self.view, self.selection.head[1] - 1), above=ABOVE)
            self.view.reveal(*point_of(self.view, self.selection.head[0]), above=ABOVE)

    def find_text(self) -> None:
        """Open the find line; the selection moves to a match, or while it is extended reaches to the match."""
        self.add_class("-finding")
        self.find_line.begin(self.selection.text, self.selection.head[0])

    def hits_moved(self) -> None:
        """Select the current match of the find line."""
        hits = self.find_line.hits
        if hits is not None and hits.current is not None:
            self.selection = self.selection.to(hits.current)
        self.watch_selection()

    def find_waits(self) -> None:
        """Queue keys until the matches are known."""
        self.is_ready = False

    def find_cancelled(self) -> None:
        """Leave the selection where it is."""

    def find_left(self) -> None:
        """Focus the text again."""
        self.is_ready = True
        self.remove_class("-finding")
        if self.focused is self.find_line:
            self.set_focus(None)

    def _step(self, by: int) -> None:
        """Select another match of the find line, else another recorded passage."""
        hits: Hits | None = self.find_line.hits
        if hits is not None:
            if not self.find_line.step(by):
                self.refuse(f"“{hits.words}” stands nowhere in this text.")
            return
        here, marks = self.selection.start, known_marks(self._library, self.source) if self._library else ()
        spans = sorted({(each.selector.start, each.selector.end) for each in marks if each.label})
        further = [each for each in spans if (each[0] - here) * by > 0]
        if further:
            self.selection = self.selection.to(further[0] if by > 0 else further[-1])
        else:
            self.refuse(f"No further passage {'below' if by > 0 else 'above'}.")

    def _next_pane(self) -> None:
        self.set_focus(None if self.hint_bar.has_focus else self.hint_bar)

    def focus_home(self) -> None:
        """Focus the text again."""
        self.set_focus(None)

    def back(self) -> None:
        """Undo one step: the matches, the extending; then leave the screen."""
        if self.find_line.hits:
            self.find_line.clear_hits()
        elif self.selection.is_extended:
            self.selection = self.selection.toggled()
        else:
            super().back()


def _count(selection: TextSelection) -> str:
    words, letters = selection.count, selection.end - selection.start
    extending = "extending · " if selection.is_extended else ""
    return f"{extending}{counted(words, 'word')}, {letters:,} characters selected"
