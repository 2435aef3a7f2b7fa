"""What a citation says, before any style: the words, who, whose wording, where, via whom, when, doubt and proof."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from summittui.exchange.tables import act_phrase
from summittui.library import Library
from summittui.library.called import name_of
from summittui.library.citation import manner, passed_on_by, speaker_name, speaker_of
from summittui.library.evidence import Evidence
from summittui.library.indexes import Deed
from summittui.library.proof import ProofState, prove, prove_quote, worst
from summittui.model import (
    Actor,
    Agreement,
    Claim,
    Declaration,
    Disagreement,
    Passage,
    Quote,
    QuoteKind,
    Record,
    Selector,
    Source,
    SourceId,
)
from summittui.model.passages import marked_spans

Citable = Record | Deed | Evidence
"""What can be cited; evidence stands for the quote, claim or act that it is."""

PROOFS = {
    ProofState.VERBATIM: "the passage stands verbatim in the attached text",
    ProofState.NORMALISED: "the passage stands in the attached text but for marks and spaces",
    ProofState.DRIFTED: "drifted, the attached text now has something else there",
    ProofState.NOT_FOUND: "not found in the attached text",
    ProofState.NOT_ATTACHED: "no text is attached to check against",
}


class Piece(Struct, frozen=True):
    """A part of what is cited."""

    text: str
    is_exact: bool = False
    """Whether these are the very words, so that they stand in quotation marks."""


class Place(Struct, frozen=True):
    """Where it stands."""

    source: Source
    paragraph: int | None = None
    """Counted from 1; None where it is not known."""


class Cited(Struct, frozen=True, kw_only=True):
    """Something with everything that must go with it; no character is altered."""

    id: str
    pieces: tuple[Piece, ...]
    who: str = ""
    """Who speaks, acts or asserts, with the role as worded; empty where nobody does."""
    speaker: str = ""
    """The name of who is quoted; empty for what is no quote, and where nobody is named."""
    manner: str
    """What it is and whose wording, in words."""
    places: tuple[Place, ...] = ()
    via: str = ""
    """Whom the source has it from; empty where that is nobody else."""
    said: str = ""
    """When it was said or done, where that is stated."""
    remarks: tuple[str, ...] = ()
    """What must not be left out beside it."""
    doubt: str = ""
    proof: str = ""
    document: Declaration | None = None
    """The declaration, where that is what is cited."""


def cited(library: Library, thing: Citable) -> Cited:
    """Return what a citation of `thing` says.

    Raises:
        UnknownId: It is evidence of a record that is no longer there.
    """
    if isinstance(thing, Evidence):
        thing = _behind(library, thing)
    return _SAYS.get(type(thing), _record)(library, thing)


def _behind(library: Library, piece: Evidence) -> Record | Deed:
    record = library.get(piece.record)
    acts = record.acts if isinstance(record, Declaration) else ()
    deeds = (
        Deed(record, act)
        for act in acts
        if isinstance(record, Declaration) and act.actor == piece.holder and act.act == piece.act
    )
    return next(deeds, record)


def _quote(library: Library, quote: Quote) -> Cited:
    said = f"said {quote.date}" if quote.date else ""
    return Cited(
        id=quote.id,
        pieces=_content(quote),
        who=speaker_name(library, quote),
        speaker=speaker_of(library, quote) if quote.speaker else "",
        manner=manner(quote.kind),
        places=(_place(library, quote.source, quote.first_span),),
        via=passed_on_by(library, quote),
        said=", ".join(filter(None, (quote.occasion, said))),
        remarks=(*_whose(library, quote), *_origin(library.source(quote.source))),
        doubt=quote.doubt or "",
        proof=PROOFS[prove_quote(library, quote).state],
    )


def _content(quote: Quote) -> tuple[Piece, ...]:
    """Return the words, each quoted span for itself; of a report a summary, which is nobody's wording."""
    if quote.kind is QuoteKind.INDIRECT:
        return (Piece(f"reported, in summary: {quote.gist or 'no summary is recorded'}"),)
    exact = [each.exact for each in quote.quoted if each.exact] or [quote.words or ""]
    pieces = [Piece(words, is_exact=True) for words in exact if words]
    parts = [part for piece in pieces for part in (Piece(" … "), piece)][1:]
    if quote.kind is QuoteKind.MIXED and quote.gist:
        parts.append(Piece(f" (in a report, in summary: {quote.gist})"))
    return tuple(parts)


def _whose(library: Library, quote: Quote) -> tuple[str, ...]:
    """Return what keeps a quote from being taken for somebody else's view."""
    remarks = []
    if quote.nested_in:
        holder = speaker_of(library, library.get_as(Quote, quote.nested_in))
        remarks.append(f"Told by {holder} inside another quote, not {holder}'s own view")
    if quote.view_of and quote.speaker:
        teller, holder = speaker_of(library, quote), library.name(quote.view_of)
        remarks.append(f"The words are those of {teller} about {holder}, not {holder}'s")
    return tuple(remarks)


def _origin(source: Source) -> tuple[str, ...]:
    return (f"A digest of {source.digest_of}, not a second witness",) if source.digest_of else ()


def _claim(library: Library, claim: Claim) -> Cited:
    source = library.source(claim.source)
    return Cited(
        id=claim.id,
        pieces=(Piece(f"asserted, in summary: {claim.gist}"),),
        who=library.name(claim.author),
        manner=f"{claim.kind} claimed by the source itself",
        places=(_place(library, claim.source, next(iter(claim.spans), None)),),
        remarks=_origin(source),
        doubt=claim.doubt or "",
        proof=_proof(library, claim.source, claim.spans),
    )


def _deed(library: Library, deed: Deed) -> Cited:
    declaration, act = deed
    marked = dict.fromkeys(passage.source for passage in act.evidence)
    proofs = (_proof(library, source, _of(act.evidence, source)) for source in marked)
    return Cited(
        id=f"{declaration.id}-{act.actor}-{act.act}",
        pieces=(Piece(f"{act.act} the {declaration.title}"),),
        who=library.name(act.actor),
        manner="an act, as the source states it",
        places=_places(library, act.evidence) or tuple(Place(library.source(id_)) for id_ in act.sources),
        said=f"as of {act.as_of}" if act.as_of else "",
        remarks=(act.note,) if act.note else (),
        doubt=act.doubt or "",
        proof="; ".join(dict.fromkeys(proofs)),
    )


def _proof(library: Library, source: SourceId, spans: Iterable[Selector]) -> str:
    """Return the worst state of some spans of one source, in words."""
    text = library.texts.get(source)
    return PROOFS[worst(prove(span, text) for span in spans).state]


def _of(passages: Iterable[Passage], source: str) -> tuple[Passage, ...]:
    return tuple(passage for passage in passages if passage.source == source)


def _declaration(library: Library, declaration: Declaration) -> Cited:
    kind = ", ".join(filter(None, (declaration.kind, declaration.forum)))
    acts = (f"{act_phrase(library, act)} ({_told_by(act.sources)})" for act in declaration.acts)
    return Cited(
        id=declaration.id,
        pieces=(Piece(declaration.title),),
        manner=kind,
        places=_sources(library, declaration),
        said=" ".join(filter(None, (declaration.date, declaration.date_note and f"({declaration.date_note})"))),
        remarks=tuple(acts),
        document=declaration,
    )


def _told_by(sources: Iterable[str]) -> str:
    return ", ".join(sources) or "no source"


def _source(_: Library, source: Source) -> Cited:
    remarks = (*_origin(source), *((f"Date {source.published_note}",) if source.published_note else ()))
    return Cited(id=source.id, pieces=(), manner=f"the whole {source.kind}", places=(Place(source),), remarks=remarks)


def _matter(library: Library, matter: Disagreement | Agreement) -> Cited:
    sides = tuple(f"{side.source}: {side.gist}" for side in matter.sides)
    places = (_place(library, side.source, next(iter(side.spans), None)) for side in matter.sides)
    told = matter.explanation if isinstance(matter, Disagreement) else matter.note
    manner_ = f"disagreement, {matter.kind}" if isinstance(matter, Disagreement) else "agreement"
    return Cited(
        id=matter.id,
        pieces=(Piece(matter.title),),
        manner=f"{manner_}; both sides in summary",
        places=tuple(places),
        remarks=(*sides, *((told,) if told else ())),
    )


def _record(library: Library, record: Record) -> Cited:
    roles = record.roles if isinstance(record, Actor) else ()
    told = dict.fromkeys(f"{role.title} ({role.at.source})" for role in roles)
    kind = f", {record.kind}" if isinstance(record, Actor) else ""
    return Cited(
        id=record.id,
        pieces=(Piece(name_of(record)),),
        manner=f"record of the kind {type(record).__name__.lower()}{kind}",
        places=_sources(library, record),
        remarks=tuple(told),
    )


_SAYS: Mapping[type, Callable[[Library, Any], Cited]] = {
    Deed: _deed,
    Quote: _quote,
    Claim: _claim,
    Declaration: _declaration,
    Source: _source,
    Disagreement: _matter,
    Agreement: _matter,
}


def _sources(library: Library, record: Record) -> tuple[Place, ...]:
    """Return the sources in which a record marks anything."""
    found = dict.fromkeys(marked.source for marked in marked_spans(record))
    return tuple(Place(library.source(id_)) for id_ in found)


def _places(library: Library, passages: Iterable[Passage]) -> tuple[Place, ...]:
    places = [_place(library, passage.source, passage) for passage in passages]
    return tuple(place for at, place in enumerate(places) if place not in places[:at])


def _place(library: Library, source: str, span: Selector | None) -> Place:
    found = library.source(source)
    return Place(found, found.paragraph_at(span.start) if span else None)
