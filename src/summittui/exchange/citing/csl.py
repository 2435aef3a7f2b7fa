"""CSL-JSON (csl-data.json 1.0.2): an item for the source of each citation, what is cited in its note.

The author of an item is that of the source; who is quoted in it is the original author, and the note says via whom.
"""

from collections.abc import Iterable
from typing import Any

from summittui.exchange.as_json import to_json
from summittui.exchange.citing.citation import Citation, Locator
from summittui.exchange.citing.words import without_locators
from summittui.exchange.plain import filled
from summittui.library import Library
from summittui.model import Actor, ActorKind, Declaration, Source, SourceKind


def csl_json(library: Library, found: Iterable[Citation]) -> str:
    """Return citations as a JSON list of CSL items; no character is altered."""
    return to_json(csl_items(library, found))


def csl_items(library: Library, found: Iterable[Citation]) -> list[dict[str, Any]]:
    """Return the CSL items of citations: one for each source, and one for a declaration that is cited itself."""
    return [item for citation in found for item in _items(library, citation)]


def named_author(library: Library, source: Source) -> str:
    """Return the author of a source where it names one; empty else, as for an author of the kind `author`."""
    author = library.find(source.author) if source.author else None
    return author.name if isinstance(author, Actor) and author.kind is not ActorKind.AUTHOR else ""


def _items(library: Library, citation: Citation) -> list[dict[str, Any]]:
    if citation.document:
        return [_document(citation, citation.document)]
    several = len(citation.locators) > 1
    return [
        _item(library, citation, locator, f"{citation.id}-{locator.source.id}" if several else citation.id)
        for locator in citation.locators
    ]


def _item(library: Library, citation: Citation, locator: Locator, id_: str) -> dict[str, Any]:
    source, author = locator.source, named_author(library, locator.source)
    return filled(
        {
            "id": id_,
            "type": _type(source),
            "title": source.title,
            "container-title": source.outlet,
            "author": _names(author),
            "original-author": _names(citation.speaker),
            "issued": _date(source.published),
            "language": source.language,
            "URL": source.url,
            "note": _note(citation, locator),
        }
    )


def _document(citation: Citation, declaration: Declaration) -> dict[str, Any]:
    return filled(
        {
            "id": citation.id,
            "type": "document",
            "title": declaration.title,
            "genre": declaration.kind,
            "issued": _date(declaration.date),
            "URL": declaration.url,
            "note": _note(citation, None),
        }
    )


def _type(source: Source) -> str:
    if source.kind is SourceKind.ARTICLE:
        return "article-newspaper"
    return "webpage" if source.url else "document"


def _names(name: str) -> list[dict[str, str]]:
    """Return a name as it is worded: which part of it is the family's is not known."""
    return [{"literal": name}] if name else []


def _date(date: str | None) -> dict[str, list[list[int]]] | None:
    """Return a partial date with its precision kept: a year alone has one part."""
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else None


def _note(citation: Citation, locator: Locator | None) -> str:
    paragraph = f"¶{locator.paragraph}" if locator and locator.paragraph else ""
    return without_locators(citation, ", ".join(filter(None, (paragraph, locator.offsets if locator else ""))))
