"""The tables of which a query says something."""

from summittui.queries.language.errors import QueryError
from summittui.queries.language.fields import FIELDS, begun
from summittui.queries.language.parts import Field, Query
from summittui.queries.language.states import HAS, IS
from summittui.queries.language.tokens import columns


def says_nothing_about(query: Query, table: str) -> tuple[Field, ...]:
    """Return the fields of a query that say nothing of the records of a table, and so keep none of them."""
    return tuple(field for field in query.fields() if table not in asked_tables(field))


def asked_tables(field: Field) -> tuple[str, ...]:
    """Return the tables of which a field with its value says something."""
    states = {"has": HAS, "is": IS}.get(field.name)
    if states is None:
        return FIELDS[field.name].tables
    words = begun(field.value, tuple(states))
    return tuple(dict.fromkeys(table for word in words for table in states[word].tables))


def refuse_silent_fields(query: Query, table: str, text: str | None = None) -> None:
    """Refuse fields that say nothing of the records of a table.

    Raises:
        QueryError: There is one; the sentence names its column in `text`, else in the canonical text, and its tables.
    """
    silent = says_nothing_about(query, table)
    if silent:
        column = columns(str(query) if text is None else text)[query.fields().index(silent[0])]
        told = ", ".join(asked_tables(silent[0]))
        raise QueryError(f"{silent[0]} says nothing about {table}; take it away, or ask for one of: {told}", column)
