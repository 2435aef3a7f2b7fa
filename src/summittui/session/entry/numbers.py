"""Whole numbers as a person enters them; no number is changed in silence."""

from typing import NoReturn

from summittui.model import InputError
from summittui.model.numbers import changes_number, whole_number
from summittui.model.text import clip, safe

_SHOWN = 40


def entered_number(text: str) -> int | None:
    """Return the whole number that was entered, None for an empty text.

    Raises:
        InputError: It is none, or is written otherwise than in digits with one sign between groups of three.
    """
    text = text.strip()
    if not text:
        return None
    number = whole_number(text)
    return refuse_number(text) if number is None else number


def refuse_multiple(counts: str) -> None:
    """Refuse words behind a number that make another number of it.

    Raises:
        InputError: They begin with a multiple, such as million, with the end of a range or with a fraction.
    """
    if changes_number(counts):
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
