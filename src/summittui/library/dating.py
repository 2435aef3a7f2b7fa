"""When something was said or done, and what that date is the date of."""

from typing import NamedTuple

from summittui.model import Act, ActKind, Declaration, Quote

BY_PUBLICATION = "the publication of its source"
BY_DECLARATION = "the declaration, not the act"
AS_STATED = "as stated"
NOT_AFTER = "the latest day on which it can have been"
BY_NOTHING = "nothing; no date is stated"

_DATED_WITH_TEXT = frozenset({ActKind.SIGNED, ActKind.DECLINED, ActKind.ADOPTED})
"""The acts that make a declaration what it is; others can come years before or after it."""


class Dating(NamedTuple):
    """A date."""

    date: str
    """Partial date: YYYY, YYYY-MM or YYYY-MM-DD; empty where none is known."""
    dated_by: str
    """The event or publication that the date belongs to."""

    @property
    def words(self) -> str:
        """The date in words: "not after" where it is the latest that it can be; empty where none is known."""
        return f"not after {self.date}" if self.dated_by == NOT_AFTER else self.date


def date_of_quote(quote: Quote) -> Dating:
    """Return when a quote was said, else by when at the latest; else only the publication of its source is dated."""
    if quote.date:
        return Dating(quote.date, AS_STATED)
    return Dating(quote.not_after, NOT_AFTER) if quote.not_after else Dating("", BY_PUBLICATION)


def date_of_act(declaration: Declaration, act: Act) -> Dating:
    """Return the date of an act; that of its declaration only where the act makes the declaration what it is."""
    if act.date:
        return Dating(act.date, AS_STATED)
    if act.not_after:
        return Dating(act.not_after, NOT_AFTER)
    if act.as_of:
        return Dating(act.as_of, AS_STATED)
    if act.act in _DATED_WITH_TEXT and declaration.date:
        return Dating(declaration.date, BY_DECLARATION)
    return Dating("", BY_NOTHING)
