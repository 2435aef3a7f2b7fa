"""Variants: the quotes of one utterance side by side, word by word."""

import re
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct

from summittui.library.library import Library
from summittui.model import InputError, Quote, QuoteKind
from summittui.model.quote import GAP
from summittui.model.text import fold, safe


class Change(StrEnum):
    """What became of words from one variant to the other."""

    SAME = "same"
    CUT = "cut"
    ADDED = "added"
    REPLACED = "replaced"


class Compared(StrEnum):
    """Whose wordings are compared."""

    ATTACHED = "the words of both sources, as attached"
    QUOTED = "the words in quotation marks"
    GISTS = "our own words for both; attach the documents to compare theirs"
    UNLIKE = "quoted words with our own words for the other"


class Piece(Struct, frozen=True):
    """A run of words and what became of it."""

    change: Change
    was: str
    now: str


class Variant(Struct, frozen=True, kw_only=True):
    """One quote of an utterance against the first one."""

    quote: Quote
    pieces: tuple[Piece, ...]
    turned: str | None
    """How the manner changed, such as "from mixed to indirect"; None where it did not."""
    compared: Compared
    """Whose wordings the pieces are made of."""

    @property
    def in_their_words(self) -> bool:
        """Whether the pieces are the words of the sources, so that a change is theirs and not ours."""
        return self.compared in {Compared.ATTACHED, Compared.QUOTED}


class Variants(Struct, frozen=True, kw_only=True):
    """The quotes that report one utterance: the one closest to the speaker's words, and the others against it."""

    utterance: str
    base: Quote
    others: tuple[Variant, ...]


_CLOSENESS = (QuoteKind.TEXT, QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT)


def variants(library: Library, id_: str) -> Variants:
    """Return the variants of an utterance, or of the one that a quote reports.

    Like is compared with like: the sources' words where they are attached, else the words in quotation marks of
    both, else our own words for both.

    Raises:
        UnknownId: There is no such quote and no such utterance.
        InputError: No other quote is recorded as reporting the same utterance.
    """
    utterance = id_ if id_ in library.variants else library.get_as(Quote, id_).utterance
    group = library.variants.get(utterance or "", ())
    if utterance is None or len(group) < 2:
        raise InputError(f"no other quote is recorded as a variant of {safe(id_)!r}")
    base, *others = sorted(group, key=lambda each: _CLOSENESS.index(each.kind))
    return Variants(utterance=utterance, base=base, others=tuple(_variant(library, base, other) for other in others))


def _variant(library: Library, base: Quote, other: Quote) -> Variant:
    compared, was, now = _wordings(library, base, other)
    return Variant(quote=other, pieces=pieces(was, now), turned=_turned(base, other), compared=compared)


def _wordings(library: Library, base: Quote, other: Quote) -> tuple[Compared, str, str]:
    """Return two wordings of one sort, and which sort that is."""
    sorts = (
        (Compared.ATTACHED, _attached(library, base), _attached(library, other)),
        (Compared.QUOTED, base.exact, other.exact),
        (Compared.GISTS, base.gist, other.gist),
    )
    for sort, was, now in sorts:
        if was and now:
            return sort, was, now
    return Compared.UNLIKE, base.exact or base.gist or "", other.exact or other.gist or ""


def _attached(library: Library, quote: Quote) -> str:
    text = library.texts.get(quote.source, "")
    return GAP.join(words for span in quote.spans if (words := text[span.start : span.end]))


def _turned(base: Quote, other: Quote) -> str | None:
    if base.exact and not other.exact:
        return f"from quoted words ({base.kind}) into a report (indirect)"
    return f"from {base.kind} to {other.kind}" if base.kind is not other.kind else None


def pieces(was: str, now: str) -> tuple[Piece, ...]:
    """Return what became of the words of `was` in `now`; case, accents and punctuation do not count as a change."""
    old, new = was.split(), now.split()
    matcher = SequenceMatcher(None, [_bare(word) for word in old], [_bare(word) for word in new], autojunk=False)
    names = {"equal": Change.SAME, "delete": Change.CUT, "insert": Change.ADDED, "replace": Change.REPLACED}
    return tuple(
        Piece(names[tag], " ".join(old[i1:i2]), " ".join(new[j1:j2])) for tag, i1, i2, j1, j2 in matcher.get_opcodes()
    )


def marked(found: tuple[Piece, ...]) -> str:
    """Return pieces as one text: words cut as `[-…-]`, words added as `{+…+}`."""
    return " ".join(_marked(piece) for piece in found)


def _marked(piece: Piece) -> str:
    if piece.change is Change.SAME:
        return piece.now
    return (f"[-{piece.was}-]" if piece.was else "") + (f"{{+{piece.now}+}}" if piece.now else "")


def _bare(word: str) -> str:
    return re.sub(r"\W", "", fold(word)) or word
