"""Proof: whether a text still holds the words of a selector where it says, recomputed from the text."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from summittui.library.protocol import Library
from summittui.model import Quote, Selector
from summittui.model.normalised import normalised
from summittui.model.occurrences import Occurrence, find_words
from summittui.model.selector import digest_of
from summittui.model.text import clip, safe


class ProofState(StrEnum):
    """The state of a span against the text."""

    VERBATIM = "verbatim"
    """The words stand at the offsets, character by character."""
    NORMALISED = "verbatim after normalisation"
    """The words stand there but for marks, dashes, white space or compatibility forms."""
    DRIFTED = "drifted"
    """Something else stands there; `difference` shows what."""
    NOT_FOUND = "not found"
    """The text ends before the span."""
    NOT_ATTACHED = "not attached"
    """There is no text to look at."""
    UNPROVEN = "unproven"
    """Neither the words of the span nor a digest of them is recorded, so that no text can prove it."""
    NO_PLACE = "no place marked"
    """The record marks no span; of words without a place `difference` says where the text has them."""


SOUND = frozenset(set(ProofState) - {ProofState.DRIFTED, ProofState.NOT_FOUND})
"""The states that are no problem: nothing speaks against the span."""

UNPROVEN = "neither its words nor their digest are recorded; mark it anew against the text"
"""Why a span is unproven, and what to do."""

SHOWN = 200
"""The number of code points of a passage that a difference shows."""


class Proof(Struct, frozen=True, kw_only=True):
    """The state of one span."""

    state: ProofState
    difference: str | None = None
    """The change: `[-was-]{+is+}` where the words are known, else the words that stand there now."""
    found: Selector | None = None
    """The present place of the words, if elsewhere in the text; never taken over silently."""

    @property
    def sound(self) -> bool:
        """Whether the span is no problem."""
        return self.state in SOUND


def prove(selector: Selector, text: str | None) -> Proof:
    """Look a span up in the text of its source; `text` is None where it is not attached.

    An empty span marks no passage, as where a source is opened of which nothing is on record.
    """
    length = selector.end - selector.start
    if text is None:
        return Proof(state=ProofState.UNPROVEN if selector.is_bare and length else ProofState.NOT_ATTACHED)
    here = text[selector.start : selector.end]
    if selector.is_bare and len(here) == length:
        return Proof(state=ProofState.UNPROVEN if length else ProofState.NO_PLACE)
    if _holds(selector, here):
        return Proof(state=ProofState.VERBATIM)
    if selector.exact is not None and here and normalised(selector.exact) == normalised(here):
        return Proof(state=ProofState.NORMALISED, difference=word_difference(selector.exact, here))
    moved = _elsewhere(selector, text)
    if not here:
        return Proof(state=ProofState.NOT_FOUND, found=moved, difference=_ends(selector, text))
    return Proof(state=ProofState.DRIFTED, difference=_difference(selector, here, moved), found=moved)


@lru_cache(maxsize=1_000)
def prove_words(words: str, text: str | None) -> Proof:
    """Look for words that have no place; where the text has them, `difference` says at which."""
    if text is None:
        return Proof(state=ProofState.NOT_ATTACHED)
    found = find_words(text, words).found
    if not found:
        return Proof(state=ProofState.NOT_FOUND, difference="the text has these words nowhere")
    return Proof(state=ProofState.NO_PLACE, difference=f"the text has these words {_at(found)}")


_WORST = (
    ProofState.NOT_FOUND,
    ProofState.DRIFTED,
    ProofState.UNPROVEN,
    ProofState.NO_PLACE,
    ProofState.NORMALISED,
    ProofState.VERBATIM,
    ProofState.NOT_ATTACHED,
)


def prove_quote(library: Library, quote: Quote) -> Proof:
    """Return the worst proof among what a quote marks: its quoted words and its content."""
    text = library.text(quote.source)
    proofs = [prove(selector, text) for selector in (*quote.quoted, *quote.spans)]
    if quote.words and not quote.quoted:
        proofs.append(prove_words(quote.words, text))
    return worst(proofs)


def prove_spans(library: Library, source: str, spans: Iterable[Selector]) -> Proof:
    """Return the worst proof among some spans of one source."""
    text = library.text(source)
    return worst(prove(span, text) for span in spans)


def worst(proofs: Iterable[Proof]) -> Proof:
    """Return the worst of several proofs; without any, that no place is marked."""
    return min(proofs, key=lambda proof: _WORST.index(proof.state), default=Proof(state=ProofState.NO_PLACE))


def _holds(selector: Selector, here: str) -> bool:
    if selector.exact is not None:
        return here == selector.exact
    return selector.digest is not None and digest_of(here) == selector.digest


def _at(found: tuple[Occurrence, ...]) -> str:
    """Return in words where words occur."""
    if len(found) > 1:
        return f"at {len(found)} places"
    return "at " + " and ".join(f"{start}–{end}" for start, end in found[0].ranges)


def _elsewhere(selector: Selector, text: str) -> Selector | None:
    """Return the nearest place where the words stand, or None."""
    length = selector.end - selector.start
    if selector.exact is not None:
        starts = [match.start() for match in re.finditer(re.escape(selector.exact), text)]
    elif selector.digest is not None:
        starts = _by_digest(selector, text, length)
    else:
        return None
    if not starts:
        return None
    start = min(starts, key=lambda place: abs(place - selector.start))
    return Selector(start=start, end=start + length)


REACH = 2_000
"""The distance from its old place within which an unquoted span is looked for, in code points."""


def _by_digest(selector: Selector, text: str, length: int) -> list[int]:
    first = max(0, selector.start - REACH)
    last = min(len(text) - length, selector.start + REACH)
    places = range(first, last + 1)
    return [start for start in places if digest_of(text[start : start + length]) == selector.digest]


def _difference(selector: Selector, here: str, moved: Selector | None) -> str:
    if moved is not None:
        return f"the words now stand at {moved.start}–{moved.end} ({moved.start - selector.start:+d})"
    if selector.exact is not None:
        return word_difference(selector.exact, here)
    return f"the words recorded by digest no longer stand here; the text now has: {clip(safe(here), SHOWN)}"


def _ends(selector: Selector, text: str) -> str:
    return f"the text has {len(text)} characters and ends before {selector.start}"


def word_difference(was: str, now: str) -> str:
    """Return the change from `was` to `now` word by word, as `[-was-]{+is+}`."""
    old, new = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (was, now))
    parts = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[i1:i2]), "".join(new[j1:j2])
        parts.append(gone if tag == "equal" else (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
    return safe("".join(parts))
