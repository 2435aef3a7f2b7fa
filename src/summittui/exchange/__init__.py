"""Exchange: records, comparisons and views in the formats of others; an export alters no character."""

from summittui.exchange.as_csv import comparison_to_csv, records_to_csv, table_to_csv
from summittui.exchange.as_json import comparison_to_json, records_to_json, to_json
from summittui.exchange.as_markdown import comparison_to_markdown, records_to_markdown, table_to_markdown

__all__ = [
    "comparison_to_csv",
    "comparison_to_json",
    "comparison_to_markdown",
    "records_to_csv",
    "records_to_json",
    "records_to_markdown",
    "table_to_csv",
    "table_to_markdown",
    "to_json",
]
