"""When something was said or done, and what that date is the date of."""

from typing import NamedTuple

from summittui.model import Act, ActKind, Declaration, Quote

BY_PUBLICATION = "the publication of its source"
BY_DECLARATION = "the declaration, not the act"
AS_STATED = "as stated"
NOT_AFTER = "the latest day on which it can have been"
AS_OF = "the day as of which it is known, not the act"
BY_NOTHING = "nothing; no date is stated"

_DATED_WITH_TEXT = frozenset({ActKind.SIGNED, ActKind.DECLINED, ActKind.ADOPTED})
"""The acts that make a declaration what it is; others can come years before or after it."""


_LIMITS = {AS_OF: "as of ", NOT_AFTER: "not after "}
"""Words before a date that only limits when something was; a date of its own stands before these."""


class Dating(NamedTuple):
    """A date."""

    date: str
    """Partial date: YYYY, YYYY-MM or YYYY-MM-DD; empty where none is known."""
    dated_by: str
    """The event or publication that the date belongs to."""

    @property
    def year_words(self) -> str:
        """The year in words, such as "in 2025", "not after 2025"; empty where none is known."""
        return f"{_LIMITS.get(self.dated_by, 'in ')}{self.date[:4]}" if self.date else ""

    @property
    def words(self) -> str:
        """The date in words, "not after" or "as of" before one that only limits it; empty where none is known."""
        return f"{_LIMITS.get(self.dated_by, '')}{self.date}"


def date_order(words: str) -> tuple[str, int]:
    """Return the partial date in the words of a `Dating`, and the place among equal dates: an exact one comes first."""
    for rank, limit in enumerate(_LIMITS.values(), 1):
        if words.startswith(limit):
            return words.removeprefix(limit), rank
    return words, 0


def act_date_label(act: Act) -> str:
    """Return the dates of an act in short, in brackets behind a blank; empty where none is stated."""
    done = act.date or (f"by {act.not_after}" if act.as_of and act.not_after else "")
    known = f"as of {act.as_of}" if act.as_of not in {None, act.date or act.not_after} else ""
    dates = ", ".join(filter(None, (done, known)))
    return f" ({dates})" if dates else ""


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
        return Dating(act.as_of, AS_OF)
    if act.act in _DATED_WITH_TEXT and declaration.date:
        return Dating(declaration.date, BY_DECLARATION)
    return Dating("", BY_NOTHING)
