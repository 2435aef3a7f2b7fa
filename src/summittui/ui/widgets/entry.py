"""Entries of a form's field: a line to type in, or a choice among a few words."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from summittui.model.text import fold
from summittui.ui.theme.paint import fit
from summittui.ui.widgets.bars import Bar
from summittui.ui.widgets.filter_line import FilterLine


class EntryLine(FilterLine):
    """A line to type in; what is pasted becomes one line, whole."""

    longest_paste: ClassVar[int] = 10_000

    def __init__(self, value: str = "") -> None:
        super().__init__(down_accepts=False)
        self.value = value

    def on_paste(self, event: events.Paste) -> None:
        """Put in the pasted text in place of the selection, as `validate_value` leaves it."""
        event.stop()
        event.prevent_default()
        if self.refuses(event.text):
            return
        pasted = self.validate_value(event.text.strip("\r\n"))
        if self.selection.is_empty:
            self.insert_text_at_cursor(pasted)
        else:
            self.replace(pasted, *self.selection)


class ChoiceLine(Bar, can_focus=True):
    """A line that holds one of a few words: ← → and space change the word, its first letter chooses it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "change(-1)", show=False),
        Binding("right,space", "change(1)", show=False),
        Binding("enter", "accept", show=False),
    ]

    value: reactive[str] = reactive("")
    """The word."""

    class Accepted(Message):
        """The reader is content with the choice."""

    def __init__(self, choices: Sequence[str], value: str) -> None:
        super().__init__()
        self._choices = tuple(choices)
        self.set_reactive(ChoiceLine.value, value)

    def action_change(self, by: int) -> None:
        """Take the word beside this one, after the last the first."""
        at = self._choices.index(self.value) if self.value in self._choices else -1
        self.value = self._choices[(at + by) % len(self._choices)]

    def action_accept(self) -> None:
        """Enter was pressed."""
        self.post_message(self.Accepted())

    def on_key(self, event: events.Key) -> None:
        """Choose the next word that begins with the letter."""
        letter = fold(event.character or "")
        at = self._choices.index(self.value) if self.value in self._choices else -1
        around = (*self._choices[at + 1 :], *self._choices[: at + 1])
        found = next((each for each in around if letter and fold(each).startswith(letter)), None)
        if found is not None:
            event.stop()
            self.value = found

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()

    def line(self, width: int) -> Text:
        """Return the word between its arrows, and as many of the others as fit."""
        chosen = Text.assemble("‹ ", (self.value, "words"), " ›")
        if self.has_focus:
            chosen.stylize("cursor")
        others = ", ".join(each for each in self._choices if each != self.value)
        return fit(chosen.append_text(Text(f"  or {others}", "apparatus")), width)
