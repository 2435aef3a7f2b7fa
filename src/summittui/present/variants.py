"""The wording of the variants of an utterance: each with who, where and what only one of them has."""

from collections.abc import Iterable, Iterator

from summittui.library import Library
from summittui.library.answers.variants import Change, Piece, Variant, Variants, differences, marked
from summittui.model import Quote
from summittui.model.text import counted
from summittui.present.attribution import (
    citation,
    doubt_words,
    said_and_published,
    speaker_name,
    via_name,
    wording,
)
from summittui.present.line import Line, labelled
from summittui.present.quote import attribution_chain, content, kind_words
from summittui.present.source import outlet_label
from summittui.present.table import Table

NOTATION = "[-first only-] {+other only+}"
"""The notation of a word difference."""
_NOT_THEIRS = "a difference of our own words is no difference of theirs"


def variants_lines(library: Library, variants: Variants) -> Iterator[Line]:
    """Yield the lines of an utterance and its variants; that they report the same is how they were recorded."""
    yield labelled("utterance", f"{variants.utterance}, in {counted(len(variants.others) + 1, 'quote')}")
    yield Line()
    yield _cited(library, variants.base)
    for variant in variants.others:
        yield Line()
        yield _cited(library, variant.quote)
        if variant.turned:
            yield Line("  ", labelled("manner", variant.turned))
        yield Line("  ", labelled("compared", variant.compared))
        yield from _changes(variant)


def _cited(library: Library, quote: Quote) -> Line:
    return labelled(quote.kind, citation(library, quote), (f" [{quote.id}]", "source"))


def _changes(variant: Variant) -> Iterator[Line]:
    yield Line("  ", labelled("word by word", marked(variant)))
    found = differences(variant)
    if not variant.pieces:
        return
    if not found:
        yield Line("  no word differs")
    elif variant.in_their_words:
        yield from (Line("  ", labelled(name, "; ".join(words))) for name, words in found.items())
    else:
        yield Line(f"  {_NOT_THEIRS}")


def variant_paragraphs(library: Library, variants: Variants, id_: str) -> list[Line]:
    """Return one variant word by word against the base; for the base itself, all others against it."""
    if id_ == variants.base.id:
        lines = _attributed(library, variants.base)
        for variant in variants.others:
            lines += [Line(), Line((library.name(variant.quote.source), "source")), *_difference(variant)]
        return lines
    variant = next(each for each in variants.others if each.quote.id == id_)
    lines = [*_difference(variant), Line(), *_attributed(library, variant.quote)]
    if variant.quote.doubt:
        lines.append(Line((doubt_words(variant.quote.doubt, ""), "doubt")))
    return [*lines, Line(), Line(("Compared with", "heading")), content(variants.base), kind_words(variants.base)]


def _attributed(library: Library, quote: Quote) -> list[Line]:
    return [content(quote), kind_words(quote), *attribution_chain(library, quote)]


def _difference(variant: Variant) -> list[Line]:
    manner = variant.turned or "the same manner of quoting"
    whose = Line((f"compared: {variant.compared}", "apparatus" if variant.in_their_words else "doubt"))
    if not variant.pieces:
        return [Line((marked(variant), "doubt")), Line((manner, "apparatus")), whose]
    told = _counts(variant) if variant.in_their_words else _NOT_THEIRS
    shown = word_difference(variant.pieces, "words" if variant.in_their_words else "reported")
    return [shown, Line((f"{manner} · {told}", "apparatus")), whose]


def word_difference(pieces: Iterable[Piece], role: str = "words") -> Line:
    """Return which words both have: those of the first alone as `[-…-]`, those of the other alone as `{+…+}`.

    Args:
        pieces: The runs of words.
        role: The role of the words that stayed.
    """
    parts = [part for part in (_piece(piece, role) for piece in pieces) if part]
    return Line(*(part for at, each in enumerate(parts) for part in ((" ", each) if at else (each,))))


def _piece(piece: Piece, role: str) -> Line:
    if piece.change is Change.SAME:
        return Line((piece.now, role))
    cut = (f"[-{piece.was}-]" if piece.was else "", "problem")
    return Line(cut, ("{+" + piece.now + "+}" if piece.now else "", "agree"))


def _counts(variant: Variant) -> str:
    """Return how many words both have, and how many only one of them."""
    both = first = other = 0
    for piece in variant.pieces:
        if piece.change is Change.SAME:
            both += len(piece.now.split())
        else:
            first += len(piece.was.split())
            other += len(piece.now.split())
    names = variant.names
    return f"words in both {both}, only in {names[0]} {first}, only in {names[1]} {other}"


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
    place = outlet_label(library.source(quote.source))
    who, via = speaker_name(library, quote), via_name(library, quote)
    return wording(quote), who, quote.kind.value, place, via, said_and_published(library, quote), quote.doubt or ""
