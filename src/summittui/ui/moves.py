"""Moves: the commands that move the cursor of a list or scroll a text, the same on every screen."""

from collections.abc import Callable
from operator import methodcaller
from typing import Protocol, runtime_checkable


@runtime_checkable
class Movable(Protocol):
    """A list or a text that the moving keys move in."""

    def move(self, delta: int) -> None:
        """Move by rows or lines."""

    def page(self, direction: int) -> None:
        """Move by a page, down with 1 and up with -1."""

    def half_page(self, direction: int) -> None:
        """Move by half a page, down with 1 and up with -1."""

    def to_start(self) -> None:
        """Move to the start."""

    def to_end(self) -> None:
        """Move to the end."""


MOVES: dict[str, Callable[[Movable], object]] = {
    "down": methodcaller("move", 1),
    "up": methodcaller("move", -1),
    "start": methodcaller("to_start"),
    "end": methodcaller("to_end"),
    "half-down": methodcaller("half_page", 1),
    "half-up": methodcaller("half_page", -1),
    "page-down": methodcaller("page", 1),
    "page-up": methodcaller("page", -1),
}
"""The move that each of these commands makes in the list or text that has the focus."""
