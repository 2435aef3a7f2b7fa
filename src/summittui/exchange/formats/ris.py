"""RIS: a reference for each source, its quotes as notes (tags as Zotero and EndNote read them)."""

from collections.abc import Iterator, Sequence

from summittui.exchange.citing.contents import cite
from summittui.exchange.citing.csl import named_author
from summittui.exchange.citing.words import joined, without_locators
from summittui.exchange.formats.format import Written, text
from summittui.library import Library
from summittui.model import Quote, Source, SourceKind
from summittui.present.note import memo_words

_TYPES = {SourceKind.ARTICLE: "NEWS", SourceKind.DIGEST: "NEWS", SourceKind.DECLARATION: "GOVDOC"}


def write_ris(library: Library, quotes: Sequence[Quote]) -> Written:
    """Write the sources of quotes, each with its quotes; a line break in a value becomes a blank, as RIS requires."""
    by_source: dict[str, list[Quote]] = {}
    for quote in quotes:
        by_source.setdefault(quote.source, []).append(quote)
    lines = [
        f"{tag}  - {' '.join(value.split())}".rstrip() + "\r\n"
        for id_, own in by_source.items()
        for tag, value in _reference(library, library.source(id_), own)
    ]
    return text(lambda: lines)


def _reference(library: Library, source: Source, quotes: Sequence[Quote]) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(source.kind, "ELEC" if source.url else "GEN")
    yield "ID", source.id
    published = (source.published or "").split("-")
    tagged = {
        "TI": source.title,
        "T2": source.outlet,
        "AU": named_author(library, source),
        "PY": published[0],
        "DA": "/".join([*published, "", "", ""][:3]) + "/" if published[0] else "",
        "LA": source.language,
        "UR": source.url,
    }
    yield from ((tag, value) for tag, value in tagged.items() if value)
    for quote in quotes:
        yield "N1", joined(without_locators(cite(library, quote)), memo_words(library, quote))
    yield "ER", ""
