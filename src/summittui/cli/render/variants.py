"""The variants of an utterance as text: each with who, where and what only one of them has."""

from collections.abc import Iterator

from summittui.library import Library
from summittui.library.citation import citation
from summittui.library.variants import Variant, Variants, differences, marked


def shown_variants(library: Library, variants: Variants) -> Iterator[str]:
    """Yield the lines of an utterance and its variants; that they report the same is how they were recorded."""
    yield f"utterance: {variants.utterance}, in {len(variants.others) + 1} quotes"
    yield ""
    yield f"{variants.base.kind}: {citation(library, variants.base)} [{variants.base.id}]"
    for variant in variants.others:
        yield ""
        yield f"{variant.quote.kind}: {citation(library, variant.quote)} [{variant.quote.id}]"
        if variant.turned:
            yield f"  manner: {variant.turned}"
        yield f"  compared: {variant.compared}"
        yield from _changes(variant)


def _changes(variant: Variant) -> Iterator[str]:
    yield f"  word by word: {marked(variant)}"
    found = differences(variant)
    if not variant.pieces:
        return
    if not found:
        yield "  no word differs"
    elif variant.in_their_words:
        yield from (f"  {name}: {'; '.join(words)}" for name, words in found.items())
    else:
        yield "  a difference of our own words is no difference of theirs"
