"""The question of the pairs: two perspectives each, on what they share."""

from enum import StrEnum


class PairOrder(StrEnum):
    """The order of pairs, which the reader chooses."""

    NAME = "name"
    SAME = "same"
    OPPOSED = "opposed"
    N = "n"
