"""The help: the commands of the screen it was opened from, by their use, and the signs."""

from collections.abc import Sequence
from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from summittui.model.text import fold
from summittui.present.signs import brief
from summittui.ui.actions import Action, Actions
from summittui.ui.command_screen import CommandScreen
from summittui.ui.keys.command import Command, Scope
from summittui.ui.keys.groups import by_use
from summittui.ui.keys.lookup import commands_for, key_of, keys_label
from summittui.ui.legend import SIGNS, Sign, signs_in_view
from summittui.ui.theme.glyphs import TWINS
from summittui.ui.widgets.filter_line import FilterLine
from summittui.ui.widgets.text_view import TextView

_KEYS_WIDTH, _NAME_WIDTH, _SIGN_WIDTH = 9, 19, 13
_WORDS_ARE = "Words stand for them on this screen; in a cell of the matrix w are words, d deeds, s what others say."
_TWINS_ARE = "Of two signs in a line the second one stands for the first where only ASCII is drawn."


class HelpScreen(CommandScreen[None], ModalScreen[None]):
    """A dialog with the commands of the screen below, those used most first, and the signs; `/` narrows the text."""

    scopes: ClassVar[tuple[Scope, ...]] = (Scope.LIST, Scope.DIALOG)
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle; background: $background;
        & TextView { max-width: 92; height: 1fr; }
        & FilterLine { display: none; max-width: 92; }
        &.-filtering FilterLine { display: block; }
    }
    """

    def __init__(self, caller: CommandScreen[Any]) -> None:
        super().__init__()
        self._entries = help_entries(commands_for(*caller.scopes), signs_in_view(caller))
        self._view = self.home = TextView(
            Text(f"Help · {key_of('close')} closes · {key_of('filter')} narrows", "title")
        )
        self._filter = FilterLine("narrow the help")

    def compose(self) -> ComposeResult:
        """Compose the text and the filter line."""
        yield self._view
        yield self._filter

    def on_mount(self) -> None:
        """Show everything."""
        self._narrow("")

    def own_actions(self) -> Actions:
        """Return the actions of this dialog, by the ids of their commands."""
        closing = Action(lambda: self.dismiss(None))
        return {"close": closing, "accept": closing, "filter": Action(self._find)}

    def _find(self) -> None:
        """Type words that the lines shall hold."""
        self.add_class("-filtering")
        self._filter.focus()

    @on(FilterLine.Changed)
    def _typed(self, event: FilterLine.Changed) -> None:
        self._narrow(event.text)

    @on(FilterLine.Accepted)
    def _accepted(self) -> None:
        self._view.focus()

    @on(FilterLine.Cancelled)
    def _cancelled(self) -> None:
        self._filter.value = ""
        self.remove_class("-filtering")
        self._view.focus()

    def _narrow(self, sought: str) -> None:
        self._view.message = f"No key or sign matches “{sought}”."
        self._view.show(help_lines(self._entries, sought))


def help_entries(commands: Sequence[Command], signs: Sequence[Sign]) -> list[tuple[str, list[Text]]]:
    """Return the groups of the help, each a title and its lines.

    Args:
        commands: Those of the screen, listed by their use.
        signs: Those that the screen shows now, which come behind the commands used most; all of them come last.
    """
    groups = [(title, [_command(each) for each in those]) for title, those in by_use(commands)]
    if signs:
        groups.insert(1, ("Signs on this screen", [_sign(*sign) for sign in signs]))
    groups.append(("All signs", [_entry("", "", brief(_TWINS_ARE, _WORDS_ARE))]))
    return groups + [(f"All signs · {title}", [_sign(*sign) for sign in group]) for title, group in SIGNS]


def help_lines(entries: list[tuple[str, list[Text]]], sought: str) -> list[Text]:
    """Return the lines of the help that hold every word of `sought`, under the titles of their groups."""
    words = fold(sought).split()
    lines: list[Text] = []
    for title, group in entries:
        kept = [line for line in group if all(word in fold(f"{title} {line.plain}") for word in words)]
        if kept:
            lines += [*([Text()] if lines else []), Text(title, "heading"), *kept]
    return lines


def _sign(sign: str, token: str, meaning: str) -> Text:
    """Return the line of a sign, behind it what stands for it in ASCII."""
    return _entry(brief(f"{sign} {TWINS.get(sign, sign)}", ""), token, meaning)


def _command(each: Command) -> Text:
    """Return the line of a command: its keys, its name in the configuration, what it does."""
    keys, name = keys_label(each).ljust(_KEYS_WIDTH), each.id.ljust(_NAME_WIDTH)
    return Text.assemble("  ", (keys, "key"), " ", (name, "words"), " ", each.help)


def _entry(sign: str, token: str, meaning: str) -> Text:
    return Text.assemble("  ", (sign.ljust(_SIGN_WIDTH), token), " ", meaning)
