"""The palette: every command of the screen it was opened from, found by its name."""

from collections.abc import Sequence
from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from summittui.model.text import fold, safe
from summittui.ui.commands import Command, Scope, keys_label
from summittui.ui.paint import fit
from summittui.ui.screens.base import CommandScreen, Movable
from summittui.ui.widgets.filter_line import FilterLine
from summittui.ui.widgets.record_list import RecordList

_LAST = {Scope.APP: 1, Scope.LIST: 2}
"""The scopes whose commands come behind those of the screen itself."""
_LABEL_WIDTH, _KEYS_WIDTH = 18, 12


class CommandRows:
    """Commands as rows: label, keys, and what it does or why it cannot be done now."""

    height = 1

    def __init__(self, commands: Sequence[tuple[Command, str | None]]) -> None:
        self._commands = commands

    def __len__(self) -> int:
        return len(self._commands)

    def key(self, i: int) -> str:
        """The command's id."""
        return self._commands[i][0].id

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """One line, cut to `width`."""
        command, reason = self._commands[i]
        label = Text(command.label.ljust(_LABEL_WIDTH), "apparatus" if reason else "words")
        keys = Text(keys_label(command).ljust(_KEYS_WIDTH), "apparatus" if reason else "key")
        why = Text(safe(reason), "doubt") if reason else Text(command.help, "apparatus")
        return (fit(label + Text(" ") + keys + Text(" ") + why, width),)


class PaletteScreen(CommandScreen[str | None], ModalScreen[str | None]):
    """Type a part of a command's name, Enter runs it: the id of the chosen command is the result."""

    scopes: ClassVar[tuple[Scope, ...]] = (Scope.LIST, Scope.DIALOG)
    DEFAULT_CSS = """
    PaletteScreen {
        align: center top; background: transparent;
        & FilterLine { max-width: 84; }
        & RecordList { max-width: 84; max-height: 18; }
    }
    """

    def __init__(self, caller: CommandScreen[Any], recent: Sequence[str] = ()) -> None:
        """Make the palette of a screen.

        Args:
            caller: Whose commands are shown.
            recent: Ids of the commands that were run last, the latest first; they come first.
        """
        super().__init__()
        ranks = {command_id: rank for rank, command_id in enumerate(recent)}
        found = [each for each in caller.commands() if each.id != "palette"]
        found.sort(key=lambda each: (ranks.get(each.id, len(ranks)), _LAST.get(each.scope, 0)))
        self._commands = [(each, caller.reason_against(each.id)) for each in found]
        self._list = RecordList(Text("Commands", "title"))
        self._list.leads = True
        self._filter = FilterLine("type a part of a command's name", down_accepts=False)

    def compose(self) -> ComposeResult:
        """Give the filter line and the list."""
        yield self._filter
        yield self._list

    def on_mount(self) -> None:
        """Show every command."""
        self._narrow("")
        self._filter.focus()

    def default_list(self) -> Movable:
        """Return the list: the arrows move in it while the filter has the focus."""
        return self._list

    def do_close(self) -> None:
        """Close the palette; nothing is run."""
        self.dismiss(None)

    def do_accept(self) -> None:
        """Close the palette and run the command under the cursor."""
        if self._list.cursor_key is not None:
            self.dismiss(self._list.cursor_key)

    def do_filter(self) -> None:
        """Go to the filter line."""
        self._filter.focus()

    @on(FilterLine.Changed)
    def _typed(self, event: FilterLine.Changed) -> None:
        self._narrow(event.text)

    @on(FilterLine.Accepted)
    @on(RecordList.Opened)
    def _accepted(self) -> None:
        self.do_accept()

    @on(FilterLine.Cancelled)
    def _cancelled(self) -> None:
        self.do_close()

    def _narrow(self, sought: str) -> None:
        words = fold(sought).split()
        found = [pair for pair in self._commands if _matches(pair[0], words)]
        if words:
            found.sort(key=lambda pair: -_begins(fold(pair[0].label), words))
        self._list.message = f"No command matches “{sought}”."
        self._list.show(CommandRows(found), cursor_key=found[0][0].id if found else None)


def _begins(label: str, words: Sequence[str]) -> int:
    """Return how well a label begins with what is sought: 2 with all of it, 1 with its first word."""
    return 2 if label.startswith(" ".join(words)) else int(label.startswith(words[0]))


def _matches(command: Command, words: Sequence[str]) -> bool:
    """Return whether a command's label or sentence holds every word."""
    text = fold(f"{command.label} {command.id} {command.help}")
    return all(word in text for word in words)
