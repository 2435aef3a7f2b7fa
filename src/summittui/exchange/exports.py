"""Exports: what a screen shows as files, the same as the command line writes for the same records."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Any

from msgspec import Struct

from summittui.exchange.as_csv import records_to_csv, table_to_csv
from summittui.exchange.as_json import records_to_json, to_json
from summittui.exchange.as_markdown import records_to_markdown, table_to_markdown
from summittui.exchange.citing import Style, citations
from summittui.library import Library
from summittui.model import Record
from summittui.present.table import Table

CITED = frozenset({"quotes", "claims", "declarations", "sources"})
"""The tables whose records can be cited in CSL-JSON."""


class FileForm(StrEnum):
    """The form of an exported file."""

    JSON = "JSON"
    CSV = "CSV"
    MARKDOWN = "Markdown"
    CSL = "CSL-JSON"


ENDINGS: Mapping[FileForm, str] = {
    FileForm.JSON: ".json",
    FileForm.CSV: ".csv",
    FileForm.MARKDOWN: ".md",
    FileForm.CSL: ".csl.json",
}
"""The ending of a file's name, by its form."""


class Export(Struct, frozen=True):
    """Something that can be written into a file."""

    name: str
    """Of the file, without its ending."""
    what: str
    """The content of the file and the filters that chose it, in words."""
    count: int
    """The number of its records or rows."""
    forms: Mapping[FileForm, Callable[[], str]]
    """The function that makes the text, by form."""


def records_export(library: Library, table: str, records: Sequence[Record], filters: str = "") -> Export:
    """Return records of one table, in their order.

    Args:
        library: Where they stand.
        table: The table.
        records: Which of them.
        filters: What chose them, in words.
    """
    forms: dict[FileForm, Callable[[], str]] = {
        FileForm.JSON: partial(records_to_json, records),
        FileForm.CSV: partial(records_to_csv, library, table, records),
        FileForm.MARKDOWN: partial(records_to_markdown, library, table, records),
    }
    if table in CITED:
        forms[FileForm.CSL] = lambda: citations(library, records, Style.CSL) + "\n"
    what = f"{len(records)} {table if len(records) != 1 else table.removesuffix('s')}"
    return Export(table, f"{what} · {filters}" if filters else what, len(records), forms)


def view_export(
    name: str,
    what: str,
    *,
    plain: Callable[[], Any],
    table: Callable[[], Table],
    markdown: Callable[[], str] | None = None,
) -> Export:
    """Return a view.

    Args:
        name: Of the file, without its ending.
        what: What it shows, in words.
        plain: Makes plain values for JSON.
        table: Makes the table for CSV, and for Markdown where `markdown` is None.
        markdown: Makes the Markdown.
    """
    rows = len(table().rows)
    forms: dict[FileForm, Callable[[], str]] = {
        FileForm.JSON: lambda: to_json(plain()),
        FileForm.CSV: lambda: table_to_csv(table()),
        FileForm.MARKDOWN: markdown or (lambda: table_to_markdown(table())),
    }
    return Export(name, f"{what} · {rows} {'row' if rows == 1 else 'rows'}", rows, forms)
