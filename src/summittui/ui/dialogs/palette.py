"""The palette: every command of the screen it was opened from, found by its name."""

from collections.abc import Sequence
from typing import Any

from rich.text import Text
from textual.app import ComposeResult

from summittui.model.text import fold, safe
from summittui.ui.command_screen import CommandScreen
from summittui.ui.dialogs.finding import FindingScreen
from summittui.ui.keys.command import Command
from summittui.ui.keys.groups import by_use
from summittui.ui.keys.lookup import commands_for, keys_label
from summittui.ui.legend import legend_line, signs_in_view
from summittui.ui.theme.paint import fit
from summittui.ui.widgets.paragraph import Paragraph

_NAME_WIDTH, _KEYS_WIDTH = 19, 9
_USED_LAST, _BEST = "Used last", "Found"
_SIGNS_AT_MOST = 160
"""Cells of the legend, about two lines."""

Entry = tuple[Command, str | None]
"""A command, and why it cannot be run now."""


class CommandRows:
    """Commands in groups under headings, as rows: name, keys, and the effect, or why the command cannot run now."""

    height = 1

    def __init__(self, groups: Sequence[tuple[str, Sequence[Entry]]]) -> None:
        self._rows: list[str | Entry] = []
        for title, entries in groups:
            self._rows += [title, *entries]

    def __len__(self) -> int:
        return len(self._rows)

    def key(self, i: int) -> str:
        """The command's id; '' for a heading."""
        row = self._rows[i]
        return "" if isinstance(row, str) else row[0].id

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """One line, cut to `width`."""
        row = self._rows[i]
        if isinstance(row, str):
            return (fit(Text(row, "heading"), width),)
        command, reason = row
        name = Text(command.id.ljust(_NAME_WIDTH), "apparatus" if reason else "words")
        keys = Text(keys_label(command).ljust(_KEYS_WIDTH), "apparatus" if reason else "key")
        why = Text(safe(reason), "doubt") if reason else Text(command.help, "apparatus")
        return (fit(name + Text(" ") + keys + Text(" ") + why, width),)


class PaletteScreen(FindingScreen):
    """A dialog that finds a command by a part of its name; the result is the id of the chosen command."""

    def __init__(self, caller: CommandScreen[Any], recent: Sequence[str] = ()) -> None:
        """Make the palette of a screen.

        Args:
            caller: Whose commands are shown.
            recent: Ids of the commands that were run last, the latest first; they come first.
        """
        super().__init__(Text("Commands", "title"), "type a part of a command's name")
        commands = [each for each in commands_for(*caller.scopes) if each.id != "palette"]
        self._why = {each.id: caller.why_not(each.id) for each in commands}
        known = {each.id: each for each in commands}
        last = [known.pop(each) for each in recent if each in known]
        self._groups = [*([(_USED_LAST, last)] if last else []), *by_use(known.values())]
        self._legend = Paragraph()
        self._legend.text = fit(legend_line(signs_in_view(caller)), _SIGNS_AT_MOST)

    def compose(self) -> ComposeResult:
        """Compose the line, the list and the legend of the signs in view."""
        yield from super().compose()
        yield self._legend

    def narrow(self, sought: str) -> None:
        """Show the commands whose name, label or sentence holds every word; those that begin so come first."""
        words = fold(sought).split()
        groups = [(title, [each for each in those if _matches(each, words)]) for title, those in self._groups]
        if words:
            best = [each for _, those in groups for each in those if _begins(each, words)]
            best.sort(key=lambda each: -_begins(each, words))
            groups = [(_BEST, best), *((title, [one for one in those if one not in best]) for title, those in groups)]
        shown = [(title, [(each, self._why[each.id]) for each in those]) for title, those in groups if those]
        self._list.message = f"No command matches “{sought}”."
        self._list.show(CommandRows(shown), cursor_key=shown[0][1][0][0].id if shown else None)


def _begins(command: Command, words: Sequence[str]) -> int:
    """Return how well a name or label begins with what is sought: 2 with all of it, 1 with its first word."""
    names = fold(command.label), fold(command.id), fold(command.id).replace("-", " ")
    whole = " ".join(words)
    return max(2 if name.startswith(whole) else int(name.startswith(words[0])) for name in names)


def _matches(command: Command, words: Sequence[str]) -> bool:
    """Return whether a command's label or sentence holds every word."""
    text = fold(f"{command.label} {command.id} {command.help}")
    return all(word in text for word in words)
