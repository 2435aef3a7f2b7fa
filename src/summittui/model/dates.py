"""Dates that keep the precision with which they are known (ISO 8601 reduced precision)."""

import re
from datetime import date

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_PRECISIONS = {4: "year", 7: "month", 10: "day"}


def is_partial_date(text: str) -> bool:
    """Tell whether `text` is a real date of the form YYYY, YYYY-MM or YYYY-MM-DD."""
    match = _PARTIAL.fullmatch(text)
    if match is None:
        return False
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def first_day(text: str) -> str:
    """Return the first day that a partial date can mean, as YYYY-MM-DD."""
    return "-".join([*text.split("-"), "01", "01"][:3])


def precision(text: str) -> str:
    """Return how precisely a partial date is known: "year", "month" or "day"."""
    return _PRECISIONS[len(text)]
