"""Words, sentences and paragraphs of a text, by which a passage is selected; offsets in code points, half-open.

A word is what stands between blanks, without the punctuation around it; where a script has no blanks, a character.
Sentences are those of `sentences.py`. A paragraph is a line that is not blank.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import pairwise

from summittui.library.answers.sentences import sentence_ends
from summittui.model.normalised import Range

_REACH = 2_000
"""Code points on each side of a place in which units are looked for first."""
_NO_BLANKS = "\u2e80-\u2fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Ideographs and kana, which are written without blanks."""
_WORD = re.compile(rf"[{_NO_BLANKS}][\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef]*|[^\s{_NO_BLANKS}]+")
_AROUND_WORDS = (
    ".,;:!?…()[]{}<>«»“”„‘’\u201a\"'`—–\u3001\u3002\u300c\u300d\u300e\u300f\uff08\uff09\uff0c\uff1a\uff1b\uff01\uff1f"
)
_LINE = re.compile(r"[^\n]+")


class TextUnit(StrEnum):
    """A part of a text by which a selection moves."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Edge(StrEnum):
    """One boundary of a unit or of a passage."""

    START = "start"
    END = "end"


def unit_at(text: str, unit: TextUnit, place: int) -> Range | None:
    """Return the unit that holds an offset, else the next one, else the last; None where the text has none."""
    behind = unit_beside(text, unit, Edge.END, place, 1)
    return behind or unit_beside(text, unit, Edge.END, place + 1, -1)


def unit_beside(text: str, unit: TextUnit, edge: Edge, place: int, by: int) -> Range | None:
    """Return the nearest unit of which an edge lies on one side of an offset; None where there is none.

    Args:
        text: The text.
        unit: The kind of unit.
        edge: The edge that counts.
        place: The offset; an edge that lies just there does not count.
        by: 1 for a unit behind the offset, -1 for one before it.
    """
    at = 0 if edge is Edge.START else 1

    def choose(units: list[Range]) -> Range | None:
        if by > 0:
            return next((one for one in units if one[at] > place), None)
        return next((one for one in reversed(units) if one[at] < place), None)

    return _found(text, unit, place, choose)


def _found(text: str, unit: TextUnit, place: int, choose: Callable[[list[Range]], Range | None]) -> Range | None:
    """Choose among the units around a place; the window grows until the unit lies inside it, or is the whole text."""
    reach = _REACH
    while True:
        start, end = max(0, place - reach), min(len(text), place + reach)
        chosen = choose(list(_units(text, unit, start, end)))
        is_whole = start == 0 and end == len(text)
        if is_whole or (chosen and (chosen[0] > start or not start) and (chosen[1] < end or end == len(text))):
            return chosen
        reach *= 4


def _units(text: str, unit: TextUnit, start: int, end: int) -> Iterator[Range]:
    """Yield the units of a stretch of a text; the first and the last may be cut."""
    if unit is TextUnit.WORD:
        found = _WORD.finditer(text, start, end)
        return (_without_punctuation(text, *each.span()) for each in found)
    if unit is TextUnit.PARAGRAPH:
        parts: Iterable[Range] = (each.span() for each in _LINE.finditer(text, start, end))
    else:
        ends = sentence_ends(text[start:end])
        parts = pairwise(sorted({start, *(start + each for each in ends), end}))
    return (_trimmed(text, *each) for each in parts if text[slice(*each)].strip())


def _trimmed(text: str, start: int, end: int) -> Range:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _without_punctuation(text: str, start: int, end: int) -> Range:
    """Return a word without the punctuation around it; what is nothing else stays whole."""
    first, last = start, end
    while first < last and text[first] in _AROUND_WORDS:
        first += 1
    while last > first and text[last - 1] in _AROUND_WORDS:
        last -= 1
    return (first, last) if first < last else (start, end)
