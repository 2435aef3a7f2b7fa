"""The scope of a query: the collection, the event or the period to which its answer is limited."""

from summittui.queries.language.errors import QueryError
from summittui.queries.language.names import Names
from summittui.queries.language.parsing import parse_query
from summittui.queries.language.parts import Field, Query

SCOPE_FIELDS = ("collection", "event", "after", "before")
"""The fields of a scope."""


def parse_scope(text: str) -> Query:
    """Return the scope that a text means, such as `collection:paris-2025` or `event:paris after:2025-02`.

    Raises:
        QueryError: It is no query, or has other parts than the fields of a scope.
    """
    query = parse_query(text)
    odd = [part for part in query.parts if not isinstance(part, Field) or part.name not in SCOPE_FIELDS]
    if odd or not query.parts:
        allowed = ", ".join(f"{name}:" for name in SCOPE_FIELDS)
        raise QueryError(f"a scope has {allowed} with a value each, such as collection:paris-2025, and nothing else", 0)
    return query


def describe_scope(names: Names, scope: str) -> str:
    """Return a scope as a title says it, such as “limited to what is of Paris 2025”; empty for none."""
    from summittui.queries.language.describing import describe_query

    return f"limited to what is {', '.join(describe_query(names, parse_scope(scope)))}" if scope else ""
