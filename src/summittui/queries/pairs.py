"""The query of the pairs: two perspectives each, on their shared issues."""

from enum import StrEnum
from typing import Annotated, ClassVar

from summittui.queries.perspectives import PERSPECTIVES, VoicesField
from summittui.queries.spelling import Choice, Flag, ManyRecords
from summittui.queries.view_query import ScopeText, ViewQuery


class PairOrder(StrEnum):
    """The order of pairs, which the reader chooses."""

    NAME = "name"
    SAME = "same"
    OPPOSED = "opposed"
    N = "n"


class PairsQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of pairs of perspectives, with the issues on which both take a firm side themselves."""

    view: ClassVar[str] = "pairs"
    command: ClassVar[tuple[str, ...]] = ("pairs",)
    title: ClassVar[str] = "who stands with whom"

    perspectives: Annotated[tuple[str, ...], ManyRecords(tables=PERSPECTIVES, most=None)] = ()
    """The perspectives to pair; where none is named, all actors with evidence that speak for no other actor."""
    unfolded: Annotated[
        bool,
        Flag(
            line="unfolded",
            option="--unfolded",
            words="without those who speak for them",
            help="Leave out those who speak for an actor.",
        ),
    ] = False
    order: Annotated[
        PairOrder,
        Choice(
            of=PairOrder,
            line="sort",
            option="--sort",
            words={each: f"by {each}" for each in PairOrder},
            help="Order by names, or by the number of issues that are the same, opposed or shared; else by names.",
        ),
    ] = PairOrder.NAME
    voices: VoicesField = False
    scope: ScopeText = ""
