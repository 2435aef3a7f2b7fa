"""Passages in quotation marks: paired paragraph by paragraph, with odd, mixed, nested and unclosed marks."""

import re
from typing import Final

from msgspec import Struct

_DOUBLE_MARK: Final = re.compile(r"[“”„«»\"]|''|``")
_SINGLE_MARK: Final = re.compile(r"['‘’‚]")
_OPENING: Final = frozenset(("“", "„", "«", "``"))
_CLOSING: Final = frozenset(("”", "»"))
_CLOSED_BY: Final = {"„": '“”"', "»": "«"}
"""Marks that close a passage though they open others: „German“, »German books«."""
QUOTATION_MARKS: Final = "\"“”„«»'‘’‚`"
"""Every mark at the edge of a passage."""
_WORD: Final = re.compile(r"\w")
_MOST_NESTED: Final = 2
_LONGEST_SINGLE: Final = 1500
"""Code points between single marks, more often apostrophes, at most."""


class QuotedPassage(Struct, frozen=True, order=True, gc=False):
    """An outermost passage in quotation marks; offsets in code points of the text, half-open."""

    start: int
    """The offset of the opening mark."""
    inner_start: int
    inner_end: int
    end: int
    """Behind the closing mark; the paragraph's end where there is none."""


class ParagraphMarks(Struct, frozen=True):
    """The passages in marks of one paragraph."""

    passages: tuple[QuotedPassage, ...] = ()
    is_open_at_end: bool = False
    """Whether the last mark is not closed, as in speech over several paragraphs."""


def quoted_passages(
    text: str, start: int, end: int, *, next_opens: bool, next_opens_single: bool = False
) -> ParagraphMarks:
    """Return the outermost passages in marks of the paragraph `text[start:end]`.

    Args:
        text: The text.
        start: Where the paragraph begins.
        end: Where it ends.
        next_opens: Whether the next paragraph begins with an opening mark: an open end then means that speech goes on.
        next_opens_single: The same of a single mark, which alone may be an apostrophe.
    """
    pairs, unclosed = _pair_double_marks(text, start, end)
    is_open_at_end = False
    if unclosed is not None:
        begins = not text[start : unclosed.start()].strip(" \t>*")
        followed = any(pair.start > unclosed.start() for pair in pairs)
        if begins or next_opens or not followed:
            pairs.append(QuotedPassage(unclosed.start(), unclosed.end(), end, end))
            is_open_at_end = True
    double = _outermost(text, pairs, start)
    found = _with_single_marks(text, start, end, double)
    opened = _unclosed_single(text, start, end) if next_opens_single and not is_open_at_end else None
    if opened is None:
        return ParagraphMarks(found, is_open_at_end)
    before = tuple(passage for passage in found if passage.end <= opened)
    return ParagraphMarks((*before, QuotedPassage(opened, opened + 1, end, end)), is_open_at_end=True)


def _pair_double_marks(text: str, start: int, end: int) -> tuple[list[QuotedPassage], re.Match[str] | None]:
    """Return the pairs of double marks and the first mark that is left open."""
    pairs: list[QuotedPassage] = []
    opened: list[re.Match[str]] = []
    for mark in _DOUBLE_MARK.finditer(text, start, end):
        if _opens(text, mark, opened[-1].group() if opened else ""):
            if len(opened) < _MOST_NESTED:
                opened.append(mark)
        elif opened:
            begin = opened.pop()
            pairs.append(QuotedPassage(begin.start(), begin.end(), mark.start(), mark.end()))
    return pairs, opened[0] if opened else None


def _opens(text: str, mark: re.Match[str], opened: str) -> bool:
    """Tell whether a mark opens a passage, by its form, by what stands around it and by the mark `opened` before it."""
    if mark.group() in _CLOSED_BY.get(opened, ""):
        return False
    if mark.group() in _OPENING:
        return True
    before = text[mark.start() - 1 : mark.start()] if mark.start() else "\n"
    after = text[mark.end() : mark.end() + 1] or "\n"
    free_before = before.isspace() or before in "([—–―-"
    free_after = after.isspace() or after in ").,;:!?]—–―-"
    if mark.group() in _CLOSING:
        return free_before and not free_after
    return not opened if free_before == free_after else free_before


def _outermost(text: str, pairs: list[QuotedPassage], start: int) -> list[QuotedPassage]:
    """Return the pairs that lie in no other and have a word in them."""
    found = []
    reach = start
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        if pair.start >= reach and _WORD.search(text, pair.inner_start, pair.inner_end):
            found.append(pair)
            reach = pair.end
    return found


def _with_single_marks(text: str, start: int, end: int, double: list[QuotedPassage]) -> tuple[QuotedPassage, ...]:
    """Add the passages between single marks that stand outside double ones."""
    found = list(double)
    edges = [start, *(edge for passage in double for edge in (passage.start, passage.end)), end]
    for gap_start, gap_end in zip(edges[::2], edges[1::2], strict=True):
        found += _single_passages(text, gap_start, gap_end)
    return tuple(sorted(found))


def _single_passages(text: str, start: int, end: int) -> list[QuotedPassage]:
    """Return what stands between single marks in a stretch without double ones: two words or more."""
    found = []
    opened: int | None = None
    for mark in _SINGLE_MARK.finditer(text, start, end):
        at = mark.start()
        word_before = at > 0 and text[at - 1].isalnum()
        word_after = text[at + 1 : at + 2].isalnum()
        if word_after and not word_before and mark.group() != "’":
            opened = at
        elif opened is not None and not word_after and _closes_single(text, opened, at, end):
            found.append(QuotedPassage(opened, opened + 1, at, at + 1))
            opened = None
    return found


def _unclosed_single(text: str, start: int, end: int) -> int | None:
    """Return the offset of the last single opening mark of a paragraph that nothing closes."""
    opened: int | None = None
    for mark in _SINGLE_MARK.finditer(text, start, end):
        at = mark.start()
        word_before = at > start and text[at - 1].isalnum()
        word_after = text[at + 1 : at + 2].isalnum()
        if word_after and not word_before and mark.group() != "’":
            opened = at
        elif not word_after and not (opened is not None and _is_possessive(text, at, end)):
            opened = None
    return opened


def _closes_single(text: str, opened: int, at: int, end: int) -> bool:
    is_long_enough = at - opened < _LONGEST_SINGLE and " " in text[opened:at]
    return is_long_enough and not _is_possessive(text, at, end)


def _is_possessive(text: str, at: int, end: int) -> bool:
    """Tell whether the mark is the apostrophe of a plural (*the states' view*): a closing mark is still to come."""
    if text[at - 1] not in "sz" or text[at + 1 : at + 2] != " " or not text[at + 2 : at + 3].islower():
        return False
    for mark in _SINGLE_MARK.finditer(text, at + 1, min(end, at + 300)):
        word_before = text[mark.start() - 1].isalnum()
        word_after = text[mark.end() : mark.end() + 1].isalnum()
        if word_after and not word_before:
            return False
        if not word_after and text[mark.start() - 1] in ",.?!":
            return True
    return False
