"""Highlighting: the places at which the words of a query stand in a text."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from summittui.model.folded_points import folded_points
from summittui.model.text import fold_words
from summittui.queries.language.parts import AllOf, AnyOf, Part, Query, Words

Range = tuple[int, int]
"""Start and end in code points, half-open."""
_LONGEST_BLOCK = 20_000
"""Code points of a text that are folded with their places at a time."""


@lru_cache(maxsize=100)
def asked_words(query: Query) -> tuple[str, ...]:
    """Return the folded words and phrases that a query looks for, none of those that it leaves out."""
    found = (fold_words(text) for part in query.parts for text in _texts(part))
    return tuple(dict.fromkeys(words for words in found if words))


def _texts(part: Part) -> Iterator[str]:
    match part:
        case Words(text):
            yield text
        case AnyOf() | AllOf():
            for each in part.parts:
                yield from _texts(each)


def matched_ranges(query: Query, text: str) -> tuple[Range, ...]:
    """Return where the words of a query stand in a text, in order; what overlaps or touches is one range."""
    wanted = asked_words(query)
    if not wanted or not text:
        return ()
    folded, points = (fold_words(text), None) if text.isascii() else folded_points(text)
    found = [(at, at + len(words)) for words in wanted for at in _occurrences(words, folded)]
    if found and len(folded) < len(text):
        points = points or folded_points(text)[1]
    if points:
        found = [(points[start][0], points[end - 1][1]) for start, end in found]
    return tuple(_united(sorted(found)))


def _occurrences(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _united(ranges: Iterable[Range]) -> Iterator[Range]:
    begun: Range | None = None
    for start, end in ranges:
        if begun is not None and start <= begun[1]:
            begun = (begun[0], max(begun[1], end))
            continue
        if begun is not None:
            yield begun
        begun = (start, end)
    if begun is not None:
        yield begun


def occurrences(words: str, text: str, is_cancelled: Callable[[], bool] = bool) -> Iterator[Range]:
    """Yield where words stand in a text as one phrase, folded as every search folds, in order, none over another.

    A line break within a paragraph counts as a blank. It ends early where it is cancelled.
    """
    wanted = fold_words(words)
    for start, end in _blocks(text) if wanted else ():
        if is_cancelled():
            return
        block = text[start:end]
        if wanted in fold_words(block):
            yield from ((start + a, start + b) for a, b in _in_block(wanted, block))


def _in_block(wanted: str, block: str) -> Iterator[Range]:
    folded, points = folded_points(block)
    at = folded.find(wanted)
    while at >= 0:
        last = at + len(wanted) - 1
        yield points[at][0], points[last][1]
        at = folded.find(wanted, last + 1)


def _blocks(text: str) -> Iterator[Range]:
    """Yield the paragraphs of a text, one that is too long in pieces that end at a blank where there is any."""
    start = 0
    for end in (*(found.end() for found in re.finditer(r"\n\s*\n", text)), len(text)):
        while end - start > _LONGEST_BLOCK:
            blank = text.rfind(" ", start + _LONGEST_BLOCK // 2, start + _LONGEST_BLOCK)
            stop = blank + 1 if blank > 0 else start + _LONGEST_BLOCK
            yield start, stop
            start = stop
        yield start, end
        start = end
