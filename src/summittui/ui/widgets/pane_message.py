"""The message in the middle of an empty pane."""

from rich.text import Text

from summittui.ui.theme.paint import wrap


class PaneMessage:
    """A message wrapped for the room of a pane, once for each width."""

    def __init__(self) -> None:
        """Make an empty message."""
        self._wrapped_for = ("", 0)
        self._lines: list[Text] = []

    def line(self, y: int, words: str, width: int, height: int) -> Text:
        """Return line `y` of a pane of so many cells and lines that shows nothing but the message."""
        lines = self._wrapped(words, width)
        at = y - max(0, (height - len(lines)) // 2)
        line = lines[at] if 0 <= at < len(lines) else Text()
        return Text(" " * max(0, (width - line.cell_len) // 2)) + line

    def _wrapped(self, words: str, width: int) -> list[Text]:
        if self._wrapped_for != (words, width):
            self._wrapped_for = words, width
            self._lines = wrap(Text(words, "apparatus"), max(1, width - 2)) if words else []
        return self._lines
