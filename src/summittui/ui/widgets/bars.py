"""The one-line bars above and below a screen."""

from rich.text import Text
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from summittui.ui.commands import Command, key_label
from summittui.ui.paint import fit, painter

MOST_HINTS = 6


class Bar(Widget, inherit_bindings=False):
    """A line drawn from a text."""

    DEFAULT_CSS = "Bar { width: 1fr; height: 1; }"
    ALLOW_SELECT = False

    def line(self, width: int) -> Text:  # noqa: ARG002 - for subclasses
        """Return what the bar says in `width` cells."""
        return Text()

    def on_mount(self) -> None:
        """Repaint in a new theme's colours."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.refresh())

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        text = self.line(self.size.width) if y == 0 else Text()
        return painter(self.app.theme).strip(text, self.size.width)


class TitleBar(Bar):
    """Where the reader is: a text at the left, one at the right, which stays whole as long as it fits."""

    left: reactive[Text] = reactive(Text)
    right: reactive[Text] = reactive(Text)

    def line(self, width: int) -> Text:
        """Return both texts, a blank cell at each end."""
        right = fit(self.right, width - 2)
        room = width - 2 - (right.cell_len + 2 if right else 0)
        left = fit(self.left, room) if room > 0 else Text()
        return Text(" ").append_text(left).append(" " * (width - 2 - left.cell_len - right.cell_len)).append_text(right)


class HintBar(Bar):
    """The keys that matter most now: whole hints only, as many as fit, six at most."""

    hints: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Pairs of a key as it is shown and its label, the most important first."""

    def show_commands(self, commands: tuple[Command, ...]) -> None:
        """Show the first keys and labels of commands (see `commands.hints_for`); the last one keeps its place."""
        if len(commands) > MOST_HINTS:
            commands = (*commands[: MOST_HINTS - 1], commands[-1])
        self.hints = tuple((key_label(each.keys[0]), each.label) for each in commands)

    def line(self, width: int) -> Text:
        """Return the hints that fit."""
        texts = [Text.assemble((key, "key"), " ", (label, "apparatus")) for key, label in self.hints[:MOST_HINTS]]
        for gap in (3, 2):
            if 1 + sum(text.cell_len for text in texts) + gap * (len(texts) - 1) <= width:
                return Text(" ") + Text(" " * gap).join(texts)
        line = Text()
        for text in texts:
            if line.cell_len + text.cell_len + 2 <= width:
                line.append("  " if line else " ").append_text(text)
        return line
