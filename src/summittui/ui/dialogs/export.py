"""The export dialog: what is shown, as a file in a form and at a path of the user's choice, looked at before."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from summittui.exchange.exports import Export, ExportFile
from summittui.model import InputError
from summittui.session.files import FileThere, typed_path, write_file
from summittui.ui.actions import Action, Actions
from summittui.ui.command_screen import CommandScreen
from summittui.ui.dialogs.export_parts import SHOWN_CHARACTERS, FieldLabel, MadeFile, PathLine
from summittui.ui.dialogs.path_completion import CompletedPath, completed_path, folder_meant
from summittui.ui.dialogs.question import QuestionScreen
from summittui.ui.keys.command import Scope
from summittui.ui.render.line import line, sentence
from summittui.ui.scheduling.executors import BEFORE_KEYS
from summittui.ui.widgets.bars import HintBar, TitleBar
from summittui.ui.widgets.entry import ChoiceLine
from summittui.ui.widgets.filter_line import FilterLine
from summittui.ui.widgets.paragraph import Paragraph
from summittui.ui.widgets.text_view import TextView

_HELP = "Tab completes the path; Enter writes the file. The form: ← → or space."


class ExportScreen(CommandScreen[None], ModalScreen[None]):
    """A dialog with a form, a path and the first lines of the file; nothing is written before Enter."""

    scopes: ClassVar[tuple[Scope, ...]] = (Scope.FORM,)
    DEFAULT_CSS = """
    ExportScreen {
        align: center middle; background: transparent;
        & #export {
            width: 1fr; max-width: 100; height: 100%; max-height: 30;
            border: round $accent; background: $background; padding: 0 1;
        }
        & Horizontal { height: 1; }
        & TextView { height: 1fr; }
    }
    """

    def __init__(self, export: Export, folder: Path) -> None:
        """Offer an export into a folder, unless another path is typed."""
        super().__init__()
        self._export = export
        self._folder = folder
        self._made_files: dict[str, MadeFile] = {}
        self._writing = False
        self._target = Path()
        """The path that the reader allowed to overwrite, whatever is typed since."""
        self._forms = ChoiceLine(tuple(export.forms), next(iter(export.forms)))
        self._path = self.first_focus = PathLine(str(folder / f"{export.name}{self._file.ending}"))
        self._says = Paragraph()
        self._preview = TextView(message="Making the file …")
        self._hints = HintBar()

    def compose(self) -> ComposeResult:
        """Compose the title, the form, the path, the first lines and the menu."""
        title = TitleBar()
        title.left = line(("Export ", "title"), (self._export.what, "apparatus"))
        with Vertical(id="export"):
            yield title
            with Horizontal():
                yield FieldLabel("Form")
                yield self._forms
            with Horizontal():
                yield FieldLabel("Path")
                yield self._path
            yield self._says
            yield self._preview
            yield self._hints

    def on_mount(self) -> None:
        """Put the cursor at the end of the path, and make the file."""
        self._preview.can_focus = False
        self._path.cursor_position = len(self._path.value)
        self.watch(self._forms, "value", self._take_form, init=False)
        self._explain(_HELP)
        self._make()

    def own_actions(self) -> Actions:
        """Return the actions of this dialog, by the ids of their commands."""
        return {
            "next-field": Action(self.focus_next),
            "previous-field": Action(self.focus_previous),
            "save": Action(self._save),
            "cancel": Action(self._cancel),
        }

    @property
    def _form(self) -> str:
        return self._forms.value

    @property
    def _file(self) -> ExportFile:
        return self._export.forms[self._form]

    def _explain(self, words: str, token: str = "apparatus") -> None:
        self._says.text = line((words, token))

    def _take_form(self, _value: str) -> None:
        """Put the ending of another form on the path."""
        typed = self._path.value
        endings = sorted({file.ending for file in self._export.forms.values()}, key=len, reverse=True)
        old = next((each for each in endings if typed.endswith(each)), None)
        if old is not None:
            self._path.value = typed.removesuffix(old) + self._file.ending
        self._explain(_HELP)
        self._make()

    def _make(self) -> None:
        """Make the content of the file in a thread, unless it is there."""
        form = self._form
        if form in self._made_files:
            self._show(form)
            return
        self._preview.show(())
        file = self._file

        def work() -> None:
            try:
                written = file.make()
            except InputError as error:
                self.call_later(self._not_made, form, error)
            else:
                self.call_later(self._made, form, MadeFile(written.content, written.losses))

        self.run_worker(work, thread=True)

    def _made(self, form: str, made: MadeFile) -> None:
        self._made_files[form] = made
        if form == self._form:
            self._show(form)
            if self._writing:
                self._write(overwrite=False)

    def _not_made(self, form: str, problem: InputError) -> None:
        if form == self._form:
            self._writing = False
            self._explain(f"! {sentence(problem)}", "problem")

    def _show(self, form: str) -> None:
        """Show the first lines of the file, how long it is, and what it does not carry."""
        made = self._made_files[form]
        self._preview.pane_title = line(("The first lines", "title"), (f" · {len(made.content):,} bytes", "apparatus"))
        losses = [line((f"Not carried: {loss}.", "doubt")) for loss in made.losses]
        self._preview.show([*losses, *(line(each[:SHOWN_CHARACTERS]) for each in made.lines)])

    @on(PathLine.Completing)
    def _completing(self) -> None:
        typed, base = self._path.value, Path()
        closed = self.app.restrictions.why_not_write(folder_meant(typed))
        if closed is not None:
            self._explain(f"! {closed}", "problem")
            return

        self.run_worker(
            lambda: self.call_later(self._completed, typed, completed_path(typed, base)), thread=True, group=BEFORE_KEYS
        )

    def _completed(self, typed: str, found: CompletedPath) -> None:
        if typed != self._path.value:
            return  # typed on meanwhile
        if found.text == typed and len(found.names) < 2:
            self.focus_next()
            return
        self._path.value = found.text
        self._path.cursor_position = len(found.text)
        self._explain("  ".join(found.names) if len(found.names) > 1 else _HELP)

    @on(ChoiceLine.Accepted)
    def _form_accepted(self) -> None:
        self._path.focus()

    @on(FilterLine.Accepted)
    def _path_accepted(self) -> None:
        self._save()

    @on(FilterLine.Cancelled)
    def _cancelled(self) -> None:
        self._cancel()

    def _cancel(self) -> None:
        """Leave; nothing is written."""
        if self._writing:
            self._explain("The file is being written.")
        else:
            self.dismiss(None)

    def _save(self) -> None:
        """Write the file."""
        if self._writing:
            return
        if not self._path.value.strip():
            self._explain("! Give a path for the file.", "problem")
            return
        try:
            self._target = typed_path(self._path.value)
        except InputError as error:
            self._explain(f"! {sentence(error)}", "problem")
            return
        closed = self.app.restrictions.why_not_write(self._target)
        if closed is not None:
            self._explain(f"! {closed}", "problem")
            return
        self._writing = True
        self._explain("Writing …")
        if self._form in self._made_files:
            self._write(overwrite=False)

    def _write(self, *, overwrite: bool) -> None:
        path, content = self._target, self._made_files[self._form].content

        def work() -> None:
            try:
                write_file(path, content, overwrite=overwrite)
            except InputError as error:
                self.call_later(self._not_written, error)
            else:
                self.call_later(self._written, path, len(content))

        self.run_worker(work, thread=True, group=BEFORE_KEYS)

    def _written(self, path: Path, size: int) -> None:
        self._writing = False
        self.app.say(f"Exported {self._export.what} to {path.resolve()}, {size:,} bytes.")
        self.dismiss(None)

    def _not_written(self, problem: InputError) -> None:
        self._writing = False
        if isinstance(problem, FileThere):
            self._ask(problem)
        else:
            self._explain(f"! {sentence(problem)}", "problem")
            self._path.focus()

    def _ask(self, problem: FileThere) -> None:
        """Let a file that is there be overwritten, or another path be given."""

        def answered(answer: str | None) -> None:
            if answer == "overwrite":
                self._writing = True
                self._write(overwrite=True)
            else:
                self._explain("Nothing was written; give another path.")
                self._path.focus()

        answers = (("stay", "Give another path"), ("overwrite", "Overwrite the file"))
        self.app.push_screen(QuestionScreen("Overwrite it?", [line(sentence(problem))], answers), answered)
