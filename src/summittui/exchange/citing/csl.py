"""CSL-JSON (csl-data.json 1.0.2): an item for the source of each citation, what is cited in its note.

The author of an item is that of the source; who is quoted in it is the original author, and the note says via whom.
"""

from collections.abc import Iterable
from typing import Any

from summittui.exchange.as_json import to_json
from summittui.exchange.citing.cited import Cited, Locator
from summittui.exchange.citing.words import without_locators
from summittui.library import Library
from summittui.model import Actor, ActorKind, Declaration, Source, SourceKind


def csl_json(library: Library, found: Iterable[Cited]) -> str:
    """Return citations as a JSON list of CSL items; no character is altered."""
    return to_json(csl_items(library, found))


def csl_items(library: Library, found: Iterable[Cited]) -> list[dict[str, Any]]:
    """Return the CSL items of citations: one for each source, and one for a declaration that is cited itself."""
    return [item for one in found for item in _items(library, one)]


def named_author(library: Library, source: Source) -> str:
    """Return the author of a source where it names one, else nothing; an author of the kind `author` is unnamed."""
    author = library.find(source.author) if source.author else None
    return author.name if isinstance(author, Actor) and author.kind is not ActorKind.AUTHOR else ""


def _items(library: Library, one: Cited) -> list[dict[str, Any]]:
    if one.document:
        return [_document(one, one.document)]
    several = len(one.locators) > 1
    return [
        _item(library, one, locator, f"{one.id}-{locator.source.id}" if several else one.id) for locator in one.locators
    ]


def _item(library: Library, one: Cited, locator: Locator, id_: str) -> dict[str, Any]:
    source, author = locator.source, named_author(library, locator.source)
    return _filled(
        {
            "id": id_,
            "type": _type(source),
            "title": source.title,
            "container-title": source.outlet,
            "author": _names(author),
            "original-author": _names(one.speaker),
            "issued": _date(source.published),
            "language": source.language,
            "URL": source.url,
            "note": _note(one, locator),
        }
    )


def _document(one: Cited, declaration: Declaration) -> dict[str, Any]:
    return _filled(
        {
            "id": one.id,
            "type": "document",
            "title": declaration.title,
            "genre": declaration.kind,
            "issued": _date(declaration.date),
            "URL": declaration.url,
            "note": _note(one, None),
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


def _note(one: Cited, locator: Locator | None) -> str:
    paragraph = f"¶{locator.paragraph}" if locator and locator.paragraph else ""
    return without_locators(one, ", ".join(filter(None, (paragraph, locator.offsets if locator else ""))))


def _filled(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if value}
