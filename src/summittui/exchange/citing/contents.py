"""The content of citations by the kind of what is cited: a quote, a claim, an act, a declaration, any other record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from summittui.exchange.citing.citation import Citation, Locator, Piece
from summittui.library import Library
from summittui.library.answers.proof import prove_spans
from summittui.library.dating import date_of_quote
from summittui.library.evidence import Evidence
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
    Stance,
    Tally,
)
from summittui.model.deed import Deed
from summittui.model.display_names import display_name
from summittui.model.quote import GAP
from summittui.model.references import references
from summittui.model.text import capitalised
from summittui.present.attribution import doubt_words, manner, passed_on_by, speaker_name, speaker_of
from summittui.present.declaration import act_phrase, act_time, declaration_date, list_words, tally_words
from summittui.present.proof import (
    claim_proof_words,
    content_of,
    is_discontinuous,
    offsets,
    passage_sentence,
    passage_words,
    quote_proof_words,
    quote_sentence,
)
from summittui.present.quote import fidelity_lines, whose_view
from summittui.present.source import digest_words
from summittui.present.stance import side_on_issue

Citable = Record | Deed | Evidence
"""A thing that can be cited; evidence stands for its quote, claim or act."""

IN_THE_SOURCE = "In the source: "
"""Stands before a sentence of the source itself; the marks in it are those that it prints."""
CODED = "Coded: "
"""Stands before a stance that a coder gave."""
NOT_CONTINUOUS = "Not continuous speech: the source has other words between the pieces"


def cite(library: Library, thing: Citable) -> Citation:
    """Return the citation of a record, an act or a piece of evidence; of evidence with the one stance that it shows.

    Raises:
        UnknownId: It is evidence of a record that is no longer there.
    """
    if isinstance(thing, Evidence):
        thing = _behind(library, thing)
    return _CITATIONS.get(type(thing), _record)(library, thing)


def record_behind(library: Library, piece: Evidence) -> Record | Deed:
    """Return the quote or claim, or the act, that a piece of evidence was made of.

    Raises:
        UnknownId: It is no longer there.
    """
    record = library.get(piece.record)
    acts = record.acts if isinstance(record, Declaration) else ()
    done = [act for act in acts if act.actor == piece.holder and act.act is piece.act]
    done.sort(key=lambda act: act.sources != piece.sources)
    return Deed(record, done[0]) if done and isinstance(record, Declaration) else record


def _behind(library: Library, piece: Evidence) -> Record | Deed:
    """Return the same with the one stance that the evidence shows."""
    thing, shown = record_behind(library, piece), (piece.stance,)
    if isinstance(thing, Deed):
        return Deed(thing.declaration, replace(thing.act, stances=shown))
    return replace(thing, stances=shown) if isinstance(thing, Quote | Claim) else thing


def _quote(library: Library, quote: Quote) -> Citation:
    date = date_of_quote(quote).words
    said = f"said {date}" if date else ""
    own = quote_sentence(library, quote)
    return Citation(
        id=quote.id,
        pieces=(Piece(f"{IN_THE_SOURCE}{own}"),) if own else _content(quote),
        who=speaker_name(library, quote),
        speaker=speaker_of(library, quote) if quote.speaker else "",
        manner=manner(quote.kind),
        locators=(_locator(library, quote.source, content_of(quote)),),
        via=passed_on_by(library, quote),
        said=", ".join(filter(None, (quote.occasion and f"occasion: {quote.occasion}", said))),
        remarks=(
            *((NOT_CONTINUOUS,) if is_discontinuous(quote) else ()),
            *_summary(quote.gist if own else None),
            *_whose(library, quote),
            *(capitalised(line.plain) for line in fidelity_lines(library, quote)),
            *_origin(library.source(quote.source)),
            *_coded(library, quote.stances),
            *_note(quote.note),
        ),
        doubt=quote.doubt or "",
        proof=quote_proof_words(library, quote),
    )


def _content(quote: Quote) -> tuple[Piece, ...]:
    """Return the words, each quoted span for itself; of a report a summary, which is nobody's wording."""
    if quote.kind is QuoteKind.INDIRECT:
        return (Piece(f"reported, in summary: {quote.gist or 'no summary is recorded'}"),)
    exact = [each.exact for each in quote.quoted if each.exact] or [quote.words or ""]
    pieces = [Piece(words, is_exact=True) for words in exact if words]
    parts = [part for piece in pieces for part in (Piece(GAP), piece)][1:]
    if quote.kind is QuoteKind.MIXED and quote.gist:
        parts.append(Piece(f" (in a report, in summary: {quote.gist})"))
    return tuple(parts)


def _summary(gist: str | None) -> tuple[str, ...]:
    return (f"In summary, in the coder's words: {gist}",) if gist else ()


def _note(note: str | None) -> tuple[str, ...]:
    return (f"Note: {note}",) if note else ()


def _coded(library: Library, stances: Iterable[Stance]) -> tuple[str, ...]:
    """Return each stance that is coded, with whose it is, its level and how sure the coder is."""
    return tuple(
        f"{CODED}{f'{library.name(one.holder)} ' if one.holder else ''}{side_on_issue(library, one).plain}"
        + (f", {one.note}" if one.note else "")
        for one in stances
    )


def _whose(library: Library, quote: Quote) -> tuple[str, ...]:
    """Return remarks that keep a quote from being taken for somebody else's view."""
    return tuple(map(capitalised, whose_view(library, quote)))


def _origin(source: Source) -> tuple[str, ...]:
    return (capitalised(digest_words(source)),) if source.digest_of else ()


def _claim(library: Library, claim: Claim) -> Citation:
    source, own = library.source(claim.source), passage_sentence(library, claim.source, claim.spans)
    return Citation(
        id=claim.id,
        pieces=(Piece(f"{IN_THE_SOURCE}{own}" if own else f"asserted, in summary: {claim.gist}"),),
        who=library.name(claim.author),
        manner=f"{claim.kind} claimed by the source itself",
        locators=(_locator(library, claim.source, claim.spans),),
        remarks=(
            *_summary(claim.gist if own else None),
            *_origin(source),
            *_coded(library, claim.stances),
            *_note(claim.note),
        ),
        doubt=claim.doubt or "",
        proof=claim_proof_words(library, claim),
    )


def _deed(library: Library, deed: Deed) -> Citation:
    declaration, act = deed
    by_source = {source: _of(act.evidence, source) for source in act.sources}
    own = (f"{IN_THE_SOURCE}{passage_sentence(library, id_, spans)}" for id_, spans in by_source.items())
    proofs = (passage_words(id_, spans, prove_spans(library, id_, spans)) for id_, spans in by_source.items())
    return Citation(
        id=f"{declaration.id}-{act.actor}-{act.act}",
        pieces=(Piece(f"{act.act}: {declaration.title}"),),
        who=library.name(act.actor),
        manner="an act, as the source states it",
        locators=tuple(_locator(library, id_, spans) for id_, spans in by_source.items()),
        said=act_time(act).removeprefix(", ").strip(),
        remarks=(
            *(words for words in own if words != IN_THE_SOURCE),
            f"Certainty of the act: {act.certainty}",
            *_coded(library, act.stances),
            *_note(act.note),
        ),
        doubt=act.doubt or "",
        proof="; ".join(proofs),
    )


def _of(passages: Iterable[Passage], source: str) -> tuple[Passage, ...]:
    return tuple(passage for passage in passages if passage.source == source)


def _declaration(library: Library, declaration: Declaration) -> Citation:
    kind = ", ".join(filter(None, (declaration.kind, declaration.forum)))
    acts = (
        f"{capitalised(act_phrase(library, act))} ({_told_by(act.sources)}){f', {act.note}' if act.note else ''}"
        for act in declaration.acts
    )
    listed = (f"Signatories: {words}",) if (words := list_words(declaration)) else ()
    return Citation(
        id=declaration.id,
        pieces=(Piece(declaration.title),),
        manner=kind,
        locators=_sources(library, declaration),
        said=declaration_date(declaration),
        remarks=(*acts, *listed, *map(_number, declaration.tallies), *_note(declaration.note)),
        document=declaration,
    )


def _number(tally: Tally) -> str:
    """Return a number with its qualifier, who states it, and its doubt."""
    doubt = f" ({doubt_words(tally.doubt, '')})" if tally.doubt else ""
    return f"{capitalised(tally_words(tally))} ({tally.source}){doubt}{f', {tally.note}' if tally.note else ''}"


def _told_by(sources: Iterable[str]) -> str:
    return ", ".join(sources) or "no source"


def _source(_: Library, source: Source) -> Citation:
    remarks = (*_origin(source), *((f"Date {source.published_note}",) if source.published_note else ()))
    return Citation(
        id=source.id, pieces=(), manner=f"the whole {source.kind}", locators=(Locator(source),), remarks=remarks
    )


def _matter(library: Library, matter: Disagreement | Agreement) -> Citation:
    sides = tuple(f"{side.source}: {side.gist}" for side in matter.sides)
    locators = (_locator(library, side.source, side.spans) for side in matter.sides)
    told = matter.explanation if isinstance(matter, Disagreement) else matter.note
    manner_ = f"disagreement, {matter.kind}" if isinstance(matter, Disagreement) else "agreement"
    return Citation(
        id=matter.id,
        pieces=(Piece(matter.title),),
        manner=f"{manner_}; both sides in summary",
        locators=tuple(locators),
        remarks=(*sides, *((told,) if told else ())),
    )


def _record(library: Library, record: Record) -> Citation:
    roles = record.roles if isinstance(record, Actor) else ()
    told = dict.fromkeys(f"{role.title} ({role.at.source})" for role in roles)
    kind = f", {record.kind}" if isinstance(record, Actor) else ""
    return Citation(
        id=record.id,
        pieces=(Piece(display_name(record)),),
        manner=f"record of the kind {type(record).__name__.lower()}{kind}",
        locators=_sources(library, record),
        remarks=tuple(told),
    )


_CITATIONS: Mapping[type, Callable[[Library, Any], Citation]] = {
    Deed: _deed,
    Quote: _quote,
    Claim: _claim,
    Declaration: _declaration,
    Source: _source,
    Disagreement: _matter,
    Agreement: _matter,
}


def _sources(library: Library, record: Record) -> tuple[Locator, ...]:
    """Return the sources that a record names, wherever in it they stand."""
    named = (one.id for one in references(record) if one.tables == ("sources",))
    clauses = record.clauses if isinstance(record, Declaration) else ()
    quoted = (library.get_as(Quote, clause.quote).source for clause in clauses if clause.quote)
    return tuple(Locator(library.source(id_)) for id_ in dict.fromkeys((*named, *quoted)))


def _locator(library: Library, source: str, spans: Sequence[Selector]) -> Locator:
    found = library.source(source)
    return Locator(found, found.paragraph_at(spans[0].start) if spans else None, offsets(spans))
