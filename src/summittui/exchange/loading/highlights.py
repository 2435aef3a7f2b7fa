"""Highlights of Taguette (CSV): a row for each tag of a highlight, with its words and the name of its document."""

import csv
import io

from msgspec.structs import replace

from summittui.exchange.loading.loaded import Loaded, Marked, Tick, check_number, decoded
from summittui.model import InputError

HEADINGS = frozenset({"id", "document", "tag", "content"})


def read_highlights(content: bytes, tick: Tick) -> Loaded:
    """Return the highlights, each with all of its tags; the session finds their words in a text.

    Raises:
        InputError: A row has more or fewer cells than there are columns, or is no CSV.
    """
    rows = csv.DictReader(io.StringIO(decoded(content), newline=""), strict=True)
    found: dict[tuple[str, str, str], Marked] = {}
    try:
        for number, row in enumerate(rows, 1):
            check_number(number)
            tick(number)
            if None in row or None in row.values():
                raise InputError(f"line {rows.line_num:,} has more or fewer cells than there are columns")
            key = (row["id"], row["document"], row["content"])
            one = found.get(key) or Marked(number=len(found) + 1, document=row["document"], exact=row["content"])
            tag = row["tag"].strip()
            found[key] = replace(one, tags=(*one.tags, tag)) if tag and tag not in one.tags else one
    except csv.Error as error:
        raise InputError(f"line {rows.line_num:,} is no CSV ({error}); give the whole file as written") from None
    return Loaded(records=(), marked=tuple(found.values()))
