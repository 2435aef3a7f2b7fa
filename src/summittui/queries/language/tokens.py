"""The signs and words of a query's text, each with its column."""

import re
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from summittui.queries.language.errors import QueryError

_BLANKS = re.compile(r"\s*")
_BARE = re.compile(r'[^\s()"“”„]+')
_NAME = re.compile(r"([A-Za-z]+):")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"|[“”„]([^“”„]*)[“”„]', re.DOTALL)
MARKS = '"“”„'
"""The quotation marks with which a phrase can begin."""


class Sign(Enum):
    """The kinds of tokens."""

    WORDS = "words"
    FIELD = "field"
    MINUS = "-"
    OR = "OR"
    OPEN = "("
    CLOSE = ")"


class Token(Struct, frozen=True, kw_only=True):
    """One sign, word, phrase or field of a query."""

    sign: Sign
    column: int
    """The offset of the token's first code point."""
    end: int
    """The offset behind the token's last code point."""
    text: str = ""
    """The word or phrase, or the value of the field; white space run together."""
    name: str = ""
    """The name of the field, in small letters."""
    value_column: int = 0
    """The offset of the field's value, in code points."""


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a query.

    Raises:
        QueryError: A quotation mark is not closed.
    """
    place = _after_blanks(text, 0)
    while place < len(text):
        token = _token(text, place)
        yield token
        place = _after_blanks(text, token.end)


def columns(text: str) -> tuple[int, ...]:
    """Return the column of the value of each field in a query.

    Raises:
        QueryError: A quotation mark is not closed.
    """
    return tuple(token.value_column for token in tokens(text) if token.sign is Sign.FIELD)


def _token(text: str, place: int) -> Token:
    if text[place] in "()-":
        return Token(sign=Sign(text[place]), column=place, end=place + 1)
    if text[place] in MARKS:
        words, end = _phrase(text, place)
        return Token(sign=Sign.WORDS, column=place, end=end, text=words)
    named = _NAME.match(text, place)
    if named:
        words, end = _value(text, named.end())
        name = named[1].lower()
        return Token(sign=Sign.FIELD, column=place, end=end, text=words, name=name, value_column=named.end())
    bare = _matched(_BARE, text, place)
    sign = Sign.OR if bare == "OR" else Sign.WORDS
    return Token(sign=sign, column=place, end=place + len(bare), text=bare)


def _value(text: str, place: int) -> tuple[str, int]:
    if place < len(text) and text[place] in MARKS:
        return _phrase(text, place)
    bare = _BARE.match(text, place)
    return (bare[0], bare.end()) if bare else ("", place)


def _phrase(text: str, place: int) -> tuple[str, int]:
    found = _QUOTED.match(text, place)
    if found is None:
        raise QueryError("a quotation mark is opened and never closed; close it", place, unfinished=True)
    inner = found[2] if found[1] is None else re.sub(r"\\(.)", r"\1", found[1], flags=re.DOTALL)
    words = " ".join(inner.split())
    if not words:
        unfinished = found.end() == len(text)
        raise QueryError("nothing stands between the quotation marks; write a word", place, unfinished=unfinished)
    return words, found.end()


def _after_blanks(text: str, place: int) -> int:
    return place + len(_matched(_BLANKS, text, place))


def _matched(pattern: re.Pattern[str], text: str, place: int) -> str:
    found = pattern.match(text, place)
    return found[0] if found else ""
