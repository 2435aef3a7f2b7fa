"""The variants of an utterance as text: each with who, where and what only one of them has."""

from collections.abc import Iterator

from summittui.library import Library
from summittui.library.answers.variants import Variant, Variants, differences, marked
from summittui.model import Quote
from summittui.present.attribution import citation, speaker_name, wording
from summittui.present.table import Table
from summittui.present.tables import when


def variants_lines(library: Library, variants: Variants) -> Iterator[str]:
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


HEADINGS = ("variant", "words", "who", "kind", "source", "via", "when", "doubt", "turned", "compared", "difference")


def variants_table(library: Library, variants: Variants) -> Table:
    """Return the first quote, then each other with the words that only one of them has: `[-first-]`, `{+other+}`."""
    rows = [("first", *_quote(library, variants.base), "", "", "", variants.base.id)]
    rows += [_row(library, each) for each in variants.others]
    return Table((*HEADINGS, "record"), tuple(rows))


def _row(library: Library, variant: Variant) -> tuple[str, ...]:
    difference = (variant.turned or "", variant.compared.value, marked(variant))
    return ("other", *_quote(library, variant.quote), *difference, variant.quote.id)


def _quote(library: Library, quote: Quote) -> tuple[str, ...]:
    source = library.source(quote.source)
    place = f"{source.outlet} ({source.id})"
    who, via = speaker_name(library, quote), library.name(quote.via)
    return wording(quote), who, quote.kind.value, place, via, when(library, quote), quote.doubt or ""
