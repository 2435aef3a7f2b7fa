"""A few lines of text that take the height that they need."""

from rich.text import Text
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from summittui.ui.theme.paint import painter, wrap
from summittui.ui.widgets.line_widget import LineWidget


class Paragraph(LineWidget):
    """A wrapped text; without one it takes no room."""

    DEFAULT_CSS = "Paragraph { width: 1fr; height: auto; }"

    text: reactive[Text] = reactive(Text, layout=True)

    def on_mount(self) -> None:
        """Repaint in a new theme's colours."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.refresh())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's shape
        """Return how many lines the text takes in `width` cells."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """Return line `y`."""
        lines = self._lines(self.size.width)
        return painter(self.app.theme).strip(lines[y] if y < len(lines) else Text(), self.size.width)

    def _lines(self, width: int) -> list[Text]:
        return wrap(self.text, max(1, width)) if self.text.plain else []
