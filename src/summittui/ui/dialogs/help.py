"""The help: the keys of the screen it was opened from, and the signs."""

from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from summittui.model.text import fold
from summittui.present.signs import brief
from summittui.ui.command_screen import CommandScreen, Movable
from summittui.ui.keys.lookup import key_of, keys_label
from summittui.ui.keys.table import SCOPE_TITLES, Command, Scope
from summittui.ui.theme.glyphs import TWINS
from summittui.ui.widgets.filter_line import FilterLine
from summittui.ui.widgets.text_view import TextView

_KEYS_WIDTH = 13
SIGNS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "Stance",
        (
            ("▲", "for", "for the question's first answer"),
            ("▼", "against", "against it"),
            ("◆", "mixed", "mixed: partly for, partly against"),
            ("△", "for", "hollow, as ▽ and ◇: weak evidence, or only as others tell (docs/positions.md)"),
            ("?", "unclear", "unclear: it speaks to the matter, but not to one side"),
            ("·", "silent", "no statement found: that is not neutral"),
        ),
    ),
    (
        "Words",
        (
            ("“", "words", "direct: the exact words"),
            ("‹", "words", "mixed: some exact words inside a report"),
            ("~", "reported", "reported: in the words of whoever reports it"),
            ("§", "words", "text of a document"),
        ),
    ),
    (
        "Deeds",
        (("✓", "deed", "signed"), ("✗", "deed", "declined"), ("+", "deed", "proposed")),
    ),
    (
        "Rows of a comparison",
        (
            ("≠", "differ", "they differ: one is for, another against"),
            ("≈", "mixed", "one side mixed, nobody opposed"),
            ("=", "agree", "they agree, at least two firmly and by themselves"),
            ("-", "unclear", "the same side, but no two firmly and by themselves"),
            ("/", "unclear", "not set against each other: a set and its member"),
            ("?", "unclear", "they cannot be compared"),
            ("1", "only", "only one speaks"),
            ("·", "silent", "nobody speaks"),
        ),
    ),
    (
        "Proof",
        (
            ("●", "proof", "the passage is unchanged in the attached text"),
            ("◐", "proof", "unchanged but for marks and blanks"),
            ("!", "problem", "drifted: the text now differs"),
            ("×", "problem", "not found in the attached text"),
            ("○", "apparatus", "no text attached to check against"),
            ("□", "doubt", "unproven: neither words nor a digest were recorded"),
            ("◦", "apparatus", "no place marked"),
        ),
    ),
    ("Yours", (("*", "mark", "marked for comparing"), ("★", "mark", "starred: kept in the store"))),
)
"""Groups of (sign, token, meaning)."""
_WORDS_ARE = "Words stand for them on this screen; in a cell of the matrix w are words, d deeds, s what others say."
_TWINS_ARE = "Of two signs in a line the second one stands for the first where only ASCII is drawn."


class HelpScreen(CommandScreen[None], ModalScreen[None]):
    """The commands of the screen it was opened from, grouped, then the signs; `/` narrows it."""

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
        self._entries = help_entries(caller.commands(), caller.scopes)
        self._view = TextView(Text(f"Help · {key_of('close')} closes · {key_of('filter')} narrows", "title"))
        self._filter = FilterLine("narrow the help")

    def compose(self) -> ComposeResult:
        """Give the text and the filter line."""
        yield self._view
        yield self._filter

    def on_mount(self) -> None:
        """Show everything."""
        self._narrow("")
        self._view.focus()

    def default_list(self) -> Movable:
        """Return the text."""
        return self._view

    def do_close(self) -> None:
        """Close the help."""
        self.dismiss(None)

    def do_accept(self) -> None:
        """Close the help: there is nothing to choose."""
        self.do_close()

    def do_filter(self) -> None:
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


def help_entries(commands: tuple[Command, ...], scopes: tuple[Scope, ...]) -> list[tuple[str, list[Text]]]:
    """Return the groups of the help, each a title and its lines: the screen's own commands first, the signs last."""
    groups: list[tuple[str, list[Text]]] = []
    left = list(commands)
    for scope, title in SCOPE_TITLES.items():
        if scope not in scopes:
            continue
        own = [each for each in left if each.scope & scope]
        left = [each for each in left if each not in own]
        groups.append((title, [_entry(keys_label(each), "key", each.help) for each in own]))
    groups.append(("Signs", [_entry("", "", brief(_TWINS_ARE, _WORDS_ARE))]))
    groups += [(f"Signs · {title}", [_sign(*sign) for sign in signs]) for title, signs in SIGNS]
    return groups


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


def _entry(sign: str, token: str, meaning: str) -> Text:
    return Text.assemble("  ", (sign.ljust(_KEYS_WIDTH), token), " ", meaning)
