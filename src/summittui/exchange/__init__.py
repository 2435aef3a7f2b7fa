"""Exchange: records, comparisons and views in the formats of others; an export alters no character."""

from summittui.exchange.as_csv import comparison_to_csv, records_to_csv, table_to_csv
from summittui.exchange.as_json import comparison_to_json, records_to_json, to_json
from summittui.exchange.as_markdown import comparison_to_markdown, records_to_markdown, table_to_markdown
from summittui.exchange.evidence import Told, told
from summittui.exchange.standing import standing
from summittui.exchange.tables import Table, comparison_table, records_table

__all__ = [
    "Table",
    "Told",
    "comparison_table",
    "comparison_to_csv",
    "comparison_to_json",
    "comparison_to_markdown",
    "records_table",
    "records_to_csv",
    "records_to_json",
    "records_to_markdown",
    "standing",
    "table_to_csv",
    "table_to_markdown",
    "to_json",
    "told",
]
