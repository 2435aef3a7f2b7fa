"""The values of a facet of a list with their numbers of records, as a library returns them."""

from collections.abc import Mapping

from msgspec import Struct


class FacetCounts(Struct, frozen=True):
    """The values of a facet with the numbers of records that have them."""

    numbers: Mapping[str, int]
    """By value; each is 1 or more."""
    is_whole: bool = True
    """Whether all records of the list were counted, else only the first of the table that are in it."""
