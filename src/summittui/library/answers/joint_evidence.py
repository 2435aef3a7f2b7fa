"""The evidence of several holders, in which what they say together is there once."""

from collections.abc import Iterable, Iterator

from summittui.library.evidence import LazyEvidence
from summittui.library.protocol import Library


def joint_evidence(library: Library, holders: Iterable[str]) -> Iterator[tuple[LazyEvidence, int]]:
    """Yield each piece of evidence of several holders, as the evidence of one of them and the index in it."""
    seen: set[tuple[int, int]] = set()
    for holder in holders:
        pieces = library.evidence_of(holder)
        for at, stated in enumerate(pieces.stated):
            same = id(stated.origin), id(stated.stance)
            if same not in seen:
                seen.add(same)
                yield pieces, at
