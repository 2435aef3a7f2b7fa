"""Paragraphs of a text, each with its sentences."""

from msgspec import Struct

from summittui.intake.proposer.marks import quoted_passages
from summittui.intake.proposer.sentences import split_sentences
from summittui.intake.proposer.syntax import Sentence
from summittui.intake.proposer.tokens import paragraph_ranges, tokenize

_OPENING_MARKS = ("“", '"', "‘")
_SINGLE_OPENING_MARKS = ("'", "‘")


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
        split = split_sentences(tokenize(text, start, end, marks.passages), text)
        sentences = tuple(Sentence(tokens, index, count + at) for at, tokens in enumerate(split))
        count += len(sentences)
        paragraphs.append(Paragraph(index, start, end, sentences, marks.is_open_at_end))
    return paragraphs
