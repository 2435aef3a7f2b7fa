"""Re-anchoring: the spans of one version of a text, found again in the next version.

A span goes where the words around it have gone (an alignment of paragraphs, then of words, by Ratcliff and Obershelp's
longest matching blocks). Else its words are looked for to the letter, then in normal form, once in the text; else the
passage between its neighbours is taken where it is alike enough and nothing elsewhere is nearly as alike. What is found
in none of these ways is gone. Offsets count code points, half-open.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import islice

from msgspec import Struct

from summittui.intake.anchoring import nearest_passage
from summittui.model.normalised import NormalisedText, Range, exact_ranges

FLOOR = 0.75
"""The least likeness, from 0 to 1, of a passage that is taken for a drifted span."""
MARGIN = 0.1
"""By how much it must be more alike than any other passage."""
_TOKEN = re.compile(r"\w+|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n]+")
_MOST_TOKENS = 3_000
"""Words of a changed stretch that are aligned; a longer stretch is not."""
_LONGEST = 5_000
"""Code points of a span whose likeness is computed."""


class Fate(StrEnum):
    """The relation of a span to the next version of its text."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    """The same words at another place."""
    RESPELLED = "respelled"
    """The same words but for marks, dashes, blanks or accents."""
    DRIFTED = "drifted"
    """Other words, alike enough, at the place."""
    GONE = "gone"


class Reanchored(Struct, frozen=True):
    """A span and its fate."""

    before: Range
    fate: Fate
    after: Range | None
    """The range in the next version; None where the span is gone."""


class Reanchoring:
    """The next version of a text, in which spans of the version before are found."""

    def __init__(self, before: str, after: str) -> None:
        self._before = before
        self._after = after
        self._blocks = list(_blocks(before, after))
        self._starts = [start for start, _, _ in self._blocks]
        self._normal: NormalisedText | None = None

    def find(self, span: Range) -> Reanchored:
        """Return the fate of a span of the version before."""
        words = self._before[slice(*span)]
        place = self._aligned(span, words) or self._only(list(islice(exact_ranges(self._after, words), 2)))
        if place is not None:
            return Reanchored(span, Fate.UNCHANGED if place == span else Fate.MOVED, place)
        self._normal = self._normal or NormalisedText(self._after)
        place = self._only(list(islice(self._normal.ranges(words), 2)))
        if place is not None:
            return Reanchored(span, Fate.RESPELLED, place)
        place = self._between(span)
        if place is not None and self._is_alike(words, place):
            return Reanchored(span, Fate.DRIFTED, place)
        return Reanchored(span, Fate.GONE, None)

    def _aligned(self, span: Range, words: str) -> Range | None:
        """Return where a span with its words lies inside one stretch that both versions have."""
        at = bisect_right(self._starts, span[0]) - 1
        if at < 0:
            return None
        start, other, length = self._blocks[at]
        if span[1] > start + length:
            return None
        place = span[0] - start + other, span[1] - start + other
        return place if self._after[slice(*place)] == words else None

    def _only(self, ranges: Sequence[Range]) -> Range | None:
        return ranges[0] if len(ranges) == 1 and ranges[0][1] > ranges[0][0] else None

    def _between(self, span: Range) -> Range | None:
        """Return the passage from the nearest common stretch before a span's end to the one behind it."""
        before = [(start, other, length) for start, other, length in self._blocks if start <= span[0]]
        behind = [(start, other) for start, other, length in self._blocks if start + length >= span[1]]
        begin, end = 0, len(self._after)
        if before:
            start, other, length = before[-1]
            begin = other + min(span[0] - start, length)
        if behind:
            start, other = behind[0]
            end = other + max(0, span[1] - start)
        while begin < end and self._after[begin].isspace():
            begin += 1
        while end > begin and self._after[end - 1].isspace():
            end -= 1
        return (begin, end) if begin < end else None

    def _is_alike(self, words: str, place: Range) -> bool:
        """Tell whether the passage at a place is alike enough, and the nearest other one less so by the margin."""
        share = _share(words, self._after[slice(*place)])
        if share < FLOOR:
            return False
        rest = self._after[: place[0]] + "\n" + self._after[place[1] :]
        other = nearest_passage(words, rest)
        if other is None:
            return True
        return share - _share(words, rest[slice(*other)]) >= MARGIN


def _share(words: str, others: str) -> float:
    if max(len(words), len(others)) > _LONGEST:
        return 0.0
    return SequenceMatcher(None, words, others, autojunk=False).ratio()


def _blocks(before: str, after: str) -> Iterator[tuple[int, int, int]]:
    """Yield start before, start after and length of each stretch that both texts have, in order."""
    mine, theirs = _pieces(_PARAGRAPH, before, 0), _pieces(_PARAGRAPH, after, 0)
    matcher = SequenceMatcher(None, [word for _, word in mine], [word for _, word in theirs], autojunk=False)
    for kind, first, last, other, stop in matcher.get_opcodes():
        if kind == "equal":
            yield from _stretches(mine[first:last], theirs[other:stop])
        elif kind == "replace":
            yield from _of_words(mine[first:last], theirs[other:stop])


def _of_words(mine: Sequence[tuple[int, str]], theirs: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int, int]]:
    """Yield the common stretches of paragraphs that differ."""
    own = [token for start, paragraph in mine for token in _pieces(_TOKEN, paragraph, start)]
    other = [token for start, paragraph in theirs for token in _pieces(_TOKEN, paragraph, start)]
    if max(len(own), len(other)) > _MOST_TOKENS:
        return
    matcher = SequenceMatcher(None, [word for _, word in own], [word for _, word in other], autojunk=False)
    for at, to, length in matcher.get_matching_blocks():
        yield from _stretches(own[at : at + length], other[to : to + length])


def _stretches(mine: Sequence[tuple[int, str]], theirs: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int, int]]:
    """Yield equal pieces, joined where the same number of code points stands between them in both texts."""
    start = other = length = 0
    for (at, word), (to, _) in zip(mine, theirs, strict=True):
        if length and at - start == to - other and at - start - length <= 1:
            length = at - start + len(word)
            continue
        if length:
            yield start, other, length
        start, other, length = at, to, len(word)
    if length:
        yield start, other, length


def _pieces(pattern: re.Pattern[str], text: str, offset: int) -> list[tuple[int, str]]:
    return [(offset + found.start(), found.group()) for found in pattern.finditer(text)]
