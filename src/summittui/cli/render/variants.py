"""The variants of an utterance as text: each with who, where and how it changed, word by word."""

from collections.abc import Iterator

from summittui.library import Library
from summittui.library.citation import citation
from summittui.library.variants import Change, Variant, Variants, marked


def shown_variants(library: Library, variants: Variants) -> Iterator[str]:
    """Yield the lines of an utterance and its variants; that they report the same is how they were recorded."""
    yield f"utterance: {variants.utterance}, in {len(variants.others) + 1} quotes"
    yield ""
    yield f"{variants.base.kind}: {citation(library, variants.base)} [{variants.base.id}]"
    for variant in variants.others:
        yield ""
        yield f"{variant.quote.kind}: {citation(library, variant.quote)} [{variant.quote.id}]"
        if variant.turned:
            yield f"  turned: {variant.turned}"
        yield f"  compared: {variant.compared}"
        yield from _changes(variant)


def _changes(variant: Variant) -> Iterator[str]:
    groups = {
        "cut": [piece.was for piece in variant.pieces if piece.change is Change.CUT],
        "added": [piece.now for piece in variant.pieces if piece.change is Change.ADDED],
        "changed": [f"{piece.was} → {piece.now}" for piece in variant.pieces if piece.change is Change.REPLACED],
    }
    yield f"  word by word: {marked(variant.pieces)}"
    if not any(groups.values()):
        yield "  no word differs"
    elif variant.in_their_words:
        yield from (f"  {name}: {'; '.join(words)}" for name, words in groups.items() if words)
    else:
        yield "  a change of our own words is no change of theirs"
