"""Occurrences: the places at which words stand in a text, though they may be typed otherwise than they are printed.

Words are looked for to the letter, then in normal form (`summittui.model.normalised`); an occurrence always has the
offsets of the printed words. Words in pieces, with an ellipsis or closed and opened marks between them, as in "we must
… act", occur where all pieces stand in this order. Offsets count code points; ranges are half-open.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from msgspec import Struct

from summittui.model.normalised import NormalisedText, Range, exact_ranges
from summittui.model.quotation import unmarked

MOST = 100
"""The number of occurrences after which the search ends."""

_ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:…|\.{3,})\s*\]|\(\s*(?:…|\.{3,})\s*\)|…|\.{3,})\s*")
_CLOSED_AND_OPENED = re.compile(r"(?<=[”»\"’])\s+(?=[“«\"‘])")
_MOST_PIECES = 20
_MOST_RANGES = 2_000
_MOST_SEQUENCES = 10_000


class Occurrence(Struct, frozen=True):
    """One place at which words stand: a range for each of their pieces, in the order of the text."""

    ranges: tuple[Range, ...]

    def holds(self, offsets: Iterable[int]) -> bool:
        """Tell whether each of some offsets lies in one of the ranges."""
        return all(any(start <= offset < end for start, end in self.ranges) for offset in offsets)

    def printed(self, text: str) -> tuple[str, ...]:
        """Return the words as `text` prints them, piece by piece."""
        return tuple(text[start:end] for start, end in self.ranges)


class Occurrences(Struct, frozen=True):
    """The occurrences of words, at most `MOST` in the order of the text."""

    found: tuple[Occurrence, ...] = ()
    is_exact: bool = False
    """Whether they are printed to the letter as they were given."""


def find_words(text: str, words: str, *, at: Sequence[int] = ()) -> Occurrences:
    """Return where `words` occur in `text`.

    Args:
        text: The text.
        words: The words, in one piece or in several; quotation marks around them do not count.
        at: Offsets that an occurrence must hold.
    """
    bare, normal = unmarked(words), None
    for pieces in dict.fromkeys(((bare,), _pieces(bare))):
        found = _found(pieces, partial(exact_ranges, text), at)
        if found:
            return Occurrences(found, is_exact=True)
        normal = normal or NormalisedText(text)
        found = _found(pieces, normal.ranges, at)
        if found:
            return Occurrences(found)
    return Occurrences()


def _pieces(words: str) -> tuple[str, ...]:
    """Return the pieces that an ellipsis, or marks that are closed and opened again, keep apart; none of too many."""
    parts = [part for piece in _ELLIPSIS.split(words, _MOST_PIECES) for part in _CLOSED_AND_OPENED.split(piece)]
    pieces = tuple(filter(None, map(unmarked, parts)))
    return pieces if len(pieces) <= _MOST_PIECES else ()


def _found(
    pieces: Sequence[str], ranges_of: Callable[[str], Iterable[Range]], at: Sequence[int]
) -> tuple[Occurrence, ...]:
    ranges: list[list[Range]] = []
    after = 0
    for piece in pieces:
        behind = (each for each in ranges_of(piece) if each[0] >= after)
        if len(pieces) == 1:
            behind = (each for each in behind if Occurrence((each,)).holds(at))
        ranges.append(list(islice(behind, _MOST_RANGES)))
        if not ranges[-1]:
            return ()
        after = ranges[-1][0][1]
    sequences = islice(_sequences(_followed(ranges), 0), _MOST_SEQUENCES) if ranges else ()
    return tuple(islice((each for each in map(Occurrence, sequences) if each.holds(at)), MOST))


def _followed(ranges: list[list[Range]]) -> list[list[Range]]:
    """Return of each piece the ranges behind which one of the next piece stands, so that no sequence ends early."""
    kept = [ranges[-1]]
    for each in reversed(ranges[:-1]):
        last = max((start for start, _ in kept[-1]), default=0)
        kept.append([(start, end) for start, end in each if end <= last])
    return kept[::-1]


def _sequences(ranges: Sequence[Sequence[Range]], after: int) -> Iterator[tuple[Range, ...]]:
    """Yield every sequence of one range of each piece, the first one behind `after`, each behind the one before."""
    if not ranges:
        yield ()
        return
    for each in ranges[0]:
        if each[0] >= after:
            for rest in _sequences(ranges[1:], each[1]):
                yield (each, *rest)
