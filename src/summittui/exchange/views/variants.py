"""The variants of an utterance as a table, each with the difference word by word, where they have enough in common."""

from typing import Any

from summittui.exchange.plain import full
from summittui.library import Library
from summittui.library.answers.variants import Variants, marked


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
