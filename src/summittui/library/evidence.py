"""Evidence: what shows where an actor stands, told apart as words, deeds and what others say."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import overload

from msgspec import Struct

from summittui.library.dating import BY_PUBLICATION, Dating, act_date_label, date_of_act, date_of_quote
from summittui.model import (
    Act,
    ActKind,
    Certainty,
    Claim,
    Declaration,
    Level,
    Passage,
    Quote,
    QuoteKind,
    SourceId,
    Stance,
    difference_of_coders,
)
from summittui.model.deed import Deed, Stated
from summittui.queries.perspectives import EvidenceFilter

BY_SOURCE = Dating("", BY_PUBLICATION)
"""Stands where nothing but the source is dated."""


class EvidenceKind(StrEnum):
    """The kind of a piece of evidence; the kinds are never added up in silence."""

    WORDS = "words"
    """Words of the holder, directly or as reported."""
    DEEDS = "deeds"
    """Acts of the holder on a declaration."""
    SAID_ABOUT = "said about"
    """Words of somebody else about the holder."""


_KINDS = tuple(EvidenceKind)


class Evidence(Struct, frozen=True, kw_only=True):
    """One quote, act or claim that shows a stance."""

    kind: EvidenceKind
    record: str
    """Id of the quote, declaration or claim."""
    holder: str
    """The id of the party whose stance the evidence shows."""
    teller: str | None
    """The teller, where that is not the holder: another speaker, or a source's author."""
    via: str | None
    """The outlet that the source has it from."""
    sources: tuple[SourceId, ...]
    text: str
    """The quoted words, else the content in our own words."""
    exact: bool
    """Whether `text` is the words themselves."""
    stance: Stance
    passages: tuple[Passage, ...]
    quote_kind: QuoteKind | None = None
    act: ActKind | None = None
    declaration: str | None = None
    doubt: str | None = None
    """Why it stays the claim of its source, or how its coders differ."""
    report: str | None = None
    """For a fragment of quoted words, the clause in which the source reports it, in our own words."""
    in_marks: bool = False
    """Whether the words that carry the stance stand in quotation marks."""
    utterance: str | None = None
    """The utterance that it reports; its variants report the same."""
    repeats: tuple[str, ...] = ()
    """Ids of claims of the same source that say the same."""
    is_sure: bool = True
    """Whether the record itself is certain; false for an act, or the words of a quote, of low certainty."""
    dating: Dating = BY_SOURCE
    """When it was said or done; where nothing states that, the publication of its source alone is dated."""

    @property
    def firm(self) -> bool:
        """Whether it is neither doubtful, nor of low certainty, nor a reading that is less than highly certain."""
        stance = self.stance
        is_reading = stance.level is Level.INTERPRETIVE and stance.certainty is not Certainty.HIGH
        return self.is_sure and not self.doubt and stance.certainty is not Certainty.LOW and not is_reading

    @property
    def rank(self) -> tuple[int, bool]:
        """The sort key of the piece in a cell: words, the exact ones first, then deeds, then what others say."""
        return _KINDS.index(self.kind), self.kind is EvidenceKind.WORDS and not self.exact


def counts(piece: Evidence, evidence_filter: EvidenceFilter) -> bool:
    """Tell whether a piece of evidence passes a filter."""
    is_direct = piece.kind is EvidenceKind.WORDS and piece.in_marks
    return (is_direct or not evidence_filter.direct_only) and not (evidence_filter.no_doubtful and piece.doubt)


class LazyEvidence(Sequence[Evidence]):
    """All evidence of where one holder stands, in the order of what states it; each piece is made when looked at."""

    def __init__(self, holder: str, stated: Sequence[Stated], made: Mapping[int, Evidence]) -> None:
        """Take what states it, and the pieces that are made already, by the identity of what states them."""
        self.stated = stated
        self._holder = holder
        self._pieces = [made.get(id(each)) for each in stated]

    def __len__(self) -> int:
        return len(self._pieces)

    @overload
    def __getitem__(self, at: int) -> Evidence: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Evidence]: ...

    def __getitem__(self, at: int | slice) -> Evidence | Sequence[Evidence]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        piece = self._pieces[at]
        if piece is None:
            piece = self._pieces[at] = _evidence(self._holder, self.stated[at])
        return piece

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LazyEvidence) and (self is other or [*self] == [*other])

    __hash__ = None  # type: ignore[assignment]  # what is equal may be made later

    @property
    def made(self) -> dict[int, Evidence]:
        """The pieces that are made already, by the identity of what states them."""
        return {id(stated): piece for stated, piece in zip(self.stated, self._pieces, strict=True) if piece}


def _evidence(holder: str, stated: Stated) -> Evidence:
    match stated.origin:
        case Quote() as quote:
            return from_quote(holder, quote, stated.stance)
        case Claim() as claim:
            return _from_claim(holder, claim, stated.stance)
        case Deed(declaration, act):
            return _from_act(holder, declaration, act, stated.stance)


def from_quote(holder: str, quote: Quote, stance: Stance) -> Evidence:
    """Return a quote as evidence of one stance of `holder`."""
    own, exact = holder in quote.speakers, quote.exact
    return Evidence(
        kind=EvidenceKind.WORDS if own else EvidenceKind.SAID_ABOUT,
        record=quote.id,
        holder=holder,
        teller=None if own else quote.speaker,
        via=quote.passed_on_by,
        sources=(quote.source,),
        text=exact or quote.gist or "",
        exact=exact is not None,
        stance=stance,
        passages=tuple([Passage.of(quote.source, span) for span in quote.spans]),
        quote_kind=quote.kind,
        doubt=_doubt(quote.doubt, quote.stances, stance),
        report=quote.gist if exact and quote.kind is QuoteKind.MIXED else None,
        in_marks=in_marks(quote, stance),
        utterance=quote.utterance,
        is_sure=quote.certainty is not Certainty.LOW,
        dating=date_of_quote(quote),
    )


def _doubt(doubt: str | None, stances: Sequence[Stance], stance: Stance) -> str | None:
    """Return why something stays the claim of its source, and how its coders differ on the stance."""
    return "; ".join(filter(None, (doubt, difference_of_coders(stances, stance)))) or None


def in_marks(quote: Quote, stance: Stance) -> bool:
    """Tell whether the words of a quote that carry a stance stand in quotation marks.

    Without a `basis` that is known only of quotes that stand in quotation marks as a whole.
    """
    if stance.basis is None:
        return quote.kind in {QuoteKind.DIRECT, QuoteKind.TEXT}
    basis = stance.basis
    return any(selector.contains(basis) for selector in quote.quoted)


def _from_claim(holder: str, claim: Claim, stance: Stance) -> Evidence:
    own = claim.author == holder
    return Evidence(
        kind=EvidenceKind.WORDS if own else EvidenceKind.SAID_ABOUT,
        record=claim.id,
        holder=holder,
        teller=None if own else claim.author,
        via=None,
        sources=(claim.source,),
        text=claim.gist,
        exact=False,
        stance=stance,
        passages=tuple(Passage.of(claim.source, span) for span in claim.spans),
        doubt=_doubt(claim.doubt, claim.stances, stance),
        repeats=tuple(claim.repeats),
    )


def _from_act(holder: str, declaration: Declaration, act: Act, stance: Stance) -> Evidence:
    return Evidence(
        kind=EvidenceKind.DEEDS,
        record=declaration.id,
        holder=holder,
        teller=None,
        via=None,
        sources=act.sources,
        text=act.act.phrase(f"the {declaration.label}") + act_date_label(act),
        exact=False,
        stance=stance,
        passages=act.evidence,
        act=act.act,
        declaration=declaration.id,
        doubt=_doubt(act.doubt, act.stances, stance),
        is_sure=act.certainty is not Certainty.LOW,
        dating=date_of_act(declaration, act),
    )
