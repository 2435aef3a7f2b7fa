"""Sentences: what a source itself says at a passage, from the beginning of a sentence to its end.

A sentence ends behind a full stop, a question or exclamation mark and the marks that close with it, as in Unicode's
default rules (UAX 29), but not behind an initial or an abbreviation. A line break ends one unless the line is full,
which tells wrapped lines from headings and paragraphs. Offsets count code points, half-open.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from summittui.model.normalised import Range
from summittui.model.quote import GAP

REACH = 600
"""The number of code points before and behind a passage within which the ends of its sentence are looked for."""
_CUT = "…"
"""Stands where a sentence goes on beyond the reach."""
_STOP = re.compile(r"[.!?…][.!?…”’\"'»)\]]*(?=\s+[^\sa-z]|\s*$)|[\u3002\uff01\uff1f][”’\u300d\u300f\uff09]*")
_SHORT = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|vs|No|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|[a-z]\.[a-z]))\.$"
)
"""An initial or abbreviation before a full stop that ends no sentence."""


def sentences(text: str, spans: Iterable[Range]) -> str:
    """Return the sentences of `text` in which spans stand, in their order; those that are apart are joined by `GAP`."""
    kept: list[Range] = []
    for start, end in sorted(_sentence(text, span) for span in spans):
        if kept and not text[kept[-1][1] : start].strip():
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return GAP.join(text[start:end] + _CUT * (end < len(text) and _is_cut(text, end)) for start, end in kept)


def _is_cut(text: str, end: int) -> bool:
    return text[end - 1].isalnum() and text[end].isalnum()


def _sentence(text: str, span: Range) -> Range:
    """Return where the sentences begin and end in which a span begins and ends."""
    start, end = max(0, span[0] - REACH), min(len(text), span[1] + REACH)
    window = text[start:end]
    stops = [0, *sorted(sentence_ends(window)), len(window)]
    first = max(stop for stop in stops if stop <= span[0] - start)
    last = min(stop for stop in stops if stop >= span[1] - start)
    inside = window[first:last]
    begin = start + first + len(inside) - len(inside.lstrip())
    return begin, begin + len(inside.strip())


def sentence_ends(window: str) -> frozenset[int]:
    """Return the offsets behind the sentences of a stretch of text; its own end is none unless a mark stands there."""
    return frozenset((*_stops(window), *_line_ends(window)))


def _stops(window: str) -> Iterator[int]:
    for stop in _STOP.finditer(window):
        if stop.group() != "." or not _SHORT.search(window, max(0, stop.start() - 8), stop.end()):
            yield stop.end()


def _line_ends(window: str) -> Iterator[int]:
    """Yield the line breaks of lines that are not full: the first word of the next line would have had room."""
    lines = window.split("\n")
    longest = max(map(len, lines))
    end = 0
    for line, after in pairwise(lines):
        end += len(line) + 1
        word = after.split(maxsplit=1)[:1]
        if not word or len(line.rstrip()) + 1 + len(word[0]) <= longest:
            yield end
