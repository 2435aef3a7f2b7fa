"""The sentences that every style makes of a citation; no character is altered."""

import re

from summittui.exchange.citing.citation import Citation
from summittui.model.quotation import in_marks
from summittui.present.attribution import via_words

_ENDED = re.compile("[.!?…][\"'”’»)\\]]*$")
"""The end of a sentence, also inside of quotation marks or a bracket."""


def joined(*parts: str) -> str:
    """Return parts as sentences one behind the other; those that are empty are left out."""
    ends = (part if _ENDED.search(part) else f"{part}." for part in map(str.strip, parts) if part)
    return " ".join(ends)


def head(citation: Citation) -> str:
    """Return the words, who, whose wording, and when."""
    words = "".join(marked(piece.text, is_exact=piece.is_exact) for piece in citation.pieces)
    whose = " ".join(filter(None, (citation.who, f"({citation.manner})"))) + (
        f", {citation.said}" if citation.said else ""
    )
    return f"{words} — {whose}" if words and citation.who else f"{words} {whose}".lstrip()


def marked(words: str, *, is_exact: bool) -> str:
    """Return words, in quotation marks where they are the very words."""
    return in_marks(words) if is_exact else words


def rest(citation: Citation) -> tuple[str, ...]:
    """Return the words that must stand beside a citation: remarks, doubt, proof."""
    doubt = (f"Doubtful: {citation.doubt}",) if citation.doubt else ()
    proof = (f"Proof: {citation.proof}",) if citation.proof else ()
    return (*citation.remarks, *doubt, *proof)


def via(citation: Citation) -> str:
    """Return whom the source has it from, behind a comma; nothing where that is nobody else."""
    return via_words(citation.via)


def without_locators(citation: Citation, *before: str) -> str:
    """Return all sentences of a citation but its locators, behind some parts of the caller's own."""
    return joined(*before, head(citation) + via(citation), *rest(citation))
