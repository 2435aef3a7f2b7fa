"""Counts of parties: *more than 60 countries*, with the number as it is hedged, which is never another number."""

from typing import Final

from msgspec import Struct

from summittui.intake.proposer.lexicon.deeds import (
    BOUNDS,
    COUNTED,
    LEADS_QUALIFIER,
    MULTIPLES,
    NUMERALS,
    QUALIFIERS,
    RANGES,
    VAGUE_NUMBERS,
)
from summittui.intake.proposer.syntax import Tokens
from summittui.model import Qualifier
from summittui.model.numbers import whole_number

_GROUP: Final = 3
"""Digits of a group of a number, as in *60 000*."""
_WHOLE: Final = ("the", "all")
"""The words with which *of* tells of what a part is taken: *all but two of the 30 states*."""
_LONGEST: Final = 12
"""Characters of a number at most."""


class Count(Struct, frozen=True):
    """A number before a noun."""

    first: int
    """The index of the first token, the qualifier's if there is one."""
    number: int | None
    qualifier: Qualifier | None
    """None where no tally can say it, as of *fewer than 60*, *50 to 60*, *2 million* and *1,5*."""


def count_before(tokens: Tokens, noun: int) -> Count | None:
    """Return the count of the noun at an index, as *more than 60 (other) countries*; None where nothing is counted."""
    if tokens[noun].lower not in COUNTED:
        return None
    for at in range(noun - 1, max(noun - 3, -1), -1):
        lower = tokens[at].lower
        if lower in VAGUE_NUMBERS or (lower == "of" and at and tokens[at - 1].lower in VAGUE_NUMBERS):
            return Count(at - (lower == "of"), None, Qualifier.VAGUE)
        first = _first_group(tokens, at)
        number = _number(" ".join(token.lower for token in tokens[first : at + 1]))
        if number is not None and tokens[noun - 1].lower not in MULTIPLES:
            return _with_qualifier(tokens, first, number)
        if number is not None or lower[:1].isdigit():
            return Count(first, None, None)
    return None


def _first_group(tokens: Tokens, at: int) -> int:
    """Return the first token of a number whose groups of three have blanks between them, as *60 000*."""
    while at and _is_group(tokens[at].text, _GROUP) and _is_group(tokens[at - 1].text, 1):
        if tokens[at - 1].end + 1 != tokens[at].start:
            break
        at -= 1
    return at


def _is_group(word: str, least: int) -> bool:
    return word.isascii() and word.isdigit() and least <= len(word) <= _GROUP


def _number(word: str) -> int | None:
    number = whole_number(word) if len(word) <= _LONGEST else None
    if number is not None:
        return number
    tens, _, units = word.partition("-")
    if units and tens in NUMERALS and units in NUMERALS:
        return NUMERALS[tens] + NUMERALS[units]
    return NUMERALS.get(word)


def _with_qualifier(tokens: Tokens, at: int, number: int) -> Count:
    before, lead = (tokens[index].lower if index >= 0 else "" for index in (at - 1, at - 2))
    qualifier, leads = QUALIFIERS.get(before), LEADS_QUALIFIER.get(before)
    is_range = before in RANGES and _number(lead) is not None
    if before in _WHOLE and lead == "of":
        return Count(at, None, None)
    is_bound = before in BOUNDS or f"{lead} {before}" in BOUNDS or (leads is not None and lead not in leads)
    if is_range or is_bound:
        return Count(at, None, None)
    if qualifier is None:
        return Count(at, number, Qualifier.EXACTLY)
    return Count(at - 2 if leads else at - 1, number, qualifier)
