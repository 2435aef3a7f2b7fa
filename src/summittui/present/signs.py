"""The signs of the screen: one glyph of the basic plane for each meaning, always with a word in detail and help."""

from collections.abc import Mapping
from contextvars import ContextVar

from msgspec import Struct
from msgspec.structs import replace

from summittui.library.answers.positions import Position
from summittui.library.answers.proof import ProofState
from summittui.library.answers.verdict import RowState, weakness
from summittui.model import ActKind, QuoteKind, StanceValue

_SPOKEN: ContextVar[bool] = ContextVar("spoken", default=False)
"""Whether words stand for the signs; each app sets it for all that runs in it."""


def set_spoken(*, spoken: bool) -> None:
    """Set whether words stand for the signs in everything that is drawn from now on."""
    _SPOKEN.set(spoken)


def brief(glyph: str, word: str) -> str:
    """Return a glyph, or what stands for it where the screen is read aloud."""
    return word if _SPOKEN.get() else glyph


def paragraph_sign(number: int) -> str:
    """Return a paragraph's number with its sign, such as `¶4`."""
    return f"{brief('¶', 'paragraph ')}{number}"


class Sign(Struct, frozen=True):
    """A meaning as a glyph and as words."""

    glyph: str
    word: str
    role: str
    """A name of `line.ROLES`."""
    said: str = ""
    """The shorter word that stands in a row; empty where `word` is short enough."""

    @property
    def brief(self) -> str:
        """The sign in a row: the glyph, or its word where the screen is read aloud."""
        return brief(self.glyph, self.said or self.word)

    @property
    def full(self) -> str:
        """The glyph with its word; the word alone where the screen is read aloud."""
        return brief(f"{self.glyph} {self.word}", self.word)


STANCES: Mapping[StanceValue | None, Sign] = {
    StanceValue.FOR: Sign("▲", "for", "for"),
    StanceValue.AGAINST: Sign("▼", "against", "against"),
    StanceValue.MIXED: Sign("◆", "mixed", "mixed"),
    StanceValue.UNCLEAR: Sign("?", "unclear", "unclear"),
    None: Sign("·", "no statement found", "silent", "silent"),
}

HOLLOW: Mapping[StanceValue, str] = {
    StanceValue.FOR: "△",
    StanceValue.AGAINST: "▽",
    StanceValue.MIXED: "◇",
    StanceValue.UNCLEAR: "?",
}
"""The glyph of each stance that rests on no firm words or deeds of the holder's own."""


def position_sign(position: Position) -> Sign:
    """Return the sign of a position, hollow where it rests on weak evidence or on what others tell alone."""
    sign = STANCES[position.stance]
    if position.stance is None or not position.hollow:
        return sign
    return replace(sign, glyph=HOLLOW[position.stance], word=f"{sign.word} ({weakness(position)})")


KINDS: Mapping[QuoteKind, Sign] = {
    QuoteKind.DIRECT: Sign("“", "direct", "words"),
    QuoteKind.MIXED: Sign("‹", "mixed", "words", "partly direct"),
    QuoteKind.INDIRECT: Sign("~", "reported", "reported"),
    QuoteKind.TEXT: Sign("§", "text of a document", "words", "text"),
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
    ActKind.SPONSORED: Sign("✓", "co-sponsored", "deed"),
    ActKind.RATIFIED: Sign("✓", "ratified", "deed"),
    ActKind.STAYED_OUT: Sign("◦", "stayed out", "unclear"),
    ActKind.DISSENTED: Sign("×", "dissented", "against"),
}

PROOFS: Mapping[ProofState, Sign] = {
    ProofState.VERBATIM: Sign("●", "passage unchanged", "proof", "unchanged"),
    ProofState.NORMALISED: Sign("◐", "passage unchanged but for marks and blanks", "proof", "marks differ"),
    ProofState.DRIFTED: Sign("!", "passage drifted", "problem", "drifted"),
    ProofState.NOT_FOUND: Sign("×", "passage not found", "problem", "not found"),
    ProofState.NOT_ATTACHED: Sign("○", "text not attached", "apparatus", "not attached"),
    ProofState.UNPROVEN: Sign("□", "passage unproven", "doubt", "unproven"),
    ProofState.NO_PLACE: Sign("◦", "no place marked", "apparatus"),
}

ROW_STATES: Mapping[RowState, Sign] = {
    RowState.DIFFER: Sign("≠", "differ", "differ"),
    RowState.MIXED: Sign("≈", "one side mixed", "mixed"),
    RowState.AGREE: Sign("=", "agree", "agree"),
    RowState.LEAN: Sign("-", "same side, not both firm", "unclear"),
    RowState.APART: Sign("/", "not set against each other", "unclear", "apart"),
    RowState.INCOMPARABLE: Sign("?", "cannot be compared", "unclear"),
    RowState.ONE_SPEAKS: Sign("1", "only one speaks", "only"),
    RowState.SILENT: Sign("·", "no statement found", "silent", "silent"),
}

DOUBTFUL = "doubtful"
"""The word beside everything that stays the claim of its source."""
