"""JSON Lines: a quote with all its fields a line, the names behind its ids beside them."""

from collections.abc import Sequence

from summittui.exchange.as_json import json_text
from summittui.exchange.formats.format import Written, text
from summittui.exchange.formats.quote_rows import quote_row
from summittui.exchange.plain import to_plain
from summittui.library import Library
from summittui.model import Quote


def write_json_lines(library: Library, quotes: Sequence[Quote]) -> Written:
    """Write each quote as one JSON object; offsets count code points, half-open."""
    return text(lambda: (json_text({**to_plain(quote), **_names(library, quote)}) + "\n" for quote in quotes))


def _names(library: Library, quote: Quote) -> dict[str, object]:
    row = quote_row(library, quote)
    return {name: row[name] for name in ("speaker_name", "via_name", "outlet", "title", "published", "url", "memo")}
