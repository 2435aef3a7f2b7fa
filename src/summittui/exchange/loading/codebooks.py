"""Codebooks: REFI-QDA (`.qdc`) and CSV with a name, a description and a parent for each code."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from summittui.exchange.loading.csv_rows import csv_rows
from summittui.exchange.loading.loaded import Code, Codebook, Tick, check_number
from summittui.exchange.loading.recognising import LoadFormat
from summittui.exchange.loading.xml_files import local_name, read_xml
from summittui.model import InputError
from summittui.model.text import clip, safe

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "code", "tag"),
    "description": ("description", "memo"),
    "parent": ("parent", "category"),
}
"""Names that a column can have; `tag` is Taguette's word."""
_PASSED_OVER = frozenset(
    {"id", "guid", "color", "colour", "number of highlights", "number of documents", "is codable", "iscodable"}
)


def read_qdc(content: bytes, tick: Tick) -> Codebook:
    """Return the codes of a REFI-QDA codebook.

    Raises:
        InputError: It is broken, hostile, or no codebook.
    """
    root = read_xml(content)
    if local_name(root) != "CodeBook":
        raise InputError(f"its root is {clip(safe(local_name(root)), 60)!r}; give a REFI-QDA codebook (CodeBook)")
    return Codebook(codes=tuple(codes_of(root, tick)))


def codes_of(element: Any, tick: Tick) -> Iterator[Code]:
    """Yield the codes below an element, each behind the one above it."""
    waiting = [(element, "")]
    number = 0
    while waiting:
        above, parent = waiting.pop()
        for child in above:
            if local_name(child) == "Codes":
                waiting.append((child, parent))
            elif local_name(child) == "Code":
                number += 1
                check_number(number)
                tick(number)
                name = child.get("name", "")
                if not name.strip():
                    raise InputError(f"code {number:,} has no name; name it, and export the codes anew")
                yield Code(name=name, description=description_of(child), parent=parent)
                waiting.append((child, name))


def description_of(element: Any) -> str:
    """Return the description of an element; empty without one."""
    return next((child.text or "" for child in element if local_name(child) == "Description"), "")


def read_codebook_csv(content: bytes, tick: Tick) -> Codebook:
    """Return the codes of a table with a row for each.

    Raises:
        InputError: A column is not known, or a row has no name.
    """
    named: dict[str, str | None] = {}

    def check(headings: Sequence[str]) -> None:
        columns = {name.strip().casefold(): name for name in headings}
        named.update({field: _column(columns, names) for field, names in _COLUMNS.items()})
        unknown = [name for key, name in columns.items() if name not in named.values() and key not in _PASSED_OVER]
        if unknown:
            column = clip(safe(unknown[0]), 60)
            raise InputError(f"the column {column!r} is not known; give name, description, parent")

    codes = []
    for line, row in csv_rows(content, tick, check):
        cells = {field: row[column].strip() if column else "" for field, column in named.items()}
        if not cells["name"]:
            raise InputError(f"line {line:,} has no name of a code")
        codes.append(Code(**cells))
    return Codebook(codes=tuple(codes))


def _column(columns: Mapping[str, str], names: Sequence[str]) -> str | None:
    """Return the heading of the first column that is called by one of some names."""
    return next((columns[name] for name in names if name in columns), None)


READERS: Mapping[LoadFormat, Callable[[bytes, Tick], Codebook]] = {
    LoadFormat.QDC: read_qdc,
    LoadFormat.CODEBOOK_CSV: read_codebook_csv,
}
