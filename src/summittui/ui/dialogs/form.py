"""A form: one line for each field, checked and saved by the session; nothing that was typed is lost on an error."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar, Protocol

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from summittui.library.answers.name_completion import Completion, completions
from summittui.model import Record, SummitError
from summittui.session import Session
from summittui.ui.actions import Action, Actions
from summittui.ui.command_screen import CommandScreen
from summittui.ui.dialogs.path_completion import path_completions
from summittui.ui.dialogs.question import QuestionScreen
from summittui.ui.edits import Done
from summittui.ui.forms.field import Entries, Field, FieldKind, complaints_of, validate
from summittui.ui.forms.field_line import FieldLine
from summittui.ui.keys.command import Scope
from summittui.ui.render.line import line, sentence
from summittui.ui.services.session_host import EditCallbacks
from summittui.ui.widgets.bars import HintBar, TitleBar
from summittui.ui.widgets.paragraph import Paragraph

Save = Callable[[Session, Entries, Any], Done]
"""Saves what was entered; the third argument is the version of the record that it was made on."""
_OFFERS = 50
_PROGRESS_SECONDS = 0.2
"""Seconds between two looks at the progress of an edit that takes a while."""


class Progress(Protocol):
    """The progress of an edit that takes a while and can be cancelled; any thread may ask."""

    @property
    def text(self) -> str:
        """The progress as a line; empty at first."""

    def cancel(self) -> None:
        """Cancel the work as soon as possible; its edit fails then, and changes nothing."""


"""The number of completions that are looked for."""


class FormScreen(CommandScreen[str | None], ModalScreen[str | None]):
    """A dialog with fields; the result is the id of the record to go to, None where nothing was saved."""

    scopes: ClassVar[tuple[Scope, ...]] = (Scope.FORM,)
    DEFAULT_CSS = """
    FormScreen {
        align: center middle; background: transparent;
        & #form {
            width: 1fr; max-width: 92; height: auto; max-height: 100%;
            border: round $accent; background: $background; padding: 0 1;
        }
        & VerticalScroll { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; }
        & TitleBar, & HintBar { margin: 0 0; }
    }
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        save: Save,
        *,
        base: Record | None = None,
        is_whole: bool = True,
        progress: Progress | None = None,
    ) -> None:
        """Make a form.

        Args:
            title: What it is for.
            fields: Its lines.
            save: Makes the edit, in the session's thread.
            base: The record that is changed, handed to `save`; the newer version after a conflict.
            is_whole: Whether the edit is of one record alone.
            progress: The progress of saving, where that takes a while; it is shown, and leaving cancels it.
        """
        super().__init__()
        self._fields = tuple(fields)
        self._save = save
        self._base = base
        self._is_whole = is_whole
        self._progress = progress
        self._saving = False
        self._title = TitleBar()
        self._title.left = line((title, "title"))
        self._title.right = line(("* must be filled in", "apparatus"))
        self._lines = [FieldLine(field, self._completions) for field in self._fields]
        self._says = Paragraph()
        self._hints = HintBar()

    def compose(self) -> ComposeResult:
        """Compose the fields between a title and a menu."""
        with Vertical(id="form"):
            yield self._title
            with VerticalScroll(can_focus=False):
                yield from self._lines
            yield self._says
            yield self._hints

    def on_mount(self) -> None:
        """Focus the first field that must be filled in and is not."""
        empty = [each for each in self._lines if each.field.required and not each.value]
        (empty or self._lines)[0].go()

    def own_actions(self) -> Actions:
        """Return the actions of this dialog, by the ids of their commands."""
        return {
            "next-field": Action(self.focus_next),
            "previous-field": Action(self._previous_field),
            "save": Action(self.save),
            "cancel": Action(self.cancel),
        }

    @property
    def typed(self) -> dict[str, str]:
        """The entries of all fields."""
        return {each.field.name: each.value for each in self._lines}

    @property
    def changes(self) -> dict[str, str]:
        """The entries of the fields that were changed."""
        return {each.field.name: each.value for each in self._lines if each.value != each.first_value}

    def on_unmount(self) -> None:
        """Cancel what is still being saved where the app is left: leaving waits for it."""
        if self._saving and self._progress is not None:
            self._progress.cancel()

    def on_descendant_focus(self) -> None:
        """Say what belongs into the field."""
        self._explain()

    def _explain(self, problem: str = "") -> None:
        here = next((each.field for each in self._lines if each.has_focus_within), None)
        words = (f"! {problem}", "problem") if problem else (here.help if here else "", "apparatus")
        self._says.text = line(words)

    def _completions(self, field: Field, typed: str) -> Sequence[Completion]:
        if field.kind is FieldKind.PATH:
            return path_completions(typed, _OFFERS)
        library = self.app.session_host.whole_library
        return completions(library, typed, field.tables, _OFFERS) if library else ()

    @on(FieldLine.Entered)
    def _entered(self, event: FieldLine.Entered) -> None:
        if event.line is self._lines[-1]:
            self.save()
        else:
            self._lines[self._lines.index(event.line) + 1].go()

    @on(FieldLine.Left)
    def _left(self) -> None:
        self.cancel()

    def _previous_field(self) -> None:
        """Focus the field before; it ends at the first one."""
        if not self._lines[0].has_focus_within:
            self.focus_previous()

    def save(self) -> None:
        """Check the entries and save."""
        if self._saving:
            return
        self._saving = True
        for each in self._lines:
            each.complain("")
        self._says.text = line(("Saving …", "apparatus"))
        if self._progress is not None:
            self.set_timer(_PROGRESS_SECONDS, self._show_progress)
        callbacks = EditCallbacks(
            on_saved=self._saved, on_failed=self._failed, on_conflict=self._edit_again, is_whole=self._is_whole
        )
        self.app.session_host.run_edit(partial(self._checked, Entries(self.typed, self.changes), self._base), callbacks)

    def _show_progress(self) -> None:
        """Show how far the edit is, and look again while it is not done."""
        if self._saving and self._progress is not None and self.is_attached:
            self._says.text = line((self._progress.text or "Saving …", "apparatus"))
            self.set_timer(_PROGRESS_SECONDS, self._show_progress)

    def _checked(self, entries: Entries, base: Record | None, session: Session) -> Done:
        """Check the entries and save them; called in the session's thread."""
        validate(self._fields, entries.all, session.library)
        return self._save(session, entries, base)

    def _saved(self, id_: str | None) -> None:
        self.dismiss(id_)

    def _failed(self, error: SummitError) -> None:
        """Show each complaint at its field."""
        self._saving = False
        complaints = complaints_of(error, self._fields)
        wrong = [each for each in self._lines if each.field.name in complaints]
        for each in wrong:
            each.complain(sentence(complaints[each.field.name]))
        if wrong:
            wrong[0].go()
        self._explain(sentence(complaints[""]) if "" in complaints else "")

    def _edit_again(self, theirs: Record | None) -> None:
        """Continue the form on the version of somebody else."""
        self._saving = False
        self._base = theirs
        self._says.text = line(("Saving puts what you changed into their version; the rest stays theirs.", "apparatus"))

    def cancel(self) -> None:
        """Leave the form; ask first where something was typed. While it is saved, cancel that."""
        if self._saving and self._progress is not None:
            self._progress.cancel()
            return
        if not self.changes:
            self.dismiss(None)
            return

        def answered(answer: str | None) -> None:
            if answer == "leave":
                self.dismiss(None)

        answers = (("stay", "Go on with the form"), ("leave", "Throw it away"))
        self.app.push_screen(
            QuestionScreen("Leave the form?", [Text("What you typed is not saved.")], answers), answered
        )
