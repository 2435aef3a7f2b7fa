"""Whole numbers as a person enters them; no number is changed in silence."""

import re
from typing import NoReturn

from summittui.model import InputError
from summittui.model.text import clip, fold, safe

_BETWEEN_GROUPS = "[, \u00a0\u2009\u202f'’]"
"""A comma, a blank (also no-break, thin or narrow), or an apostrophe: one of them between all groups of three."""
NUMBER = rf"(?:0|[1-9][0-9]*|[1-9][0-9]{{0,2}}(?P<sign>{_BETWEEN_GROUPS})[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*)"
"""The pattern of a whole number in digits."""
_MULTIPLE = re.compile(
    r"(?:hundred|thousand|million|billion|trillion|dozen|score|lakh|crore)s?\b|(?:k|m|mn|mio|mrd|bn|tn)\b\.?"
)
_RANGE = re.compile(r"(?:to|or|and|till|until|[-/~])\s*\d")
_SHOWN = 40


def entered_number(text: str) -> int | None:
    """Return the whole number that was entered, None for an empty text.

    Raises:
        InputError: It is none, or is written otherwise than in digits with one sign between groups of three.
    """
    text = text.strip()
    if not text:
        return None
    if not re.fullmatch(NUMBER, text):
        refuse_number(text)
    return int(re.sub(_BETWEEN_GROUPS, "", text))


def refuse_multiple(counts: str) -> None:
    """Refuse words behind a number that make another number of it.

    Raises:
        InputError: They begin with a multiple, such as million, or with the end of a range.
    """
    words = fold(counts)
    if _MULTIPLE.match(words) or _RANGE.match(words):
        raise InputError(f"the words {shown(counts)} change the number before them; write one number, all in digits")


def refuse_number(text: str) -> NoReturn:
    """Refuse a text that is no whole number.

    Raises:
        InputError: Always; says how a number is written.
    """
    form = "write it in digits, with one kind of sign between groups of three, as 60,000 or 60 000"
    raise InputError(f"{shown(text)} begins with no whole number that can be read; {form}")


def shown(text: str) -> str:
    """Return the beginning of a text that was entered, harmless and in quotation marks."""
    return repr(clip(safe(text), _SHOWN))
