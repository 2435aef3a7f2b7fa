"""A dialog in which several things can be chosen, each on or off."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from summittui.model.text import fold
from summittui.ui.actions import Action, Actions, first_of
from summittui.ui.command_screen import CommandScreen
from summittui.ui.keys.command import Scope
from summittui.ui.keys.lookup import key_of
from summittui.ui.render.line import line, sides
from summittui.ui.theme.paint import fit
from summittui.ui.widgets.filter_line import FilterLine
from summittui.ui.widgets.record_list import RecordList

ON, OFF, OUT = "[+]", "[ ]", "[-]"
"""The signs of what is chosen, not chosen, and left out."""


class Toggle(NamedTuple):
    """Something to choose."""

    key: str
    """The key of the choice; '' for a heading."""
    words: str
    """The name of the choice."""
    is_on: bool = False
    """Whether the toggle is chosen."""
    is_out: bool = False
    """Whether the toggle is to be left out."""
    number: str = ""
    """The number of records with this value."""
    is_rest: bool = False
    """Of a row without a key: whether it says how many more there are, and is no heading."""


class ToggleRows:
    """Things to choose as rows."""

    height = 1

    def __init__(self, toggles: Sequence[Toggle]) -> None:
        self._toggles = toggles

    def __len__(self) -> int:
        return len(self._toggles)

    def key(self, i: int) -> str:
        """The key of row `i`."""
        return self._toggles[i].key

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """The line of row `i`."""
        each = self._toggles[i]
        if not each.key:
            return (fit(line((each.words, "apparatus" if each.is_rest else "heading")), width),)
        sign = (ON, "key") if each.is_on else (OUT, "against") if each.is_out else (OFF, "apparatus")
        return (sides(line(sign, " ", each.words), line((each.number, "count")), width),)


class TogglesScreen(CommandScreen[None], ModalScreen[None]):
    """A dialog in which Space switches the row under the cursor, `/` finds a row, Enter and Esc close."""

    scopes: ClassVar[tuple[Scope, ...]] = (Scope.LIST, Scope.TOGGLES, Scope.DIALOG)
    DEFAULT_CSS = """
    TogglesScreen {
        align: right middle; background: transparent;
        & #toggles { width: 46; max-width: 100%; height: auto; }
        & FilterLine { width: 46; display: none; }
        &.-finding FilterLine { display: block; }
    }
    """

    def __init__(self, title: str, toggles: Callable[[str], Sequence[Toggle]], switch: Callable[[str], None]) -> None:
        """Make the dialog.

        Args:
            title: Of the list.
            toggles: Gives what can be chosen now, of what all folded words that are sought stand in the name.
            switch: Called with the key of what is switched.
        """
        super().__init__()
        self._toggles = toggles
        self._switch = switch
        self._sought = ""
        self.list_pane = self.home = RecordList(line((title, "title")), id="toggles")
        self.find_line = FilterLine("a part of its name", id="find")

    def compose(self) -> ComposeResult:
        """Compose the line and the list."""
        yield self.find_line
        yield self.list_pane

    def on_mount(self) -> None:
        """Show everything."""
        self.show()

    def on_resize(self) -> None:
        """Take the room that there is."""
        self._fit()

    def show(self) -> None:
        """Show what can be chosen now."""
        rows = self._toggles(fold(self._sought))
        sought = self._sought
        self.list_pane.message = f"Nothing is called “{sought}”." if sought else "There is nothing to choose."
        self.list_pane.show(ToggleRows(rows))
        self._fit()

    def _fit(self) -> None:
        self.list_pane.styles.height = min(max(4, len(self.list_pane.rows) + 2), self.size.height - 2)

    def own_actions(self) -> Actions:
        """Return the actions of this dialog, by the ids of their commands."""
        closing = Action(lambda: self.dismiss(None))
        leaving = first_of(self.why_none_chosen, _why_not_leave_out)
        return {
            "switch": Action(self._switch_chosen, self.why_none_chosen),
            "leave-out": Action(lambda: None, leaving),
            "filter": Action(self._find),
            "accept": closing,
            "close": closing,
        }

    def why_none_chosen(self) -> str | None:
        """Return that nothing is under the cursor; None where something is."""
        return "Nothing is under the cursor." if self.list_pane.cursor_key is None else None

    def _switch_chosen(self) -> None:
        """Switch what is under the cursor."""
        if self.list_pane.cursor_key:
            self._switch(self.list_pane.cursor_key)
            self.show()

    def _find(self) -> None:
        """Find by a part of the name."""
        self.add_class("-finding")
        self.list_pane.shows_focus = True
        self.find_line.focus()

    @on(FilterLine.Changed)
    def _typed(self, event: FilterLine.Changed) -> None:
        self._sought = event.text.strip()
        self.show()

    @on(FilterLine.Accepted)
    def _found(self) -> None:
        self.list_pane.shows_focus = False
        self.list_pane.focus()

    @on(FilterLine.Cancelled)
    def _gave_up(self) -> None:
        self.find_line.value = ""
        self.remove_class("-finding")
        self._found()

    @on(RecordList.Opened)
    def _opened(self) -> None:
        self.run_command("switch")


def _why_not_leave_out() -> str:
    return f"Here things are only shown or not; {key_of('switch')} switches."


def found(toggles: Sequence[Toggle], sought: str) -> list[Toggle]:
    """Return the toggles with all words of `sought` in their name, each heading with those under it."""
    words = sought.split()
    kept: list[Toggle] = []
    for each in toggles:
        if not each.key:
            if kept and not kept[-1].key:
                kept.pop()
            kept.append(each)
        elif all(word in fold(each.words) for word in words):
            kept.append(each)
    return kept[:-1] if kept and not kept[-1].key else kept
