"""The refusal of a query whose values mean nothing in a library."""

from collections.abc import Sequence

from summittui.model.text import fold, safe
from summittui.queries.language.errors import QueryError, did_you_mean
from summittui.queries.language.fields import FIELDS
from summittui.queries.language.parts import Field
from summittui.queries.language.tokens import columns


def unknown_value(field: Field, number: int, text: str, candidates: Sequence[str]) -> QueryError:
    """Return the error of a field whose value means nothing; the sentence names the column and what is near.

    Args:
        field: The field.
        number: The index of the field among those of the query.
        text: The text of the query.
        candidates: The words or folded names among which the value was looked for.
    """
    tables = " or ".join(FIELDS[field.name].named)
    listed = f"see the names with `summittui list {tables.split()[0]}`" if tables else ""
    near = did_you_mean(fold(field.value), tuple(candidates), otherwise=listed)
    among = tables or f"{field.name}s"
    return QueryError(f"nothing among the {among} is called {safe(field.value)!r}; {near}", columns(text)[number])
