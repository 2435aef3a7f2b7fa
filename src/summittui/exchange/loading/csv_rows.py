"""Rows of CSV files: every fault of the form is one sentence with its line."""

import contextlib
import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from summittui.exchange.loading.loaded import Tick, check_number, decoded
from summittui.model import InputError
from summittui.model.text import clip, safe

_FIELD_SIZE = 10_000_000
"""Characters of the longest cell."""


def csv_rows(
    content: bytes, tick: Tick, check: Callable[[Sequence[str]], None] = lambda _: None
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row by its headings, with the number of its last line.

    Args:
        content: The file.
        tick: Called with the number of each row.
        check: Called with the headings before the first row; what it raises ends the reading.

    Raises:
        InputError: It is no CSV, a heading stands twice, or a row has more or fewer cells than there are headings.
    """
    csv.field_size_limit(_FIELD_SIZE)
    text = decoded(content)
    _require_few(text)
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        headings = rows.fieldnames or ()
        twice = next((name for name, count in Counter(headings).items() if count > 1), None)
        if twice is not None:
            raise InputError(f"the column {clip(safe(twice), 60)!r} stands twice; keep one of them")
        check(headings)
        for number, row in enumerate(rows, 1):
            check_number(number)
            tick(number)
            if None in row or None in row.values():
                raise InputError(f"line {rows.line_num:,} has more or fewer cells than there are columns; correct it")
            yield rows.line_num, row
    except csv.Error as error:
        at = f"the row that begins in line {rows.line_num + 1:,}"
        raise InputError(f"{at} is no CSV ({error}); give the whole file as written") from None


def _require_few(text: str) -> None:
    """Refuse a file with too many rows before any of them is read as a record; other faults are told there."""
    with contextlib.suppress(csv.Error):
        for number, _ in enumerate(csv.reader(io.StringIO(text, newline=""))):
            check_number(number)
