"""Where the words of a query stand in a text."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from summittui.model.folded_points import folded_points
from summittui.model.text import fold_words
from summittui.queries.language.parts import AllOf, AnyOf, Part, Query, Words

Range = tuple[int, int]
"""Start and end in code points, half-open."""


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
