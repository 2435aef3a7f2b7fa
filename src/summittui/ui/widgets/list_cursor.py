"""The cursor of a list, the range that it spans, and the rows that are in sight: no widget, no drawing."""

from collections.abc import Sequence

from summittui.ui.widgets.rows import EMPTY_INDEX, NoRows, RowIndex, Rows, neighbour


class ListCursor:
    """A cursor that stands on rows with a key and skips headings."""

    def __init__(self) -> None:
        """Create the cursor of an empty list."""
        self.rows: Rows = NoRows()
        self.row_index = RowIndex(self.rows)
        """The row of each key."""
        self.at = -1
        """The row of the cursor, from 0, headings counted; -1 where there is none."""
        self.top = 0
        """The first row in sight, from 0, headings counted."""
        self.anchor: str | None = None
        """The key of the row at which a range was begun; None where none was."""

    @property
    def key(self) -> str | None:
        """The key of the row of the cursor."""
        return self.rows.key(self.at) if self.at >= 0 else None

    @property
    def position(self) -> tuple[int, int]:
        """The number of the cursor's row among the records, from 1, and theirs; headings do not count."""
        return (self.row_index.rank(self.at), self.row_index.total) if self.at >= 0 else (0, 0)

    def take(self, rows: Rows, row_index: RowIndex | None, keys: Sequence[str | None], *, reset: bool) -> int:
        """Take other rows.

        Args:
            rows: The rows from now on.
            row_index: The index of the keys of `rows`, where there is one already.
            keys: The cursor goes to the first one that `rows` has, else to a neighbour of the row that it was on.
            reset: The rows have nothing to do with those before.

        Returns:
            How many rows in sight stood above that of the cursor.
        """
        if reset:
            self.at = self.top = 0
        above, place, before = max(0, self.at - self.top), self.at, EMPTY_INDEX if reset else self.row_index
        self.rows, self.row_index = rows, row_index or RowIndex(rows)
        at = next((at for key in keys if key and (at := self.row_index.find(key)) >= 0), -1)
        self.at = at if at >= 0 else self.nearest(neighbour(before, self.row_index, place))
        if self.anchor and self.row_index.find(self.anchor) < 0:
            self.anchor = None
        return above

    @property
    def range(self) -> range:
        """The rows from where a range was begun to the cursor, headings included; empty where none was."""
        if self.anchor is None or self.at < 0:
            return range(0)
        first, last = sorted((self.row_index.find(self.anchor), self.at))
        return range(first, last + 1)

    @property
    def range_keys(self) -> tuple[str, ...]:
        """The keys of the rows in the range, from above."""
        return tuple(key for at in self.range if (key := self.rows.key(at)))

    @property
    def range_length(self) -> int:
        """The number of records in the range."""
        found = self.range
        return self.row_index.rank(found[-1]) - self.row_index.rank(found[0]) + 1 if found else 0

    def moved(self, delta: int) -> int:
        """Return the row so many records further down, or up where negative; it stops at the ends."""
        step, at = (1 if delta > 0 else -1), self.at
        for _ in range(abs(delta)):
            after = self._next(at, step)
            if after < 0:
                break
            at = after
        return at

    def leapt(self, rows: int) -> int:
        """Return the row with a key nearest to the row so many rows further, headings counted."""
        target = max(0, min(self.at + rows, len(self.rows) - 1))
        at = self.nearest(target)
        return max(self._next(target, -1), self.nearest(0)) if rows < 0 and at > target else at

    def nearest(self, at: int) -> int:
        """Return the record at or after row `at`, else the one before it, -1 in an empty list."""
        at = max(0, min(at, len(self.rows) - 1))
        after = self._next(at - 1, 1)
        return after if after >= 0 else self._next(at, -1)

    def _next(self, at: int, step: int) -> int:
        """Return the next record from row `at` in a direction, -1 if there is none."""
        at += step
        while 0 <= at < len(self.rows):
            if self.rows.key(at):
                return at
            at += step
        return -1

    def keys_from(self, key: str | None) -> list[str]:
        """Return all keys from that one on, and then those from the top."""
        start = max(0, self.row_index.find(key or ""))
        return [*self.row_index.keys(start, len(self.rows)), *self.row_index.keys(0, start)]

    def put(self, at: int, sight: int) -> Sequence[int] | None:
        """Go to a row, and bring it into a sight of so many rows.

        Returns:
            The rows that look otherwise now; None where the rows in sight are others.
        """
        before, self.at = self.at, at
        if self.scroll_to_cursor(sight):
            return None
        first, last = sorted((before, at))
        return range(first, last + 1) if self.anchor else (before, at)

    def scroll_to_cursor(self, sight: int) -> bool:
        """Bring the cursor, and a heading right above it, into a sight of so many rows; True if the rows moved."""
        at = self.at
        if at < 0:
            return self.scroll(0, sight)
        first = at - 1 if at > 0 and sight > 1 and not self.rows.key(at - 1) else at
        return self.scroll(max(min(self.top, first), at - sight + 1), sight)

    def scroll(self, top: int, sight: int) -> bool:
        """Put a row at the top of a sight of so many rows, as far as the last row allows; True if the rows moved.

        A list that has not been given its room yet, with no row in sight, scrolls when it gets it.
        """
        before = self.top
        if sight:
            self.top = max(0, min(top, len(self.rows) - sight))
        return self.top != before
