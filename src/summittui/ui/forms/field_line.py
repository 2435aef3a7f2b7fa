"""One line of a form: its label, its entry, and under it what completes the entry or is wrong with it."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget

from summittui.library.answers.name_completion import Completion
from summittui.ui.forms.field import Field, FieldKind
from summittui.ui.render.line import line
from summittui.ui.theme.paint import fit
from summittui.ui.widgets.bars import Bar
from summittui.ui.widgets.entry import ChoiceLine, EntryLine
from summittui.ui.widgets.filter_line import FilterLine
from summittui.ui.widgets.paragraph import Paragraph
from summittui.ui.widgets.record_list import RecordList

Complete = Callable[[Field, str], Sequence[Completion]]
"""Returns what a field's entry may become."""
LABEL_WIDTH = 15
_COMPLETED = frozenset({FieldKind.REFERENCE, FieldKind.PATH})
OFFERED = 5
"""The number of completions in sight."""


class _Label(Bar):
    DEFAULT_CSS = f"_Label {{ width: {LABEL_WIDTH}; }}"

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._text = line((field.label, "heading"), (" *" if field.required else "", "key"))

    def line(self, width: int) -> Text:
        """Return the label, a star behind one that must be filled in."""
        return fit(self._text, width)


class CompletionRows:
    """The rows of the completions that a field offers."""

    height = 1

    def __init__(self, found: Sequence[Completion]) -> None:
        self._found = found

    def __len__(self) -> int:
        return len(self._found)

    def key(self, i: int) -> str:
        """The name that would be entered."""
        return self._found[i].name

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """The name, the id, and by which other name it was found."""
        one = self._found[i]
        known = f" · also {one.known_as}" if one.known_as else ""
        return (
            fit(
                line(one.name, (f"  {one.id}" if one.id != one.name else "", "apparatus"), (known, "apparatus")), width
            ),
        )


class FieldLine(Widget):
    """A field on the screen."""

    DEFAULT_CSS = f"""
    FieldLine {{
        height: auto;
        & Horizontal {{ height: 1; }}
        & RecordList, & Paragraph {{ display: none; margin-left: {LABEL_WIDTH}; }}
        &.-open RecordList, &.-wrong Paragraph {{ display: block; }}
    }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "choose(1)", show=False),
        Binding("up", "choose(-1)", show=False),
        Binding("tab", "take", show=False),
    ]

    class Entered(Message):
        """The reader is content with the entry."""

        def __init__(self, field_line: "FieldLine") -> None:
            super().__init__()
            self.line = field_line

    class Left(Message):
        """The reader wants to leave the form."""

    def __init__(self, field: Field, complete: Complete) -> None:
        """Show a field.

        Args:
            field: Its label, kind and value.
            complete: Finds what a reference may become.
        """
        super().__init__()
        self.field = field
        self._complete = complete
        self._settled = field.value
        self.entry: EntryLine | ChoiceLine = (
            ChoiceLine([each.value for each in field.choices], field.value) if field.choices else EntryLine(field.value)
        )
        """The widget that the reader fills in."""
        self._offers = RecordList()
        self._offers.framed = False
        self._offers.shows_focus = True
        self._offers.can_focus = False
        self._wrong = Paragraph()

    def compose(self) -> ComposeResult:
        """Compose the label, the entry, and the lines under the entry."""
        with Horizontal():
            yield _Label(self.field)
            yield self.entry
        yield self._offers
        yield self._wrong

    @property
    def value(self) -> str:
        """The present entry."""
        return self.entry.value

    @property
    def first_value(self) -> str:
        """The first entry, as the line shows it."""
        return self.entry.validate_value(self.field.value) if isinstance(self.entry, EntryLine) else self.field.value

    def go(self) -> None:
        """Focus the entry."""
        self.entry.focus()

    def complain(self, words: str) -> None:
        """Show a complaint; nothing takes it off."""
        self._wrong.text = line((f"! {words}" if words else "", "problem"))
        self.set_class(bool(words), "-wrong")

    @property
    def is_open(self) -> bool:
        """Whether completions are offered."""
        return self.has_class("-open")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to the form where nothing is offered."""
        return self.is_open if action in {"choose", "take"} else super().check_action(action, parameters)

    def action_choose(self, by: int) -> None:
        """Go to another completion."""
        self._offers.move(by)

    def action_take(self) -> None:
        """Enter the completion under the cursor."""
        if isinstance(self.entry, EntryLine) and self._offers.cursor_key is not None:
            self._settled = self.entry.value = self._offers.cursor_key
            self.entry.cursor_position = len(self._settled)
        self._close()

    def _close(self) -> None:
        self.remove_class("-open")

    def on_descendant_blur(self) -> None:
        """Offer nothing once the keys go elsewhere."""
        self._close()

    @on(FilterLine.Changed)
    def _typed(self, event: FilterLine.Changed) -> None:
        event.stop()
        self.complain("")
        if self.field.kind not in _COMPLETED or event.text == self._settled or not self.entry.has_focus:
            return
        self._settled = event.text
        found = self._complete(self.field, event.text) if event.text else ()
        self.set_class(bool(found), "-open")
        self._offers.styles.height = min(OFFERED, len(found))
        self._offers.show(CompletionRows(found), cursor_key=found[0].name if found else None)
        self.call_after_refresh(self.scroll_visible, animate=False)

    @on(FilterLine.Accepted)
    @on(ChoiceLine.Accepted)
    def _accepted(self, event: Message) -> None:
        event.stop()
        if self.is_open:
            self.action_take()
        else:
            self.post_message(self.Entered(self))

    @on(RecordList.Opened)
    def _picked(self, event: RecordList.Opened) -> None:
        event.stop()
        self.action_take()

    @on(FilterLine.Cancelled)
    def _cancelled(self, event: FilterLine.Cancelled) -> None:
        event.stop()
        if self.is_open:
            self._close()
        else:
            self.post_message(self.Left())
