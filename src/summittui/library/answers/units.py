"""Units: evidence counted once for each holder, issue and utterance.

Repeats are no second witness: Discourse Network Analyzer drops duplicate statements of one actor for the same reason.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from summittui.library.answers.equal_quotes import folded_words
from summittui.library.evidence import Evidence, EvidenceKind
from summittui.model import SourceId, StanceValue


class Unit(Struct, frozen=True):
    """One utterance, deed or claim that shows one holder's stance on one issue, however often it is told."""

    pieces: tuple[Evidence, ...]
    """The quotes, acts or claims that tell it; never empty."""

    @property
    def kind(self) -> EvidenceKind:
        """Words, deeds or said about."""
        return self.pieces[0].kind

    @property
    def firm(self) -> bool:
        """Whether at least one piece is firm."""
        return any(piece.firm for piece in self.pieces)

    @property
    def doubtful(self) -> bool:
        """Whether every piece stays the claim of its source."""
        return all(piece.doubt for piece in self.pieces)

    @property
    def stance(self) -> StanceValue:
        """The stance of its firm pieces, else of all; for and against in one utterance make mixed."""
        counted = [piece for piece in self.pieces if piece.firm] or self.pieces
        values = {piece.stance.stance for piece in counted}
        clear = values - {StanceValue.UNCLEAR}
        if len(clear) > 1:
            return StanceValue.MIXED
        return next(iter(clear), StanceValue.UNCLEAR)

    @property
    def teller(self) -> str | None:
        """Id of who tells it, where that is not the holder."""
        return self.pieces[0].teller

    @property
    def sources(self) -> tuple[SourceId, ...]:
        """Ids of the sources that tell it, each once."""
        return tuple(dict.fromkeys(source for piece in self.pieces for source in piece.sources))

    @property
    def only_about(self) -> tuple[str, ...]:
        """Ids of whom alone it concerns; empty where any piece concerns everybody."""
        if not all(piece.stance.only_about for piece in self.pieces):
            return ()
        return tuple(dict.fromkeys(party for piece in self.pieces for party in piece.stance.only_about))


def units(pieces: Iterable[Evidence]) -> tuple[Unit, ...]:
    """Group evidence of one issue into units, in the order of their first pieces.

    Pieces belong together where they have the same holder, kind and teller and share an utterance: variants of one
    utterance, equal quotes in one source, one act told by several sources, a claim and its repeats.
    """
    every = tuple(pieces)
    roots = list(range(len(every)))
    first: dict[tuple[str, ...], int] = {}
    for at, piece in enumerate(every):
        for identity in _identities(piece):
            _join(roots, first.setdefault(identity, at), at)
    groups: dict[int, list[Evidence]] = {}
    for at, piece in enumerate(every):
        groups.setdefault(_root(roots, at), []).append(piece)
    return tuple(Unit(tuple(group)) for group in groups.values())


def _join(roots: list[int], one: int, other: int) -> None:
    """Let the groups of two pieces be one, named by its first piece."""
    first, second = sorted((_root(roots, one), _root(roots, other)))
    roots[second] = first


def _root(roots: list[int], at: int) -> int:
    while roots[at] != at:
        roots[at] = roots[roots[at]]
        at = roots[at]
    return at


def _identities(piece: Evidence) -> Iterator[tuple[str, ...]]:
    """Yield what tells the utterance, deed or claim of a piece from others; two pieces that share one are one unit."""
    whose = (piece.holder, piece.kind.value, piece.teller or "")
    if piece.act is not None:
        yield (*whose, "act", piece.record, piece.act.value)
        return
    for record in (piece.record, *piece.repeats):
        yield (*whose, "record", record)
    if piece.utterance:
        yield (*whose, "utterance", piece.utterance)
    if (piece.exact or piece.quote_kind is not None) and (words := folded_words(piece.text)):
        yield (*whose, "words", *piece.sources, words)
