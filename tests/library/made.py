"""Positions made of bare stances."""

from collections.abc import Sequence

from hypothesis import strategies as st

from summittui.library.evidence import Evidence, EvidenceKind
from summittui.library.positions import Position
from summittui.model import IssueId, StanceValue
from tests.model.samples import stance


def stances(max_size: int = 4) -> st.SearchStrategy[list[StanceValue]]:
    """Return lists of stances, the empty one among them."""
    return st.lists(st.sampled_from(StanceValue), max_size=max_size)


def position(
    *,
    words: Sequence[StanceValue] = (),
    deeds: Sequence[StanceValue] = (),
    said_about: Sequence[StanceValue] = (),
    doubt: str | None = None,
) -> Position:
    """Return a position with one piece of evidence for each stance."""
    return Position(
        issue=IssueId("rules"),
        words=tuple(_piece(EvidenceKind.WORDS, value, doubt) for value in words),
        deeds=tuple(_piece(EvidenceKind.DEEDS, value, doubt) for value in deeds),
        said_about=tuple(_piece(EvidenceKind.SAID_ABOUT, value, doubt) for value in said_about),
    )


def _piece(kind: EvidenceKind, value: StanceValue, doubt: str | None) -> Evidence:
    return Evidence(
        kind=kind,
        record="record",
        holder="ada",
        teller=None,
        via=None,
        sources=(),
        text="words",
        exact=False,
        stance=stance(value),
        passages=(),
        doubt=doubt,
    )
