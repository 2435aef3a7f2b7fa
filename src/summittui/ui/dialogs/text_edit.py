"""A record as a text in the user's own editor, until it is sound or given up."""

from collections.abc import Callable
from functools import partial

from rich.text import Text

from summittui.model import InputError, Record, SummitError
from summittui.session.editor import edited
from summittui.session.entry.toml import editable_text, file_name
from summittui.ui import edits
from summittui.ui.command_app import CommandApp
from summittui.ui.dialogs.question import QuestionScreen
from summittui.ui.render.line import line, sentence
from summittui.ui.services.session_host import EditCallbacks


class TextEdit:
    """The edit of one record as TOML in the user's editor."""

    def __init__(self, app: CommandApp, record: Record, arrive: Callable[[str | None], None]) -> None:
        """Edit a record.

        Args:
            app: Runs the editor and the edit.
            record: The version that is edited.
            arrive: Called with its id once it is saved.
        """
        self._app = app
        self._base = record
        self._before = editable_text(record)
        self._text = self._before
        self._arrive = arrive

    def begin(self) -> None:
        """Open the editor; save what it leaves, or ask what to do about it."""
        try:
            left = edited(self._text, file_name(self._base), self._app.program, self._app.settings.editor)
        except InputError as error:
            self._app.say(sentence(error), is_error=True)
            return
        self._text = left.text
        if self._text == self._before:
            self._app.say(f"Nothing was changed. {left.notice}".rstrip())
            return
        callbacks = EditCallbacks(on_saved=self._arrive, on_failed=self._ask, on_conflict=self._again)
        self._app.session_host.run_edit(partial(edits.put_toml, self._text, self._base), callbacks)

    def _ask(self, error: SummitError) -> None:
        """Say what is wrong; edit the same text again, or give it up."""

        def answered(answer: str | None) -> None:
            if answer == "drop":
                self._app.say("Nothing was changed.")
            else:
                self.begin()

        answers = (("again", "Edit it again"), ("drop", "Throw the text away"))
        text = [
            line((sentence(error), "problem")),
            Text(),
            line("Nothing was saved; the text is kept until you choose."),
        ]
        self._app.push_screen(QuestionScreen(f"{self._base.id} cannot be saved so", text, answers), answered)

    def _again(self, theirs: Record | None) -> None:
        self._base = theirs or self._base
        self.begin()
