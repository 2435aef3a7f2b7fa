"""Everything that one source says, beside what the public record has of it."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from summittui.library import Library
from summittui.library.answers.verification.numbers import RecordedTally, counts_parties, fits, nearest_first
from summittui.library.answers.verification.wordings import Outcome, Wording, compare_wording
from summittui.model import (
    Act,
    ActKind,
    Actor,
    ActorKind,
    Claim,
    Declaration,
    FactCheck,
    Fidelity,
    ListStatus,
    Quote,
    QuoteKind,
    Selector,
    SourceId,
    Tally,
)
from summittui.queries.verification import VerificationQuery


class VerifiedQuote(Struct, frozen=True, kw_only=True):
    """A quote of the source, and the quote of the record that comes nearest to it."""

    quote: Quote
    outcome: Outcome
    wording: Wording | None = None
    on_record: Quote | None = None
    known: int = 0
    """The number of utterances of the quote's speaker on record."""
    checks: tuple[FactCheck, ...] = ()


class VerifiedTally(Struct, frozen=True, kw_only=True):
    """A number of the source, and the numbers of the record."""

    declaration: Declaration
    tally: Tally
    outcome: Outcome
    on_record: tuple[RecordedTally, ...] = ()
    checks: tuple[FactCheck, ...] = ()


class VerifiedAct(Struct, frozen=True, kw_only=True):
    """An act that the source tells, and the acts of the record."""

    declaration: Declaration
    act: Act
    outcome: Outcome
    on_record: tuple[tuple[Declaration, Act], ...] = ()
    checks: tuple[FactCheck, ...] = ()


class VerifiedCheck(Struct, frozen=True, kw_only=True):
    """A check of the source, with the claims and quotes at whose words it looks."""

    check: FactCheck
    records: tuple[Claim | Quote, ...]


class Verification(Struct, frozen=True, kw_only=True):
    """A source against the public record; nothing of it enters a position."""

    source: SourceId
    checks: tuple[VerifiedCheck, ...]
    """In the order in which the source makes the claims."""
    quotes: tuple[VerifiedQuote, ...]
    tallies: tuple[VerifiedTally, ...]
    acts: tuple[VerifiedAct, ...]
    unchecked: tuple[Claim, ...]
    """The claims of the source at which no check looks."""


def verify(library: Library, query: VerificationQuery) -> Verification:
    """Hold a source against the record.

    Raises:
        UnknownId: The id names no source.
    """
    id_ = SourceId(library.source(query.source).id)
    checks = _checks_in(library, id_)
    claims = library.claims_in(id_)
    quotes = library.quotes_in(id_)
    met = {claim.id: _at(checks, id_, claim.spans) for claim in claims}
    listed = [VerifiedCheck(check=check, records=tuple(_looked_at(check, id_, (*claims, *quotes)))) for check in checks]
    return Verification(
        source=id_,
        checks=tuple(sorted(listed, key=lambda each: _place(each.check, id_))),
        quotes=tuple(_quote(library, quote, _at(checks, id_, quote.spans)) for quote in quotes),
        tallies=tuple(_tallies(library, id_, checks)),
        acts=tuple(_acts(library, id_, checks)),
        unchecked=tuple(claim for claim in claims if not met[claim.id]),
    )


def checks_of(library: Library, record: Claim | Quote) -> tuple[FactCheck, ...]:
    """Return the checks that look at words of a claim or a quote."""
    return _at(_checks_in(library, record.source), record.source, record.spans)


def _checks_in(library: Library, source: SourceId) -> tuple[FactCheck, ...]:
    named = (record for record in library.referrers(source) if isinstance(record, FactCheck))
    return tuple(check for check in named if source in check.sources)


def _declarations_in(library: Library, source: SourceId) -> Iterator[Declaration]:
    return (record for record in library.referrers(source) if isinstance(record, Declaration))


def _at(checks: Iterable[FactCheck], source: SourceId, spans: Sequence[Selector]) -> tuple[FactCheck, ...]:
    return tuple(check for check in checks if _looks_at(check, source, spans))


def _looks_at(check: FactCheck, source: SourceId, spans: Sequence[Selector]) -> bool:
    return any(each.source == source and each.overlaps(span) for each in check.evidence for span in spans)


def _looked_at(check: FactCheck, source: SourceId, records: Iterable[Claim | Quote]) -> Iterator[Claim | Quote]:
    return (record for record in records if _looks_at(check, source, record.spans))


def _place(check: FactCheck, source: SourceId) -> tuple[int, str]:
    starts = [each.start for each in check.evidence if each.source == source]
    return min(starts, default=1 << 62), check.id


def _quote(library: Library, quote: Quote, checks: tuple[FactCheck, ...]) -> VerifiedQuote:
    known = [each for speaker in quote.speakers for each in library.quotes_by(speaker)]
    known = [each for each in known if _is_of_record(library, each.source) and each.fidelity is Fidelity.EXACT]
    words = [span.exact for span in quote.quoted if span.exact] or ([quote.words] if quote.words else [])
    if quote.kind is QuoteKind.INDIRECT or not words:
        return VerifiedQuote(quote=quote, outcome=Outcome.REPORTED, known=len(known), checks=checks)
    compared = [(compare_wording(words, each.exact or ""), each) for each in known if each.exact]
    order = (Outcome.SAME, Outcome.FEWER, Outcome.ALTERED, Outcome.NOT_FOUND)
    compared.sort(key=lambda pair: (order.index(pair[0].outcome), -pair[0].likeness))
    if not compared or compared[0][0].outcome is Outcome.NOT_FOUND:
        return VerifiedQuote(quote=quote, outcome=Outcome.NOT_FOUND, known=len(known), checks=checks)
    wording, on_record = compared[0]
    return VerifiedQuote(
        quote=quote, outcome=wording.outcome, wording=wording, on_record=on_record, known=len(known), checks=checks
    )


def _tallies(library: Library, source: SourceId, checks: Sequence[FactCheck]) -> Iterator[VerifiedTally]:
    recorded = [
        RecordedTally(declaration=each, tally=tally)
        for each in _declarations_in(library, source)
        for tally in each.tallies
        if _is_of_record(library, tally.source)
    ]
    for declaration in _declarations_in(library, source):
        for tally in declaration.tallies:
            if tally.source == source:
                outcome, found = _number(library, source, declaration, tally, recorded)
                met = _at(checks, source, tally.spans)
                yield VerifiedTally(declaration=declaration, tally=tally, outcome=outcome, on_record=found, checks=met)


def _number(
    library: Library, source: SourceId, declaration: Declaration, tally: Tally, recorded: Sequence[RecordedTally]
) -> tuple[Outcome, tuple[RecordedTally, ...]]:
    if tally.number is None or not counts_parties(tally):
        return Outcome.NOT_FOUND, ()
    parties = [each for each in recorded if counts_parties(each.tally) and each.tally.number is not None]
    own = tuple(each for each in parties if each.declaration.id == declaration.id)
    if any(fits(tally, each.tally) for each in own):
        return Outcome.SAME, own
    told = _told_of(library, source)
    others = [each for each in parties if each.declaration.id in told and each.tally.number == tally.number]
    elsewhere = nearest_first(others, library.source(source).published)
    if elsewhere:
        return Outcome.WRONG_OBJECT, elsewhere
    return (Outcome.DIFFERENT, own) if own else (Outcome.NOT_FOUND, ())


def _told_of(library: Library, source: SourceId) -> set[str]:
    """Return the declarations that a source mentions, or of which it tells an act or a number."""
    return {
        each.id
        for each in _declarations_in(library, source)
        if any(mention.source == source for mention in each.mentions)
        or any(source in act.sources for act in each.acts)
        or any(tally.source == source for tally in each.tallies)
    }


def _acts(library: Library, source: SourceId, checks: Sequence[FactCheck]) -> Iterator[VerifiedAct]:
    for declaration in _declarations_in(library, source):
        for act in declaration.acts:
            if source in act.sources and not _is_collective(library, act):
                spans = [passage for passage in act.evidence if passage.source == source]
                outcome, found = _deed(library, source, declaration, act)
                met = _at(checks, source, spans)
                yield VerifiedAct(declaration=declaration, act=act, outcome=outcome, on_record=found, checks=met)


def _is_collective(library: Library, act: Act) -> bool:
    """Tell whether an act is that of a number of unnamed actors, which the record counts and does not name."""
    actor = library.find(act.actor)
    return isinstance(actor, Actor) and actor.kind is ActorKind.COLLECTIVE


def _deed(
    library: Library, source: SourceId, declaration: Declaration, act: Act
) -> tuple[Outcome, tuple[tuple[Declaration, Act], ...]]:
    deeds = [
        (deed.declaration, deed.act)
        for deed in library.deeds_of(act.actor)
        if any(_is_of_record(library, each) for each in deed.act.sources)
    ]
    own = tuple(deed for deed in deeds if deed[0].id == declaration.id)
    if any(_agree(act, other) for _, other in own):
        return Outcome.SAME, own
    if own:
        return Outcome.DIFFERENT, own
    told = _told_of(library, source)
    elsewhere = tuple(deed for deed in deeds if deed[0].id in told and _agree(act, deed[1]))
    if elsewhere and declaration.list_status is ListStatus.NONE:
        return Outcome.WRONG_OBJECT, elsewhere
    return Outcome.NOT_FOUND, ()


_PUT_FORWARD = frozenset({ActKind.PROPOSED, ActKind.PROMOTED})


def _agree(act: Act, other: Act) -> bool:
    """Tell whether two acts say the same of an actor: that it put a text forward, backed it, or did not."""
    if act.act in _PUT_FORWARD or other.act in _PUT_FORWARD:
        return act.act in _PUT_FORWARD and other.act in _PUT_FORWARD
    return act.act is other.act or (act.act.is_backing and other.act.is_backing)


def _is_of_record(library: Library, source: str) -> bool:
    return library.source(source).is_of_record
