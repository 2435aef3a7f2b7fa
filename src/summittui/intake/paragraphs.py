"""Paragraphs of a text."""

import re
from collections.abc import Iterator

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n+")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each paragraph, in code points, half-open, without the white space around it.

    Paragraphs are parted by blank lines; in a text that has none, by line breaks.
    """
    stripped = text.strip()
    begin = text.find(stripped)
    end = begin + len(stripped)
    gap = _BLANK if _BLANK.search(stripped) else _LINE
    for found in gap.finditer(text, begin, end):
        yield from _trimmed(text, begin, found.start())
        begin = found.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[begin:end]
    if words.strip():
        yield begin + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
