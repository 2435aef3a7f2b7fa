r"""JSON: lossless, and harmless where it is shown, for whatever could drive a terminal is written as \uXXXX."""

import json
import re
from collections.abc import Sequence
from typing import Any

from summittui.exchange.plain import plain_comparison, to_plain
from summittui.library import Library
from summittui.library.answers.side_by_side import Comparison
from summittui.model import Record

UNSAFE = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
"""The code points that could drive a terminal or reorder a line, and halves of characters."""


def to_json(value: Any) -> str:
    """Return a value of the model, or plain values, as indented JSON with a line break at the end."""
    return json_text(to_plain(value), indent=2) + "\n"


def json_text(plain: Any, indent: int | None = None) -> str:
    """Return plain values as JSON, on one line where `indent` is None."""
    return UNSAFE.sub(_escaped, json.dumps(plain, ensure_ascii=False, indent=indent))


def records_to_json(records: Sequence[Record]) -> str:
    """Return records as a JSON list; the keys are the fields' names, defaults included."""
    return to_json(tuple(records))


def comparison_to_json(library: Library, comparison: Comparison) -> str:
    """Return a comparison as JSON: columns, and rows with a cell for each column."""
    return to_json(plain_comparison(library, comparison))


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]
