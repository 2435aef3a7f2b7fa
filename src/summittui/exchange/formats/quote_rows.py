"""CSV with a row for each quote: exact (RFC 4180), and a form that a spreadsheet opens without running a cell."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from summittui.exchange.formats.format import BATCH, Written, batched, text
from summittui.exchange.plain import to_plain
from summittui.exchange.quote_names import quote_names
from summittui.library import Library
from summittui.model import Quote
from summittui.present.attribution import paragraph_of

BOM = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
"""First characters of a cell that a spreadsheet takes for a formula (OWASP, CSV injection), and the mark itself."""
HEADINGS = (
    *("id", "kind", "speaker", "joint_speakers", "speaker_name", "role", "words", "gist", "cue", "via", "via_name"),
    *("source", "outlet", "title", "published", "url", "paragraph", "spans", "quoted_spans", "about", "occasion"),
    *("date", "utterance", "stances", "doubt", "note", "memo"),
)


def write_csv(library: Library, quotes: Sequence[Quote]) -> Written:
    """Write quotes with all their metadata, lines ended by CR LF; not one character is altered."""
    return text(lambda: _csv(chain([HEADINGS], _rows(library, quotes))))


def write_spreadsheet(library: Library, quotes: Sequence[Quote]) -> Written:
    """Write quotes with a byte order mark; an apostrophe before a cell that would be a formula keeps it a text.

    Taking one apostrophe away from each cell that begins with one gives the original characters.
    """
    return text(lambda: chain([BOM], _csv(chain([HEADINGS], _harmless_rows(library, quotes)))))


def _harmless_rows(library: Library, quotes: Iterable[Quote]) -> Iterator[tuple[str, ...]]:
    return (tuple(map(_harmless, row)) for row in _rows(library, quotes))


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def unescaped(cell: str) -> str:
    """Return a cell of the form for spreadsheets without the apostrophe that keeps it a text."""
    return cell.removeprefix("'")


def _csv(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield rows as CSV, many at a time."""
    for some in batched(rows, BATCH):
        out = io.StringIO(newline="")
        csv.writer(out).writerows(some)
        yield out.getvalue()


def _rows(library: Library, quotes: Iterable[Quote]) -> Iterable[tuple[str, ...]]:
    for quote in quotes:
        yield tuple(quote_cells(library, quote).values())


def quote_cells(library: Library, quote: Quote) -> dict[str, str]:
    """Return the cells of a quote in CSV by their headings, in order."""
    row = quote_row(library, quote)
    return {heading: _cell(row[heading]) for heading in HEADINGS}


def quote_row(library: Library, quote: Quote) -> dict[str, Any]:
    """Return a quote with the names behind its ids, by the headings of `HEADINGS`; a missing value is None."""
    note = library.note_on(quote.id)
    return {
        **{name: getattr(quote, name) for name in HEADINGS if name in Quote.__struct_fields__},
        "id": quote.id,
        "words": quote.exact,
        "cue": [[span.start, span.end] for span in quote.cue],
        **quote_names(library, quote),
        "paragraph": paragraph_of(library, quote),
        "spans": [[span.start, span.end] for span in quote.spans],
        "quoted_spans": [[span.start, span.end] for span in quote.quoted],
        "joint_speakers": list(quote.joint_speakers),
        "about": list(quote.about),
        "stances": to_plain(quote.stances),
        "memo": note.memo if note else None,
    }


def _cell(value: Any) -> str:
    if value is None or value == []:
        return ""
    return str(value) if isinstance(value, str | int) else json.dumps(value, ensure_ascii=False)
