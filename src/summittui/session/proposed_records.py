"""Records made of proposals: quotes, acts, tallies and new actors, each with its places in the text."""

from collections.abc import Iterator, Sequence

from summittui.intake.proposer.new_actors import role_in
from summittui.intake.quotations import words_in_marks
from summittui.model import (
    Act,
    Actor,
    ActorId,
    ActorProposal,
    ActProposal,
    Declaration,
    PartyId,
    Passage,
    Quote,
    QuoteKind,
    QuoteProposal,
    Role,
    Selector,
    SourceId,
    Tally,
    TallyProposal,
    digest_of,
)
from summittui.model.normalised import Range
from summittui.model.quote import GAP
from summittui.session.coding import quoted_selector
from summittui.session.naming import NO_ID

_ARTICLES = ("the ", "an ", "a ")


def proposed_quote(
    text: str, source: SourceId, quote: QuoteProposal, speaker: PartyId | None, via: ActorId | None
) -> Quote:
    """Return the quote that is proposed, without an id; a proposed fragment without any marks becomes reported words.

    Args:
        text: The text of the source.
        source: The source.
        quote: What is proposed.
        speaker: Who speaks.
        via: Whom the source has it from.
    """
    pieces = list(_in_marks(text, quote.spans))
    is_whole = quote.kind in {QuoteKind.DIRECT, QuoteKind.TEXT}
    if is_whole and not pieces:
        pieces = [(span.start, span.end) for span in quote.spans]
    kind = QuoteKind.INDIRECT if quote.kind is QuoteKind.MIXED and not pieces else quote.kind
    quoted = () if kind is QuoteKind.INDIRECT else tuple(quoted_selector(text, piece) for piece in pieces)
    content = quoted if is_whole else quote.spans
    worded = GAP.join(" ".join(text[span.start : span.end].split()) for span in quote.spans)
    return Quote(
        id=NO_ID,
        source=source,
        kind=kind,
        speaker=speaker,
        spans=tuple(_proven(text, span) for span in content),
        quoted=quoted,
        gist=None if is_whole else worded,
        via=via,
        role=role_in((quote.mention.exact or ""), quote.speaker) if quote.mention else None,
        speaker_at=quote.mention and _proven(text, quote.mention),
        via_at=quote.via and _proven(text, quote.via),
        cue=(_proven(text, quote.cue),) if quote.cue else (),
        verb=quote.cue and _proven(text, quote.cue),
    )


def proposed_act(text: str, source: SourceId, act: ActProposal, actor: ActorId) -> Act:
    """Return the act that is proposed, its clause as evidence."""
    return Act(actor=actor, act=act.act, evidence=(Passage.of(source, _proven(text, act.evidence)),))


def proposed_tally(text: str, source: SourceId, tally: TallyProposal) -> Tally:
    """Return the tally that is proposed."""
    return Tally(
        source=source,
        number=tally.number,
        qualifier=tally.qualifier,
        counts=tally.counts.exact or text[tally.counts.start : tally.counts.end],
        spans=(_proven(text, tally.span),),
    )


def newcomer_actor(text: str, source: SourceId, newcomer: ActorProposal) -> Actor:
    """Return a new actor, without an id, with the role that the text words."""
    at = Passage.of(source, _proven(text, newcomer.at))
    roles = (Role(title=newcomer.role, at=at),) if newcomer.role else ()
    return Actor(id=NO_ID, name=newcomer.name, kind=newcomer.kind, roles=roles)


def new_declaration(worded: str) -> Declaration:
    """Return a new declaration, without an id, of the name that a text has for it."""
    title = without_article(worded)
    return Declaration(id=NO_ID, title=title, label=title, kind="declaration")


def without_article(words: str) -> str:
    """Return words on one line without the article before them."""
    plain = " ".join(words.split())
    article = next((each for each in _ARTICLES if plain.lower().startswith(each)), "")
    return plain[len(article) :]


def is_named(declaration: str) -> bool:
    """Tell whether words name a declaration of its own (*the Harbour Accord*), and are not just *the accord*."""
    return any(word[:1].isupper() for word in without_article(declaration).split())


def _in_marks(text: str, spans: Sequence[Selector]) -> Iterator[Range]:
    """Yield what stands between quotation marks inside spans."""
    for span in spans:
        yield from words_in_marks(text, span.start, span.end)


def _proven(text: str, span: Selector) -> Selector:
    return Selector(span.start, span.end, digest=digest_of(text[span.start : span.end]))
