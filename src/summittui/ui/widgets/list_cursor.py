"""The cursor of a list, the range that it spans, and the rows that are in sight: no widget, no drawing."""

from collections.abc import Sequence

from summittui.ui.widgets.rows import NO_PLACES, NoRows, Places, Rows, neighbour


class ListCursor:
    """A cursor that stands on rows with a key and skips headings."""

    def __init__(self) -> None:
        """Make it for an empty list."""
        self.rows: Rows = NoRows()
        self.places = Places(self.rows)
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
        return (self.places.rank(self.at), self.places.total) if self.at >= 0 else (0, 0)

    def take(self, rows: Rows, places: Places | None, keys: Sequence[str | None], *, reset: bool) -> int:
        """Go over to other rows.

        Args:
            rows: The rows from now on.
            places: Where each key of `rows` is, if somebody has counted that already.
            keys: The cursor goes to the first one that `rows` has, else to a neighbour of the row that it was on.
            reset: The rows have nothing to do with those before.

        Returns:
            How many rows in sight stood above that of the cursor.
        """
        if reset:
            self.at = self.top = 0
        above, place, before = max(0, self.at - self.top), self.at, NO_PLACES if reset else self.places
        self.rows, self.places = rows, places or Places(rows)
        at = next((at for key in keys if key and (at := self.places.find(key)) >= 0), -1)
        self.at = at if at >= 0 else self.nearest(neighbour(before, self.places, place))
        if self.anchor and self.places.find(self.anchor) < 0:
            self.anchor = None
        return above

    @property
    def range(self) -> range:
        """The rows from where a range was begun to the cursor, headings included; empty where none was."""
        if self.anchor is None or self.at < 0:
            return range(0)
        first, last = sorted((self.places.find(self.anchor), self.at))
        return range(first, last + 1)

    @property
    def range_length(self) -> int:
        """The number of records in the range."""
        found = self.range
        return self.places.rank(found[-1]) - self.places.rank(found[0]) + 1 if found else 0

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
        """Return the row so many rows further, headings counted; the nearest one with a key."""
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
        start = max(0, self.places.find(key or ""))
        return [*self.places.keys(start, len(self.rows)), *self.places.keys(0, start)]

    def top_in_sight(self, sight: int) -> int:
        """Return the first of `sight` rows among which are the cursor and a heading right above it."""
        at = self.at
        if at < 0:
            return 0
        first = at - 1 if at > 0 and sight > 1 and not self.rows.key(at - 1) else at
        return max(min(self.top, first), at - sight + 1)
