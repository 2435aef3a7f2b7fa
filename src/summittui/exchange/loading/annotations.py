"""Annotations of texts: W3C Web Annotation as this program or another writes it, Hypothesis, Recogito.

Annotations of this program carry their quote whole. Of all others a passage is taken, by its words (TextQuoteSelector)
and its position (TextPositionSelector), with its tags and comments; the session anchors it in a text of the library.
"""

from collections.abc import Iterator
from typing import Any

from summittui.exchange.loading.library_file import read_json, sound_record
from summittui.exchange.loading.loaded import LoadedRecords, MarkedPassage, Tick, check_number, decoded
from summittui.model import InputError, Note, Quote, Record, RecordId
from summittui.model.text import clip, safe

OWN = "summittui:quote"
_LISTS = ("items", "rows", "annotations", "@graph")
"""The keys of the annotations in a collection: W3C, the API and the export of Hypothesis, JSON-LD."""
_TAGGING = frozenset({"tagging", "classifying"})
_DEEPEST = 20
"""The most selectors that refine each other."""


def read_annotations(content: bytes, tick: Tick) -> LoadedRecords:
    """Return the quotes and memos of this program's annotations, and the passages that others mark.

    Raises:
        InputError: It holds no annotations.
    """
    records: list[Record] = []
    marked: list[MarkedPassage] = []
    for number, item in enumerate(_items(read_json(decoded(content))), 1):
        check_number(number)
        tick(number)
        carried = item.get(OWN) if isinstance(item, dict) else None
        quote = carried.get("@value") if isinstance(carried, dict) else None
        if isinstance(quote, dict):
            plain = {name: value for name, value in quote.items() if name != "exact"}
            records += quote_and_memo(plain, _comment(item), f"annotation {number:,}")
        else:
            marked += _marked(number, item)
    return LoadedRecords(records=tuple(records), marked=tuple(marked))


def quote_and_memo(plain: dict[str, Any], memo: Any, place: str) -> Iterator[Record]:
    """Yield a quote, and a note with the memo that stands beside it.

    Raises:
        InputError: It is no sound quote; says where it stands in the file.
    """
    quote = sound_record(Quote, plain, place)
    yield quote
    if memo:
        yield Note(id=f"note-{quote.id}", about=RecordId(quote.id), memo=str(memo))


def _items(plain: Any) -> list[Any]:
    if isinstance(plain, dict) and _of(plain, "target") is not None and not any(name in plain for name in _LISTS):
        return [plain]
    page = plain.get("first", plain) if isinstance(plain, dict) else {"items": plain}
    items = next((page[name] for name in _LISTS if name in page), None) if isinstance(page, dict) else None
    if not isinstance(items, list):
        raise InputError("it holds no annotations; give an AnnotationCollection with its first page, or a list of them")
    return items


def _of(plain: Any, name: str) -> Any:
    """Return a value of an annotation, also as Open Annotation names it; None where it has none."""
    has = f"has{name.capitalize()}"
    return next((plain[key] for key in (name, f"oa:{name}", has, f"oa:{has}") if key in plain), None)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _marked(number: int, item: Any) -> Iterator[MarkedPassage]:
    """Yield the passages that an annotation marks, one for each target."""
    if not isinstance(item, dict):
        yield MarkedPassage(number=number)
        return
    tags = tuple(dict.fromkeys(_tags(item)))
    address = _text(item.get("uri"))
    for target in _listed(_of(item, "target")) or [None]:
        found: dict[str, Any] = {}
        selectors = _listed(_of(target, "selector")) if isinstance(target, dict) else []
        for selector in _selectors(selectors):
            found = {**_read(selector), **found}
        source = _of(target, "source") if isinstance(target, dict) else target
        yield MarkedPassage(
            number=number,
            source=_text(source.get("id") if isinstance(source, dict) else source) or address,
            tags=tags,
            comment=_comment(item),
            **found,
        )


def _selectors(found: list[Any], depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield selectors, those within a choice, and those that refine others."""
    for selector in found if depth < _DEEPEST else ():
        if isinstance(selector, dict):
            yield selector
            inner = [each for name in ("refinedBy", "items", "members") for each in _listed(_of(selector, name))]
            yield from _selectors(inner, depth + 1)


def _read(selector: dict[str, Any]) -> dict[str, Any]:
    """Return the words and the position that a selector gives; nothing of one of another kind."""
    read: dict[str, Any] = {name: _text(selector.get(name)) for name in ("exact", "prefix", "suffix")}
    read["exact"] = read["exact"] or _text(selector.get("quote"))
    start, end = selector.get("start"), selector.get("end")
    if type(start) is int and type(end) is int:
        read |= {"start": start, "end": end}
    return {name: value for name, value in read.items() if value != ""}


def _bodies(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the text of each body with its purpose."""
    for body in _listed(_of(item, "body")):
        if isinstance(body, dict):
            value = next((body[name] for name in ("value", "chars", "label") if isinstance(body.get(name), str)), "")
            yield str(body.get("purpose") or ""), value
        elif isinstance(body, str):
            yield "linking", body
    yield "", _text(item.get("bodyValue")) or _text(item.get("text"))


def _tags(item: dict[str, Any]) -> Iterator[str]:
    yield from (text.strip() for purpose, text in _bodies(item) if purpose in _TAGGING and text.strip())
    yield from (tag.strip() for tag in _listed(item.get("tags")) if isinstance(tag, str) and tag.strip())


def _comment(item: dict[str, Any]) -> str:
    """Return the comments of an annotation; of one of this program the memo."""
    own = {"commenting"} if OWN in item else {"", "commenting", "describing", "replying", "highlighting"}
    return "\n".join(text for purpose, text in _bodies(item) if purpose in own and text)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def shown(words: str) -> str:
    """Return the beginning of words of a file, made harmless for a sentence."""
    return clip(safe(words), 60)
