"""How a screen asks for the same records side by side in another way."""

from textual.message import Message

from summittui.ui.sides import Sides


class Realigned(Message):
    """The same records shall stand side by side as wholes, or by issue."""

    def __init__(self, sides: Sides, *, whole: bool) -> None:
        super().__init__()
        self.sides = sides
        self.whole = whole
