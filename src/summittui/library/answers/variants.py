"""Variants: the quotes of one utterance side by side, word by word."""

import re
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct

from summittui.library.protocol import Library
from summittui.model import InputError, Quote, QuoteKind
from summittui.model.quote import GAP
from summittui.model.text import fold, safe
from summittui.queries.variants import VariantsQuery


class Change(StrEnum):
    """In which of two variants words stand; neither is the original that the other changed."""

    SAME = "in both"
    FIRST = "only in the first"
    OTHER = "only in the other"
    REPLACED = "worded otherwise"


class Compared(StrEnum):
    """The origin of the wordings that are compared."""

    ATTACHED = "the words of both sources, as attached"
    QUOTED = "the words in quotation marks"
    GISTS = "our own words for both; attach the documents to compare theirs"
    UNLIKE = "quoted words with our own words for the other"


class Piece(Struct, frozen=True):
    """A run of words of the first variant, of the other, or of both."""

    change: Change
    was: str
    now: str


class Variant(Struct, frozen=True, kw_only=True):
    """One quote of an utterance against the first one."""

    quote: Quote
    names: tuple[str, str]
    """The names of the two quotes: their sources, or where these are the same their ids."""
    pieces: tuple[Piece, ...]
    """The word difference; empty where the two have too little in common for one."""
    similarity: float
    """The share of words that both have in common, of 0 to 1."""
    turned: str | None
    """The manners of the two quotes, such as "mixed in stdaily, indirect in nigeriapulse"; None where these are
    alike."""
    compared: Compared
    """The origin of the wordings that the pieces are made of."""

    @property
    def in_their_words(self) -> bool:
        """Whether the pieces are the words of the sources, so that a difference is theirs and not ours."""
        return self.compared in {Compared.ATTACHED, Compared.QUOTED}


class Variants(Struct, frozen=True, kw_only=True):
    """The quotes that report one utterance: the one closest to the speaker's words, and the others against it."""

    utterance: str
    base: Quote
    others: tuple[Variant, ...]


SIMILAR = 0.25
"""The least share of common words for which a word difference is drawn; below it, it would be noise."""

_CLOSENESS = (QuoteKind.TEXT, QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT)


def variants(library: Library, query: VariantsQuery) -> Variants:
    """Return the variants of an utterance, or of the one that a quote reports.

    Like is compared with like: the sources' words where they are attached, else the words in quotation marks of
    both, else our own words for both.

    Raises:
        UnknownId: There is no such quote and no such utterance.
        InputError: No other quote is recorded as reporting the same utterance.
    """
    id_ = query.quote
    utterance = id_ if library.variants_of(id_) else library.get_as(Quote, id_).utterance
    group = library.variants_of(utterance)
    if utterance is None or len(group) < 2:
        raise InputError(f"no other quote is recorded as a variant of {safe(id_)!r}")
    base, *others = sorted(group, key=lambda each: _CLOSENESS.index(each.kind))
    return Variants(utterance=utterance, base=base, others=tuple(_variant(library, base, other) for other in others))


def _variant(library: Library, base: Quote, other: Quote) -> Variant:
    compared, was, now = _wordings(library, base, other)
    alike = similarity(was, now)
    names = (str(base.source), str(other.source)) if base.source != other.source else (base.id, other.id)
    return Variant(
        quote=other,
        names=names,
        pieces=pieces(was, now) if alike >= SIMILAR else (),
        similarity=alike,
        turned=_turned(base, other, names),
        compared=compared,
    )


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
    text = library.text(quote.source) or ""
    return GAP.join(words for span in quote.spans if (words := text[span.start : span.end]))


def _turned(base: Quote, other: Quote, names: tuple[str, str]) -> str | None:
    if base.kind is other.kind:
        return None
    return f"{base.kind} in {names[0]}, {other.kind} in {names[1]}"


def similarity(one: str, other: str) -> float:
    """Return the share of words that two wordings have in common, of 0 to 1 (Ratcliff and Obershelp)."""
    return _matcher(one.split(), other.split()).ratio()


def pieces(was: str, now: str) -> tuple[Piece, ...]:
    """Return which words of two wordings both have; case, accents and punctuation make no difference."""
    old, new = was.split(), now.split()
    names = {"equal": Change.SAME, "delete": Change.FIRST, "insert": Change.OTHER, "replace": Change.REPLACED}
    return tuple(
        Piece(names[tag], " ".join(old[i1:i2]), " ".join(new[j1:j2]))
        for tag, i1, i2, j1, j2 in _matcher(old, new).get_opcodes()
    )


def _matcher(old: list[str], new: list[str]) -> "SequenceMatcher[str]":
    return SequenceMatcher(None, [_bare(word) for word in old], [_bare(word) for word in new], autojunk=False)


def marked(variant: Variant) -> str:
    """Return the word difference as one text: only in the first `[-…-]`, only in the other `{+…+}`; else why none."""
    if not variant.pieces:
        return f"too little in common for a word difference ({round(100 * variant.similarity)} % of the words)"
    return " ".join(_marked(piece) for piece in variant.pieces)


def differences(variant: Variant) -> dict[str, list[str]]:
    """Return the words that only one of the two has, and those that both word otherwise, by what that is called."""
    first, other = variant.names
    groups: dict[str, list[str]] = {f"only in {first}": [], f"only in {other}": [], "worded otherwise": []}
    for piece in variant.pieces:
        if piece.change is Change.FIRST:
            groups[f"only in {first}"].append(piece.was)
        elif piece.change is Change.OTHER:
            groups[f"only in {other}"].append(piece.now)
        elif piece.change is Change.REPLACED:
            groups["worded otherwise"].append(f"{piece.was} ({first}) / {piece.now} ({other})")
    return {name: words for name, words in groups.items() if words}


def _marked(piece: Piece) -> str:
    if piece.change is Change.SAME:
        return piece.now
    return (f"[-{piece.was}-]" if piece.was else "") + (f"{{+{piece.now}+}}" if piece.now else "")


def _bare(word: str) -> str:
    return re.sub(r"\W", "", fold(word)) or word
