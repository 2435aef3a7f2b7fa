"""The query that a person typed, in one library."""

from summittui.library.protocol import Library
from summittui.queries.language import Query
from summittui.queries.language.fields import FIELDS
from summittui.queries.language.parsing import parse_query
from summittui.queries.language.parts import Field
from summittui.queries.scope import parse_scope


def read_query(library: Library, text: str) -> Query:
    """Return the query that a text means in a library.

    Raises:
        QueryError: It means none, or a value means nothing there.
    """
    query = parse_query(text)
    library.check_query(query, text)
    return query


def read_scope(library: Library, text: str) -> Query:
    """Return the scope that a text means in a library, such as `collection:paris-2025` or `event:paris after:2025-02`.

    An event stands in it by its id where the text means one alone, so that the scope outlives another name.

    Raises:
        QueryError: It is no query, has other parts than the fields of a scope, or a value means nothing.
    """
    scope = parse_scope(text)
    library.check_query(scope, text)
    return Query(tuple(_by_id(library, field) for field in scope.fields()))


def _by_id(library: Library, field: Field) -> Field:
    meant = library.meanings(field) if FIELDS[field.name].named else ()
    return Field(field.name, meant[0]) if len(meant) == 1 else field
