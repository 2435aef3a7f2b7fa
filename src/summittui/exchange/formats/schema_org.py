"""schema.org: quotes as `Quotation`, reported speech as `Claim`, in JSON-LD."""

from collections.abc import Sequence
from typing import Any

from summittui.exchange.as_json import json_text
from summittui.exchange.formats.format import Written, counted_loss, text
from summittui.exchange.plain import filled
from summittui.library import Library
from summittui.model import Actor, ActorKind, Quote, QuoteKind, Source
from summittui.present.attribution import doubt_words, manner
from summittui.present.note import memo_of

_TYPES = {ActorKind.PERSON: "Person", ActorKind.STATE: "Country"}


def write_schema_org(library: Library, quotes: Sequence[Quote]) -> Written:
    """Write one graph; words that are nobody's wording but the source's are a `Claim` of who is reported."""
    graph = [_node(library, quote) for quote in quotes]
    reported = sum(quote.kind is QuoteKind.INDIRECT for quote in quotes)
    document = {"@context": "https://schema.org", "@graph": graph}
    losses = counted_loss(
        reported, "reported quote stands as a claim in our words", "reported quotes stand as claims in our words"
    )
    return text(lambda: (json_text(document, indent=2), "\n"), losses)


def _node(library: Library, quote: Quote) -> dict[str, Any]:
    indirect = quote.kind is QuoteKind.INDIRECT
    source, memo = library.source(quote.source), memo_of(library, quote)
    return filled(
        {
            "@type": "Claim" if indirect else "Quotation",
            "@id": f"urn:summittui:quote:{quote.id}",
            "text": quote.gist if indirect else quote.exact,
            "abstract": None if indirect else quote.gist,
            "claimInterpreter" if indirect else "spokenByCharacter": [
                _party(library, speaker) for speaker in quote.speakers
            ],
            "appearance" if indirect else "isPartOf": _work(source),
            "provider": _party(library, quote.passed_on_by) if quote.passed_on_by else None,
            "dateCreated": quote.date,
            "comment": {"@type": "Comment", "text": memo} if memo else None,
            "description": "; ".join(filter(None, (manner(quote.kind), doubt_words(quote.doubt, "")))),
        }
    )


def _party(library: Library, id_: str) -> dict[str, Any]:
    actor = library.find(id_)
    type_ = _TYPES.get(actor.kind, "Organization") if isinstance(actor, Actor) else "CreativeWork"
    return {"@type": type_, "@id": f"urn:summittui:{id_}", "name": library.name(id_)}


def _work(source: Source) -> dict[str, Any]:
    return filled(
        {
            "@type": "Article",
            "@id": f"urn:summittui:source:{source.id}",
            "name": source.title,
            "publisher": {"@type": "Organization", "name": source.outlet},
            "datePublished": source.published,
            "inLanguage": source.language,
            "url": source.url,
        }
    )
