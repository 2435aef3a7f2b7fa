"""A whole library in JSON, read back."""

import json
import re
from typing import Any

from summittui.exchange.loading.loaded import LoadedRecords, Tick, check_number, decoded
from summittui.exchange.loading.recognising import FORMAT
from summittui.model import TABLES, InputError, Record, SourceId
from summittui.model.codec import InvalidRecord, record_from_plain
from summittui.model.text import clip, safe

VERSION = 1
_ID = r'"id"\s*:'
"""The key of each record, and of a quote that it proposes; in a text the quotation marks would be escaped."""
_HALF = r"\\u[dD][89a-fA-F]"


def read_library(content: bytes, tick: Tick) -> LoadedRecords:
    """Return the records and the texts of a library file.

    Raises:
        InputError: It is no such file, is of a later version, or a record is not sound.
    """
    text = decoded(content)
    check_number(sum(1 for _ in re.finditer(_ID, text)) // 2)
    plain = read_json(text)
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise InputError(
            f'it is no library: its "format" is not "{FORMAT}"; give one that `export --format json` wrote'
        )
    if plain.get("version") != VERSION:
        raise InputError(
            f"its version is {clip(safe(str(plain.get('version'))), 20)}, and this program reads {VERSION};"
            " load it with another version of summittui"
        )
    tables, texts = plain.get("records", {}), plain.get("texts", {})
    unknown = sorted({*plain} - {"format", "version", "program", "records", "texts"})
    unknown += sorted({*tables} - {*TABLES}) if isinstance(tables, dict) else ["records"]
    if unknown:
        raise InputError(f"{clip(safe(unknown[0]), 60)!r} is no part of a library; remove it")
    if not isinstance(texts, dict):
        raise InputError("its texts must be a table of texts by the ids of their sources; correct it")
    if other := [id_ for id_, text in texts.items() if not isinstance(text, str)]:
        raise InputError(f"what stands as the text of {clip(safe(other[0]), 60)!r} is no text; correct it")
    return LoadedRecords(records=_records(tables, tick), texts={SourceId(id_): text for id_, text in texts.items()})


def _records(tables: dict[str, Any], tick: Tick) -> tuple[Record, ...]:
    found: list[Record] = []
    for table, type_ in TABLES.items():
        rows = tables.get(table, [])
        if not isinstance(rows, list):
            raise InputError(f"{table} must be a list of records; correct it")
        check_number(len(found) + len(rows))
        for number, row in enumerate(rows, 1):
            found.append(sound_record(type_, row, f"record {number:,} of {table}"))
            tick(len(found))
    return tuple(found)


def sound_record(type_: type[Record], plain: Any, place: str) -> Record:
    """Return a record of plain values.

    Args:
        type_: The type of the record.
        plain: The values by the names of their fields.
        place: Where it stands in the file, in words.

    Raises:
        InputError: It is none; says where and why.
    """
    if not isinstance(plain, dict):
        shown = clip(safe(json.dumps(plain)), 60)
        raise InputError(f"{place} must be a table of fields, not {shown}; correct it")
    try:
        return record_from_plain(type_, plain)
    except InvalidRecord as error:
        raise InputError(f"{place}: {error}") from None


def read_json(text: str, *, line: int = 0) -> Any:
    """Return what a JSON text says.

    Args:
        text: The text.
        line: The number of its first line, where it is one line of a file.

    Raises:
        InputError: It is broken off, or is no JSON.
    """
    try:
        plain = json.loads(text)
    except json.JSONDecodeError as error:
        at = f"line {line or error.lineno:,}, column {error.colno:,}"
        is_cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        why = "it is broken off" if is_cut else "it is no JSON"
        raise InputError(f"{why} ({at}); give the whole file as it was written") from None
    except (RecursionError, ValueError):
        where = f" (line {line:,})" if line else ""
        why = "it is nested too deeply, or a number in it is too long"
        raise InputError(f"{why}, for a file of records{where}; correct it") from None
    if half := re.search(_HALF, text):
        try:
            json.dumps(plain, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            at = f"line {(line or 1) + text.count(chr(10), 0, half.start()):,} or below"
            raise InputError(f"a text holds half a character (a lone surrogate; {at}); write it anew") from None
    return plain
