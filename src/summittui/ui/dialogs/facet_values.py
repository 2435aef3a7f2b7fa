"""The values of facets to choose from: the most frequent first, and only so many of each at a time."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from summittui.library import Library
from summittui.model.text import fold
from summittui.queries.language import Field, Not, Query
from summittui.queries.language.facets import FACETS, chosen
from summittui.queries.language.fields import FIELDS
from summittui.queries.listing import ListQuery
from summittui.ui.dialogs.toggles import Toggle
from summittui.ui.keys.lookup import key_of

MOST = 50
"""The number of values of a facet in the list, beside those that are chosen or left out."""
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
    """By what they are in a query, the most frequent first."""

    @property
    def heading(self) -> str:
        """The name of the facet."""
        return _HEADINGS.get(self.field, self.name.capitalize())


def counted(library: Library, wanted: ListQuery) -> tuple[Facet, ...]:
    """Return the facets of a list with how many records each value would keep; may be called in any thread.

    Raises:
        SummitError: The query asks for something that is not there.
    """
    fields = FACETS[wanted.table]
    return tuple(
        Facet(name, fields[name], _most_frequent(library, fields[name], counts))
        for name, counts in library.facets(wanted).items()
    )


def _most_frequent(library: Library, field: str, counts: Mapping[str, int]) -> dict[str, Value]:
    values = sorted(counts, key=lambda each: -counts[each])
    return {value: _value(library, field, value, counts[value]) for value in values}


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
    return [Toggle("", facet.heading), *rows, *_rest(hidden, sought)] if rows else []


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
