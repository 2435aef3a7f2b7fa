"""The palette: every command of the screen it was opened from, found by its name."""

from collections.abc import Sequence
from typing import Any

from rich.text import Text

from summittui.model.text import fold, safe
from summittui.ui.command_screen import CommandScreen
from summittui.ui.dialogs.finding import FindingScreen
from summittui.ui.keys.lookup import keys_label
from summittui.ui.keys.table import Command, Scope
from summittui.ui.theme.paint import fit

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


class PaletteScreen(FindingScreen):
    """Type a part of a command's name, Enter runs it: the id of the chosen command is the result."""

    def __init__(self, caller: CommandScreen[Any], recent: Sequence[str] = ()) -> None:
        """Make the palette of a screen.

        Args:
            caller: Whose commands are shown.
            recent: Ids of the commands that were run last, the latest first; they come first.
        """
        super().__init__(Text("Commands", "title"), "type a part of a command's name")
        ranks = {command_id: rank for rank, command_id in enumerate(recent)}
        found = [each for each in caller.commands() if each.id != "palette"]
        found.sort(key=lambda each: (ranks.get(each.id, len(ranks)), _LAST.get(each.scope, 0)))
        self._commands = [(each, caller.reason_against(each.id)) for each in found]

    def narrow(self, sought: str) -> None:
        """Show the commands whose label or sentence holds every word, those that begin so first."""
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
