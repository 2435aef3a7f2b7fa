"""When something was said or done, and what that date is the date of."""

from typing import NamedTuple

from summittui.model import Act, ActKind, Declaration

BY_PUBLICATION = "the publication of its source"
BY_DECLARATION = "the declaration, not the act"
AS_STATED = "as stated"
BY_NOTHING = "nothing; no date is stated"

_DATED_WITH_TEXT = frozenset({ActKind.SIGNED, ActKind.DECLINED, ActKind.ADOPTED})
"""The acts that make a declaration what it is; others can come years before or after it."""


class Dating(NamedTuple):
    """A date."""

    date: str
    """Partial date: YYYY, YYYY-MM or YYYY-MM-DD; empty where none is known."""
    dated_by: str
    """What it is the date of."""
    note: str | None = None
    """How it is to be understood."""


def date_of_act(declaration: Declaration, act: Act) -> Dating:
    """Return the date of an act; that of its declaration only where the act makes the declaration what it is."""
    if act.as_of:
        return Dating(act.as_of, AS_STATED)
    if act.act in _DATED_WITH_TEXT and declaration.date:
        return Dating(declaration.date, BY_DECLARATION, declaration.date_note)
    return Dating("", BY_NOTHING)
