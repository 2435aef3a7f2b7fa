"""The names and the source behind the ids of a quote, as columns of every exported table and line of quotes."""

from summittui.library import Library
from summittui.model import Quote
from summittui.model.display_names import joined


def quote_names(library: Library, quote: Quote) -> dict[str, str | None]:
    """Return who speaks, via whom, and the source, by the heading of each; None where it is unknown."""
    source = library.source(quote.source)
    return {
        "speaker_name": joined([library.name(id_) for id_ in quote.speakers]) or None,
        "via_name": library.name(quote.via) or None,
        "outlet": source.outlet,
        "title": source.title,
        "published": source.published,
        "url": source.url,
    }
