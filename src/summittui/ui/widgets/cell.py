"""The entries of one column as lines, wrapped only as far as they are asked for."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.text import Text

from summittui.ui.theme.paint import fit, wrap

SIGN = 2
"""Cells at the left of an entry that only its sign stands in."""


class EntryCoordinate(NamedTuple):
    """The coordinate of an entry in a grid: its row, column and number in that cell, each counted from 0."""

    row: int
    column: int
    entry: int


class GridRow(NamedTuple):
    """One row: its label, and for each column its entries from top to bottom."""

    label: Text
    cells: tuple[Sequence[Text], ...]
    """The first two cells of an entry are its sign; its other lines begin behind them. Entries can be made when asked
    for."""
    is_collapsed: bool = False
    """Whether it takes one line for each column, its label and the first line of its entries cut, without a rule."""
    label_cells: int = 0
    """Cells of the name at the beginning of the label of a collapsed row, to be seen whole where there is room."""


class Line(NamedTuple):
    """One line of a grid: its row, and a piece of an entry for each column; a single one where they are stacked."""

    row: int
    label: Text
    pieces: tuple[tuple[EntryCoordinate | None, Text], ...] = ((None, Text()),)
    first: bool = False
    """Whether it is the first line of its row that is seen."""


class Cell:
    """The lines of some entries in a width."""

    def __init__(self, entries: Sequence[Text], width: int, *, wrapped: bool) -> None:
        """Make the cell of some entries, which are laid out when they are asked for.

        Args:
            entries: From top to bottom.
            width: In cells.
            wrapped: Whether words that do not fit go on in the next line; else they are cut, with an ellipsis.
        """
        self._entries = entries
        self._width = width
        self._wrapped = wrapped
        self._starts: list[int] = []
        self._lines: list[tuple[int, Text]] = []

    def line(self, y: int) -> tuple[int, Text] | None:
        """Return the entry that line `y` is of, with the line; None below the last one."""
        while len(self._lines) <= y and self._lay_out_next():
            pass
        return self._lines[y] if y < len(self._lines) else None

    def span(self, entry: int) -> tuple[int, int]:
        """Return the first and the last line of an entry."""
        while len(self._starts) <= entry and self._lay_out_next():
            pass
        end = self._starts[entry + 1] if entry + 1 < len(self._starts) else len(self._lines)
        return self._starts[entry], end - 1

    @property
    def height(self) -> int:
        """The number of lines; every entry is laid out for it."""
        while self._lay_out_next():
            pass
        return len(self._lines)

    def _lay_out_next(self) -> bool:
        entry = len(self._starts)
        if entry >= len(self._entries):
            return False
        self._starts.append(len(self._lines))
        self._lines += [
            (entry, text) for text in hanging_indent(self._entries[entry], self._width, wrapped=self._wrapped)
        ]
        return True


def hanging_indent(entry: Text, width: int, *, wrapped: bool) -> list[Text]:
    """Return the lines of an entry, all but the first one behind its sign.

    Without `wrapped` its first line, the words, is cut; who and where, below it, stay whole.
    """
    room = max(1, width - SIGN)
    body = entry[SIGN:]
    if wrapped:
        lines = wrap(body, room)
    else:
        first, *others = body.split("\n")
        lines = [fit(first, room), *(line for other in others for line in wrap(other, room))]
    return [Text.assemble(" " * SIGN if at else entry[:SIGN], line) for at, line in enumerate(lines)]
