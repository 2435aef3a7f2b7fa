"""The variants of an utterance as a table, each with the difference word by word, where they have enough in common."""

from typing import Any

from summittui.exchange.plain import full
from summittui.exchange.tables import Table, when
from summittui.library import Library
from summittui.library.citation import speaker_name, wording
from summittui.library.variants import Variant, Variants, marked
from summittui.model import Quote

HEADINGS = ("variant", "words", "who", "kind", "source", "via", "when", "doubt", "turned", "compared", "difference")


def variants_table(library: Library, variants: Variants) -> Table:
    """Return the first quote, then each other with the words that only one of them has: `[-first-]`, `{+other+}`."""
    rows = [("first", *_quote(library, variants.base), "", "", "", variants.base.id)]
    rows += [_row(library, each) for each in variants.others]
    return Table((*HEADINGS, "record"), tuple(rows))


def plain_variants(library: Library, variants: Variants) -> dict[str, Any]:
    """Return the first quote and the others in full, with the pieces of the word diff."""
    others = [
        full(each) | {"difference": marked(each), "published": library.source(each.quote.source).published}
        for each in variants.others
    ]
    published = library.source(variants.base.source).published
    return {
        "utterance": variants.utterance,
        "base": full(variants.base) | {"published": published},
        "others": others,
    }


def _row(library: Library, variant: Variant) -> tuple[str, ...]:
    difference = (variant.turned or "", variant.compared.value, marked(variant))
    return ("other", *_quote(library, variant.quote), *difference, variant.quote.id)


def _quote(library: Library, quote: Quote) -> tuple[str, ...]:
    source = library.source(quote.source)
    place = f"{source.outlet} ({source.id})"
    who, via = speaker_name(library, quote), library.name(quote.via)
    return wording(quote), who, quote.kind.value, place, via, when(library, quote), quote.doubt or ""
