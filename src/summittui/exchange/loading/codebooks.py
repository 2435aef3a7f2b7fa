"""Codebooks: REFI-QDA (`.qdc`), CSV with a name, a description and a parent for each code, YAML of qc."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from summittui.exchange.loading.csv_rows import csv_rows
from summittui.exchange.loading.loaded import Code, Codebook, Tick
from summittui.exchange.loading.recognising import LoadFormat
from summittui.exchange.loading.xml_files import read_xml
from summittui.exchange.loading.yaml_codebook import read_codebook_yaml
from summittui.model import InputError
from summittui.model.text import clip, safe, shows

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
    root = read_xml(content, ("Code",), tick)
    if root.tag != "CodeBook":
        raise InputError(f"its root is {clip(safe(root.tag), 60)!r}; give a REFI-QDA codebook (CodeBook)")
    return Codebook(codes=tuple(codes_of(root)))


def codes_of(element: Any) -> Iterator[Code]:
    """Yield the codes below an element, each behind the one above it.

    Raises:
        InputError: A code has no name.
    """
    waiting = [(element, "")]
    number = 0
    while waiting:
        above, parent = waiting.pop()
        for child in above:
            if child.tag == "Codes":
                waiting.append((child, parent))
            elif child.tag == "Code":
                number += 1
                name = child.get("name", "")
                if not shows(name):
                    raise InputError(f"code {number:,} has no name; name it, and export the codes anew")
                yield Code(name=name, description=description_of(child), parent=parent)
                waiting.append((child, name))


def description_of(element: Any) -> str:
    """Return the description of an element; empty without one."""
    return next((child.text or "" for child in element if child.tag == "Description"), "")


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
        if not shows(cells["name"]):
            raise InputError(f"line {line:,} has no name of a code; name it")
        codes.append(Code(**cells))
    return Codebook(codes=tuple(codes))


def _column(columns: Mapping[str, str], names: Sequence[str]) -> str | None:
    """Return the heading of the first column that is called by one of some names."""
    return next((columns[name] for name in names if name in columns), None)


READERS: Mapping[LoadFormat, Callable[[bytes, Tick], Codebook]] = {
    LoadFormat.QDC: read_qdc,
    LoadFormat.CODEBOOK_CSV: read_codebook_csv,
    LoadFormat.CODEBOOK_YAML: read_codebook_yaml,
}
