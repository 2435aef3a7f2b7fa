"""The variants of an utterance: which words only one of them has, in colours and in brackets."""

from collections.abc import Iterable, Sequence

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.variants import Change, Piece, Variant, Variants, marked
from summittui.model import Quote
from summittui.present.signs import DOUBTFUL
from summittui.ui.render.line import line
from summittui.ui.render.quote import attribution_chain, content, kind_words
from summittui.ui.render.quote_row import quote_row
from summittui.ui.row_columns import RowColumns

NOTATION = "[-first only-] {+other only+}"
"""How the word difference is written."""


class VariantRows:
    """The quotes of one utterance, two lines each, the one the others are compared with first."""

    height = 2

    def __init__(self, library: Library, found: Variants) -> None:
        self._library = library
        self._quotes: Sequence[Quote] = (found.base, *(each.quote for each in found.others))

    def __len__(self) -> int:
        return len(self._quotes)

    def key(self, i: int) -> str:
        """Return the id of quote `i`."""
        return self._quotes[i].id

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the two lines of quote `i`."""
        return quote_row(self._library, self._quotes[i], width, RowColumns())


def variant_detail(library: Library, found: Variants, id_: str) -> list[Text]:
    """Return one variant word by word against the base; for the base itself, all others against it."""
    if id_ == found.base.id:
        lines = [content(found.base), kind_words(found.base), *attribution_chain(library, found.base)]
        for variant in found.others:
            lines += [Text(), line((library.name(variant.quote.source), "source")), *_difference(variant)]
        return lines
    variant = next(each for each in found.others if each.quote.id == id_)
    lines = [*_difference(variant), Text(), content(variant.quote), kind_words(variant.quote)]
    lines += attribution_chain(library, variant.quote)
    if variant.quote.doubt:
        lines.append(line((f"{DOUBTFUL}: {variant.quote.doubt}", "doubt")))
    return [*lines, Text(), line(("Compared with", "heading")), content(found.base), kind_words(found.base)]


def _difference(variant: Variant) -> list[Text]:
    manner = variant.turned or "the same manner of quoting"
    whose = line((f"compared: {variant.compared}", "apparatus" if variant.in_their_words else "doubt"))
    if not variant.pieces:
        return [line((marked(variant), "doubt")), line((manner, "apparatus")), whose]
    told = _counts(variant) if variant.in_their_words else "a difference of our own words is no difference of theirs"
    shown = difference(variant.pieces, "words" if variant.in_their_words else "reported")
    return [shown, line((f"{manner} · {told}", "apparatus")), whose]


def difference(pieces: Iterable[Piece], token: str = "words") -> Text:
    """Return which words both have: those of the first alone as `[-…-]`, those of the other alone as `{+…+}`.

    Args:
        pieces: The runs of words.
        token: The style of the words that stayed.
    """
    parts = [part for part in (_piece(piece, token) for piece in pieces) if part]
    return Text(" ").join(parts)


def _piece(piece: Piece, token: str) -> Text:
    if piece.change is Change.SAME:
        return line((piece.now, token))
    cut = line((f"[-{piece.was}-]", "problem")) if piece.was else Text()
    added = line(("{+" + piece.now + "+}", "agree")) if piece.now else Text()
    return cut + added


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


def why_no_variants(library: Library | None, record: object) -> str | None:
    """Return why the variants of a record cannot be shown, as a sentence; None if they can."""
    if not isinstance(record, Quote):
        return "Variants are those of a quote; put the cursor on one."
    if library is None or len(library.variants.get(record.utterance or "", ())) < 2:
        return "No other quote is recorded as a wording of the same utterance."
    return None
