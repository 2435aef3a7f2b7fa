"""Facets: the values that the records of a list have, each of them a part of a query."""

from collections.abc import Mapping

from summittui.queries.language.parts import AnyOf, Field, Not, Part, Query, any_of, field_name, query_of

FACETS: Mapping[str, Mapping[str, str]] = {
    "quotes": {
        "kind": "kind",
        "issue": "issue",
        "stance": "stance",
        "source": "source",
        "via": "via",
        "speaker": "by",
        "proof": "proof",
    },
    "actors": {"kind": "kind", "stance": "stance", "act": "act"},
    "declarations": {"kind": "kind", "act": "act"},
    "claims": {"kind": "kind", "source": "source", "issue": "issue", "stance": "stance"},
}
"""The facets of each table, in the order in which they are shown, and the field that asks for each."""

_FIELDS: Mapping[str, str] = {facet: field for facets in FACETS.values() for facet, field in facets.items()}


def facet_query(facet: str, value: str) -> Field:
    """Return the part of a query that asks for one value of a facet."""
    return Field(_FIELDS[facet], value)


def asks_for(part: Part, field: str) -> bool:
    """Tell whether a part asks for a field alone, or leaves some of its values out."""
    return field_name(part.part if isinstance(part, Not) else part) == field


def chosen(query: Query, facet: str) -> tuple[str, ...]:
    """Return the values of a facet that a query asks for; what it leaves out is not among them."""
    asked = (part for part in query.parts if field_name(part) == _FIELDS[facet])
    return tuple(each.value for part in asked for each in _alternatives(part))


def toggled(query: Query, facet: str, value: str, *, inverted: bool = False) -> Query:
    """Return the query that asks for one value of a facet more, or no longer.

    Several values are alternatives of each other. `inverted` leaves the value out instead, or no longer; a value is
    never asked for and left out at once.
    """
    asked, left_out = facet_query(facet, value), Not(facet_query(facet, value))
    if inverted:
        if left_out in query.parts:
            return query_of(part for part in query.parts if part != left_out)
        rest = toggled(query, facet, value) if value in chosen(query, facet) else query
        return query_of((*rest.parts, left_out))
    if value in chosen(query, facet):
        return query_of(each for part in query.parts for each in _without(part, asked))
    kept = tuple(part for part in query.parts if part != left_out)
    place = next((place for place, part in enumerate(kept) if field_name(part) == asked.name), None)
    if place is None:
        return query_of((*kept, asked))
    return query_of((*kept[:place], any_of((kept[place], asked)), *kept[place + 1 :]))


def _without(part: Part, field: Field) -> tuple[Part, ...]:
    """Return a part without one of its alternatives; nothing where it has no other."""
    if field_name(part) != field.name:
        return (part,)
    others = tuple(each for each in _alternatives(part) if each != field)
    return (any_of(others),) if others else ()


def _alternatives(part: Part) -> tuple[Field, ...]:
    parts = part.parts if isinstance(part, AnyOf) else (part,)
    return tuple(each for each in parts if isinstance(each, Field))
