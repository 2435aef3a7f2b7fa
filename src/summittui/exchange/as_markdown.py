"""Markdown tables (GitHub's flavour); what is markup in a text is escaped, so that it reads as it was written."""

import re
from collections.abc import Sequence

from summittui.library import Library
from summittui.library.answers.side_by_side import Comparison
from summittui.model import Record
from summittui.model.joiners import strays_replaced
from summittui.present.table import Table
from summittui.present.tables import comparison_table, records_table

_MARKUP = re.compile(r"([\\`*_\[\]|~#])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)


def records_to_markdown(library: Library, table: str, records: Sequence[Record]) -> str:
    """Return records of one table; a quote always has who, kind, source, via and when."""
    return table_to_markdown(records_table(library, table, records))


def comparison_to_markdown(library: Library, comparison: Comparison) -> str:
    """Return a comparison, a row for each piece of evidence and one for each silence."""
    return table_to_markdown(comparison_table(library, comparison))


def table_to_markdown(table: Table) -> str:
    """Return a table with its headings."""
    lines = [_row(table.headings), _row(["---"] * len(table.headings), escape=False), *map(_row, table.rows)]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str], *, escape: bool = True) -> str:
    return f"| {' | '.join(map(escaped, cells) if escape else cells)} |"


def escaped(text: str) -> str:
    """Return a text as Markdown that reads as it was written.

    What drives a terminal, and joiners that are out of place, are character references.
    """
    for char, entity in _ENTITIES.items():
        text = text.replace(char, entity)
    text = _MARKUP.sub(r"\\\1", text)
    text = _UNSAFE.sub(lambda match: _reference(match[0]), text)
    return strays_replaced(text, _reference).replace("\n", "<br>")


def _reference(sign: str) -> str:
    return f"&#x{ord(sign):X};"
