"""Queries as they are typed on the command line."""

import sys
from typing import TYPE_CHECKING

import click

from summittui.model.joiners import as_counted
from summittui.model.text import safe

if TYPE_CHECKING:
    from summittui.library import Library
    from summittui.queries.language import Query


def typed_query(library: "Library", text: str, table: str | None = None) -> "Query":
    """Return the query that somebody typed; on a terminal a mistake is pointed at.

    Args:
        library: Where its values are to mean something.
        text: What was typed.
        table: The table to which it is put, if it is put to one alone.

    Raises:
        QueryError: It means nothing, or a field of it says nothing about the table.
    """
    from summittui.library.answers.query_reading import read_query
    from summittui.queries.language import QueryError
    from summittui.queries.language.applicability import refuse_inapplicable_fields

    try:
        query = read_query(library, text)
        if table is not None:
            refuse_inapplicable_fields(query, table, text)
    except QueryError as error:
        if sys.stderr.isatty():
            click.echo(_pointed_at(text, error.column), err=True)
        raise
    return query


def _pointed_at(text: str, column: int) -> str:
    """Return the query with a caret under the mistake."""
    from rich.cells import cell_len

    return f"{safe(text)}\n{' ' * cell_len(as_counted(safe(text[:column] + '|')[:-1]))}^"
