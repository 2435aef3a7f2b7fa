"""The query that a person typed, in one library."""

from summittui.library.protocol import Library
from summittui.queries.language import Query
from summittui.queries.language.parsing import parse_query


def read_query(library: Library, text: str) -> Query:
    """Return the query that a text means in a library.

    Raises:
        QueryError: It means none, or a value means nothing there.
    """
    query = parse_query(text)
    library.check_query(query, text)
    return query
