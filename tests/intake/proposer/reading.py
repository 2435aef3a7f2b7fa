"""Readings of made-up sentences, short enough to stand in a table of a test."""

from summittui.intake.proposer import propose
from summittui.intake.proposer.marks import quoted_passages
from summittui.intake.proposer.paragraphs import split_paragraphs
from summittui.intake.proposer.syntax import Tokens
from summittui.intake.proposer.tokens import tokenize
from summittui.model import Known


def said(text: str, known: Known | None = None) -> list[tuple[str, str]]:
    """Return speaker and content of each quote, the pieces of the content joined by a bar."""
    quotes = (propose(text, known) if known else propose(text)).quotes
    return [(quote.speaker, "|".join(span.exact or "" for span in quote.spans)) for quote in quotes]


def tokens_of(text: str) -> Tokens:
    """Return the tokens of one paragraph."""
    return tokenize(text, 0, len(text), quoted_passages(text, 0, len(text), next_opens=False).passages)


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text as printed."""
    found = [sentence for paragraph in split_paragraphs(text) for sentence in paragraph.sentences]
    return [text[sentence.start : sentence.end] for sentence in found]


def at(tokens: Tokens, word: str) -> int:
    """Return the index of the first token that is the word."""
    return next(index for index, token in enumerate(tokens) if token.text == word)
