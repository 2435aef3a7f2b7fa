"""Numbers against the numbers on record."""

import re
from collections.abc import Iterable

from msgspec import Struct

from summittui.model import Declaration, Qualifier, Tally

ROUND = 0.1
"""The largest error of a round number, as a share of the number on record."""
_PARTIES = re.compile(r"countr|nation|state|signator|sponsor|member", re.IGNORECASE)
_OTHERS = re.compile(r"organisation|vote|abstention|meeting|signatures on", re.IGNORECASE)


class RecordedTally(Struct, frozen=True, kw_only=True):
    """A number of the record, with the declaration that it is of."""

    declaration: Declaration
    tally: Tally


def counts_parties(tally: Tally) -> bool:
    """Tell whether a number counts those who stand behind a text: countries, signatories, sponsors."""
    return _PARTIES.search(tally.counts) is not None and _OTHERS.search(tally.counts) is None


def fits(tally: Tally, recorded: Tally) -> bool:
    """Tell whether a number, as it is hedged, is borne out by one on record."""
    if tally.number is None or recorded.number is None:
        return False
    match tally.qualifier:
        case Qualifier.ABOUT:
            return abs(tally.number - recorded.number) <= ROUND * recorded.number
        case Qualifier.OVER:
            return recorded.number > tally.number or (
                recorded.number == tally.number and recorded.qualifier is Qualifier.OVER
            )
        case Qualifier.EXACTLY:
            return tally.number == recorded.number and recorded.qualifier is Qualifier.EXACTLY
    return False


def nearest_first(found: Iterable[RecordedTally], published: str | None) -> tuple[RecordedTally, ...]:
    """Return the numbers stated at the latest before a source was published, the latest first; else all."""
    numbers = tuple(found)
    before = [each for each in numbers if not published or (each.tally.as_of or "") <= published]
    return tuple(sorted(before or numbers, key=lambda each: each.tally.as_of or "", reverse=True))
