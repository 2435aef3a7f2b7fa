"""Numbers as sources state them, read from what a person enters; no number is changed in silence."""

import re
from typing import NoReturn

from summittui.library import Library
from summittui.model import InputError, Qualifier, SourceId, Tally
from summittui.model.text import clip, fold, safe
from summittui.session.drafts import given

_BETWEEN_GROUPS = "[, \u00a0\u2009\u202f'’]"
"""A comma, a blank (also no-break, thin or narrow), or an apostrophe: one of them between all groups of three."""
_NUMBER = rf"(?:0|[1-9][0-9]*|[1-9][0-9]{{0,2}}(?P<sign>{_BETWEEN_GROUPS})[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*)"
_TALLY = re.compile(r"(?P<qualifier>\S+)\s+(?P<stated>.+)@(?P<source>[^@]+)", re.DOTALL)
_STATED = re.compile(rf"(?P<number>{_NUMBER})\s+(?P<counts>[^\s\d].*)", re.DOTALL)
_LIKE_A_NUMBER = re.compile(r"[^\w\s]*[\d½⅓⅔¼¾⅛]")
"""Begins what is a number, or looks like one: also behind a sign of money, of more or less."""
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
    if not re.fullmatch(_NUMBER, text):
        _refuse_number(text)
    return int(re.sub(_BETWEEN_GROUPS, "", text))


def entered_tally(library: Library, text: str) -> Tally:
    """Return the number entered as `QUALIFIER [NUMBER] COUNTED@SOURCE`, such as `about 60 signatories@stdaily`.

    Raises:
        InputError: It has another form, its number is not plain, or it names what there is not.
    """
    found = _TALLY.fullmatch(text.strip())
    if found is None:
        raise InputError(f"{_shown(text)} is no tally; write QUALIFIER NUMBER COUNTED@SOURCE")
    number, counts = _number_and_counts(found["stated"].strip())
    return draft_tally(library, counts, found["qualifier"], number, found["source"].strip())


def draft_tally(library: Library, counts: str, qualifier: str, number: int | None, source: str) -> Tally:
    """Return a number as a source states it; `counts` is what is counted.

    Raises:
        UnknownId: There is no such source.
        InputError: There is no such qualifier, nothing that is counted, or what is counted changes the number.
    """
    if number is not None:
        _refuse_multiple(counts)
    if qualifier not in set(Qualifier):
        raise InputError(f"{safe(qualifier)!r} is no qualifier; write one of {', '.join(Qualifier)}")
    return Tally(
        source=SourceId(library.resolve(source, ("sources",))),
        number=number,
        qualifier=Qualifier(qualifier),
        counts=given(counts, "a tally needs what it counts"),
    )


def _number_and_counts(stated: str) -> tuple[int | None, str]:
    if not _LIKE_A_NUMBER.match(stated):
        return None, stated
    found = _STATED.fullmatch(stated)
    if found is None and re.fullmatch(_NUMBER, stated):
        raise InputError(f"a tally needs what it counts; write it behind the number {_shown(stated)}")
    if found is None:
        _refuse_number(stated)
    return entered_number(found["number"]), found["counts"]


def _refuse_multiple(counts: str) -> None:
    """Refuse words behind a number that make another number of it.

    Raises:
        InputError: They begin with a multiple, such as million, or with the end of a range.
    """
    words = fold(counts)
    if _MULTIPLE.match(words) or _RANGE.match(words):
        raise InputError(f"the words {_shown(counts)} change the number before them; write one number, all in digits")


def _refuse_number(text: str) -> NoReturn:
    form = "write it in digits, with one kind of sign between groups of three, as 60,000 or 60 000"
    raise InputError(f"{_shown(text)} begins with no whole number that can be read; {form}")


def _shown(text: str) -> str:
    return repr(clip(safe(text), _SHOWN))
