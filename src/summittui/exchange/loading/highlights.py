"""Highlights of Taguette (CSV): a row for each tag of a highlight, with its words and the name of its document."""

from msgspec.structs import replace

from summittui.exchange.loading.csv_rows import csv_rows
from summittui.exchange.loading.loaded import LoadedRecords, MarkedPassage, Tick

HEADINGS = frozenset({"id", "document", "tag", "content"})


def read_highlights(content: bytes, tick: Tick) -> LoadedRecords:
    """Return the highlights, each with all of its tags; the session finds their words in a text.

    Raises:
        InputError: A row has more or fewer cells than there are columns, or is no CSV.
    """
    found: dict[tuple[str, str, str], MarkedPassage] = {}
    for _, row in csv_rows(content, tick):
        key = (row["id"], row["document"], row["content"])
        one = found.get(key) or MarkedPassage(number=len(found) + 1, document=row["document"], exact=row["content"])
        tag = row["tag"].strip()
        found[key] = replace(one, tags=(*one.tags, tag)) if tag and tag not in one.tags else one
    return LoadedRecords(records=(), marked=tuple(found.values()))
