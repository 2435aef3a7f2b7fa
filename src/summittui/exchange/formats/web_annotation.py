"""W3C Web Annotation (Recommendation of 2017) in JSON-LD: a quote is an annotation of its passage."""

from collections.abc import Iterable, Sequence
from typing import Any

from summittui.exchange.as_json import json_text
from summittui.exchange.formats.format import Written, counted_loss, text
from summittui.exchange.plain import to_plain
from summittui.library import Library
from summittui.model import Quote, Selector, Source
from summittui.model.dates import first_day
from summittui.present.note import memo_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN = {"summittui": "urn:summittui:terms:"}
"""The extension context, under which a quote is carried whole."""
AROUND = 32
"""Code points of the text before and behind a passage that a selector carries."""


def write_web_annotations(library: Library, quotes: Sequence[Quote]) -> Written:
    """Write an annotation collection; positions count code points, half-open, as the Recommendation asks.

    Words that are not quoted, and those around a passage, are carried only where the text is attached.
    """
    placed = [quote for quote in quotes if quote.spans]
    document = {
        "@context": [CONTEXT, OWN],
        "id": "urn:summittui:annotations",
        "type": "AnnotationCollection",
        "total": len(placed),
        "first": {
            "id": "urn:summittui:annotations:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [_annotation(library, quote) for quote in placed],
        },
    }
    missing = counted_loss(len(quotes) - len(placed), "quote has no place", "quotes have no place and are left out")
    return text(lambda: (json_text(document, indent=2), "\n"), missing)


def _annotation(library: Library, quote: Quote) -> dict[str, Any]:
    return {
        "id": f"urn:summittui:quote:{quote.id}",
        "type": "Annotation",
        "motivation": ["identifying", "classifying"],
        "body": list(_bodies(library, quote)),
        "target": [_target(library, library.source(quote.source), span) for span in quote.spans],
        "summittui:quote": {"@type": "@json", "@value": to_plain(quote)},
    }


def _bodies(library: Library, quote: Quote) -> Iterable[dict[str, Any]]:
    for speaker in quote.speakers:
        yield _tag("identifying", speaker, library.name(speaker))
    for stance in quote.stances:
        yield _tag("classifying", stance.issue, f"{stance.stance}: {library.name(stance.issue)}")
    if quote.gist:
        yield {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": quote.gist}
    if memo := memo_of(library, quote):
        yield {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": memo}


def _tag(purpose: str, id_: str, name: str) -> dict[str, Any]:
    """Return a body that names a record."""
    return {"type": "TextualBody", "purpose": purpose, "value": name, "summittui:record": id_}


def _target(library: Library, source: Source, span: Selector) -> dict[str, Any]:
    attached = library.text(source.id)
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": span.start, "end": span.end}]
    quoted = _quoted(span, attached)
    if quoted:
        selectors.insert(0, {"type": "TextQuoteSelector", **quoted})
    target: dict[str, Any] = {"source": source.url or f"urn:summittui:source:{source.id}", "selector": selectors}
    if source.published:
        target["state"] = {"type": "TimeState", "sourceDate": _instant(source.published)}
    return target


def _quoted(span: Selector, attached: str | None) -> dict[str, str]:
    """Return the words of a passage, with those around it where the text is attached."""
    if attached is None or len(attached) < span.end:
        return {"exact": span.exact} if span.exact else {}
    return {
        "exact": attached[span.start : span.end],
        "prefix": attached[max(0, span.start - AROUND) : span.start],
        "suffix": attached[span.end : span.end + AROUND],
    }


def _instant(date: str) -> str:
    """Return the first instant of a partial date, as xsd:dateTime."""
    return f"{first_day(date)}T00:00:00Z"
