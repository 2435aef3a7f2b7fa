"""The renaming of ids in a query's text."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from summittui.queries.language.errors import QueryError
from summittui.queries.language.fields import FIELDS
from summittui.queries.language.parsing import parse_query
from summittui.queries.language.parts import AllOf, AnyOf, Field, Not, Part, Query, query_of

Present = Callable[[str], str]


def renamed_text(text: str, present: Present) -> str:
    """Return a query's text with `present` applied to each value that names a record.

    A text in which nothing changes, or that is no query, stays as it was typed.
    """
    try:
        query = parse_query(text)
    except QueryError:
        return text
    after = query_of(_parts(query, present))
    return text if after == query else str(after)


def _parts(query: Query, present: Present) -> Iterator[Part]:
    return (_part(part, present) for part in query.parts)


def _part(part: Part, present: Present) -> Part:
    match part:
        case Field(name, value) if FIELDS[name].named:
            return Field(name, present(value))
        case Not(inner):
            return replace(part, part=_part(inner, present))
        case AnyOf(parts) | AllOf(parts):
            return replace(part, parts=tuple(_part(each, present) for each in parts))
    return part
