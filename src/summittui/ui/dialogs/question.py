"""A text with ways to answer it, or to be read only."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from summittui.ui.actions import Action, Actions
from summittui.ui.command_screen import CommandScreen
from summittui.ui.keys.command import Scope
from summittui.ui.keys.lookup import key_of
from summittui.ui.render.line import line
from summittui.ui.theme.paint import fit
from summittui.ui.theme.wrap import line_offsets
from summittui.ui.widgets.pane import FRAME_CELLS
from summittui.ui.widgets.record_list import RecordList
from summittui.ui.widgets.text_view import TextView


class AnswerRows:
    """The answers as rows."""

    height = 1

    def __init__(self, answers: Sequence[tuple[str, str]]) -> None:
        self._answers = answers

    def __len__(self) -> int:
        return len(self._answers)

    def key(self, i: int) -> str:
        """The key of answer `i`."""
        return self._answers[i][0]

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """The words of answer `i`."""
        return (fit(line(self._answers[i][1]), width),)


class QuestionScreen(CommandScreen[str | None], ModalScreen[str | None]):
    """A dialog with a text over a list of answers; the result is the key of the chosen answer, or None."""

    scopes: ClassVar[tuple[Scope, ...]] = (Scope.LIST, Scope.DIALOG)
    DEFAULT_CSS = """
    QuestionScreen {
        align: center middle; background: transparent;
        & TextView { max-width: 92; }
        & RecordList { max-width: 92; }
    }
    """

    def __init__(
        self, title: str, paragraphs: Sequence[Text], answers: Sequence[tuple[str, str]] = (), *, top: int = 0
    ) -> None:
        """Create the dialog.

        Args:
            title: Of the text.
            paragraphs: The text.
            answers: The key and the words of each; the cursor is on the first one. None: the text is to be read.
            top: The paragraph, from 0, at which the text is opened.
        """
        super().__init__()
        closing = "Tab goes to the text and back" if answers else f"{key_of('close')} closes"
        self._paragraphs = paragraphs
        self._answers = answers
        self._top = top
        self._view = TextView(line((title, "title"), (f" · {closing}", "apparatus")))
        self._list = RecordList(Text("Your answer", "title"))
        self.home = self._list if answers else self._view

    def compose(self) -> ComposeResult:
        """Compose the text and the answers."""
        yield self._view
        if self._answers:
            yield self._list

    def on_mount(self) -> None:
        """Show the text and the answers, with the first answer highlighted."""
        self._fit()
        self._view.show(self._paragraphs, top=self._top)
        self._list.show(AnswerRows(self._answers))

    def on_resize(self) -> None:
        """Take the room that the text needs, as far as there is any."""
        self._fit()

    def _fit(self) -> None:
        below = len(self._answers) + FRAME_CELLS if self._answers else 0
        width = min(92, self.size.width) - FRAME_CELLS - 2
        lines = sum(len(line_offsets(each.plain, max(1, width))) for each in self._paragraphs)
        self._view.styles.height = max(3, min(lines + FRAME_CELLS, self.size.height - below))
        self._list.styles.height = below

    def own_actions(self) -> Actions:
        """Return the actions of this dialog, by the ids of their commands."""
        return {"close": Action(lambda: self.dismiss(None)), "accept": Action(self._accept)}

    def _accept(self) -> None:
        """Dismiss the dialog with the answer under the cursor."""
        self.dismiss(self._list.cursor_key if self._answers else None)

    @on(RecordList.Opened)
    def _opened(self) -> None:
        self._accept()
