"""The one-line bars above and below a screen."""

from typing import Any, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from summittui.library import Library
from summittui.model.joiners import as_counted
from summittui.present.scope import scope_words
from summittui.ui.keys.command import Command
from summittui.ui.keys.lookup import key_label, key_of
from summittui.ui.theme.paint import fit, painter
from summittui.ui.widgets.line_widget import LineWidget

MOST_HINTS = 6


class Bar(LineWidget):
    """A line drawn from a text."""

    DEFAULT_CSS = "Bar { width: 1fr; height: 1; }"

    def line(self, width: int) -> Text:  # noqa: ARG002 - for subclasses
        """Return the text of the bar, to be shown in `width` cells."""
        return Text()

    def on_mount(self) -> None:
        """Repaint in a new theme's colours."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.refresh())

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        text = self.line(self.size.width) if y == 0 else Text()
        return painter(self.app.theme).strip(text, self.size.width)


class TitleBar(Bar):
    """The title of a screen: a text at the left, one at the right, which stays whole as long as it fits.

    A second line says to which collection, event or period all is limited, as long as it is.
    """

    DEFAULT_CSS = "TitleBar.-limited { height: 2; }"
    _limits = ""

    left: reactive[Text] = reactive(Text)
    right: reactive[Text] = reactive(Text)

    def __init__(self, *, is_limited: bool = True, **options: Any) -> None:
        """Make the bar.

        Args:
            is_limited: Whether the screen shows the limited library; else no limit is told.
            options: Those of Textual.
        """
        super().__init__(**options)
        self._is_limited = is_limited

    def on_mount(self) -> None:
        """Say when the store is read-only, and to what all is limited."""
        super().on_mount()
        self.watch(self.app, "why_read_only", self._repaint)
        if self._is_limited:
            self.watch(self.app, "library", self._take_library)

    def render_line(self, y: int) -> Strip:
        """Return the title; below it what all is limited to."""
        if y != 1 or not self._limits:
            return super().render_line(y)
        text = Text.assemble(
            (f" ▸ {as_counted(self._limits)}", "doubt"), (f"  {key_of('scope')} changes it", "apparatus")
        )
        return painter(self.app.theme).strip(fit(text, self.size.width), self.size.width)

    def _take_library(self, library: Library | None) -> None:
        words = scope_words(library) if library else ""
        if words != self._limits:
            self._limits = words
            self.set_class(bool(words), "-limited")
            self.refresh()

    def line(self, width: int) -> Text:
        """Return both texts, a blank cell at each end; a store that is read-only is said to be so."""
        ending = Text("  read-only" if self._is_read_only else "", "doubt")
        right = fit(self.right.copy(), max(0, width - 2 - ending.cell_len)).append_text(ending)
        room = width - 2 - (right.cell_len + 2 if right else 0)
        left = fit(self.left, room) if room > 0 else Text()
        return Text(" ").append_text(left).append(" " * (width - 2 - left.cell_len - right.cell_len)).append_text(right)

    def _repaint(self) -> None:
        self.refresh()

    @property
    def _is_read_only(self) -> bool:
        return getattr(self.app, "why_read_only", None) is not None


class HintBar(Bar, can_focus=True):
    """A bar with hints of the most important keys: whole hints only, as many as fit, six at most.

    With the focus it is a menu: ← and → choose a hint, Enter runs it. So everything can be reached with the arrows,
    Enter, Esc, Space and Tab, whatever the keyboard's letters are.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "choose(-1)", show=False),
        Binding("right", "choose(1)", show=False),
        Binding("enter,space", "run", show=False),
    ]

    hints: reactive[tuple[Command, ...]] = reactive(())
    """The commands that are hinted at, the most important first."""
    chosen: reactive[int] = reactive(0)
    """The hint that Enter runs, from 0."""

    class Chosen(Message):
        """Enter was pressed on a hint."""

        def __init__(self, command_id: str) -> None:
            super().__init__()
            self.command_id = command_id

    def show_commands(self, commands: tuple[Command, ...]) -> None:
        """Show the first keys and labels of commands (see `commands.hints_for`); the last one keeps its place."""
        if len(commands) > MOST_HINTS:
            commands = (*commands[: MOST_HINTS - 1], commands[-1])
        self.hints = commands

    def action_choose(self, by: int) -> None:
        """Choose the hint beside the chosen one, after the last the first."""
        self.chosen = (self.chosen + by) % len(self._shown(self.size.width))

    def action_run(self) -> None:
        """Run the chosen hint."""
        self.post_message(self.Chosen(self._shown(self.size.width)[self.chosen].id))

    def on_focus(self) -> None:
        """Begin at the last hint, behind which all commands are."""
        self.chosen = len(self._shown(self.size.width)) - 1
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()

    def line(self, width: int) -> Text:
        """Return the hints that fit."""
        shown = self._shown(width)
        texts = [_hint(each) for each in shown]
        if self.has_focus and self.chosen < len(texts):
            texts[self.chosen].stylize("cursor")
        gap = 3 if _length(texts, 3) <= width else 2
        return Text(" ") + Text(" " * gap).join(texts)

    def _shown(self, width: int) -> tuple[Command, ...]:
        """Return the hints that fit in `width` cells, whole, the first and the last one before others."""
        shown = list(self.hints[:MOST_HINTS])
        while len(shown) > 1 and _length([_hint(each) for each in shown], 2) > width:
            del shown[-2 if len(shown) > 2 else -1]
        return tuple(shown)


def _hint(each: Command) -> Text:
    return Text.assemble((key_label(each.keys[0]), "key"), " ", (each.label, "apparatus"))


def _length(texts: list[Text], gap: int) -> int:
    return 1 + sum(text.cell_len for text in texts) + gap * max(0, len(texts) - 1)
