"""CSV as RFC 4180 has it, in UTF-8, lines ended by a line feed.

No character is altered. A cell may therefore begin with `=`, `+`, `-` or `@`, which a spreadsheet takes for a
formula: import such a file with every column as text.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from summittui.exchange.plain import field_names, to_plain
from summittui.exchange.quote_names import quote_names
from summittui.library import Library
from summittui.library.answers.side_by_side import Comparison
from summittui.model import TABLES, Quote, Record, Selector
from summittui.present.table import Table
from summittui.present.tables import comparison_table

_ATTRIBUTION = ("speaker_name", "outlet", "published", "via_name")


def records_to_csv(library: Library, table: str, records: Sequence[Record]) -> str:
    """Return records of one table, a column for each field.

    Spans are `start-end` joined by semicolons, other nested values JSON. Quotes have their `exact` words too,
    and the names behind their ids: who, which outlet, published when, via whom.
    """
    fields = field_names(TABLES[table])
    if table == "quotes":
        quotes = [record for record in records if isinstance(record, Quote)]
        rows = ((*_cells(quote, fields), quote.exact, *_attribution(library, quote)) for quote in quotes)
        return _written([*fields, "exact", *_ATTRIBUTION], rows)
    return _written(fields, (_cells(record, fields) for record in records))


def comparison_to_csv(library: Library, comparison: Comparison) -> str:
    """Return a comparison, a row for each piece of evidence and one for each silence."""
    return table_to_csv(comparison_table(library, comparison))


def table_to_csv(table: Table) -> str:
    """Return a table with its headings."""
    return _written(table.headings, table.rows)


def _written(headings: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return out.getvalue()


def _cells(record: Record, fields: Iterable[str]) -> list[str]:
    return [_cell(getattr(record, name)) for name in fields]


def _cell(value: Any) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, str):
        return str(value)
    spans = value if isinstance(value, tuple) else (value,)
    if all(type(span) is Selector for span in spans):
        return ";".join(f"{span.start}-{span.end}" for span in spans)
    return json.dumps(to_plain(value), ensure_ascii=False)


def _attribution(library: Library, quote: Quote) -> tuple[str, ...]:
    names = quote_names(library, quote)
    return tuple(names[heading] or "" for heading in _ATTRIBUTION)
