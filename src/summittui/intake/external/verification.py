"""Verification of what an external proposer claims: proven by the text, moved to where it stands, or invented."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from summittui.intake.external.protocol import Answer, AnsweredQuote, AnsweredSpan
from summittui.model import Known, Proposals, QuoteProposal, Selector
from summittui.model.text import clip, safe

_LONGEST_SHOWN = 60
_MOST_OCCURRENCES = 1_000


class Rejection(Struct, frozen=True, kw_only=True):
    """A claimed quote that does not enter."""

    speaker: str
    words: str
    """Its claimed words, harmless to show and shortened."""
    why: str

    def __str__(self) -> str:
        return f"“{self.words}” ({self.speaker}): {self.why}"


class Verification(Struct, frozen=True, kw_only=True):
    """What of an answer the text proves."""

    proposals: Proposals
    """Each quote with its printed words at their place; `note` tells what had to be corrected."""
    rejected: tuple[Rejection, ...] = ()
    """Inventions, and what is harmful."""


class _Invention(Exception):  # it never leaves this module
    """Words that the text does not have; the message says which."""


def verify_answer(answer: Answer, text: str, known: Known) -> Verification:
    """Return the quotes of `answer` whose words stand in `text`, and list those whose words do not."""
    ids = {name: actor.id for actor in known.actors for name in reversed(actor.names)}
    quotes, rejected = [], []
    for quote in answer.quotes:
        try:
            quotes.append(_proven(quote, text, ids.get(quote.speaker)))
        except _Invention as invention:
            words = " … ".join(span.exact for span in quote.spans)
            rejected.append(
                Rejection(
                    speaker=clip(safe(quote.speaker), _LONGEST_SHOWN),
                    words=clip(safe(words), _LONGEST_SHOWN),
                    why=str(invention),
                )
            )
    quotes.sort(key=lambda quote: quote.spans[0].start)
    return Verification(proposals=Proposals(quotes=tuple(quotes)), rejected=tuple(rejected))


def _proven(quote: AnsweredQuote, text: str, actor: str | None) -> QuoteProposal:
    if safe(quote.speaker) != quote.speaker:
        raise _Invention("its speaker has control characters, or blanks that no name has")
    notes: list[str] = []
    spans = tuple(_placed_in_order(quote.spans, text, notes))
    near = spans[0].start
    mention = _placed(quote.mention, text, near, notes) if quote.mention else None
    if mention is None and actor is None and quote.speaker not in text:
        raise _Invention("its speaker stands nowhere in the text")
    return QuoteProposal(
        kind=quote.kind,
        spans=spans,
        speaker=quote.speaker,
        mention=mention,
        cue=_placed(quote.cue, text, near, notes) if quote.cue else None,
        via=_placed(quote.via, text, near, notes) if quote.via else None,
        actor=actor,
        confidence=quote.confidence,
        reason=safe(quote.reason),
        note="; ".join(notes) or None,
    )


def _placed_in_order(spans: Sequence[AnsweredSpan], text: str, notes: list[str]) -> Iterator[Selector]:
    """Yield the place of each span, in the order of the text and without overlap."""
    reached = 0
    for placed in sorted((_placed(span, text, None, notes) for span in spans), key=lambda span: span.start):
        if placed.start < reached:
            raise _Invention("its spans overlap")
        reached = placed.end
        yield placed


def _placed(span: AnsweredSpan, text: str, near: int | None, notes: list[str]) -> Selector:
    """Return where the words of a span stand: as claimed, else at the nearest place, which is noted.

    Raises:
        _Invention: They stand nowhere.
    """
    if span.start is not None and text.startswith(span.exact, span.start):
        return _selector(span.exact, span.start)
    places = _occurrences(text, span.exact)
    shown = f"“{clip(safe(span.exact), _LONGEST_SHOWN)}”"
    if not places:
        raise _Invention(f"{shown} stands nowhere in the text")
    claimed = near if span.start is None else span.start
    place = places[0] if claimed is None else min(places, key=lambda place: abs(place - claimed))
    if span.start is not None:
        notes.append(f"{shown} was moved from {span.start} to {place}")
    elif len(places) > 1 and near is None:
        notes.append(f"{shown} stands {len(places)} times; the first is taken")
    return _selector(span.exact, place)


def _selector(words: str, start: int) -> Selector:
    return Selector(start, start + len(words), exact=words)


def _occurrences(text: str, words: str) -> list[int]:
    """Return the offsets at which `words` begin in `text`, the first `_MOST_OCCURRENCES` of them."""
    found: list[int] = []
    at = text.find(words)
    while at >= 0 and len(found) < _MOST_OCCURRENCES:
        found.append(at)
        at = text.find(words, at + 1)
    return found
