"""Offsets that count UTF-16 code units, as programs written in JavaScript, Java and .NET do, and code points."""

from bisect import bisect_left

FIRST_PAIR = "\U00010000"
"""The first code point that UTF-16 writes as a pair of code units."""


class Utf16Offsets:
    """The offsets of one text in UTF-16 code units, and the code points at which they stand."""

    def __init__(self, text: str) -> None:
        """Note where the text has characters that UTF-16 counts twice."""
        pairs = [at for at, character in enumerate(text) if character >= FIRST_PAIR] if not text.isascii() else []
        self._behind = [at + number for number, at in enumerate(pairs, 1)]
        """Offset in UTF-16 of the second unit of each pair."""
        self.length = len(text) + len(pairs)
        """The length of the text in UTF-16 code units."""

    @property
    def differ(self) -> bool:
        """Whether an offset of the text can differ from one in code points."""
        return bool(self._behind)

    def code_point(self, offset: int) -> int | None:
        """Return the code point at an offset in UTF-16; None within a pair and outside of the text."""
        before = bisect_left(self._behind, offset)
        is_within = before < len(self._behind) and self._behind[before] == offset
        return None if is_within or not 0 <= offset <= self.length else offset - before

    def code_points(self, start: int, end: int) -> tuple[int, int] | None:
        """Return a range in code points, of one in UTF-16; None where an end of it is no place in the text."""
        first, last = self.code_point(start), self.code_point(end)
        return None if first is None or last is None else (first, last)
