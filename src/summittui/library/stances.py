"""Stances taken together."""

from collections.abc import Iterable

from summittui.library.evidence import Evidence, EvidenceKind
from summittui.model import StanceValue


def joint_stance(stances: Iterable[StanceValue]) -> StanceValue | None:
    """Return the stance that several stances make together; None for none.

    For and against make mixed; unclear yields to anything clearer.
    """
    values = set(stances)
    if not values:
        return None
    clear = values - {StanceValue.UNCLEAR}
    if not clear:
        return StanceValue.UNCLEAR
    return clear.pop() if len(clear) == 1 else StanceValue.MIXED


def firm(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return own words and deeds alone, without what is doubtful or only told by others."""
    return tuple(piece for piece in pieces if piece.kind is not EvidenceKind.SAID_ABOUT and not piece.doubt)


def firm_stance(pieces: Iterable[Evidence]) -> StanceValue | None:
    """Return the stance that firm evidence shows; None where there is none."""
    return joint_stance(piece.stance.stance for piece in firm(pieces))
