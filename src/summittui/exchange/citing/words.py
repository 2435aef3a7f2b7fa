"""The sentences that every style makes of a citation; no character is altered."""

import re

from summittui.exchange.citing.cited import Cited
from summittui.model.quotation import in_marks
from summittui.present.attribution import via_words

_ENDED = re.compile("[.!?…][\"'”’»)\\]]*$")
"""The end of a sentence, also inside of quotation marks or a bracket."""


def joined(*parts: str) -> str:
    """Return parts as sentences one behind the other; those that are empty are left out."""
    ends = (part if _ENDED.search(part) else f"{part}." for part in map(str.strip, parts) if part)
    return " ".join(ends)


def head(one: Cited) -> str:
    """Return the words, who, whose wording, and when."""
    words = "".join(marked(piece.text, is_exact=piece.is_exact) for piece in one.pieces)
    whose = " ".join(filter(None, (one.who, f"({one.manner})"))) + (f", {one.said}" if one.said else "")
    return f"{words} — {whose}" if words and one.who else f"{words} {whose}".lstrip()


def marked(words: str, *, is_exact: bool) -> str:
    """Return words, in quotation marks where they are the very words."""
    return in_marks(words) if is_exact else words


def rest(one: Cited) -> tuple[str, ...]:
    """Return the words that must stand beside a citation: remarks, doubt, proof."""
    doubt = (f"Doubtful: {one.doubt}",) if one.doubt else ()
    proof = (f"Proof: {one.proof}",) if one.proof else ()
    return (*one.remarks, *doubt, *proof)


def via(one: Cited) -> str:
    """Return whom the source has it from, behind a comma; nothing where that is nobody else."""
    return via_words(one.via)


def without_locators(one: Cited, *before: str) -> str:
    """Return all sentences of a citation but its locators, behind some parts of the caller's own."""
    return joined(*before, head(one) + via(one), *rest(one))
