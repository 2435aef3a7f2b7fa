"""What a list shows."""

from typing import Protocol

from rich.text import Text


class Rows(Protocol):
    """What a list shows. Rows are asked for when they come into sight."""

    @property
    def height(self) -> int:
        """The lines of every row, 1 or 2; a list with headings has 1."""

    def __len__(self) -> int: ...

    def key(self, i: int) -> str:
        """The key of row `i`; '' for a heading, which the cursor skips."""

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """The lines of row `i` in `width` cells, `height` of them."""


class NoRows:
    """Rows of an empty list."""

    height = 1

    def __len__(self) -> int:
        return 0

    def key(self, i: int) -> str:
        """No row has a key."""
        raise IndexError(i)

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """No row has lines."""
        raise IndexError(i, width)
