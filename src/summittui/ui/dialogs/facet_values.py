"""The values of facets to choose from: the most frequent first, and only so many of each at a time."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from summittui.library import Library
from summittui.library.facet_counts import FacetCounts
from summittui.model.cancelling import IsCancelled, never_cancelled
from summittui.model.text import fold
from summittui.queries.language import Field, Not, Query
from summittui.queries.language.facets import FACETS, chosen
from summittui.queries.language.fields import FIELDS
from summittui.queries.listing import ListQuery
from summittui.ui.dialogs.toggles import Toggle
from summittui.ui.keys.lookup import key_of

MOST = 50
"""The number of values of a facet in the list, beside those that are chosen or left out."""
COUNTED = 10_000
"""The number of records of a narrowed list among which the values are counted; the first ones where it has more."""
NAMED = 10_000
"""The number of values of a facet that can be found by their names, the most frequent ones."""
_HEADINGS: Mapping[str, str] = {"by": "Speaker", "via": "Via", "act": "What they did"}


class Value(NamedTuple):
    """A value that a facet can have."""

    value: str
    words: str
    """The name of the value."""
    folded: str
    """The same as it is sought."""
    number: int = 0
    """The number of records that the list would keep with this value asked for."""


class Facet(NamedTuple):
    """A facet with all its values."""

    name: str
    field: str
    """The field of the query language that asks for it."""
    values: Mapping[str, Value]
    """By what they are in a query, the most frequent first; only so many as can be found by their names."""
    is_whole: bool = True
    """Whether all records of the list were counted, else only the first ones."""
    unnamed: int = 0
    """The number of values beyond those."""

    @property
    def heading(self) -> str:
        """The name of the facet, and among how many records its values were counted where these are not all."""
        name = _HEADINGS.get(self.field, self.name.capitalize())
        return name if self.is_whole else f"{name} · among the first {COUNTED:,}"


def counted(library: Library, wanted: ListQuery, is_cancelled: IsCancelled = never_cancelled) -> tuple[Facet, ...]:
    """Return the facets of a list with how many records each value would keep; may be called in any thread.

    Args:
        library: The records.
        wanted: The query of the list.
        is_cancelled: Asked from time to time; what is returned then is not all.

    Raises:
        SummitError: The query asks for something that is not there.
    """
    fields = FACETS[wanted.table]
    found = library.facets(wanted, COUNTED, is_cancelled)
    return tuple(_facet(library, name, fields[name], counts) for name, counts in found.items() if not is_cancelled())


def _facet(library: Library, name: str, field: str, counts: FacetCounts) -> Facet:
    values = sorted(counts.numbers, key=lambda each: -counts.numbers[each])
    named = {value: _value(library, field, value, counts.numbers[value]) for value in values[:NAMED]}
    return Facet(name, field, named, counts.is_whole, len(values) - len(named))


def _value(library: Library, field: str, value: str, number: int = 0) -> Value:
    words = library.name(value) if FIELDS[field].named else value.replace("-", " ")
    return Value(value, words, fold(words), number)


def facet_toggles(library: Library, query: Query, facet: Facet, sought: str) -> list[Toggle]:
    """Return the values of a facet that are called as is sought: the first of them, and what the query says of others.

    Args:
        library: The records.
        query: What is asked for.
        facet: The facet.
        sought: Folded words that must all stand in a name.
    """
    asked, left_out = set(chosen(query, facet.name)), _left_out(query, facet.field)
    marked = [facet.values.get(each) or _value(library, facet.field, each) for each in sorted(asked | left_out)]
    fitting = _called(sought, facet.values.values())
    first = fitting[:MOST]
    others = [each for each in _called(sought, marked) if each not in first]
    hidden = len(fitting) - len(first) - sum(each.value in facet.values for each in others)
    rows = [
        Toggle(
            key=f"{facet.name} {each.value}",
            words=each.words,
            is_on=each.value in asked,
            is_out=each.value in left_out,
            number=str(each.number),
        )
        for each in (*first, *others)
    ]
    return [Toggle("", facet.heading), *rows, *_rest(hidden, sought), *_unnamed(facet)] if rows else []


def _called(sought: str, values: Iterable[Value]) -> list[Value]:
    words = sought.split()
    return [each for each in values if all(word in each.folded for word in words)] if words else list(values)


def _left_out(query: Query, field: str) -> set[str]:
    negated = (part.part for part in query.parts if isinstance(part, Not))
    return {part.value for part in negated if isinstance(part, Field) and part.name == field}


def _rest(number: int, sought: str) -> list[Toggle]:
    """Return the row that says how many values are not shown, and how they are reached."""
    if not number:
        return []
    way = "go on typing" if sought else f"{key_of('filter')} finds them by name"
    return [Toggle("", f"    and {number:,} more; {way}", is_rest=True)]


def _unnamed(facet: Facet) -> list[Toggle]:
    """Return the row that says how many values are too rare to be found here."""
    if not facet.unnamed:
        return []
    return [Toggle("", f"    and {facet.unnamed:,} rarer ones; the filter {facet.field}: finds them", is_rest=True)]
