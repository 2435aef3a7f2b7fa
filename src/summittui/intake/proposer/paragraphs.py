"""Paragraphs of a text, each with its sentences."""

import re

from msgspec import Struct

from summittui.intake.proposer.marks import quoted_passages
from summittui.intake.proposer.sentences import split_sentences
from summittui.intake.proposer.syntax import Sentence
from summittui.intake.proposer.tokens import paragraph_ranges, tokenize

_OPENING_MARKS = ("“", '"', "‘", "„", "«", "»")
_SINGLE_OPENING_MARKS = ("'", "‘")


_DATELINE = re.compile(
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?:, [A-Z]\w*\.?(?: [A-Z]\w*)?)?(?:, [A-Z][a-z]+\.? \d{1,2})?"
    r"(?P<agency> \([A-Z][\w./ ]{1,30}\))? ?(?:—|–|--|-) (?=\S)"
)
"""The place, and perhaps day and agency, before the first sentence of a report: *OSLO (ABC) —*."""


class Paragraph(Struct, frozen=True):
    """One line of a text that is not blank."""

    index: int
    start: int
    end: int
    sentences: tuple[Sentence, ...]
    is_open_at_end: bool
    """Whether its last passage in marks is not closed: speech goes on in the next paragraph."""


def split_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a cleaned text."""
    ranges = paragraph_ranges(text)
    paragraphs: list[Paragraph] = []
    count = 0
    for index, (start, end) in enumerate(ranges):
        following = text[ranges[index + 1][0]] if index + 1 < len(ranges) else ""
        marks = quoted_passages(
            text,
            start,
            end,
            next_opens=following in _OPENING_MARKS,
            next_opens_single=following in _SINGLE_OPENING_MARKS,
        )
        begin = _end_of_dateline(text, start, end)
        passages = [passage for passage in marks.passages if passage.start >= begin]
        split = split_sentences(tokenize(text, begin, end, passages), text)
        sentences = tuple(Sentence(tokens, index, count + at) for at, tokens in enumerate(split))
        count += len(sentences)
        paragraphs.append(Paragraph(index, start, end, sentences, marks.is_open_at_end))
    return paragraphs


def _end_of_dateline(text: str, start: int, end: int) -> int:
    """Return the offset behind the dateline of a paragraph, which has capitals or an agency; else `start`."""
    found = _DATELINE.match(text, start, end)
    if found is None or not (found["agency"] or found.group().split(",")[0].strip(" —–-").isupper()):
        return start
    is_aside = not found["agency"] and re.search(r"[—–]| -{1,2} ", text[found.end() : end].split(". ", maxsplit=1)[0])
    return start if is_aside else found.end()
