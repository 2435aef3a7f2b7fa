"""Rows of a list, and the index of the row of each key."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Protocol

from rich.text import Text


class Rows(Protocol):
    """The rows of a list. Rows are asked for when they come into sight."""

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


class RowIndex:
    """The row of each key: counted when first asked for, and then for good."""

    def __init__(self, rows: Rows, find: Callable[[str], int] | None = None, headings: Sequence[int] = ()) -> None:
        """Count in `rows`; not at all where that is known.

        Args:
            rows: Where the keys are.
            find: Gives the row of each key, -1 for none.
            headings: The rows without a key, from above, where `find` is given.
        """
        self._rows = rows
        self._known = find
        self._known_headings = headings

    @cached_property
    def _at(self) -> dict[str, int]:
        key = self._rows.key
        return {key(at): at for at in range(len(self._rows) - 1, -1, -1)}

    @cached_property
    def _headings(self) -> Sequence[int]:
        """The rows without a key, from above."""
        if self._known or self._rows.height > 1:
            return self._known_headings
        key = self._rows.key
        return [at for at in range(len(self._rows)) if not key(at)]

    def find(self, key: str) -> int:
        """Return the row of a key, -1 if there is none."""
        if not key:
            return -1
        return self._known(key) if self._known else self._at.get(key, -1)

    def rank(self, at: int) -> int:
        """Return the place of row `at` among the records, from 1; headings do not count."""
        return at + 1 - bisect_left(self._headings, at)

    @property
    def total(self) -> int:
        """The number of records."""
        return len(self._rows) - len(self._headings)

    def keys(self, start: int, stop: int, step: int = 1) -> list[str]:
        """Return the keys of some rows that there are, headings left out."""
        rows = range(len(self._rows))
        ordinals = range(start, stop, step)
        return [key for at in ordinals if at in rows and (key := self._rows.key(at))] if rows else []


EMPTY_INDEX = RowIndex(NoRows())
"""The rows of the keys of an empty list."""
_NEAR = 100
"""The number of rows on both sides among which a neighbour is looked for, before the place alone decides."""


def neighbour(before: RowIndex, after: RowIndex, place: int) -> int:
    """Return the row of `after` where the cursor goes whose record at `place` of `before` is gone.

    It is that of the next record that is still there, else the one behind the last one before it that is.
    """
    below = (after.find(key) for key in before.keys(place + 1, place + _NEAR))
    above = (at + 1 for key in before.keys(place - 1, max(-1, place - _NEAR), -1) if (at := after.find(key)) >= 0)
    return next((at for at in below if at >= 0), next(above, place))
