"""A dialog in which something is given a name."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from summittui.ui.actions import Action, Actions
from summittui.ui.command_screen import CommandScreen
from summittui.ui.keys.command import Scope
from summittui.ui.keys.lookup import key_of
from summittui.ui.render.line import line
from summittui.ui.widgets.entry import EntryLine
from summittui.ui.widgets.filter_line import FilterLine
from summittui.ui.widgets.text_view import TextView


class NamingScreen(CommandScreen[str | None], ModalScreen[str | None]):
    """A dialog with one line for the name of what is shown; the result is the name, None where none was given."""

    scopes: ClassVar[tuple[Scope, ...]] = (Scope.DIALOG,)
    DEFAULT_CSS = """
    NamingScreen {
        align: center middle; background: transparent;
        & TextView { max-width: 84; height: 6; }
        & EntryLine { max-width: 84; }
    }
    """

    def __init__(self, title: str, named: str, proposed: str) -> None:
        """Ask for a name.

        Args:
            title: What for.
            named: What gets the name.
            proposed: What stands in the line at first.
        """
        super().__init__()
        keys = f" · {key_of('accept')} saves under the name below, {key_of('close')} closes"
        self._view = TextView(line((title, "title"), (keys, "apparatus")))
        self._named = named
        self._entry = self.first_focus = EntryLine(proposed)

    def compose(self) -> ComposeResult:
        """Compose the text and the line."""
        yield self._view
        yield self._entry

    def on_mount(self) -> None:
        """Show the subject, and put the cursor at the end of the line."""
        self._view.show([line((self._named, "words"))])
        self._entry.cursor_position = len(self._entry.value)

    def own_actions(self) -> Actions:
        """Return the actions of this dialog, by the ids of their commands."""
        return {"close": Action(lambda: self.dismiss(None))}

    @on(FilterLine.Accepted)
    def _accepted(self, event: FilterLine.Accepted) -> None:
        self.dismiss(event.text)

    @on(FilterLine.Cancelled)
    def _cancelled(self) -> None:
        self.dismiss(None)
