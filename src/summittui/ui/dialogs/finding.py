"""A dialog in which something is found by typing a part of its name."""

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from summittui.ui.actions import Action, Actions
from summittui.ui.command_screen import CommandScreen
from summittui.ui.keys.command import Scope
from summittui.ui.widgets.filter_line import FilterLine
from summittui.ui.widgets.record_list import RecordList


class FindingScreen(CommandScreen[str | None], ModalScreen[str | None]):
    """A dialog with a line to type in over the rows that it finds; the result is the key of the row that is taken."""

    scopes: ClassVar[tuple[Scope, ...]] = (Scope.LIST, Scope.DIALOG)
    DEFAULT_CSS = """
    FindingScreen {
        align: center top; background: transparent;
        & FilterLine { max-width: 84; }
        & RecordList { max-width: 84; max-height: 18; }
    }
    """

    def __init__(self, title: Text, placeholder: str, *, message: str = "") -> None:
        """Make the dialog.

        Args:
            title: Of the list.
            placeholder: What the empty line says.
            message: What the list says before anything was looked for.
        """
        super().__init__()
        self._list = self.home = RecordList(title, message=message)
        self._list.shows_focus = True
        self._filter = self.first_focus = FilterLine(placeholder, down_accepts=False)

    def narrow(self, sought: str) -> None:
        """Show what is found by the words that were typed."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Compose the line and the list."""
        yield self._filter
        yield self._list

    def on_mount(self) -> None:
        """Show everything."""
        self.narrow("")

    def own_actions(self) -> Actions:
        """Return the actions of this dialog, by the ids of their commands."""
        return {
            "close": Action(lambda: self.dismiss(None)),
            "accept": Action(self.accept),
            "filter": Action(self._filter.focus),
        }

    def accept(self) -> None:
        """Take what is under the cursor."""
        if self._list.cursor_key is not None:
            self.dismiss(self._list.cursor_key)

    @on(FilterLine.Changed)
    def _typed(self, event: FilterLine.Changed) -> None:
        self.narrow(event.text)

    @on(FilterLine.Accepted)
    @on(RecordList.Opened)
    def _accepted(self) -> None:
        self.accept()

    @on(FilterLine.Cancelled)
    def _cancelled(self) -> None:
        self.dismiss(None)
