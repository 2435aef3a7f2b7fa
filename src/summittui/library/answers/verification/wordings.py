"""Quoted words against the words on record: the same, fewer, altered, or not there."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct

from summittui.library.answers.variants import Piece, pieces
from summittui.model.text import fold

ALTERED_FROM = 0.6
"""The least share of common words from which words count as altered ones, and not as others."""
_ELLIPSIS = re.compile(r"…|\.{3}")


class Outcome(StrEnum):
    """The relation of a source's words to those on record."""

    SAME = "same"
    FEWER = "fewer words"
    ALTERED = "altered wording"
    WRONG_OBJECT = "wrong object"
    """The record has it of something else."""
    DIFFERENT = "the record has another"
    """The record has another number, or an act that excludes this one."""
    NOT_FOUND = "not found on record"
    """The record has nothing like it; that it is untrue is not shown by that."""
    REPORTED = "reported, no words to compare"


class Wording(Struct, frozen=True, kw_only=True):
    """Quoted words against one wording of the record."""

    outcome: Outcome
    left_out: tuple[str, ...] = ()
    """The words on record that are left out: before, between and behind the quoted ones."""
    pieces: tuple[Piece, ...] = ()
    """The word difference, what is on record first, where the wording is altered."""
    likeness: float = 1.0
    """The share of words in common with what is nearest on record."""


def compare_wording(quoted: Sequence[str], recorded: str) -> Wording:
    """Return how quoted words stand to those on record.

    Case, accents, punctuation and marks make no difference; the pieces of a quotation must follow each other.

    Args:
        quoted: The words inside quotation marks, one for each piece; an ellipsis inside them parts them further.
        recorded: The words on record.
    """
    record = recorded.split()
    bare = [_bare(word) for word in record]
    parts = [part.split() for text in quoted for part in _ELLIPSIS.split(text) if part.strip()]
    if not parts or not record:
        return Wording(outcome=Outcome.NOT_FOUND, likeness=0.0)
    found = list(_found(parts, bare))
    if len(found) == len(parts):
        left_out = tuple(" ".join(record[start:end]) for start, end in _gaps(found, len(record)))
        return Wording(outcome=Outcome.FEWER if left_out else Outcome.SAME, left_out=left_out)
    return _altered(parts, record, bare)


def _altered(parts: Sequence[list[str]], record: Sequence[str], bare: Sequence[str]) -> Wording:
    said = [word for part in parts for word in part]
    start, end = _nearest([_bare(word) for word in said], bare)
    window = " ".join(record[start:end])
    likeness = SequenceMatcher(None, [_bare(word) for word in said], list(bare[start:end]), autojunk=False).ratio()
    if likeness < ALTERED_FROM:
        return Wording(outcome=Outcome.NOT_FOUND, likeness=likeness)
    left_out = tuple(" ".join(words) for words in (record[:start], record[end:]) if words)
    differing = pieces(window, " ".join(said))
    return Wording(outcome=Outcome.ALTERED, left_out=left_out, pieces=differing, likeness=likeness)


def _found(parts: Sequence[Sequence[str]], bare: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where each part stands, each behind the one before; ends at the first that is not there."""
    after = 0
    for part in parts:
        wanted = [_bare(word) for word in part]
        at = next((at for at in range(after, len(bare)) if list(bare[at : at + len(wanted)]) == wanted), None)
        if at is None:
            return
        after = at + len(wanted)
        yield at, after


def _gaps(found: Sequence[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    starts = [start for start, _ in found]
    ends = [0, *(end for _, end in found)]
    yield from ((end, start) for end, start in zip(ends, [*starts, length], strict=True) if end < start)


def _nearest(said: Sequence[str], bare: Sequence[str]) -> tuple[int, int]:
    """Return the stretch of the record that holds the words in common, from the first to the last of them."""
    blocks = SequenceMatcher(None, said, list(bare), autojunk=False).get_matching_blocks()
    common = [block for block in blocks if block.size]
    if not common:
        return 0, 0
    first, last = common[0], common[-1]
    start = max(0, first.b - first.a)
    return start, min(len(bare), last.b + last.size + (len(said) - last.a - last.size))


def _bare(word: str) -> str:
    return re.sub(r"\W", "", fold(word)) or word
