"""Paragraphs and tokens of a text. Cleaning keeps the length, so that offsets stay those of the text."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from summittui.intake.proposer.lexicon.name_words import ABBREVIATIONS, LOWER_CASE_ABBREVIATIONS
from summittui.intake.proposer.marks import QuotedPassage
from summittui.intake.proposer.syntax import BRACKET, PASSAGE, PUNCTUATION, WORD, Range, Token, Tokens

_TAG: Final = re.compile(r"<[^<>\n]{1,400}>")
_LINE: Final = re.compile(r"[^\n]+")
_COMBINING: Final = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f"
"""Marks that are part of the word whose letter they stand on; to `re` they are no letters."""
_LETTERS: Final = rf"[\w{_COMBINING}]+"
_TOKEN: Final = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}|[@#$€£]?{_LETTERS}(?:['’.,&/-]{_LETTERS})*['’]?(?<![,.])|-{{2,3}}|\.{{2,}}|…|[^\w\s]"
)
_BRACKET: Final = re.compile(r"\([^()\n]{0,200}\)|\[[^\[\]\n]{0,200}\]")
_NICKNAME: Final = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)?")
_SURNAME: Final = re.compile(r" [A-Z]\w+")
_MARKS: Final = "\"“'‘"
_LONGEST_BRACKET: Final = 7
"""Blanks in a bracket that is one token; a longer one is read like the rest."""
_PARTIES: Final = ("R-", "D-", "I-")
"""Before a state, as in *R-Ky.*"""


def clean(text: str) -> str:
    """Return `text` with left-over tags blanked and odd spaces made plain, of the same length."""
    text = _TAG.sub(lambda tag: " " * len(tag.group()), text)
    return text.replace("\xa0", " ").replace("\u200b", " ")


def paragraph_ranges(text: str) -> list[Range]:
    """Return the range of each line of `text` that is not blank."""
    return [line.span() for line in _LINE.finditer(text) if not line.group().isspace()]


def tokenize(text: str, start: int, end: int, passages: Sequence[QuotedPassage]) -> Tokens:
    """Return the tokens of the paragraph `text[start:end]` with its passages in marks."""
    tokens: Tokens = []
    reached = start
    for passage in passages:
        tokens += _outside_marks(text, reached, passage.start)
        tokens.append(_passage_token(text, passage, tokens[-1] if tokens else None))
        reached = passage.end
    return tokens + _outside_marks(text, reached, end)


def _passage_token(text: str, passage: QuotedPassage, before: Token | None) -> Token:
    """Return a passage as a token: a word where it is a nickname (*Jane "Jay" Doe*)."""
    whole, inner = text[passage.start : passage.end], (passage.inner_start, passage.inner_end)
    is_nickname = (
        before is not None
        and before.capitalised
        and _SURNAME.match(text, passage.end)
        and _NICKNAME.fullmatch(text, *inner)
    )
    if is_nickname:
        return Token(whole, text[slice(*inner)].lower(), passage.start, passage.end, WORD, capitalised=True)
    return Token(whole, "", passage.start, passage.end, PASSAGE, inner=inner)


def _outside_marks(text: str, start: int, end: int) -> Tokens:
    brackets = [bracket for bracket in _BRACKET.finditer(text, start, end) if bracket[0].count(" ") < _LONGEST_BRACKET]
    edges = [start, *(edge for bracket in brackets for edge in bracket.span()), end]
    tokens: Tokens = []
    for odd, (lower, upper) in enumerate(pairwise(edges)):
        if odd % 2:
            tokens.append(Token(text[lower:upper], "", lower, upper, BRACKET))
        else:
            tokens += _words(text, lower, upper)
    return tokens


def _words(text: str, start: int, end: int) -> Tokens:
    tokens: Tokens = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        if word == "." and tokens and tokens[-1].end == match.start() and _is_abbreviation(tokens[-1]):
            last = tokens[-1]
            tokens[-1] = Token(last.text + ".", last.lower + ".", last.start, match.end(), WORD, last.capitalised)
        elif word[0].isalnum() or (len(word) > 1 and word[0] in "@#$€£"):
            lower = word.lower().replace("’", "'")
            tokens.append(Token(word, lower, match.start(), match.end(), WORD, word[0].isupper()))
        else:
            tokens.append(Token(word, word, match.start(), match.end(), PUNCTUATION))
    return tokens


def _is_abbreviation(token: Token) -> bool:
    """Tell whether the full stop behind a word belongs to it, as in *Mr.* and *R-Ky.* Doe."""
    if token.kind != WORD:
        return False
    dotted = token.lower + "."
    if dotted in ABBREVIATIONS and (token.capitalised or dotted in LOWER_CASE_ABBREVIATIONS):
        return True
    is_initial = len(token.text) == 1 and token.capitalised and token.text != "I"
    return is_initial or token.text.startswith(_PARTIES)
