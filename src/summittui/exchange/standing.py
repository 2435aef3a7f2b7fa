"""Where a perspective stands, in words: stance, what it rests on, how much there is, and what a filter left out."""

from summittui.library.evidence import Evidence
from summittui.library.positions import Position

SILENCE = "no statement found"


def standing(position: Position) -> str:
    """Return a stance with the number of pieces of each kind of evidence; silence says so."""
    left_out = f"{position.left_out} left out by the filter" if position.left_out else ""
    if not position.n:
        return f"nothing left, {left_out}" if left_out else SILENCE
    kinds = {"words": position.words, "deeds": position.deeds, "said about": position.said_about}
    parts = ", ".join(f"{name} {len(pieces)}" for name, pieces in kinds.items() if pieces)
    return f"{side(position)}; n {position.n} ({parts})" + (f", {left_out}" if left_out else "")


def side(position: Position) -> str:
    """Return the stance, with what weakens it: that only others tell it, that all it rests on is doubtful."""
    if position.stance is None:
        return SILENCE
    told_only = "" if position.own else ", by what others say alone"
    doubtful = ", doubtful" if position.doubtful else ""
    return f"{position.stance}{told_only}{doubtful}"


def reference(piece: Evidence) -> str:
    """Return the id of the record that a piece of evidence stands in, with the act and any doubt."""
    marks = [str(piece.act)] if piece.act else []
    marks += ["doubtful"] if piece.doubt else []
    return f"{piece.record} ({', '.join(marks)})" if marks else piece.record


def referenced(pieces: tuple[Evidence, ...]) -> str:
    """Return all ids, with acts and doubts."""
    return "; ".join(dict.fromkeys(map(reference, pieces)))
