"""Sides: what several units show together, by the balance of those for and against.

The balance follows TheyWorkForYou's policy scale, and its rule that a single vote gives no summary: one unit alone is
called "once".
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from summittui.library.answers.units import Unit
from summittui.model import StanceValue

THRESHOLD = 0.6
"""The least balance, of -1 to 1, that is a side; between -0.6 and 0.6 the units are mixed."""
_POLES = (StanceValue.FOR, StanceValue.AGAINST)
_COUNTED = (StanceValue.FOR, StanceValue.AGAINST, StanceValue.MIXED, StanceValue.UNCLEAR)


class Side(Struct, frozen=True, kw_only=True):
    """The side that units take, with the counts behind it."""

    stance: StanceValue
    firm: bool
    """Whether it rests on firm units; else no firm unit was there, and it is drawn hollow."""
    units: tuple[Unit, ...]
    """The units that it rests on: all of the firm ones, else all."""

    @property
    def counts(self) -> Counter[StanceValue]:
        """The number of units by stance."""
        return Counter(unit.stance for unit in self.units)

    @property
    def derived(self) -> bool:
        """Whether a single unit takes a side, so that nothing is summed up."""
        return sum(count for stance, count in self.counts.items() if stance is not StanceValue.UNCLEAR) == 1

    @property
    def doubtful(self) -> bool:
        """Whether every unit stays the claim of its source."""
        return all(unit.doubtful for unit in self.units)

    @property
    def balance_words(self) -> str:
        """The counts in words, such as "3 for, 1 against"; "once" for a single unit."""
        if len(self.units) == 1:
            return "once"
        counts = self.counts
        shown = (stance for stance in _COUNTED if counts[stance] or stance in _POLES)
        return ", ".join(f"{counts[stance]} {stance}" for stance in shown)


def side_of(units: Iterable[Unit]) -> Side | None:
    """Return the side that units show together; None without any.

    Firm units alone count where there are any: weak ones never outvote them.
    """
    every = tuple(units)
    firm = tuple(unit for unit in every if unit.firm)
    counted = firm or every
    return Side(stance=_balance(counted), firm=bool(firm), units=counted) if counted else None


def _balance(units: Sequence[Unit]) -> StanceValue:
    counts = Counter(unit.stance for unit in units)
    pro, contra = counts[StanceValue.FOR], counts[StanceValue.AGAINST]
    total = pro + contra + counts[StanceValue.MIXED]
    if not total:
        return StanceValue.UNCLEAR
    balance = (pro - contra) / total
    if abs(balance) < THRESHOLD:
        return StanceValue.MIXED
    return StanceValue.FOR if balance > 0 else StanceValue.AGAINST
