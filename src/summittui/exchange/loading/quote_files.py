"""Quotes read back from the JSON Lines and CSV files of this program."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from summittui.exchange.formats.quote_rows import HEADINGS, quote_cells, unescaped
from summittui.exchange.loading.annotations import quote_and_memo, read_annotations
from summittui.exchange.loading.csv_rows import csv_rows
from summittui.exchange.loading.library_file import read_json, sound_record
from summittui.exchange.loading.loaded import LoadedRecords, Tick, check_number, decoded
from summittui.exchange.loading.recognising import LoadFormat
from summittui.library import Library
from summittui.model import InputError, Quote, Record
from summittui.model.quote import GAP
from summittui.model.text import clip, safe

BESIDE = ("exact", "speaker_name", "via_name", "outlet", "title", "published", "url", "memo")
"""Values of JSON Lines that belong to other records, or follow from the quote."""
_LISTS = ("joint_speakers", "spans", "quoted_spans", "cue", "about", "stances")
_FOLLOWING = ("speaker_name", "via_name", "outlet", "title", "published", "url", "paragraph")
"""Columns of other records, which are not read."""


def read_json_lines(content: bytes, tick: Tick) -> LoadedRecords:
    """Return the quotes of JSON Lines, and the memos on them.

    Raises:
        InputError: A line is no quote; says which.
    """
    records: list[Record] = []
    lines = decoded(content).rstrip().split("\n")
    check_number(len(lines))
    for number, line in enumerate(lines, 1):
        if line.strip():
            plain = read_json(line, line=number)
            if not isinstance(plain, dict):
                raise InputError(f"line {number:,} is no quote; give one JSON object a line")
            fields = {name: value for name, value in plain.items() if name not in BESIDE}
            records += quote_and_memo(fields, plain.get("memo"), f"line {number:,}")
            tick(number)
    return LoadedRecords(records=tuple(records))


def read_csv(content: bytes, tick: Tick) -> LoadedRecords:
    """Return the quotes of CSV, exact or for a spreadsheet (which begins with a byte order mark), and their memos.

    Raises:
        InputError: A column is not known, or a row is no quote; says which.
    """
    is_spreadsheet = content.startswith(b"\xef\xbb\xbf")
    records: list[Record] = []
    for line, row in csv_rows(content, tick, _check_columns):
        cells = {name: unescaped(cell) for name, cell in row.items()} if is_spreadsheet else row
        records += quote_and_memo(_fields(cells, line), cells.get("memo"), f"line {line:,}")
    return LoadedRecords(records=tuple(records))


def as_csv_has(library: Library, quote: Quote) -> Record:
    """Return a quote of a library as it comes back from CSV, which has fewer fields."""
    return sound_record(Quote, _fields(quote_cells(library, quote), 0), quote.id)


def _check_columns(names: Any) -> None:
    unknown = [name for name in names if name not in HEADINGS]
    if unknown:
        raise InputError(
            f"the column {clip(safe(unknown[0]), 60)!r} is not known; remove it, or name it as the export to CSV does"
        )


def _fields(cells: Mapping[str, str], line: int) -> dict[str, Any]:
    """Return the fields of a quote that a row of CSV holds."""
    plain: dict[str, Any] = {
        name: cell for name, cell in cells.items() if cell and name not in (*_FOLLOWING, *_LISTS, "memo", "words")
    }
    lists = {name: _list(cells.get(name, ""), line) for name in _LISTS}
    words = cells.get("words", "")
    quoted = _quoted(lists.pop("quoted_spans"), words, line)
    plain |= {"quoted": quoted} if quoted else {"words": words} if words else {}
    for name in ("spans", "cue"):
        plain[name] = [_span(span, line) for span in lists.pop(name)]
    return {**plain, **lists}


def _list(cell: str, line: int) -> list[Any]:
    found = read_json(cell, line=line) if cell else []
    if not isinstance(found, list):
        raise InputError(f"line {line:,} has {clip(safe(cell), 60)!r} where a list must stand; correct it")
    return found


def _span(span: Any, line: int) -> dict[str, int]:
    if not isinstance(span, list) or len(span) != 2:
        shown = clip(safe(json.dumps(span)), 60)
        raise InputError(f"line {line:,} has {shown} where a span must stand; write it as [start, end]")
    return {"start": span[0], "end": span[1]}


def _quoted(spans: list[Any], words: str, line: int) -> list[dict[str, Any]]:
    """Return the quoted spans, each with its words, which stand in one cell with gaps between them."""
    places = [_span(span, line) for span in spans]
    pieces = words.split(GAP) if len(places) > 1 else [words]
    if places and len(pieces) != len(places):
        counts = f"{len(places)} quoted spans and {len(pieces)} pieces of words"
        raise InputError(f"line {line:,} has {counts}; give as many of both")
    return [{**place, "exact": piece} for place, piece in zip(places, pieces, strict=False)]


READERS: Mapping[LoadFormat, Callable[[bytes, Tick], LoadedRecords]] = {
    LoadFormat.JSON_LINES: read_json_lines,
    LoadFormat.WEB_ANNOTATION: read_annotations,
    LoadFormat.QUOTES_CSV: read_csv,
}
