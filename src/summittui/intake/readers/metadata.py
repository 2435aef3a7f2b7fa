"""Metadata as documents state it, read strictly: a value that is not clear is left to the reader."""

import re
from datetime import date

_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")


def partial_date(stated: str | None) -> str | None:
    """Return the ISO 8601 date with which `stated` begins, as YYYY-MM-DD; None where it is none."""
    found = _ISO_DATE.fullmatch((stated or "").strip())
    if not found:
        return None
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None


def one_line(stated: str | None) -> str | None:
    """Return `stated` on one line, with single blanks; None where nothing is left."""
    return " ".join((stated or "").split()) or None
