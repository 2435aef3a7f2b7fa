"""The parts of the export dialog: its lines, and the file that was made."""

from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message

from summittui.ui.render.line import line
from summittui.ui.theme.paint import fit
from summittui.ui.widgets.bars import Bar
from summittui.ui.widgets.entry import EntryLine

PREVIEWED = 60
"""The number of lines of the file in the preview."""
SHOWN_CHARACTERS = 400
_LABEL_WIDTH = 6


class MadeFile(NamedTuple):
    """The content of a file, and what it does not carry."""

    content: bytes
    losses: tuple[str, ...]

    @property
    def lines(self) -> list[str]:
        """The first lines; of a file that is no text one line that says so."""
        head = self.content[: PREVIEWED * SHOWN_CHARACTERS]
        if self.content.startswith((b"PK", b"%PDF")):
            return ["This file is no text; it is written as another program reads it."]
        return head.decode("utf-8", "ignore").removeprefix("\ufeff").split("\n")[:PREVIEWED]


class FieldLabel(Bar):
    """The label of a field."""

    DEFAULT_CSS = f"FieldLabel {{ width: {_LABEL_WIDTH}; }}"

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = line((words, "heading"))

    def line(self, width: int) -> Text:
        """Return the label."""
        return fit(self._words, width)


class PathLine(EntryLine):
    """A line for a path; Tab asks for its completion."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", show=False)]

    class Completing(Message):
        """Tab was pressed."""

    def action_complete(self) -> None:
        """Ask what the path can become."""
        self.post_message(self.Completing())
