"""The variants of an utterance as plain values, each with the difference word by word."""

from typing import Any

from summittui.exchange.plain import to_plain
from summittui.library import Library
from summittui.library.answers.variants import Variants, marked


def plain_variants(library: Library, variants: Variants) -> dict[str, Any]:
    """Return the first quote and the others in full, with the pieces of the word diff."""
    others = [
        to_plain(each) | {"difference": marked(each), "published": library.source(each.quote.source).published}
        for each in variants.others
    ]
    published = library.source(variants.base.source).published
    return {
        "utterance": variants.utterance,
        "base": to_plain(variants.base) | {"published": published},
        "others": others,
    }
