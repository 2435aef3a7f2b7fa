"""The words between quotation marks in a text, found from a place in it; offsets in code points, half-open."""

import re
from collections.abc import Iterator

from summittui.intake.proposer.marks import quoted_passages
from summittui.model.normalised import Range

_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"[“”„«»\"]")


def words_in_marks(text: str, start: int, end: int) -> Iterator[Range]:
    """Yield what stands between quotation marks in a stretch of a text, without the blanks beside the marks."""
    for line in _LINE.finditer(text, start, end):
        for passage in quoted_passages(text, *line.span(), next_opens=False).passages:
            first, last = passage.inner_start, passage.inner_end
            while first < last and text[first].isspace():
                first += 1
            while last > first and text[last - 1].isspace():
                last -= 1
            if first < last:
                yield first, last


def marked_words_from(text: str, place: int) -> Range | None:
    """Return the words between quotation marks that end behind an offset first; None where there are no more."""
    start = text.rfind("\n", 0, place) + 1
    return next((one for one in words_in_marks(text, start, len(text)) if one[1] > place), None)


def marked_words_before(text: str, place: int) -> Range | None:
    """Return the words between quotation marks that end before an offset last; None where there are none."""
    end = place
    while end > 0:
        start = text.rfind("\n", 0, end - 1) + 1
        line_end = text.find("\n", end)
        line = words_in_marks(text, start, line_end if line_end > 0 else len(text))
        found = [one for one in line if one[1] < place]
        if found:
            return found[-1]
        end = start
    return None


def next_mark(text: str, place: int) -> int | None:
    """Return the offset of the next quotation mark behind an offset; None where there is none."""
    found = _MARK.search(text, place + 1)
    return found.start() if found else None
