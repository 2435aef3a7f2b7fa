"""The signs of the screen: one glyph of the basic plane for each meaning, always with a word in detail and help."""

from collections.abc import Mapping
from typing import NamedTuple

from summittui.library import ProofState, RowState
from summittui.model import ActKind, QuoteKind, StanceValue


class Sign(NamedTuple):
    """A meaning as a glyph and as words."""

    glyph: str
    word: str
    token: str
    """The style it is shown in."""


STANCES: Mapping[StanceValue | None, Sign] = {
    StanceValue.FOR: Sign("▲", "for", "for"),
    StanceValue.AGAINST: Sign("▼", "against", "against"),
    StanceValue.MIXED: Sign("◆", "mixed", "mixed"),
    StanceValue.UNCLEAR: Sign("?", "unclear", "unclear"),
    None: Sign("·", "no statement found", "silent"),
}

KINDS: Mapping[QuoteKind, Sign] = {
    QuoteKind.DIRECT: Sign("“", "direct", "words"),
    QuoteKind.MIXED: Sign("‹", "mixed", "words"),
    QuoteKind.INDIRECT: Sign("~", "reported", "reported"),
    QuoteKind.TEXT: Sign("§", "text of a document", "words"),
}

ACTS: Mapping[ActKind, Sign] = {
    ActKind.SIGNED: Sign("✓", "signed", "deed"),
    ActKind.DECLINED: Sign("✗", "declined", "against"),
    ActKind.PROPOSED: Sign("+", "proposed", "deed"),
    ActKind.ADOPTED: Sign("✓", "adopted", "deed"),
    ActKind.ENDORSED: Sign("✓", "endorsed", "deed"),
    ActKind.JOINED: Sign("✓", "joined", "deed"),
    ActKind.SUPPORTED: Sign("✓", "supported", "deed"),
    ActKind.PROMOTED: Sign("+", "promoted", "deed"),
}

PROOFS: Mapping[ProofState, Sign] = {
    ProofState.VERBATIM: Sign("●", "verbatim", "proof"),
    ProofState.NORMALISED: Sign("◐", "verbatim after normalisation", "proof"),
    ProofState.DRIFTED: Sign("!", "drifted", "problem"),
    ProofState.NOT_FOUND: Sign("×", "not found", "problem"),
    ProofState.NOT_ATTACHED: Sign("○", "not attached", "apparatus"),
}

ROW_STATES: Mapping[RowState, Sign] = {
    RowState.DIFFER: Sign("≠", "differ", "differ"),
    RowState.PARTLY: Sign("≈", "partly", "mixed"),
    RowState.AGREE: Sign("=", "agree", "agree"),
    RowState.INCOMPARABLE: Sign("?", "cannot be compared", "unclear"),
    RowState.ONE_SPEAKS: Sign("1", "only one speaks", "only"),
    RowState.SILENT: Sign("·", "no statement found", "silent"),
}

DOUBTFUL = "doubtful"
"""The word that stands beside everything that stays the claim of its source."""
