"""The format of a file, by its content and not by its name."""

import csv
import io
import re
from enum import StrEnum

from summittui.exchange.loading.highlights import HEADINGS as HIGHLIGHTS
from summittui.exchange.loading.loaded import decoded
from summittui.model import InputError

FORMAT = "summittui library"
"""The value of `format` in the JSON of a whole library."""
_HEAD = 4096
"""Characters at which a text file is recognised."""

_OTHER_SIGNS = {";": "semicolons", "\t": "tabs", "|": "bars"}
"""The signs between cells that CSV does not have, by which its columns are set apart all the same."""
_XML = b"(?:\xef\xbb\xbf)?\\s*<|\xff\xfe<\\0|\xfe\xff\\0<"
"""The beginning of XML, which states its own encoding; also in UTF-16."""
_ANNOTATED = ('"@context"', '"selector"', '"annotations"', '"rows"')
"""Keys that stand at the head of annotations: W3C, one alone, the export and the API of Hypothesis."""


class LoadFormat(StrEnum):
    """A format that can be loaded."""

    LIBRARY = "library (JSON)"
    JSON_LINES = "quotes (JSON Lines)"
    WEB_ANNOTATION = "annotations (W3C Web Annotation)"
    HIGHLIGHTS = "highlights (CSV of Taguette)"
    QUOTES_CSV = "quotes (CSV)"
    QDPX = "REFI-QDA project"
    QDC = "REFI-QDA codebook"
    CODEBOOK_CSV = "codebook (CSV)"
    CODEBOOK_YAML = "codebook (YAML of qualitative-coding)"


def recognise(content: bytes) -> LoadFormat:
    """Return the format of a file.

    Raises:
        InputError: It is in none that can be loaded.
    """
    if content.startswith(b"PK\x03\x04"):
        return LoadFormat.QDPX
    if re.match(_XML, content):
        return LoadFormat.QDC
    head = decoded(content[: _HEAD - 1] if content.isascii() else content)[:_HEAD].lstrip()
    if not head:
        raise InputError("it is empty; give a file with records")
    if head.startswith("["):
        return LoadFormat.WEB_ANNOTATION
    if head.startswith("{"):
        return _json(head)
    if re.match(r"(#.*\n|---\s*\n|\s)*- ", head):
        return LoadFormat.CODEBOOK_YAML
    return _csv(head)


def _json(head: str) -> LoadFormat:
    if f'"{FORMAT}"' in head:
        return LoadFormat.LIBRARY
    return LoadFormat.WEB_ANNOTATION if any(word in head for word in _ANNOTATED) else LoadFormat.JSON_LINES


def _csv(head: str) -> LoadFormat:
    found = _by_headings(head, ",")
    if found:
        return found
    if name := next((name for sign, name in _OTHER_SIGNS.items() if _by_headings(head, sign)), None):
        raise InputError(f"its columns are set apart by {name}; save it with commas, as CSV has them")
    known = "a library (JSON), quotes (JSON Lines, CSV), annotations, a REFI project or a codebook (.qdc, CSV, YAML)"
    raise InputError(f"its format is not known; give {known}")


def _by_headings(head: str, sign: str) -> LoadFormat | None:
    """Return the format of a table whose columns are set apart by a sign, by its headings; None for no known one."""
    try:
        first = next(csv.reader(io.StringIO(head, newline=""), delimiter=sign), [])
    except csv.Error:
        first = []
    headings = {heading.strip().casefold() for heading in first}
    if {"id", "source", "kind"} <= headings:
        return LoadFormat.QUOTES_CSV
    if headings == HIGHLIGHTS:
        return LoadFormat.HIGHLIGHTS
    return LoadFormat.CODEBOOK_CSV if headings & {"name", "code", "tag"} else None
