"""The commands of Documents: import a document, compare two, show more or fewer lines around the marks of one."""

from functools import partial
from typing import TYPE_CHECKING, Protocol

from summittui.library import Library
from summittui.model import Source, SourceId
from summittui.ui import edits
from summittui.ui.actions import Action, Actions, first_of
from summittui.ui.command_app import CommandApp
from summittui.ui.keys.lookup import key_of
from summittui.ui.marking import Marking
from summittui.ui.render.line import line
from summittui.ui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from summittui.ui.import_edits import ImportProgress

AROUND = (0, 1, 3, 10, None)
"""The numbers of lines around each mark that can be shown, from the narrowest to the whole text."""


class ReadText(Protocol):
    """The text of a source, all of it or the lines around its marks."""

    around: int | None

    @property
    def library(self) -> Library | None:
        """The records; None until they have been read."""

    @property
    def source(self) -> SourceId:
        """The source whose text is shown."""

    def show(self) -> None:
        """Render the text again."""


class DocumentsHost(Protocol):
    """A screen with a list of sources and the text of one."""

    marking: Marking
    """The marked sources."""

    @property
    def app(self) -> CommandApp:
        """The app, which has the session."""

    @property
    def sources(self) -> RecordList:
        """The list of the sources."""

    @property
    def reader(self) -> ReadText:
        """The source whose text is shown."""

    def refuse(self, reason: str) -> None:
        """Notify the reader why something was not done."""


class DocumentsCommands:
    """The commands that mark, compare and import documents."""

    def __init__(self, host: DocumentsHost) -> None:
        """Create the commands for a screen."""
        self._host = host

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        host = self._host.app.session_host
        run_edit, writing = host.run_edit, host.why_not_edit
        of_text = first_of(self.why_no_source, self._why_no_text)
        return {
            "mark": Action(self.mark, self.why_no_source),
            "compare": Action(self.compare, first_of(self._why_reading, self._why_not_compare)),
            "widen": Action(lambda: self._change_around(1, "The whole text is shown."), of_text),
            "narrow": Action(lambda: self._change_around(-1, "Only the marked lines are shown."), of_text),
            "import": Action(self.begin_import, writing),
            "undo": Action(lambda: run_edit(edits.undo), writing),
            "redo": Action(lambda: run_edit(edits.redo), writing),
        }

    def _why_reading(self) -> str | None:
        return "The records are still being read." if self._host.reader.library is None else None

    def why_no_source(self) -> str | None:
        """Return why there is no source under the cursor; None where there is one."""
        is_empty = self._host.sources.cursor_key is None
        return self._why_reading() or ("There are no documents here." if is_empty else None)

    def _why_no_text(self) -> str | None:
        library, source = self._host.reader.library, self._host.reader.source
        is_attached = library is not None and library.has_text(source)
        return None if is_attached else "No text of this document is attached; its outline is shown whole."

    def _why_not_compare(self) -> str | None:
        library, marked = self._host.reader.library, len(self._host.marking.ids)
        if marked > 2:
            return f"{marked} documents are marked; two stand side by side. {key_of('mark')} takes one off."
        if self._pair:
            return None
        has_others = library is not None and library.size("sources") > 1
        how = f"Mark two documents with {key_of('mark')}, then press {key_of('compare')}."
        return how if has_others else "One alone has no other side."

    @property
    def _pair(self) -> tuple[str, ...]:
        """The two sources to put side by side: the marked ones, else the only two."""
        library = self._host.reader.library
        is_only_pair = library is not None and library.size("sources") == 2
        every = tuple(source.id for source in library.every(Source)) if library and is_only_pair else ()
        return self._host.marking.sides(self._host.sources.cursor_key) or every

    def mark(self) -> None:
        """Mark the source under the cursor, or take the mark off, and move on."""
        sources = self._host.sources
        if sources.cursor_key:
            self._host.marking = self._host.marking.toggled(sources.cursor_key)
            sources.move(1)

    def compare(self) -> None:
        """Compare the two marked sources, or the only two."""
        self._host.app.navigation.open("compared", self._host.reader.library, self._pair)

    def begin_import(self) -> None:
        """Import a file, a folder or a URL, then open the review of the proposals."""
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.forms.parts import IMPORT
        from summittui.ui.import_edits import ImportProgress, import_documents

        app, progress = self._host.app, ImportProgress()
        save = partial(import_documents, app.settings.proposer, progress)
        form = FormScreen("Import", IMPORT, save, is_whole=False, progress=progress)
        app.push_screen(form, lambda _: self._imported(progress))

    def _imported(self, progress: "ImportProgress") -> None:
        """Show the documents that were refused and why, then open the review of the others."""
        from summittui.ui.dialogs.question import QuestionScreen

        if progress.report:
            text = [line(paragraph) for paragraph in progress.report]
            question = QuestionScreen("Not imported", text)
            self._host.app.push_screen(question, lambda _: self._review(progress.sources))
        else:
            self._review(progress.sources)

    def _review(self, sources: tuple[str, ...]) -> None:
        """Open the review of the source that was just imported; of several, the review of all sources."""
        if sources:
            self._host.sources.to_key(sources[0])
            self._host.app.navigation.open("review", sources[0] if len(sources) == 1 else "")

    def _change_around(self, by: int, end: str) -> None:
        """Show more lines around each mark with 1, fewer with -1; notify the reader at either end."""
        reader = self._host.reader
        at = AROUND.index(reader.around) + by
        if 0 <= at < len(AROUND):
            reader.around = AROUND[at]
            reader.show()
        else:
            self._host.refuse(end)
