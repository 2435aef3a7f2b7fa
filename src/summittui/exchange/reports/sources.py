"""The list of sources at the end of a report."""

from collections.abc import Iterable, Iterator

from summittui.exchange.citing.csl import named_author
from summittui.exchange.reports.report import Block, Heading, Inline, Link, Text, bullets, text
from summittui.library import Library
from summittui.model import Source
from summittui.present.line import Token
from summittui.present.source import digest_words, outlet_label, published_words


def source_blocks(library: Library, ids: Iterable[str]) -> Iterator[Block]:
    """Yield the sources with outlet, title, date, language, address and origin; nothing without any."""
    items = tuple(_source(library, library.source(id_)) for id_ in dict.fromkeys(ids))
    if items:
        yield Heading(2, text("Sources"))
        yield from bullets(items)


def _source(library: Library, source: Source) -> Text:
    author = named_author(library, source)
    title = Token(source.title, "title") if source.title else "untitled"
    parts: list[str | Inline] = [f"{outlet_label(source)}, ", title, f", {source.kind}"]
    parts.append(f", {published_words(source)}")
    parts.append(f", the date {source.published_note}" if source.published_note else "")
    parts.append(f", by {author}" if author else "")
    parts.append(f", language {source.language}" if source.language else "")
    parts += [", ", Link(source.url)] if source.url else []
    parts.append(f". A{digest_words(source)[1:]}" if source.digest_of else "")
    attached = "attached" if library.has_text(source.id) else "not attached"
    parts.append(f". Described from {source.described_from}" if source.described_from else "")
    parts.append(f". Its text is {attached}.")
    return text(*parts)
