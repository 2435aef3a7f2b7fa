"""Applicability: the tables to whose records the fields of a query apply."""

from summittui.queries.language.errors import QueryError
from summittui.queries.language.fields import FIELDS, begun
from summittui.queries.language.parts import Field, Query
from summittui.queries.language.states import HAS, IS
from summittui.queries.language.tokens import columns


def inapplicable_fields(query: Query, table: str) -> tuple[Field, ...]:
    """Return the fields of a query that do not apply to the records of a table, so that they keep none of these."""
    return tuple(field for field in query.fields() if table not in applicable_tables(field))


def applicable_tables(field: Field) -> tuple[str, ...]:
    """Return the tables to whose records a field with its value applies."""
    states = {"has": HAS, "is": IS}.get(field.name)
    if states is None:
        return FIELDS[field.name].tables
    words = begun(field.value, tuple(states))
    return tuple(dict.fromkeys(table for word in words for table in states[word].tables))


def refuse_inapplicable_fields(query: Query, table: str, text: str | None = None) -> None:
    """Refuse fields that do not apply to the records of a table.

    Raises:
        QueryError: There is one; the sentence names its column in `text`, else in the canonical text, and its tables.
    """
    silent = inapplicable_fields(query, table)
    if silent:
        column = columns(str(query) if text is None else text)[query.fields().index(silent[0])]
        told = ", ".join(applicable_tables(silent[0]))
        raise QueryError(f"{silent[0]} says nothing about {table}; take it away, or ask for one of: {told}", column)
