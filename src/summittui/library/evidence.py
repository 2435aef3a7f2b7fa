"""Evidence: what shows where an actor stands, told apart as words, deeds and what others say."""

from enum import StrEnum

from msgspec import Struct

from summittui.library.dating import AS_STATED, BY_PUBLICATION, Dating, date_of_act
from summittui.library.indexes import STATED, Deed, Stated
from summittui.library.kept import Kept, Values
from summittui.library.library import Library
from summittui.library.step import Step
from summittui.model import Act, ActKind, Claim, Declaration, Passage, Quote, QuoteKind, SourceId, Stance

BY_SOURCE = Dating("", BY_PUBLICATION)
"""Stands where nothing but the source is dated."""


class EvidenceKind(StrEnum):
    """What kind of evidence it is; the kinds are never added up in silence."""

    WORDS = "words"
    """What the holder said or wrote, directly or as reported."""
    DEEDS = "deeds"
    """What the holder did with a declaration."""
    SAID_ABOUT = "said about"
    """What somebody else says of the holder."""


_KINDS = tuple(EvidenceKind)


class Evidence(Struct, frozen=True, kw_only=True):
    """One quote, act or claim that shows a stance."""

    kind: EvidenceKind
    record: str
    """Id of the quote, declaration or claim."""
    holder: str
    """Whose stance it shows."""
    teller: str | None
    """Who tells it where that is not the holder: another speaker, or a source's author."""
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
    """Why it stays the claim of its source."""
    dating: Dating = BY_SOURCE
    """When it was said or done; where nothing states that, the publication of its source alone is dated."""

    @property
    def rank(self) -> tuple[int, bool]:
        """Its place in a cell: words, the exact ones first, then deeds, then what others say."""
        return _KINDS.index(self.kind), self.kind is EvidenceKind.WORDS and not self.exact


DIRECT_KINDS = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.TEXT})
"""The kinds of quotes that have words in quotation marks."""


class EvidenceFilter(Struct, frozen=True, kw_only=True):
    """Which evidence counts; by itself all of it."""

    direct_only: bool = False
    """Whether only the holder's own words in quotation marks count: direct, mixed or text."""
    no_doubtful: bool = False
    """Whether doubtful evidence is left out."""

    @property
    def description(self) -> str:
        """What is left out or kept, in words; empty where everything counts."""
        parts = ("quoted words of their own only", self.direct_only), ("without what is doubtful", self.no_doubtful)
        return ", ".join(words for words, chosen in parts if chosen)

    def keeps(self, piece: Evidence) -> bool:
        """Tell whether a piece counts."""
        direct = piece.kind is EvidenceKind.WORDS and piece.quote_kind in DIRECT_KINDS
        return (direct or not self.direct_only) and not (self.no_doubtful and piece.doubt)


def evidence_of(library: Library, holder: str) -> tuple[Evidence, ...]:
    """Return all evidence of where one holder stands, on any issue; made once for a library."""
    return library.once(_EVIDENCE, holder)


def _evidence_of(library: Library, holder: str) -> tuple[Evidence, ...]:
    return tuple([_evidence(holder, stated) for stated in library.stated.get(holder, ())])


class _EvidenceOf(Kept[[str], tuple[Evidence, ...]]):
    """The evidence of each holder, in the order of what states it."""

    def renewed(self, values: Values[tuple[Evidence, ...]], step: Step) -> Values[tuple[Evidence, ...]]:
        """Make the pieces that records which have changed show; share all others."""
        found = dict(values)
        for holder in STATED.keys(step):
            if (holder,) in values:
                found[(holder,)] = _again(step, holder, values[(holder,)])
        return found


def _again(step: Step, holder: str, pieces: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    made = {id(stated): piece for stated, piece in zip(step.before.stated.get(holder, ()), pieces, strict=True)}
    after = step.after.stated.get(holder, ())
    return tuple([made.get(id(stated)) or _evidence(holder, stated) for stated in after])


_EVIDENCE = _EvidenceOf(_evidence_of)


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
    own, exact = quote.speaker == holder, quote.exact
    return Evidence(
        kind=EvidenceKind.WORDS if own else EvidenceKind.SAID_ABOUT,
        record=quote.id,
        holder=holder,
        teller=None if own else quote.speaker,
        via=None if str(quote.via) == str(quote.speaker) else quote.via,
        sources=(quote.source,),
        text=exact or quote.gist or "",
        exact=exact is not None,
        stance=stance,
        passages=tuple([Passage.of(quote.source, span) for span in quote.spans]),
        quote_kind=quote.kind,
        doubt=quote.doubt,
        dating=Dating(quote.date, AS_STATED) if quote.date else BY_SOURCE,
    )


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
        doubt=claim.doubt,
    )


def _from_act(holder: str, declaration: Declaration, act: Act, stance: Stance) -> Evidence:
    return Evidence(
        kind=EvidenceKind.DEEDS,
        record=declaration.id,
        holder=holder,
        teller=None,
        via=None,
        sources=act.sources,
        text=f"{act.act} the {declaration.label}" + (f" ({act.as_of})" if act.as_of else ""),
        exact=False,
        stance=stance,
        passages=act.evidence,
        act=act.act,
        declaration=declaration.id,
        doubt=act.doubt,
        dating=date_of_act(declaration, act),
    )
